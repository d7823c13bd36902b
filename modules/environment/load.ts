import { dirname, resolve } from "node:path";
import { error, formatPath, isError, type Path, type Problem } from "../cluster/problem";
import { setAddedFacts } from "../cluster/added-facts";
import { checkEnvironment, type CheckContext } from "./check";
import type { Excerpt } from "./excerpt";
import { readFacts } from "./facts-file";
import { type AdviceOnMissing, filesOf, inFile, isYaml, nameOf, reportFile, shown } from "./files";
import { LayerReader } from "./layers";
import type { LoadedEnvironment } from "./loaded-environment";
import { pathProblems, withPaths } from "./paths";
import { platforms } from "./platforms";
import { missingFieldRule } from "./structure";
import { sortProblems, type LocatedProblem } from "./problems";
import { type PlacedEnvironment, sharedStates } from "./shared-states";

/** The environments that were read, and all problems. */
export interface LoadResult {
  /** Environments without errors, in the order of their files. */
  readonly environments: readonly LoadedEnvironment[];

  /** Names of the environments that have errors. */
  readonly broken: readonly string[];

  /** Errors and warnings of all files, in reading order. */
  readonly problems: readonly LocatedProblem[];

  /** The line of a problem; undefined if it has none, or must not be shown. */
  readonly excerptOf: (problem: LocatedProblem) => Excerpt | undefined;

  /** The file that sets a field of an environment, and its line; undefined if no file sets it. */
  readonly placeOf: (environment: LoadedEnvironment, path: Path) => Place | undefined;
}

/** A line of a file. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** Settings of a load. */
export interface LoadOptions extends Partial<Pick<CheckContext, "platforms">> {
  /**
   * The day for which the support of versions is checked.
   *
   * @default the current day
   */
  readonly today?: Date;

  /** Ends the message about a location without environment files. If omitted, the message has no advice. */
  readonly adviceOnMissing?: AdviceOnMissing;
}

/**
 * Reads environment files and checks them. Bad input does not throw; it is returned as problems.
 *
 * @param location - one file, or a directory of `*.yaml` and `*.yml` files
 */
export function loadEnvironments(location: string, options: LoadOptions = {}): LoadResult {
  return loadEnvironmentFiles([location], options);
}

/**
 * The same for several files and directories, as a command line has them. The facts that `facts.yaml` of their directories adds apply until
 * the next call.
 */
export function loadEnvironmentFiles(locations: readonly string[], options: LoadOptions = {}): LoadResult {
  const context = { today: new Date(), platforms, ...options };
  const facts = readFacts(locations, context.today);
  setAddedFacts(facts.added);
  const listed = locations.map((location) => filesOf(location, options.adviceOnMissing));
  // Without the facts, environments would have errors that follow from theirs alone.
  const isBroken = facts.problems.some(isError);
  const found = isBroken ? [] : listed.flatMap(({ files }) => files);
  const files = [...new Map(found.map((file) => [resolve(file), file])).values()];
  const reader = new LayerReader();
  const loaded = files.map((file) => loadFile(file, files, reader, context));
  const shared = sharedStates(loaded.flatMap(({ placed }) => placed ?? []));
  const wrong = new Set(shared.map(({ environment }) => environment));
  return {
    environments: loaded.flatMap(({ placed }) =>
      placed && !wrong.has(placed.environment) ? placed.environment : [],
    ),
    broken: files
      .filter((_, i) => {
        const { placed } = loaded[i];
        return placed === undefined || wrong.has(placed.environment);
      })
      .map(nameOf),
    problems: sortProblems([
      ...[facts, ...listed, ...loaded].flatMap(({ problems }) => problems),
      ...shared.map(({ problem }) => problem),
    ]),
    excerptOf: (problem) => facts.excerptOf(problem) ?? reader.excerpt(problem),
    placeOf(environment, path) {
      const { layers } = loaded.find(({ placed }) => placed?.environment === environment)!.placed!;
      if (!isSet(layers.value, path)) return undefined;
      const { file, line } = layers.place({ ...error(path, ""), rule: "" });
      return { file, line };
    },
  };
}

function isSet(value: unknown, path: Path): boolean {
  let part = value;
  for (const step of path) {
    if (typeof part !== "object" || part === null || !Object.hasOwn(part, step)) return false;
    part = (part as Readonly<Record<string | number, unknown>>)[step];
  }
  return true;
}

// --- One file ---------------------------------------------------------------------------------------------------

/** A file that was read; `placed` is undefined if it has errors. */
interface LoadedFile {
  readonly placed?: PlacedEnvironment;
  readonly problems: readonly LocatedProblem[];
}

type FileContext = Omit<CheckContext, "written">;

function loadFile(
  path: string,
  all: readonly string[],
  reader: LayerReader,
  context: FileContext,
): LoadedFile {
  if (!isYaml(path)) {
    const problem = reportFile.name([], "an environment file's name must end in .yaml or .yml");
    return { problems: [inFile(problem, path)] };
  }
  const name = nameOf(path);
  const wrongName = nameProblems(path, all).map((problem) => inFile(problem, path));
  const usableName = wrongName.length === 0 ? name : undefined;

  const layers = reader.read(path);
  if (layers.value === undefined) return { problems: [...wrongName, ...layers.problems] };
  const checked = checkEnvironment(usableName, withPaths(layers.value, path), {
    ...context,
    written: layers.written,
  });
  const outside = pathProblems(layers.value, path);
  // What rules report of such a folder follows from its path.
  const places = new Set(outside.map(({ path }) => formatPath(path)));
  const others = checked.problems.filter(({ path }) => !places.has(formatPath(path)));
  const hasSyntaxErrors = layers.problems.some(({ rule }) => rule.startsWith("yaml/"));
  const found = [...outside, ...others]
    .filter(({ path }) => !layers.isFaulty(path))
    // A field can be missing because of the syntax error.
    .filter(({ rule }) => !hasSyntaxErrors || rule !== missingFieldRule);
  const problems = [...wrongName, ...layers.problems, ...found.map(layers.place)];

  if (problems.some(isError)) return { problems };
  const { clusters, settings } = checked;
  return { placed: { environment: { name, file: shown(path), clusters, settings }, layers, path }, problems };
}

/** The file's name is the environment's, which is a prefix of the names of its clusters. */
function nameProblems(path: string, all: readonly string[]): Problem[] {
  const name = nameOf(path);
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    const rule = "must start with a lower-case letter and have only lower-case letters, digits and -";
    return [
      reportFile.name([], `the file's name is the environment's: it ${rule}, got ${JSON.stringify(name)}`),
    ];
  }
  const first = all.find((other) => dirname(other) === dirname(path) && nameOf(other) === name);
  if (first === path || first === undefined) return [];
  return [
    reportFile["name-unique"](
      [],
      `environment ${JSON.stringify(name)} is already described by ${shown(first)}`,
    ),
  ];
}
