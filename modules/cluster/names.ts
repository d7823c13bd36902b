import { createHash } from "node:crypto";

/** Hex digits of a {@link shortHash}. */
const hashDigits = 8;

/** Characters that a {@link replaceableName} has behind its words: `-` and the digits that change. */
export const hashSuffixLength = 1 + hashDigits;

/** Hex digits that change with any of the values; stable over runs and machines. */
export function shortHash(values: unknown): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, hashDigits);
}

/** The words of a name, joined by `_`: its part of a Terraform address. */
export function addressPart(name: string): string {
  return (name.match(/[A-Za-z0-9]+/g) ?? []).join("_");
}

/**
 * Joins the parts with `-`; a result over `limit` characters is cut and ends in a hash of the whole, so that two long
 * names stay two.
 */
export function boundedName(parts: readonly string[], limit: number): string {
  const name = parts.join("-");
  if (name.length <= limit) return name;
  return `${name.slice(0, limit - hashSuffixLength).replace(/-+$/, "")}-${shortHash(name)}`;
}

/**
 * A name that changes with the values a cloud cannot change in place, so that the successor can be made while the
 * old one still stands (`create_before_destroy`).
 */
export function replaceableName(parts: readonly string[], immutable: unknown, limit: number): string {
  return `${boundedName(parts, limit - hashSuffixLength)}-${shortHash(immutable)}`;
}
