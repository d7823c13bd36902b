import { adviceOnField } from "../cluster/nearest";
import type { Path, Problem } from "../cluster/problem";
import { describe, oneOf as listOf, reportStructure } from "./structure";

/** Shapes of values in a file of facts. The file is small, so the shapes are functions instead of a schema. */
export type Shape = (value: unknown, path: Path) => Problem[];

const wrong = (path: Path, wanted: string, value: unknown): Problem[] => [
  reportStructure.types(
    path,
    value === null ? `has no value; must be ${wanted}` : `must be ${wanted}, got ${describe(value)}`,
  ),
];

/** A text of a pattern. */
export const text =
  (pattern: RegExp, wanted: string): Shape =>
  (value, path) =>
    typeof value === "string" && pattern.test(value) ? [] : wrong(path, wanted, value);

/** A day that exists, such as `2027-03-31`. */
export const date: Shape = (value, path) => {
  const isDay =
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;
  return isDay ? [] : wrong(path, 'a date such as "2027-03-31"', value);
};

/** A number from a minimum on. A whole number, unless the minimum is not whole. */
export const number =
  (least: number): Shape =>
  (value, path) => {
    const isRight = typeof value === "number" && value >= least && value <= 1e6;
    const wanted = `a${Number.isInteger(least) ? " whole" : ""} number from ${least} on`;
    return isRight && (!Number.isInteger(least) || Number.isInteger(value)) ? [] : wrong(path, wanted, value);
  };

export const truth: Shape = (value, path) =>
  typeof value === "boolean" ? [] : wrong(path, "true or false", value);

export const oneOf =
  (...allowed: string[]): Shape =>
  (value, path) =>
    typeof value === "string" && allowed.includes(value)
      ? []
      : [reportStructure.values(path, `must be ${listOf(allowed)}, got ${describe(value)}`)];

/** A list without duplicates, with at least one item. */
export const list =
  (item: Shape): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return wrong(path, "a list", value);
    if (value.length === 0) return [reportStructure.values(path, "must have at least one item, got none")];
    return value.flatMap((one: unknown, i) =>
      value.indexOf(one) < i
        ? [reportStructure.values([...path, i], `${describe(one)} is already in the list`)]
        : item(one, [...path, i]),
    );
  };

type Values = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A map with these fields, of which some are required. */
export const map =
  (fields: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape =>
  (value, path) => {
    if (!isMap(value)) return wrong(path, "a map", value);
    const allowed = Object.keys(fields);
    return [
      ...Object.entries(value).flatMap(([name, part]) =>
        Object.hasOwn(fields, name)
          ? fields[name](part, [...path, name])
          : [unknownField([...path, name], name, allowed, value)],
      ),
      ...required
        .filter((name) => !Object.hasOwn(value, name))
        .map((name) => reportStructure["missing-field"](path, `missing field ${JSON.stringify(name)}`)),
    ];
  };

function unknownField(path: Path, name: string, allowed: readonly string[], map: Values): Problem {
  const { advice } = adviceOnField(name, allowed, map);
  const message = `unknown field ${JSON.stringify(name)}; ${advice}`;
  return reportStructure["unknown-field"](path, message, { atKey: true });
}

/** A map of rows by name. */
export const record =
  (name: { readonly pattern: RegExp; readonly like: string }, row: Shape): Shape =>
  (value, path) => {
    if (!isMap(value)) return wrong(path, "a map", value);
    return Object.entries(value).flatMap(([key, part]) =>
      name.pattern.test(key)
        ? row(part, [...path, key])
        : [
            reportStructure.values(
              [...path, key],
              `must be a name such as ${name.like}, got ${JSON.stringify(key)}`,
              { atKey: true },
            ),
          ],
    );
  };
