import { isCollection, isMap, isScalar, type Node, type Pair, visit } from "yaml";
import { secrets } from "./secrets";
import { secretFields } from "./variables/secret-fields";

/** A line of a file, and the part of it that a problem is about. */
export interface Excerpt {
  /** The line without its end. Values of secrets are masked. */
  readonly text: string;

  /** Where the part starts, in UTF-16 code units from 1. */
  readonly column: number;

  /** Length of the part in UTF-16 code units, at least 1. The part ends with the line. */
  readonly length: number;
}

/**
 * The line that starts at an offset of a text.
 *
 * @param root - the parsed text; undefined if it is not valid YAML
 */
export function excerptOf(
  text: string,
  root: Node | undefined,
  start: number,
  column: number,
): Excerpt | undefined {
  if (root === undefined && secretBlock.test(text)) return undefined;
  const lineEnd = text.indexOf("\n", start);
  const line = text.slice(start, lineEnd < 0 ? undefined : lineEnd).replace(/\r$/, "");
  const at = Math.min(column - 1, line.length);
  const length = Math.max(1, Math.min(endOf(text, root, start + at) - start, line.length) - at);
  return { text: masked(line, root, start), column: at + 1, length };
}

/** Where the scalar, the flow collection or the first key of the block collection at an offset ends. */
function endOf(text: string, root: Node | undefined, offset: number): number {
  let end: number | undefined;
  if (root !== undefined) {
    visit(root, {
      Node(_, node) {
        const range = (node as Node).range;
        if (!range) return undefined;
        if (range[2] < offset || range[0] > offset) return visit.SKIP;
        const isBlock = isCollection(node) && !node.flow;
        if (range[0] === offset && !isBlock) {
          end ??= range[1];
          return visit.BREAK;
        }
        return undefined;
      },
    });
  }
  return end ?? offset + (/^[\w$.-]+/.exec(text.slice(offset, offset + 200))?.[0].length ?? 1);
}

// --- Secrets ----------------------------------------------------------------------------------------------------

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Fields whose values are not shown: those that the format refuses or restricts, and names that contain a secret anywhere. */
function secretNames(): string {
  const names = [
    ...Object.values(secrets).flatMap(Object.keys),
    ...Object.values(secretFields)
      .flat()
      .map((path) => String(path.at(-1))),
  ];
  return [...new Set(names.flatMap((name) => [name, snake(name)]))].join("|");
}

const key = `["']?(?:${secretNames()}|[\\w-]*(?:password|passphrase|token|private_?key|secret_?key|access_?key|client_?secret|api_?key))["']?`;
const secretKey = new RegExp(`^${key}$`, "i");

/** A secret that starts on a later line than its field. */
const secretBlock = new RegExp(`(?:^|[\\s{,])${key}\\s*:\\s*(?:[|>&!"'].*)?$`, "im");

/** A secret in the line of its field. */
const secretValue = new RegExp(
  `((?:^|[\\s{,])${key}\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"?|'[^']*'?|[^,}\\s][^,}]*)`,
  "gi",
);

/** Access keys of AWS. */
const accessKey = /\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g;

const stars = (text: string): string => "*".repeat(text.length);

/** A reference to a variable shows no secret. */
const isReference = (value: string): boolean => /^["']?\$\{var\.\w+\}["']?\s*$/.test(value);

/** The line with `*` in place of secrets. Columns stay the same. */
function masked(line: string, root: Node | undefined, start: number): string {
  let shown = line
    .replace(secretValue, (all, before: string, value: string) =>
      isReference(value) ? all : before + stars(value),
    )
    .replace(accessKey, stars);
  for (const [from, to] of root === undefined ? [] : secretRanges(root)) {
    const [a, b] = [Math.max(0, from - start), Math.min(line.length, to - start)];
    if (a < b && !isReference(line.slice(a, b)))
      shown = shown.slice(0, a) + stars(line.slice(a, b)) + shown.slice(b);
  }
  return shown;
}

type Range = readonly [from: number, to: number];

const rangesByRoot = new WeakMap<Node, readonly Range[]>();

/** The values of secret fields, and the defaults of sensitive variables. */
function secretRanges(root: Node): readonly Range[] {
  const known = rangesByRoot.get(root);
  if (known !== undefined) return known;
  const ranges: Range[] = [];
  rangesByRoot.set(root, ranges);
  visit(root, {
    Map(_, { items }) {
      const fields = items as Pair<Node, Node | null>[];
      const nameOf = ({ key: name }: Pair<Node, Node | null>) => (isScalar(name) ? String(name.value) : "");
      const isSensitive = fields.some(
        (pair) => nameOf(pair) === "sensitive" && isScalar(pair.value) && pair.value.value !== false,
      );
      for (const pair of fields) {
        const isSecret = secretKey.test(nameOf(pair)) && !isMap(pair.value);
        if ((isSecret || (isSensitive && nameOf(pair) === "default")) && pair.value?.range) {
          ranges.push([pair.value.range[0], pair.value.range[1]]);
        }
      }
    },
  });
  return ranges;
}
