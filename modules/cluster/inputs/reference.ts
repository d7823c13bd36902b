import { type IResolvable, ref, Token } from "cdktf";

/** The place of a value in a variable, as a Terraform expression. */
export function referenceTo(variable: string, keys: readonly (string | number)[] = []): string {
  const steps = keys.map((key) =>
    typeof key === "string" && /^[a-z_][a-z0-9_]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
  );
  return `var.${variable}${steps.join("")}`;
}

/** A reference to an input, distinguished from other tokens because names are computed from its value. */
export class InputReference implements IResolvable {
  readonly creationStack: string[] = [];

  constructor(private readonly expression: string) {}

  resolve(): IResolvable {
    return ref(this.expression);
  }

  /** The reference as a value of the same type as another one. */
  as(literal: unknown): unknown {
    if (typeof literal === "number") return Token.asNumber(this);
    return Array.isArray(literal) ? Token.asList(this) : Token.asString(this);
  }

  toString(): string {
    return Token.asString(this);
  }

  toJSON(): string {
    return Token.asString(this);
  }
}
