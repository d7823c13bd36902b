import { Token } from "cdktf";

/**
 * Whether a value is known only to Terraform, so that no rule can judge it: a CDKTF token, or a reference to a
 * variable. Nothing may branch on such a value.
 */
export function isUnresolved(value: unknown): boolean {
  if (typeof value === "string") return value.includes("${");
  return Token.isUnresolved(value);
}
