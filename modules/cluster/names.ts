import { createHash } from "node:crypto";

/** `length` hex digits that change with any of the values; stable over runs and machines. */
export function shortHash(values: unknown, length = 8): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, length);
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
  const hash = shortHash(name);
  return `${name.slice(0, limit - hash.length - 1).replace(/-+$/, "")}-${hash}`;
}

/**
 * A name that changes with the values a cloud cannot change in place, so that the successor can be made while the
 * old one still stands (`create_before_destroy`).
 */
export function replaceableName(parts: readonly string[], immutable: unknown, limit: number): string {
  const hash = shortHash(immutable);
  return `${boundedName(parts, limit - hash.length - 1)}-${hash}`;
}
