import { adviceOnField } from "../cluster/nearest";
import type { Path, Problem } from "../cluster/problem";
import { describe, oneOf as listOf, reportStructure } from "./structure";

/** A JSON Schema, for editors. It accepts each valid value, and can accept others. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Shapes of values in a file of facts. The file is small, so functions instead of a schema check it. */
export interface Shape {
  (value: unknown, path: Path): Problem[];
  readonly schema: JsonSchema;
}

const shape = (schema: JsonSchema, check: (value: unknown, path: Path) => Problem[]): Shape =>
  Object.assign((value: unknown, path: Path) => check(value, path), { schema });

/** The same shape with a text that editors show. */
export const described = (description: string, of: Shape): Shape => shape({ description, ...of.schema }, of);

const wrong = (path: Path, wanted: string, value: unknown): Problem[] => [
  reportStructure.types(
    path,
    value === null ? `has no value; must be ${wanted}` : `must be ${wanted}, got ${describe(value)}`,
  ),
];

/** A text of a pattern. */
export const text = (pattern: RegExp, wanted: string): Shape =>
  shape(
    { type: "string", pattern: pattern.source, patternErrorMessage: `Must be ${wanted}` },
    (value, path) => (typeof value === "string" && pattern.test(value) ? [] : wrong(path, wanted, value)),
  );

const day = /^\d{4}-\d{2}-\d{2}$/;
const aDay = 'a date such as "2027-03-31"';

/** A day that exists, such as `2027-03-31`. */
export const date: Shape = shape(
  { type: "string", pattern: day.source, patternErrorMessage: `Must be ${aDay}` },
  (value, path) => {
    const isDay =
      typeof value === "string" &&
      day.test(value) &&
      new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;
    return isDay ? [] : wrong(path, aDay, value);
  },
);

const largest = 1e6;

/** A number from a minimum on. A whole number, unless the minimum is not whole. */
export function number(least: number): Shape {
  const isWhole = Number.isInteger(least);
  const wanted = `a${isWhole ? " whole" : ""} number from ${least} on`;
  return shape({ type: isWhole ? "integer" : "number", minimum: least, maximum: largest }, (value, path) => {
    const isRight = typeof value === "number" && value >= least && value <= largest;
    return isRight && (!isWhole || Number.isInteger(value)) ? [] : wrong(path, wanted, value);
  });
}

export const truth: Shape = shape({ type: "boolean" }, (value, path) =>
  typeof value === "boolean" ? [] : wrong(path, "true or false", value),
);

export const oneOf = (...allowed: string[]): Shape =>
  shape({ enum: allowed }, (value, path) =>
    typeof value === "string" && allowed.includes(value)
      ? []
      : [reportStructure.values(path, `must be ${listOf(allowed)}, got ${describe(value)}`)],
  );

/** A list without duplicates, with at least one item. */
export const list = (item: Shape): Shape =>
  shape({ type: "array", items: item.schema, minItems: 1, uniqueItems: true }, (value, path) => {
    if (!Array.isArray(value)) return wrong(path, "a list", value);
    if (value.length === 0) return [reportStructure.values(path, "must have at least one item, got none")];
    return value.flatMap((one: unknown, i) =>
      value.indexOf(one) < i
        ? [reportStructure.values([...path, i], `${describe(one)} is already in the list`)]
        : item(one, [...path, i]),
    );
  });

type Values = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A map with these fields, of which some are required. */
export function map(fields: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape {
  const allowed = Object.keys(fields);
  const properties = Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema]));
  return shape({ type: "object", properties, required, additionalProperties: false }, (value, path) => {
    if (!isMap(value)) return wrong(path, "a map", value);
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
  });
}

function unknownField(path: Path, name: string, allowed: readonly string[], map: Values): Problem {
  const { advice } = adviceOnField(name, allowed, map);
  const message = `unknown field ${JSON.stringify(name)}; ${advice}`;
  return reportStructure["unknown-field"](path, message, { atKey: true });
}

/** A map of rows by name. */
export function record(name: { readonly pattern: RegExp; readonly like: string }, row: Shape): Shape {
  const wanted = `must be a name such as ${name.like}`;
  const names = { pattern: name.pattern.source, patternErrorMessage: wanted.replace("must", "Must") };
  const schema = { type: "object", propertyNames: names, additionalProperties: row.schema };
  return shape(schema, (value, path) => {
    if (!isMap(value)) return wrong(path, "a map", value);
    return Object.entries(value).flatMap(([key, part]) =>
      name.pattern.test(key)
        ? row(part, [...path, key])
        : [reportStructure.values([...path, key], `${wanted}, got ${JSON.stringify(key)}`, { atKey: true })],
    );
  });
}
