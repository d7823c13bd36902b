import type { FieldTable } from "../../modules/cluster/fields";

/** Paths without the names of union members: `network.egress(nat-gateway).ips` is `network.egress.ips`. */
const plain = (path: string): string => path.replace(/\([^)]*\)/g, "");

/** The paths of lists whose order has a meaning. */
export function orderedLists(table: FieldTable): ReadonlySet<string> {
  return new Set(
    Object.entries(table)
      .filter(([, { ordered }]) => ordered !== undefined)
      .map(([path]) => plain(path)),
  );
}

/** A copy of a cluster with all lists and maps in reverse order, except the lists whose order has a meaning. */
export function reversed(value: unknown, ordered: ReadonlySet<string>, path = ""): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => reversed(item, ordered, `${path}[]`));
    return ordered.has(path) ? items : items.reverse();
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return [key, reversed(item, ordered, at)] as const;
  });
  return Object.fromEntries(entries.reverse());
}

/** The lists of a cluster with at least two items, by their paths. */
export function listsIn(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) {
    return [...(value.length > 1 ? [path] : []), ...value.flatMap((item) => listsIn(item, `${path}[]`))];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => listsIn(item, path === "" ? key : `${path}.${key}`));
}
