import { dirname, isAbsolute, join, resolve } from "node:path";
import { defineProblems, type Path, type Problem, type ProblemKind } from "../cluster/problem";
import type { Excerpt } from "./excerpt";
import {
  allowOutside,
  inFile,
  isInside,
  isYaml,
  readText,
  type ReadFailure,
  reportFile,
  rootOf,
  shown,
} from "./files";
import { isMap } from "./members";
import { locate, merge, type Origin, type Traced } from "./merge";
import type { LocatedProblem } from "./problems";
import { reportStructure, type Written } from "./structure";
import { environmentFields, YamlText } from "./yaml-text";

const report = defineProblems("extends", {
  /**
   * `extends` is the path of a `.yaml` or `.yml` file, relative to the file that has it.
   *
   * @remarks Decision of this project: a project must work in any directory and on any machine.
   */
  path: "error",

  /**
   * The extended file is in the folder of the environment file or below it, also after symbolic links.
   *
   * @remarks Decision of this project: a file in a project must not read other files of the machine. The variable
   * `ENVIRONMENTS_ROOT` is the folder that files may be in.
   */
  inside: "error",

  /**
   * The extended file can be read and holds a map.
   *
   * @remarks Decision of this project: the values of a file that cannot be read are not known.
   */
  readable: "error",

  /**
   * A file does not extend itself, directly or through other files.
   *
   * @remarks Decision of this project: such a chain has no first file.
   */
  acyclic: "error",
});

/** A file with all that it extends: one value, and the file and position of each part. */
export interface Layers {
  /** Undefined if one of the files cannot be read. */
  readonly value: unknown;
  readonly problems: readonly LocatedProblem[];

  /** Adds the file and position of a problem's field; its path is then the one in that file. */
  readonly place: (problem: Problem) => LocatedProblem;

  readonly written: Written;

  /** Whether {@link problems} reports the scalar at a path as invalid YAML. */
  readonly isFaulty: (path: Path) => boolean;
}

/** A file and its parsed text. */
interface Layer {
  readonly file: string;
  readonly text: YamlText;
}

/** Reads files with what they extend; each file once, even if several others extend it. */
export class LayerReader {
  private readonly texts = new Map<string, YamlText | { readonly failure: ReadFailure }>();

  read(path: string): Layers {
    const problems: LocatedProblem[] = [];
    const traced = this.trace(path, [], problems);
    if (traced === undefined) {
      return {
        value: undefined,
        problems,
        place: (problem) => inFile(problem, path),
        written: () => undefined,
        isFaulty: () => false,
      };
    }
    const { value, origin } = traced;
    return {
      value,
      problems,
      place: (problem) => place(origin, problem),
      written: (at) => written(origin, at),
      isFaulty: (at) => isFaulty(origin, at),
    };
  }

  /** The line of a problem in a file that was read; undefined if it has none, or must not be shown. */
  excerpt({ file, line, column }: LocatedProblem): Excerpt | undefined {
    const text = this.texts.get(resolve(file));
    if (text === undefined || "failure" in text || line === undefined || column === undefined)
      return undefined;
    return text.excerpt(line, column);
  }

  /** @param over - the files that extend this one, the first one first */
  private trace(
    path: string,
    over: readonly string[],
    problems: LocatedProblem[],
  ): Traced<Layer> | undefined {
    if (over.length === 0 && !isInside(path, rootOf(path))) {
      const message = `is a symbolic link to a file outside of its folder: ${allowOutside}`;
      problems.push(inFile(reportFile.inside([], message), path));
      return undefined;
    }
    const text = this.text(path);
    if ("failure" in text) {
      problems.push(inFile(text.failure.kind([], text.failure.message), path));
      return undefined;
    }
    for (const problem of text.problems) problems.push({ ...problem, file: shown(path) });
    if (text.value === undefined) return undefined;
    // The file that extends this one reports a base that is not a map.
    if (text.isForeign && (over.length === 0 || isMap(text.value))) {
      problems.push({ ...text.place(foreignFile(text.value)), file: shown(path) });
      return undefined;
    }

    const own = { value: text.value, origin: { source: { file: shown(path), text }, path: [] } };
    const extended = isMap(text.value) ? text.value.extends : undefined;
    // The structure check reports a value that is not a string.
    if (typeof extended !== "string") return own;

    const base = join(dirname(path), extended);
    const fault = this.faultOf(extended, base, [...over, path]);
    if (fault !== undefined) {
      problems.push({ ...text.place(fault.kind(["extends"], fault.message)), file: shown(path) });
      return undefined;
    }
    const below = this.trace(base, [...over, path], problems);
    if (below !== undefined && !isMap(below.value)) {
      const problem = report.readable(["extends"], `${shown(base)} is not a map`);
      problems.push({ ...text.place(problem), file: shown(path) });
      return undefined;
    }
    return below && merge(below, own);
  }

  private text(path: string): YamlText | { readonly failure: ReadFailure } {
    const key = resolve(path);
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    const read = readText(path);
    const text = "failure" in read ? read : new YamlText(read.text);
    this.texts.set(key, text);
    return text;
  }

  /** Why a file cannot be extended. */
  private faultOf(
    extended: string,
    base: string,
    chain: readonly string[],
  ): { kind: ProblemKind; message: string } | undefined {
    if (isAbsolute(extended) || !isYaml(base)) {
      const got = JSON.stringify(extended);
      return {
        kind: report.path,
        message: `must be the path of a .yaml or .yml file from this one, got ${got}`,
      };
    }
    const [first] = chain;
    if (!isInside(base, rootOf(first))) {
      const message = `${JSON.stringify(extended)} is outside of the folder of ${shown(first)}: ${allowOutside}`;
      return { kind: report.inside, message };
    }
    const start = chain.findIndex((file) => resolve(file) === resolve(base));
    if (start >= 0) {
      const files = [...chain.slice(start), base].map(shown).join(" → ");
      return { kind: report.acyclic, message: `circular extends: ${files}` };
    }
    const text = this.text(base);
    if (!("failure" in text)) return undefined;
    return { kind: report.readable, message: `${shown(base)}: ${text.failure.message}` };
  }
}

/** Has no part of the file: it can be any file of the machine. */
function foreignFile(value: unknown): Problem {
  if (isMap(value)) {
    const fields = environmentFields.join(", ");
    return reportStructure["unknown-field"]([], `has only unknown fields; an environment file has ${fields}`);
  }
  const got = Array.isArray(value) ? "list" : typeof value;
  return reportStructure.types(
    [],
    value === null ? "has no value; must be a map" : `must be a map, got a ${got}`,
  );
}

function place(origin: Origin<Layer>, problem: Problem): LocatedProblem {
  const { source, path } = locate(origin, problem.path);
  return { ...source.text.place({ ...problem, path }), file: source.file };
}

function isFaulty(origin: Origin<Layer>, at: Path): boolean {
  const { source, path } = locate(origin, at);
  return source.text.isFaulty(path);
}

function written(origin: Origin<Layer>, at: Path): string | undefined {
  const { source, path } = locate(origin, at);
  return source.text.written(path);
}
