import { TerraformVariable, Token } from "cdktf";
import { Construct } from "constructs";
import { FieldTexts } from "../modules/cluster/field-texts";
import type { FieldTable } from "../modules/cluster/fields";
import { replaceReferences, wholeReference } from "../modules/environment/variables/references";
import type { Variables } from "../modules/environment/variables/references";

/** The variables of a stack: all variables of its environment, so that one command can deploy all its stacks. */
export class StackVariables {
  private readonly declared = new Map<string, TerraformVariable>();

  constructor(scope: Construct, variables: Variables = {}) {
    // A separate scope avoids collisions with constructs of the same name.
    const parent = Object.keys(variables).length > 0 ? new Construct(scope, "variables") : scope;
    for (const [name, { validation, ...spec }] of Object.entries(variables)) {
      const variable = new TerraformVariable(parent, name, {
        ...spec,
        nullable: false,
        ...(validation && {
          validation: validation.map(({ condition, errorMessage }) => ({
            condition: `\${${condition}}`,
            errorMessage,
          })),
        }),
      });
      variable.overrideLogicalId(name);
      this.declared.set(name, variable);
    }
  }

  /**
   * Replaces the references `${var.…}` in a value by tokens of the variable's type: CDKTF has a separate token for each.
   *
   * @param fields - the field table of the value: programs keep their `${…}`
   */
  resolve<T>(value: T, fields: FieldTable = {}): T {
    return this.declared.size === 0 ? value : (this.resolved(value, new FieldTexts(fields), []) as T);
  }

  private resolved(value: unknown, texts: FieldTexts, path: readonly (string | number)[]): unknown {
    if (typeof value === "string") return texts.isProgram(path) ? value : this.resolvedText(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item, i) => this.resolved(item, texts, [...path, i]));
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.resolved(item, texts, [...path, key])]),
    );
  }

  private resolvedText(text: string): unknown {
    const whole = this.declared.get(wholeReference(text) ?? "");
    if (whole === undefined)
      return replaceReferences(text, (name) => this.declared.get(name)?.stringValue ?? `\${var.${name}}`);
    switch (whole.type) {
      case "number":
        return whole.numberValue;
      case "bool":
        return Token.asAny(whole.booleanValue);
      case "list(string)":
        return whole.listValue;
      default:
        return whole.stringValue;
    }
  }
}
