import { Fn, propertyAccess, TerraformIterator, TerraformStack, TerraformVariable, Token } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import type { Input, InputTable } from "./input";
import { InputReference, referenceTo } from "./reference";

/**
 * The inputs of a stack that is exported as a module. Constructs below the stack find them by {@link inputOf} and its siblings;
 * in a stack without this construct they get the literal values.
 */
export class ModuleInputs extends Construct {
  private readonly places = new Map<string, { readonly input: Input; readonly reference: InputReference }>();

  constructor(stack: TerraformStack, table: InputTable) {
    super(stack, id);
    for (const input of table.inputs) this.declare(input);
  }

  /** A value with references in place of the fields that are inputs. */
  apply(field: string, literal: unknown): unknown {
    const place = this.places.get(field);
    if (place) return place.reference.as(literal);
    if (typeof literal !== "object" || literal === null || Token.isUnresolved(literal)) return literal;
    if (Array.isArray(literal)) return literal.map((item, i) => this.apply(`${field}.${i}`, item));
    return Object.fromEntries(
      Object.entries(literal).map(([key, item]) => [key, this.apply(`${field}.${key}`, item)]),
    );
  }

  find(field: string): { readonly input: Input; readonly reference: InputReference } | undefined {
    return this.places.get(field);
  }

  private declare(input: Input): void {
    const { name, type, description, default: value, validation, fields } = input;
    const variable = new TerraformVariable(this, name, {
      type,
      description,
      nullable: false,
      validation: validation.map(({ condition, errorMessage }) => ({
        condition: `\${${condition}}`,
        errorMessage,
      })),
    });
    variable.overrideLogicalId(name);
    // As a property, CDKTF would rewrite keys such as eu-central-1a.
    variable.addOverride("default", value);
    for (const [field, keys] of Object.entries(fields)) {
      this.places.set(field, { input, reference: new InputReference(referenceTo(name, keys)) });
    }
  }
}

const id = "inputs";

function inputsOf(scope: IConstruct): ModuleInputs | undefined {
  const found = TerraformStack.of(scope).node.tryFindChild(id);
  return found instanceof ModuleInputs ? found : undefined;
}

/**
 * The value of a field as an argument gets it: the literal, or in a module a reference to the input. What decides which resources
 * there are must use the literal instead.
 *
 * @param field - as in {@link Input.fields}
 */
export function inputOf<T>(scope: IConstruct, field: string, literal: T): T {
  return (inputsOf(scope)?.apply(field, literal) ?? literal) as T;
}

/** What follows from a field of few values. In a module, Terraform looks it up by the value of the input. */
export function derivedFrom<T extends string | undefined>(
  scope: IConstruct,
  field: string,
  literal: string,
  derive: (value: string) => T,
): T {
  const { input, reference } = inputsOf(scope)?.find(field) ?? {};
  if (!input?.choices) return derive(literal);
  const results = input.choices.map((choice) => derive(choice));
  if (results.every((result) => result === results[0])) return results[0];
  // An argument of null is one that is omitted.
  const table = Object.fromEntries(input.choices.map((choice, i) => [choice, results[i] ?? null]));
  return Token.asString(propertyAccess(table, [reference])) as T;
}

/** What {@link TerraformIterator.fromList} returns. */
export type ListIterator = ReturnType<typeof TerraformIterator.fromList>;

/**
 * Iterates over the elements of a list that is an input; undefined where it is none.
 *
 * @param except - a list that is an input too, whose elements are omitted
 */
export function eachOf(scope: IConstruct, field: string, except?: string): ListIterator | undefined {
  const inputs = inputsOf(scope);
  const list = inputs?.find(field)?.reference;
  if (!list) return undefined;
  const others = except === undefined ? undefined : inputs?.find(except)?.reference;
  return TerraformIterator.fromList(
    others ? Fn.setsubtract(Token.asList(list), Token.asList(others)) : Token.asList(list),
  );
}
