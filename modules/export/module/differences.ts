import { isObject, type Json, type JsonPath } from "../configuration";

/** A place of a configuration, and what stands there in each of several syntheses. */
export interface Place {
  readonly path: JsonPath;
  readonly values: readonly (string | number)[];
}

/**
 * Where syntheses of one stack differ from each other.
 *
 * @returns undefined when they differ in more than texts and numbers: then they have not the same elements or arguments
 */
export function differingPlaces(
  configurations: readonly (Json | undefined)[],
  path: JsonPath = [],
): Place[] | undefined {
  const [first, ...others] = configurations;
  if (Array.isArray(first)) {
    if (!others.every((other) => Array.isArray(other) && other.length === first.length)) return undefined;
    return together(
      first.map((_, i) =>
        differingPlaces(
          configurations.map((list) => (list as Json[])[i]),
          [...path, i],
        ),
      ),
    );
  }
  if (isObject(first)) {
    const keys = Object.keys(first);
    const isAlike = (other: Json | undefined) =>
      isObject(other) && Object.keys(other).join("\n") === keys.join("\n");
    if (!others.every(isAlike)) return undefined;
    return together(
      keys.map((key) =>
        differingPlaces(
          configurations.map((map) => (map as Record<string, Json>)[key]),
          [...path, key],
        ),
      ),
    );
  }
  if (others.every((other) => other === first)) return [];
  return configurations.every((value) => typeof value === typeof first && isLeaf(value))
    ? [{ path, values: configurations as (string | number)[] }]
    : undefined;
}

function together(parts: readonly (readonly Place[] | undefined)[]): Place[] | undefined {
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part!);
}

const isLeaf = (value: Json | undefined) => typeof value === "string" || typeof value === "number";

/** A copy with other values at some places. */
export function withValues(value: Json, values: ReadonlyMap<string, Json>, path: JsonPath = []): Json {
  const here = values.get(keyOf(path));
  if (here !== undefined) return here;
  if (Array.isArray(value)) return value.map((item: Json, i) => withValues(item, values, [...path, i]));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withValues(item as Json, values, [...path, key])]),
  );
}

export const keyOf = (path: JsonPath): string => JSON.stringify(path);
