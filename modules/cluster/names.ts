import { createHash } from "node:crypto";

/** Default number of hex digits of a {@link shortHash}. */
const hashDigits = 8;

/** Length of the suffix of a {@link replaceableName}: `-` and the digits of the hash. */
export const hashSuffixLength = 1 + hashDigits;

/** Calculation of names: at synthesis, or in Terraform by an expression. */
export interface Naming {
  /** An expression for the first `length` hex digits of the SHA-256 of the text; undefined for the literal digits. */
  hash(text: string, length: number): string | undefined;

  /** An expression for the name within its limit; undefined for the literal name. */
  bound(name: string, limit: number): string | undefined;
}

const atSynthesis: Naming = { hash: () => undefined, bound: () => undefined };

let naming = atSynthesis;

/** Calls a function with another calculation of names. The export as a module uses it: its cluster name is an input. */
export function withNaming<T>(other: Naming, call: () => T): T {
  const before = naming;
  naming = other;
  try {
    return call();
  } finally {
    naming = before;
  }
}

/** The first `length` hex digits of a hash of the values. The result is the same on all machines. */
export function shortHash(values: unknown, length = hashDigits): string {
  const text = JSON.stringify(values);
  return naming.hash(text, length) ?? createHash("sha256").update(text).digest("hex").slice(0, length);
}

/** The letters and digits of a name, joined by `_`: its part of a Terraform address. */
export function addressPart(name: string): string {
  return (name.match(/[A-Za-z0-9]+/g) ?? []).join("_");
}

/**
 * A name as the id of a construct. The package constructs finds the names of an object's own functions, such as `constructor`, in each scope:
 * these get a `_` at the end.
 */
export function constructId(name: string): string {
  return name in {} ? `${name}_` : name;
}

/**
 * Joins the parts with `-`. A result of more than `limit` characters is truncated and ends in a hash of the whole name, so that two
 * long names remain different.
 */
export function boundedName(parts: readonly string[], limit: number): string {
  const name = parts.join("-");
  const bounded = naming.bound(name, limit);
  if (bounded !== undefined) return bounded;
  if (name.length <= limit) return name;
  return `${name.slice(0, limit - hashSuffixLength).replace(/-+$/, "")}-${shortHash(name)}`;
}

/**
 * A name with a hash of the values that the cloud cannot change in place, so that the replacement can be created before the old
 * resource is removed (`create_before_destroy`).
 */
export function replaceableName(parts: readonly string[], immutable: unknown, limit: number): string {
  return `${boundedName(parts, limit - hashSuffixLength)}-${shortHash(immutable)}`;
}
