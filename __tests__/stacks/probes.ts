import { type Document, isMap, isScalar, isSeq, parse, stringify } from "yaml";

type Path = readonly (string | number)[];

/** A place for a reference, and its type. */
export interface Place {
  readonly path: Path;
  readonly type: string;
}

/** All scalars and lists of strings in the clusters of a file. */
export function placesOf(document: Document): Place[] {
  const found: Place[] = [];
  const visit = (node: unknown, path: Path) => {
    if (isMap(node))
      for (const { key, value } of node.items)
        visit(value, [...path, isScalar(key) ? String(key.value) : ""]);
    else if (isSeq(node)) {
      if (
        node.items.length > 0 &&
        node.items.every((item) => isScalar(item) && typeof item.value === "string")
      ) {
        found.push({ path, type: "list(string)" });
      }
      node.items.forEach((item, i) => visit(item, [...path, i]));
    } else if (isScalar(node)) {
      const types: Record<string, string> = { string: "string", number: "number", boolean: "bool" };
      found.push({ path, type: types[typeof node.value] });
    }
  };
  visit(document.get("clusters", true), ["clusters"]);
  return found;
}

/**
 * The file with a separate variable in each of the places: `probe_0` in the first.
 *
 * @param also - fields of each variable in addition to its type
 */
export function withProbes(text: string, places: readonly Place[], also: object = {}): string {
  const environment = JSON.parse(jsonOf(text)) as Container;
  places.forEach(({ path }, i) => {
    const parent = path
      .slice(0, -1)
      .reduce<Container>((inner, step) => (inner[step] ??= {}) as Container, environment);
    parent[path[path.length - 1]] = `\${var.probe_${i}}`;
  });
  const variables = Object.fromEntries(places.map(({ type }, i) => [`probe_${i}`, { type, ...also }]));
  return stringify({ variables, ...environment });
}

type Container = Record<string | number, unknown>;

/** The JSON of a file. A file is probed at each of its places, and is parsed once. */
function jsonOf(text: string): string {
  if (last?.text !== text) last = { text, json: JSON.stringify(parse(text)) };
  return last.json;
}

let last: { readonly text: string; readonly json: string } | undefined;
