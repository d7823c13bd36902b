import { isUnresolved } from "./tokens";

/**
 * A list that is a set, always in the same order: another order in a file changes nothing. References to variables are ordered by their text.
 * Lists with tokens of CDKTF keep their order, because the text of a token differs between syntheses.
 */
export function asSet<Item>(items: readonly Item[], key: (item: Item) => unknown = (item) => item): Item[] {
  if (isUnresolved(items)) return items as Item[];
  const keys = items.map(key);
  if (keys.some(isToken)) return [...items];
  const texts = new Map(items.map((item, i) => [item, orderOf(keys[i])]));
  return [...items].sort((a, b) =>
    texts.get(a)! < texts.get(b)! ? -1 : texts.get(a)! > texts.get(b)! ? 1 : 0,
  );
}

const isToken = (key: unknown): boolean =>
  typeof key === "string" ? key.includes("${TfToken[") : isUnresolved(key);

/** Numbers in numerical order, all other values by their text. */
const orderOf = (key: unknown): string =>
  typeof key === "number"
    ? String(key).padStart(16, "0")
    : typeof key === "string"
      ? key
      : JSON.stringify(asMap(key));

/** A map always in the same order, also the maps in it. */
export function asMap<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, asMap(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) as Value;
}
