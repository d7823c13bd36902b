import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, isSeq, parseDocument, type Node } from "yaml";
import { formatPath, isError, type Path } from "../../modules/cluster/problem";
import { loadEnvironments } from "../../modules/environment";
import { type Change, compose } from "./compose";

/** The sections of the corpus, and the platform of the base that their cases change. */
export const platforms = {
  syntax: "eks",
  structure: "eks",
  eks: "eks",
  aks: "aks",
  gke: "gke",
  kubeadm: "kubeadm",
} as const;

export type Section = keyof typeof platforms;

export const sections = Object.keys(platforms) as Section[];

/** An environment file with a mistake. README.md describes how a case is written. */
export interface Case {
  /** Unique in its section; the name of the file. */
  readonly name: string;

  /** The mistake in the file. */
  readonly reason: string;

  readonly text: string;

  /** The expected errors in reading order, as `line:column path: message [rule]`. */
  readonly problems: readonly string[];

  /** Where {@link problems} is in the file of the section. */
  readonly range: readonly [start: number, end: number];
}

/** A valid environment file. */
export const baseOf = (section: Section): string => read(`${platforms[section]}.base.yaml`);

export function casesOf(section: Section): readonly Case[] {
  const base = baseOf(section);
  const source = read(`${section}.cases.yaml`);
  const document = parseDocument(source);
  if (document.errors.length > 0) throw document.errors[0];
  if (!isSeq(document.contents)) throw new Error(`${section}.cases.yaml: must be a list`);
  return document.contents.items.map((item) => readCase(source, item, base));
}

// --- Reading a case ---------------------------------------------------------------------------------------------

/** A field of a parsed map: empty values are nodes, too. */
interface Field {
  readonly key: Node;
  readonly value: Node;
}

function readCase(source: string, item: unknown, base: string): Case {
  if (!isMap<Node, Node | null>(item)) throw new Error("a case must be a map");
  const [title, ...fields] = item.items as Field[];
  const [name, reason] = [stringOf(title.key), stringOf(title.value)];
  try {
    const problems = fields.pop();
    if (!problems || stringOf(problems.key) !== "problems")
      throw new Error("the last field must be problems");
    return {
      name,
      reason,
      text: textOf(source, fields, base),
      problems: stringOf(problems.value).trimEnd().split("\n"),
      range: rangeOf(source, problems.value),
    };
  } catch (error) {
    throw new Error(`case ${name}: ${(error as Error).message}`, { cause: error });
  }
}

function textOf(source: string, fields: readonly Field[], base: string): string {
  const [first] = fields;
  if (fields.length === 1 && stringOf(first.key) === "text") return stringOf(first.value);
  return compose(
    base,
    fields.flatMap((field) => changesOf(source, field)),
  );
}

function changesOf(source: string, { key, value }: Field): Change[] {
  const [, kind, target] = /^(\w+)(?: (.+))?$/.exec(stringOf(key)) ?? [];
  switch (kind) {
    case "set":
    case "remove":
    case "rename":
    case "replace":
      return [{ kind, path: parsePath(target), value: sourceOf(source, key, value) }];
    case "edit":
      if (!isMap<Node, Node | null>(value)) throw new Error("edit must be a map of old and new texts");
      return (value.items as Field[]).map((pair) => ({
        kind,
        from: stringOf(pair.key),
        to: stringOf(pair.value),
      }));
    default:
      throw new Error(`unknown field ${stringOf(key)}`);
  }
}

/** The text after `key:`. */
function sourceOf(source: string, key: Node, value: Node): string {
  const start = source.indexOf(":", key.range![1]) + 1;
  return source.slice(start, Math.max(start, value.range![1]));
}

/** Where a node is, without the line breaks after it. */
function rangeOf(source: string, node: Node): [number, number] {
  const [start, end] = node.range!;
  return [start, start + source.slice(start, end).trimEnd().length];
}

function stringOf(node: Node): string {
  if (!isScalar(node) || typeof node.value !== "string")
    throw new Error(`must be a string, got ${String(node)}`);
  return node.value;
}

/** The opposite of {@link formatPath}. */
function parsePath(text: string): Path {
  const path = [...text.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([A-Za-z_][A-Za-z0-9_-]*)/g)].map(
    ([, index, quoted, name]) => (index ? Number(index) : quoted ? (JSON.parse(quoted) as string) : name),
  );
  if (formatPath(path) !== text) throw new Error(`must be a path such as clusters[0].name, got ${text}`);
  return path;
}

// --- Problems ---------------------------------------------------------------------------------------------------

/** The date for which the files are checked, because the support of Kubernetes versions ends. */
const today = new Date("2026-11-23");

/** Writes the file of a case to a folder. */
export function writeCase(folder: string, { name, text }: Pick<Case, "name" | "text">): string {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, text);
  return file;
}

/** The errors and warnings of a file. */
export const problemsOf = (file: string): readonly ProblemWithRule[] =>
  loadEnvironments(file, { today }).problems;

type ProblemWithRule = ReturnType<typeof loadEnvironments>["problems"][number] & { readonly rule?: string };

/** The errors of a file, as cases expect them. */
export function errorsOf(file: string): readonly string[] {
  return problemsOf(file)
    .filter(isError)
    .map(({ line, column, path, message, rule }) => {
      const place = `${line}:${column} ${formatPath(path)}`.trimEnd();
      return `${place}: ${message}${rule ? ` [${rule}]` : ""}`;
    });
}

/** Whether a problem ends with the id of its rule. */
export const hasRule = (problem: string): boolean => / \[[a-z0-9-]+(?:\/[a-z0-9-]+)+\]$/.test(problem);

/** Writes the found problems of each case as the expected ones, and changes nothing else in the file. */
export function update(section: Section, found: ReadonlyMap<Case, readonly string[]>): void {
  const file = `${section}.cases.yaml`;
  const written = [...found].reverse().reduce((source, [{ range }, problems]) => {
    const block = ["|", ...problems.map((problem) => `    ${problem}`)].join("\n");
    return source.slice(0, range[0]) + block + source.slice(range[1]);
  }, read(file));
  writeFileSync(join(__dirname, file), written);
}

function read(file: string): string {
  return readFileSync(join(__dirname, file), "utf8");
}
