import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import type { Path, Problem, ProblemKind } from "../cluster/problem";
import { nearest } from "../cluster/nearest";
import { type Excerpt, excerptOf } from "./excerpt";
import { syntaxFault } from "./syntax";
import { synonymOf } from "./synonyms";
import type { Environment } from "./types";
import { reportYaml, YamlReader } from "./yaml-reader";

/** A problem with its position in the text; line and column are counted from 1. */
export interface PlacedProblem extends Problem {
  readonly line: number;
  readonly column: number;
}

/**
 * Levels of nested maps and lists. The format needs a dozen. The parser is recursive: at about 800 levels Node.js can run out of
 * stack.
 */
const deepest = 200;

/**
 * Names, values, signs and line ends. A hundred clusters have 30,000. The parser takes about a kilobyte and ten microseconds for
 * each: a file of one megabyte of brackets would take half a minute.
 */
const mostTokens = 200_000;

/** Maximum errors reported individually. */
const mostFaults = 500;

/** A YAML text: its value, and the position of each part of it. */
export class YamlText {
  /** Maps and lists as plain objects and arrays; undefined if the text is empty or invalid. */
  readonly value: unknown;

  /** Problems of the YAML syntax; fields and values are checked elsewhere. */
  readonly problems: readonly PlacedProblem[];

  /** Whether the text is of another kind than the expected one. Messages then have no part of it: it can be any file of the machine. */
  readonly isForeign: boolean = false;

  private readonly lines: LineCounter;
  private readonly text: string;

  /** Whether the text was parsed, and is an environment. */
  private isShown = false;
  private readonly root: Node | undefined;
  private readonly aliased: YamlReader["aliased"];
  private readonly faults: readonly YAMLError[] = [];
  private readonly pairs = new Map<YAMLMap, ReadonlyMap<unknown, Pair<Node, Node>>>();

  /** @param format - the kind of file */
  constructor(text: string, { fields, needed }: YamlFormat = environmentFormat) {
    const found: PlacedProblem[] = [];
    const unreported: number[] = [];
    const report: Report = (offset, kind, path, message) =>
      found.length < mostFaults
        ? found.push({ ...kind(path, message), ...this.position(offset) })
        : unreported.push(offset);
    const reader = new YamlReader(
      (offset, kind, path, message) =>
        this.isForeign && kind !== reportYaml.size
          ? report(offset, kind, [], redacted(message))
          : report(offset, kind, path, message),
      (offset) => this.position(offset).line,
    );
    this.problems = found;
    this.lines = countLines(text);
    this.text = text;
    this.aliased = reader.aliased;

    const tooDeep = offsetOfDepth(text, deepest);
    if (tooDeep !== undefined) {
      report(tooDeep, reportYaml.size, [], `maps and lists are nested more than ${deepest} deep`);
      return;
    }
    if (hasMoreTokens(text, mostTokens)) {
      report(
        0,
        reportYaml.size,
        [],
        `the file has more than ${mostTokens} names, values and signs: divide it`,
      );
      return;
    }
    const document = parse(text);
    const faults = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    this.isForeign = !hasField(document, fields);
    this.isShown = !this.isForeign;
    const readable = reportFaults(faults, document, text, (offset, kind, path, message) =>
      report(offset, kind, path, this.isForeign ? withoutParserMessage(message) : message),
    );
    if (readable && start(document.contents ?? undefined) === undefined) {
      report(0, reportYaml["not-empty"], [], `the file is empty; it needs the field "${needed}"`);
    } else if (readable) {
      this.root = document.contents!;
      this.faults = faults;
      const value = reader.read(this.root);
      if (reader.complete) this.value = value;
    }
    if (unreported.length > 0) {
      const from = this.position(unreported[0]);
      found.push({ ...reportYaml.syntax([], `${unreported.length} more errors from here on`), ...from });
    }
  }

  /** Adds the position of the value at the path, of its key if the problem is about the key, or of the nearest field around it. */
  place(problem: Problem): PlacedProblem {
    return { ...problem, ...this.position(this.offsetOf(problem.path, problem.atKey === true)) };
  }

  /** A line for a message, with the marked part; undefined if no part of the text may be shown. */
  excerpt(line: number, column: number): Excerpt | undefined {
    const { isShown, text, root, lines } = this;
    const start = lines.lineStarts[line - 1];
    return isShown && start !== undefined ? excerptOf(text, root, start, column) : undefined;
  }

  /** A scalar as the text has it: `1.30` for the number 1.3. */
  written(path: Path): string | undefined {
    let node = this.root;
    for (const step of path) node = this.child(node, step)?.value;
    node = this.behind(node);
    return isScalar(node) ? node.source : undefined;
  }

  /** Whether the scalar at a path is reported as invalid YAML, so that its value is unknown. */
  isFaulty(path: Path): boolean {
    if (this.faults.length === 0) return false;
    let node = this.root;
    for (const step of path) node = this.child(node, step)?.value;
    node = this.behind(node);
    if (!isScalar(node) || !node.range) return false;
    const [from, to] = node.range;
    // A tag is in front of its scalar.
    const tagged = node.tag === undefined ? from : from - node.tag.length - 1;
    return this.faults.some(({ pos: [at] }) => at >= tagged && at < to);
  }

  private offsetOf(path: Path, atKey: boolean): number {
    let node = this.root;
    let offset = start(node) ?? 0;
    for (const [i, step] of path.entries()) {
      const child = this.child(node, step);
      if (!child) break;
      node = child.value;
      const pointsAtKey = atKey && i === path.length - 1;
      const value = pointsAtKey ? undefined : start(this.behind(node));
      offset = value ?? start(child.key) ?? offset;
    }
    return offset;
  }

  private child(parent: Node | undefined, step: string | number): { key?: Node; value?: Node } | undefined {
    const node = this.behind(parent);
    if (isSeq(node) && typeof step === "number" && step in node.items)
      return { value: node.items[step] as Node };
    if (!isMap(node)) return undefined;
    const pair = this.pairsOf(node).get(step);
    return pair && { key: pair.key, value: pair.value ?? undefined };
  }

  /** By key; of duplicates the first. Each map is indexed once. */
  private pairsOf(map: YAMLMap): ReadonlyMap<unknown, Pair<Node, Node>> {
    const known = this.pairs.get(map);
    if (known !== undefined) return known;
    const pairs = new Map<unknown, Pair<Node, Node>>();
    for (const pair of map.items as Pair<Node, Node>[]) {
      if (isScalar(pair.key) && !pairs.has(pair.key.value)) pairs.set(pair.key.value, pair);
    }
    this.pairs.set(map, pairs);
    return pairs;
  }

  private behind(node: Node | undefined): Node | undefined {
    return isAlias(node) ? this.aliased.get(node) : node;
  }

  private position(offset: number): { line: number; column: number } {
    const { line, col } = this.lines.linePos(offset);
    return { line, column: col };
  }
}

/** The fields of an environment file. */
export const environmentFields = Object.keys({
  extends: true,
  backend: true,
  backends: true,
  providers: true,
  variables: true,
  tags: true,
  clusters: true,
} satisfies Record<keyof Environment, true>);

/** A kind of file. */
export interface YamlFormat {
  /** Its fields. A file without any of them can be any file of the machine. */
  readonly fields: readonly string[];

  /** The field that an empty file lacks. */
  readonly needed: string;
}

const environmentFormat: YamlFormat = { fields: environmentFields, needed: "clusters" };

/** Whether a text is of a format, perhaps with mistakes: it has at least one of the fields, or a misspelt one. */
function hasField({ contents }: Document.Parsed, fields: readonly string[]): boolean {
  if (!isMap(contents)) return false;
  return contents.items.some(({ key }) => {
    const name = isScalar(key) ? key.value : undefined;
    if (typeof name !== "string") return false;
    return (
      fields.includes(name) || synonymOf(name, fields) !== undefined || nearest(name, fields) !== undefined
    );
  });
}

/** The messages of the parser can have parts of the text. */
const withoutParserMessage = (message: string): string => message.replace(/^(not valid YAML): .*/s, "$1");

/** A message of the reader without names and values of the text. */
const redacted = (message: string): string =>
  message
    .replace(/ "(?:[^"\\]|\\.)*"/, "")
    .replace(/, got .*/s, "")
    .replace(/([*&])\S+/g, "$1…");

/** Where a node starts; an omitted value (`name:`) has no position. */
function start(node: Node | undefined): number | undefined {
  const omitted = isScalar(node) && node.source === "" && node.type === "PLAIN";
  return omitted ? undefined : node?.range?.[0];
}

/** Each error of the parser is an `Error`: a hundred thousand stack traces would take longer than the parsing. */
function parse(text: string): Document.Parsed {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, {
      schema: "core",
      merge: false,
      resolveKnownTags: false,
      // The reader finds duplicates, and reports where the first one is.
      uniqueKeys: false,
      prettyErrors: false,
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Stops at the limit. */
function hasMoreTokens(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  const tokens = new Lexer().lex(text);
  for (let count = 0; count <= limit; count++) {
    if (tokens.next().done) return false;
  }
  return true;
}

type Report = (offset: number, kind: ProblemKind, path: Path, message: string) => void;

/** Reports what the parser found, without the consequences of an earlier error. Returns whether the value is reliable. */
function reportFaults(
  faults: readonly YAMLError[],
  document: Document.Parsed,
  text: string,
  report: Report,
): boolean {
  const scalars = new Scalars(document);
  for (const fault of faults) {
    const { message, atStart, garbled } = syntaxFault(fault, text);
    report(atStart ? scalars.startAt(fault.pos[0]) : fault.pos[0], reportYaml.syntax, [], message);
    if (garbled) return false;
  }
  return true;
}

/** Where scalars start. Collected once. */
class Scalars {
  private ranges?: (readonly [start: number, end: number])[];

  constructor(private readonly document: Document.Parsed) {}

  /** The start of the scalar that ends at or after the offset; the offset itself if there is none. */
  startAt(end: number): number {
    const ranges = (this.ranges ??= this.all());
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle][0] < end) low = middle + 1;
      else high = middle;
    }
    const [start, stop] = ranges[low - 1] ?? [end, end];
    return end <= stop ? start : end;
  }

  private all(): (readonly [number, number])[] {
    const ranges: (readonly [number, number])[] = [];
    visit(this.document, {
      Scalar(_, { range }) {
        if (range) ranges.push([range[0], range[2]]);
      },
    });
    return ranges;
  }
}

function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) lines.addNewLine(end + 1);
  return lines;
}

/** Where the text nests deeper than `limit`; undefined if it does not. */
function offsetOfDepth(text: string, limit: number): number | undefined {
  return mayBeDeeper(text, limit) ? offsetOfDeepToken(text, limit) : undefined;
}

/** A rough, fast count, in which brackets and blanks inside of values count, too. */
function mayBeDeeper(text: string, limit: number): boolean {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "[" || text[i] === "{") open++;
    else if (open > 0 && (text[i] === "]" || text[i] === "}")) open--;
    if (open > limit) return true;
  }
  return new RegExp(`^[ ?-]{${2 * limit}}`, "m").test(text);
}

/** Marks that the lexer adds: start of a document, end of a flow collection, and start of a scalar. */
const lexerMarks = { document: "\u0002", flowEnd: "\u0018", scalar: "\u001f" };

/** Counts the brackets and the indentation of maps and lists. Scalars and comments do not nest. */
function offsetOfDeepToken(text: string, limit: number): number | undefined {
  let [offset, lineStart, open, indentation] = [0, 0, 0, 0];
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (token === lexerMarks.scalar) {
      isScalar = true;
      if (indentation >= 2 * limit) return lineStart + 2 * limit;
      continue;
    }
    if (token === lexerMarks.document || token === lexerMarks.flowEnd) continue;
    if (!isScalar) {
      if (token === "[" || token === "{") open++;
      if (token === "]" || token === "}") open = Math.max(0, open - 1);
      if (open > limit) return offset;
      if (/^\r?\n/.test(token)) [lineStart, indentation] = [offset + token.length, 0];
      else if (/^ +$/.test(token)) indentation += token.length;
      else if (/^[?-]$/.test(token) && indentation < 2 * limit) indentation += token.length;
      else if (indentation >= 2 * limit && !token.startsWith("#")) return lineStart + 2 * limit;
    }
    isScalar = false;
    offset += token.length;
  }
  return undefined;
}
