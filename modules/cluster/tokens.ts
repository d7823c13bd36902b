import { Token } from "cdktf";

/**
 * Whether a value is a reference: a CDKTF token, or a reference to a variable. Only Terraform knows its value, so rules do not check it
 * and no code branches on it.
 */
export function isUnresolved(value: unknown): boolean {
  if (typeof value === "string") return value.includes("${");
  // CDKTF encodes references as negative numbers; decoding each number takes longer than the rules.
  if (typeof value === "number") return value < 0 && Token.isUnresolved(value);
  return Token.isUnresolved(value);
}
