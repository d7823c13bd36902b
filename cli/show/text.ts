import { stringify } from "yaml";
import { formatPath, type Path } from "../../modules/cluster/problem";
import { type Segment, styledLine } from "../../modules/cluster/styled";
import type { Effective, Origin } from "./effective";

/** A stack with the parts of its configuration. */
export interface ShownStack {
  readonly stack: string;
  readonly file: string;
  readonly parts: Readonly<Record<string, Effective | undefined>>;
}

/** A field with its value and its origin. */
export interface Leaf {
  readonly field: string;
  readonly value: unknown;
  readonly origin: Origin;
}

/** All values, for programs. */
export function leaves(node: Effective, path: Path = []): Leaf[] {
  switch (node.kind) {
    case "leaf":
      return [{ field: formatPath(path), value: node.value, origin: node.origin }];
    case "map":
      return node.members.flatMap(([name, member]) => leaves(member, [...path, name]));
    case "list":
      return node.items.flatMap((item, i) => leaves(item, [...path, i]));
  }
}

/** A line of YAML, and where its value comes from. */
interface Line {
  readonly text: string;
  readonly origin?: Origin;
}

/** The widest text before a comment, unless a line is longer. */
const commentColumn = 56;

/** A stack as YAML with comments: valid YAML with the fields of the file. */
export function textOf({ stack, file, parts }: ShownStack, color: boolean): string {
  const lines = Object.entries(parts).flatMap(([name, part]) =>
    part === undefined ? [] : [{ text: `${name}:` }, ...linesOf(part, 1)],
  );
  const column = Math.min(commentColumn, Math.max(...lines.map(({ text }) => text.length))) + 2;
  const title: Segment[] = [["strong", `# ${stack} (${file})`]];
  return [title, ...lines.map((line) => segmentsOf(line, column))]
    .map((segments) => `${styledLine(segments, color)}\n`)
    .join("");
}

function segmentsOf({ text, origin }: Line, column: number): Segment[] {
  if (origin === undefined) return [text];
  const comment =
    origin === "default" ? "# default" : `# ${[origin.file, origin.line].filter(Boolean).join(":")}`;
  const padded = text.padEnd(column - 1);
  return [origin === "default" ? ["faint", padded] : padded, " ", ["faint", comment]];
}

function linesOf(node: Effective, depth: number): Line[] {
  const indent = "  ".repeat(depth);
  switch (node.kind) {
    case "leaf":
      return [{ text: `${indent}${inline(node.value)}`, origin: node.origin }];
    case "map":
      return node.members.flatMap(([name, member]) => memberLines(name, member, depth));
    case "list":
      return node.items.flatMap((item) => {
        const [first, ...rest] = linesOf(item, depth + 1);
        return [{ ...first, text: `${indent}- ${first.text.trimStart()}` }, ...rest];
      });
  }
}

function memberLines(name: string, member: Effective, depth: number): Line[] {
  const key = `${"  ".repeat(depth)}${inline(name)}:`;
  if (member.kind === "leaf") return [{ text: `${key} ${inline(member.value)}`, origin: member.origin }];
  return [{ text: key }, ...linesOf(member, depth + 1)];
}

/** A value in one line of YAML. */
function inline(value: unknown): string {
  if (typeof value === "string" && /[\n\r]/.test(value)) return JSON.stringify(value);
  const style = { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 } as const;
  return stringify(value, style).trimEnd();
}
