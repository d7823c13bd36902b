import type { Path, Problem } from "../cluster/problem";
import { nearest } from "../cluster/nearest";
import { suggestion } from "../cluster/value-aliases";
import { describe, missingField, oneOf, reportStructure, type Written } from "./structure";
import { wholeReference } from "./variables/references";

/** A map of the YAML file. */
export type Fields = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function notAMap(value: unknown, written: string | undefined): string {
  return value === null ? "has no value; must be a map" : `must be a map, got ${describe(value, written)}`;
}

/**
 * The value of the field that distinguishes kinds of maps. It decides what all other fields mean, so it is checked first.
 */
export function memberOf<Name extends string>(
  map: Fields,
  discriminator: string,
  known: readonly Name[],
  written: Written,
): Name | Problem {
  // A typo in the field's name is reported with the other fields.
  const field = Object.hasOwn(map, discriminator)
    ? discriminator
    : Object.keys(map).find((key) => nearest(key, [discriminator]) && isOneOf(map[key], known));
  if (field === undefined) return missingField([], discriminator, `must be ${oneOf(known)}`);

  const name = map[field];
  if (isOneOf(name, known)) return name;
  const path: Path = [field];
  const reference = wholeReference(name);
  if (reference !== undefined)
    return reportStructure.literals(path, `must be a literal, ${oneOf(known)}, got \${var.${reference}}`);
  if (name === null) return reportStructure.types(path, `has no value; must be ${oneOf(known)}`);
  return reportStructure.values(
    path,
    `must be ${oneOf(known)}, got ${describe(name, written(path))}${suggestion(name, known)}`,
  );
}

function isOneOf<Name extends string>(value: unknown, known: readonly Name[]): value is Name {
  return (known as readonly unknown[]).includes(value);
}
