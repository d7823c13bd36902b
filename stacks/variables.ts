import { TerraformVariable, Token } from "cdktf";
import { Construct } from "constructs";
import { isProgram, replaceReferences, wholeReference } from "../modules/environment/variables/references";
import type { Variables } from "../modules/environment/variables/references";

/** The variables of a stack: all that its environment declares, so that one command line serves all its stacks. */
export class StackVariables {
  private readonly declared = new Map<string, TerraformVariable>();

  constructor(scope: Construct, variables: Variables = {}) {
    // A scope of their own keeps them apart from constructs of the same name.
    const room = Object.keys(variables).length > 0 ? new Construct(scope, "variables") : scope;
    for (const [name, { validation, ...spec }] of Object.entries(variables)) {
      const variable = new TerraformVariable(room, name, {
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

  /** A value with its `${var.…}` as tokens, of the kind that stands in their place: CDKTF has one for each. */
  resolve<T>(value: T): T {
    return this.declared.size === 0 ? value : (this.resolved(value, []) as T);
  }

  private resolved(value: unknown, path: readonly (string | number)[]): unknown {
    if (typeof value === "string") return isProgram(path) ? value : this.resolvedText(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item, i) => this.resolved(item, [...path, i]));
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.resolved(item, [...path, key])]),
    );
  }

  private resolvedText(text: string): unknown {
    const whole = this.declared.get(wholeReference(text) ?? "");
    if (whole === undefined) return replaceReferences(text, (name) => this.declared.get(name)!.stringValue);
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
