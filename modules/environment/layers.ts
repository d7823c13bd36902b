import { dirname, isAbsolute, join, resolve } from "node:path";
import { error, type Path, type Problem } from "../cluster/problem";
import { inFile, isYaml, readText, shown } from "./files";
import { isMap } from "./members";
import { locate, merge, type Origin, type Traced } from "./merge";
import type { LocatedProblem } from "./problems";
import type { Written } from "./structure";
import { YamlText } from "./yaml-text";

/** A file with all that it extends: one value, and where each part of it stands. */
export interface Layers {
  /** Undefined when one of the files can't be read. */
  readonly value: unknown;
  readonly problems: readonly LocatedProblem[];

  /** Adds file and position of what a problem is about; its path is then the one in that file. */
  readonly place: (problem: Problem) => LocatedProblem;

  readonly written: Written;

  /** Whether the scalar at a path is among {@link problems} as no right YAML. */
  readonly isFaulty: (path: Path) => boolean;
}

/** A file and what it says. */
interface Layer {
  readonly file: string;
  readonly text: YamlText;
}

/** Reads files with what they extend; each file once, however many others extend it. */
export class LayerReader {
  private readonly texts = new Map<string, YamlText | { readonly failure: string }>();

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

  /** @param over - the files that this one is the base of, the first one first */
  private trace(
    path: string,
    over: readonly string[],
    problems: LocatedProblem[],
  ): Traced<Layer> | undefined {
    const text = this.text(path);
    if ("failure" in text) {
      problems.push(inFile(error([], text.failure), path));
      return undefined;
    }
    for (const problem of text.problems) problems.push({ ...problem, file: shown(path) });
    if (text.value === undefined) return undefined;

    const own = { value: text.value, origin: { source: { file: shown(path), text }, path: [] } };
    const extended = isMap(text.value) ? text.value.extends : undefined;
    // What is no string, the structure check reports.
    if (typeof extended !== "string") return own;

    const base = join(dirname(path), extended);
    const fault = this.faultOf(extended, base, [...over, path]);
    if (fault !== undefined) {
      problems.push({ ...text.place(error(["extends"], fault)), file: shown(path) });
      return undefined;
    }
    const below = this.trace(base, [...over, path], problems);
    if (below !== undefined && !isMap(below.value)) {
      problems.push({ ...text.place(error(["extends"], `${shown(base)} is no map`)), file: shown(path) });
      return undefined;
    }
    return below && merge(below, own);
  }

  private text(path: string): YamlText | { readonly failure: string } {
    const key = resolve(path);
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    const read = readText(path);
    const text = "failure" in read ? read : new YamlText(read.text);
    this.texts.set(key, text);
    return text;
  }

  /** Why a file can't be extended. */
  private faultOf(extended: string, base: string, chain: readonly string[]): string | undefined {
    if (isAbsolute(extended) || !isYaml(base)) {
      return `must be the path of a .yaml or .yml file from this one, got ${JSON.stringify(extended)}`;
    }
    const start = chain.findIndex((file) => resolve(file) === resolve(base));
    if (start >= 0) return `goes round in a circle: ${[...chain.slice(start), base].map(shown).join(" → ")}`;
    const text = this.text(base);
    return "failure" in text ? `${shown(base)}: ${text.failure}` : undefined;
  }
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
