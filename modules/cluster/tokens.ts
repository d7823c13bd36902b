import { Token } from "cdktf";

/**
 * Whether a value is a reference: a CDKTF token, or a reference to a variable. Only Terraform knows its value, so rules do not check it
 * and no code branches on it.
 */
export function isUnresolved(value: unknown): boolean {
  if (typeof value === "string") return value.includes("${");
  return Token.isUnresolved(value);
}
