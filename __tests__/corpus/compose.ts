import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { formatPath, type Path } from "../../modules/cluster/problem";

/** One change of a text. Values are YAML source: the composed text has the quotes and the style that they are written in. */
export type Change =
  /** Sets the value of a field or of a list item; adds the last field of a map, or the last item of a list. */
  | { readonly kind: "set"; readonly path: Path; readonly value: string }
  | { readonly kind: "remove"; readonly path: Path }
  /** Changes the key and keeps the value. */
  | { readonly kind: "rename"; readonly path: Path; readonly value: string }
  /** Writes the fields of a map, `{ other: 1 }`, in the place of one field. */
  | { readonly kind: "replace"; readonly path: Path; readonly value: string }
  /** Replaces a text that occurs once. For files that are not valid YAML. */
  | { readonly kind: "edit"; readonly from: string; readonly to: string };

/** Applies changes to a YAML text one after the other. Unchanged text keeps its position in its line. */
export function compose(base: string, changes: readonly Change[]): string {
  return changes.reduce(apply, base);
}

function apply(text: string, change: Change): string {
  if (change.kind === "edit") return edit(text, change.from, change.to);
  const parent = nodeAt(text, change.path.slice(0, -1));
  const step = change.path.at(-1)!;
  if (isMap<Node, Node | null>(parent)) return changeField(text, parent, String(step), change);
  if (isSeq<Node>(parent) && change.kind === "set") return setItem(text, parent, Number(step), change.value);
  throw new Error(`can't ${change.kind} ${formatPath(change.path)}: no such map or list`);
}

// --- Maps -------------------------------------------------------------------------------------------------------

type Field = Pair<Node, Node | null>;
type Fields = YAMLMap<Node, Node | null>;

function changeField(
  text: string,
  map: Fields,
  key: string,
  change: Exclude<Change, { kind: "edit" }>,
): string {
  const field = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (change.kind === "set" && !field) return addField(text, map, key, change.value);
  if (!field) throw new Error(`can't ${change.kind} ${formatPath(change.path)}: no such field`);

  const [start, end] = [field.key.range![0], endOfField(text, field)];
  switch (change.kind) {
    case "set":
      return splice(text, endOfKey(text, field), end, afterColon(change.value, columnOf(text, start)));
    case "rename":
      return splice(text, start, field.key.range![1], change.value.trim());
    case "replace": {
      const separator = map.flow ? ", " : `\n${" ".repeat(columnOf(text, start))}`;
      return splice(text, start, end, fieldsOf(change.value).join(separator));
    }
    case "remove":
      return removeField(text, map, field);
  }
}

function addField(text: string, map: Fields, key: string, value: string): string {
  const name = /^[\w./-]+$/.test(key) ? key : JSON.stringify(key);
  const last = map.items.at(-1);
  if (!last) throw new Error(`can't add ${key} to an empty map: set the map`);
  const end = endOfField(text, last);
  if (map.flow) return splice(text, end, end, `, ${name}:${afterColon(value, 0)}`);
  const column = columnOf(text, last.key.range![0]);
  return splice(text, end, end, `\n${" ".repeat(column)}${name}:${afterColon(value, column)}`);
}

function removeField(text: string, map: Fields, field: Field): string {
  const i = map.items.indexOf(field);
  const [before, after] = [map.items[i - 1], map.items[i + 1]];
  if (after) return splice(text, field.key.range![0], after.key.range![0], "");
  if (before) return splice(text, endOfField(text, before), endOfField(text, field), "");
  throw new Error("can't remove the only field of a map: set the map");
}

/** The sources of the fields of a map in braces. */
function fieldsOf(source: string): string[] {
  const map = nodeAt(source, []);
  if (!isMap<Node, Node | null>(map) || !map.flow) throw new Error(`must be a map in { }, got ${source}`);
  return map.items.map((field) => source.slice(field.key.range![0], endOfField(source, field)));
}

const endOfKey = (text: string, { key }: Field) => text.indexOf(":", key.range![1]) + 1;

const endOfField = (text: string, field: Field) =>
  field.value ? Math.max(endOfKey(text, field), endOf(text, field.value)) : endOfKey(text, field);

// --- Lists ------------------------------------------------------------------------------------------------------

function setItem(text: string, list: YAMLSeq<Node>, i: number, value: string): string {
  const item = list.items[i];
  if (item) {
    const start = item.range![0];
    return splice(text, start, endOf(text, item), afterDash(value, columnOf(text, start) - 2));
  }
  const last = list.items.at(-1);
  if (!last) throw new Error("can't add to an empty list: set the list");
  const end = endOf(text, last);
  if (list.flow) return splice(text, end, end, `, ${value.trim()}`);
  const column = columnOf(text, last.range![0]) - 2;
  return splice(text, end, end, `\n${" ".repeat(column)}- ${afterDash(value, column)}`);
}

// --- Texts ------------------------------------------------------------------------------------------------------

function edit(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  if (start < 0 || text.includes(from, start + 1))
    throw new Error(`must occur once: ${JSON.stringify(from)}`);
  return splice(text, start, start + from.length, to);
}

/** A value as it follows `key:`, on the same line or indented below it. */
function afterColon(value: string, column: number): string {
  const lines = indented(value, column + 2);
  return value.trim() === "" || lines[0] === "" ? lines.join("\n") : ` ${lines.join("\n")}`;
}

/** A value as it follows `- `; a map or a list begins on the same line. */
function afterDash(value: string, column: number): string {
  return indented(value, column + 2)
    .join("\n")
    .trimStart();
}

/** The lines of a value, those after the first with another indentation. */
function indented(value: string, column: number): string[] {
  const [first, ...rest] = value.trimEnd().split("\n");
  const least = Math.min(...rest.filter((line) => line !== "").map((line) => line.search(/\S/)));
  return [first.trim(), ...rest.map((line) => line && " ".repeat(column) + line.slice(least))];
}

const splice = (text: string, start: number, end: number, part: string) =>
  text.slice(0, start) + part + text.slice(end);

// --- Positions --------------------------------------------------------------------------------------------------

/** The node at a path; that of the path without steps is the whole. */
const nodeAt = (text: string, path: Path): unknown =>
  parseDocument(text, { uniqueKeys: false }).getIn(path, true);

const columnOf = (text: string, offset: number) => offset - (text.lastIndexOf("\n", offset - 1) + 1);

/** Where a node ends, without the line break after it. */
function endOf(text: string, node: Node): number {
  const [start, end] = node.range!;
  return start + text.slice(start, end).trimEnd().length;
}
