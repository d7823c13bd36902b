import { createHash } from "node:crypto";
import { Lazy, Token } from "cdktf";

/** Default number of hex digits of a {@link shortHash}. */
const hashDigits = 8;

/** Length of the suffix of a {@link replaceableName}: `-` and the digits of the hash. */
export const hashSuffixLength = 1 + hashDigits;

/**
 * `length` hex digits that change with any of the values; stable over runs and machines. Where one of the values is a token, as
 * an input of a module is, Terraform computes the same digits from its value.
 */
export function shortHash(values: unknown, length = hashDigits): string {
  const text = JSON.stringify(values);
  return Token.isUnresolved(text) ? terraformHash(text, length) : sha256(text).slice(0, length);
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A JSON text in which each token is a whole string; its place takes the JSON of the token's value. */
function terraformHash(text: string, length: number): string {
  const parts = text.split(/"(\$\{TfToken\[[^[\]]+\]\})"/);
  return Lazy.stringValue({
    produce: (context) => {
      const template = parts.map((part, i) => {
        if (i % 2 === 0) return escaped(part);
        return `\${jsonencode(${withoutBraces(String(context.resolve(part)))})}`;
      });
      const hash = `substr(sha256("${template.join("")}"), 0, ${length})`;
      // Inside another expression, such as an argument of a function, CDKTF wants no braces.
      return context.suppressBraces ? hash : `\${${hash}}`;
    },
  });
}

/** The expression of a reference, with or without `${` and `}`. */
const withoutBraces = (reference: string): string =>
  reference.startsWith("${") ? reference.slice("${".length, -"}".length) : reference;

/** A text inside the quotes of a Terraform string. */
function escaped(text: string): string {
  if (Token.isUnresolved(text)) throw new Error(`a hash takes tokens as whole values, got ${text}`);
  return text.replace(/["\\]/g, "\\$&").replace(/[$%](?=\{)/g, "$&$&");
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
  if (name.length <= limit) return name;
  return `${name.slice(0, limit - hashSuffixLength).replace(/(?<!-)-+$/, "")}-${shortHash(name)}`;
}

/**
 * A name with a hash of the values that the cloud cannot change in place, so that the replacement can be created before the old
 * resource is removed (`create_before_destroy`).
 */
export function replaceableName(parts: readonly string[], immutable: unknown, limit: number): string {
  return `${boundedName(parts, limit - hashSuffixLength)}-${shortHash(immutable)}`;
}
