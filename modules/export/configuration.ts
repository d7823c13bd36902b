import { InputError } from "../cluster/problem";

/** A value of the JSON syntax of Terraform. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object: a block or a map. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** The configuration of one stack: its blocks by kind. */
export type Configuration = JsonObject;

/** The keys from a value to a part of it. */
export type JsonPath = readonly (string | number)[];

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function without(object: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/**
 * A synthesized stack without the metadata of CDKTF. The keys of objects are sorted, so that the text does not depend on the order in
 * which constructs are created.
 *
 * @param machine - folders of this machine, which the configuration must not contain
 * @throws InputError if the configuration contains one of them
 */
export function plainConfiguration(text: string, machine: readonly string[] = []): Configuration {
  const configuration = sorted(withoutMetadata(JSON.parse(text) as JsonObject)) as Configuration;
  for (const folder of machine.filter((path) => path.length > 1)) {
    const place = findText(configuration, (found) => found.includes(folder));
    if (place) throw new InputError(`${place.join(".")} has a path of this machine: ${folder}`);
  }
  return configuration;
}

/** Removes the comments of CDKTF, which are at the top and in each element. In maps `//` can be a normal key. */
function withoutMetadata(configuration: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(without(configuration, "//")).map(([kind, content]) => [
      kind,
      withoutComments(content, depths[kind] ?? 1),
    ]),
  );
}

/** Number of names of a block, by kind. */
const depths: Readonly<Record<string, number>> = { resource: 2, data: 2, terraform: 0, locals: 0 };

function withoutComments(value: Json | undefined, depth: number): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => withoutComments(item, 0)!);
  if (!isObject(value)) return value;
  if (depth === 0) return without(value, "//");
  return Object.fromEntries(
    Object.entries(value).map(([name, content]) => [name, withoutComments(content, depth - 1)]),
  );
}

function sorted(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => sorted(item)!);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

/** The path of the first text, a value or a key, for which the predicate is true. */
export function findText(value: Json | undefined, is: (text: string) => boolean): JsonPath | undefined {
  if (typeof value === "string") return is(value) ? [] : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value) && is(key)) return [key];
    const found = findText(item as Json, is);
    if (found) return [key, ...found];
  }
  return undefined;
}

/** The JSON of one file. */
export function textOf(configuration: Configuration): string {
  return `${JSON.stringify(sorted(configuration), null, 2)}\n`;
}
