import { createHash } from "node:crypto";

/** Hex digits of a {@link shortHash}, where none are said. */
const hashDigits = 8;

/** Characters that a {@link replaceableName} has behind its words: `-` and the digits that change. */
export const hashSuffixLength = 1 + hashDigits;

/** How names are made of what is known: at once, unless somebody wants to leave it to Terraform. */
export interface Naming {
  /** `length` hex digits of the text's SHA-256; undefined where the digits themselves will do. */
  hash(text: string, length: number): string | undefined;

  /** The name within its limit; undefined where cutting it will do. */
  bound(name: string, limit: number): string | undefined;
}

const atOnce: Naming = { hash: () => undefined, bound: () => undefined };

let naming = atOnce;

/** Does the work with names made another way. An export as a module does, whose cluster has no name yet. */
export function withNaming<T>(other: Naming, work: () => T): T {
  const before = naming;
  naming = other;
  try {
    return work();
  } finally {
    naming = before;
  }
}

/** `length` hex digits that change with any of the values; stable over runs and machines. */
export function shortHash(values: unknown, length = hashDigits): string {
  const text = JSON.stringify(values);
  return naming.hash(text, length) ?? createHash("sha256").update(text).digest("hex").slice(0, length);
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
  const bounded = naming.bound(name, limit);
  if (bounded !== undefined) return bounded;
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
