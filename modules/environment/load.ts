import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from "node:path";
import { error, isError, type Problem } from "../cluster/problem";
import { checkEnvironment, type CheckContext } from "./check";
import { platforms } from "./platforms";
import { sortProblems, type LocatedProblem } from "./problems";
import type { EnvironmentSettings } from "./settings";
import type { PlatformClusterSpec } from "./types";
import { YamlText } from "./yaml-text";

/** An environment that is right, ready to make stacks of. */
export interface LoadedEnvironment {
  /** Name of the file without its extension. */
  readonly name: string;

  /** The file, relative to the working directory when it lies below it. */
  readonly file: string;

  /** The clusters, with their full names (`<environment>-<name>`) and with the environment's tags. */
  readonly clusters: readonly PlatformClusterSpec[];

  /** What holds for all of them: where state is kept, providers, variables. */
  readonly settings: EnvironmentSettings;
}

/** What was read, and all that is wrong with it. */
export interface LoadResult {
  /** Environments without errors, in the order of their files. */
  readonly environments: readonly LoadedEnvironment[];

  /** Errors and warnings of all files, in reading order. */
  readonly problems: readonly LocatedProblem[];
}

/** Settings of a load. */
export interface LoadOptions extends Partial<Pick<CheckContext, "platforms">> {
  /**
   * The day that support dates are held against.
   *
   * @default the current day
   */
  readonly today?: Date;
}

/**
 * Reads environment files and checks them. Bad input never throws: it comes back as problems.
 *
 * @param location - a directory, whose `*.yaml` and `*.yml` are read, or one file
 */
export function loadEnvironments(location: string, options: LoadOptions = {}): LoadResult {
  return loadEnvironmentFiles([location], options);
}

/** The same for several files and directories, as given on a command line. */
export function loadEnvironmentFiles(locations: readonly string[], options: LoadOptions = {}): LoadResult {
  const listed = locations.map(filesOf);
  const files = [
    ...new Map(listed.flatMap(({ files }) => files).map((file) => [resolve(file), file])).values(),
  ];
  const loaded = files.map((file) => loadFile(file, files, { today: new Date(), platforms, ...options }));
  return {
    environments: loaded.flatMap(({ environment }) => environment ?? []),
    problems: sortProblems([...listed, ...loaded].flatMap(({ problems }) => problems)),
  };
}

// --- Files ------------------------------------------------------------------------------------------------------

/** The environment files at a location, sorted by name. */
function filesOf(location: string): { files: string[]; problems: LocatedProblem[] } {
  const problem = (message: string) => ({
    files: [],
    problems: [{ ...error([], message), file: shown(location) }],
  });
  try {
    if (!statSync(location).isDirectory()) return { files: [location], problems: [] };
    const names = readdirSync(location).filter(isEnvironmentFile);
    if (names.length === 0) return problem("the directory has no environment file (*.yaml or *.yml)");
    return { files: names.sort().map((name) => join(location, name)), problems: [] };
  } catch (failure) {
    return problem(readFailure(failure));
  }
}

/** Why the system gave no text, by its error code. */
const readFailures: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  ENOTDIR: "no such file or directory",
  EACCES: "may not be read: permission denied",
  EPERM: "may not be read: permission denied",
  EISDIR: "is a directory, where a file is expected",
  ELOOP: "is a symbolic link that leads nowhere",
  ERR_ENCODING_INVALID_ENCODED_DATA: "is not UTF-8 text",
};

function readFailure(failure: unknown): string {
  const { code = "unknown error" } = failure as NodeJS.ErrnoException;
  return readFailures[code] ?? `can't be read: ${code}`;
}

/** Hidden files are none: editors keep their own there. */
function isEnvironmentFile(path: string): boolean {
  return /^[^.].*\.ya?ml$/.test(basename(path));
}

function nameOf(path: string): string {
  return basename(path, extname(path));
}

function shown(file: string): string {
  const fromHere = relative("", file);
  return isAbsolute(file) && fromHere !== "" && !fromHere.startsWith("..") ? fromHere : file;
}

// --- One file ---------------------------------------------------------------------------------------------------

type FileContext = Omit<CheckContext, "written">;

function loadFile(
  path: string,
  all: readonly string[],
  context: FileContext,
): { environment?: LoadedEnvironment; problems: LocatedProblem[] } {
  const file = shown(path);
  if (!isEnvironmentFile(path)) {
    return { problems: [{ ...error([], "an environment file's name must end in .yaml or .yml"), file }] };
  }
  const name = nameOf(path);
  const problems: LocatedProblem[] = nameProblems(path, all).map((problem) => ({ ...problem, file }));
  const usableName = problems.length === 0 ? name : undefined;

  let text: YamlText;
  try {
    text = new YamlText(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)));
  } catch (failure) {
    return { problems: [...problems, { ...error([], readFailure(failure)), file }] };
  }
  problems.push(...text.problems.map((problem) => ({ ...problem, file })));

  if (text.value === undefined) return { problems };
  const written = (at: Problem["path"]) => text.written(at);
  const checked = checkEnvironment(usableName, text.value, { ...context, written });
  problems.push(...checked.problems.map((problem) => ({ ...text.place(problem), file })));

  const right = !problems.some(isError);
  return {
    environment: right ? { name, file, clusters: checked.clusters, settings: checked.settings } : undefined,
    problems,
  };
}

/** The file's name is the environment's, and goes before the names of its clusters. */
function nameProblems(path: string, all: readonly string[]): Problem[] {
  const name = nameOf(path);
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    const rule = "must start with a lower-case letter and have only lower-case letters, digits and -";
    return [error([], `the file's name is the environment's: it ${rule}, got ${JSON.stringify(name)}`)];
  }
  const first = all.find((other) => dirname(other) === dirname(path) && nameOf(other) === name);
  if (first === path || first === undefined) return [];
  return [error([], `environment ${JSON.stringify(name)} is already described by ${shown(first)}`)];
}
