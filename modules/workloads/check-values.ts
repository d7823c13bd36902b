import { isUnresolved } from "../cluster/tokens";
import type { Chart, ValueType } from "./chart";
import type { Values } from "./release";

/**
 * Values that a chart does not have, or that have another type: Helm would ignore them.
 *
 * @returns one text for each, such as `serviceaccount.name: unknown`
 */
export function wrongValues({ keys }: Pick<Chart, "keys">, values: Values, path = ""): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const key = path === "" ? name : `${path}.${name}`;
    const type = keys[key];
    if (type !== undefined) return hasType(value, type) ? [] : [`${key}: not a ${type}`];
    const isPrefix = Object.keys(keys).some((known) => known.startsWith(`${key}.`));
    if (!isPrefix || typeof value !== "object" || value === null) return [`${key}: unknown`];
    return wrongValues({ keys }, value as Values, key);
  });
}

function hasType(value: unknown, type: ValueType): boolean {
  if (isUnresolved(value)) return type === "text" || typeof value !== "string";
  switch (type) {
    case "list":
      return Array.isArray(value);
    case "map":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "text":
      return typeof value === "string";
    default:
      return typeof value === type;
  }
}
