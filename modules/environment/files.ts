import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { defineProblems, type Problem, type ProblemKind } from "../cluster/problem";
import type { LocatedProblem } from "./problems";

export const reportFile = defineProblems("files", {
  /**
   * The location is an existing file or directory, and the process may read it.
   *
   * @remarks Decision of this project: a path that is misspelt must not look like a project without environments.
   */
  readable: "error",

  /**
   * An environment file is below its folder also if it is a symbolic link.
   *
   * @remarks Decision of this project: a link in a project must not read other files of the machine. The variable
   * `ENVIRONMENTS_ROOT` is the folder that files may be in.
   */
  inside: "error",

  /**
   * A directory of environments has at least one `*.yaml` or `*.yml` file.
   *
   * @remarks Decision of this project: a command that does nothing must not look like one that succeeded.
   */
  "environments-exist": "error",

  /**
   * A file that other files extend (`base.yaml`, `_*.yaml`) and the file of facts (`facts.yaml`) are not loaded as environments.
   *
   * @remarks Decision of this project: a base has no name and needs not be complete.
   */
  "base-is-extended": "error",

  /**
   * The file is UTF-8 text.
   *
   * @see https://yaml.org/spec/1.2.2/#52-character-encodings
   */
  encoding: "error",

  /**
   * The file has at most 1 MiB.
   *
   * @remarks Decision of this project: a file for one hundred clusters has less than a third of this.
   */
  size: "error",

  /**
   * The file's name ends in `.yaml` or `.yml`; the part before is the environment's name: a lower-case letter, then lower-case
   * letters, digits and `-`.
   *
   * @remarks Decision of this project: the name is a prefix of the names of all clusters in the cloud.
   */
  name: "error",

  /**
   * Two files of a directory do not have the same environment name.
   *
   * @remarks Decision of this project: their stacks would have the same names.
   */
  "name-unique": "error",
});

/** Why a file cannot be read. */
export interface ReadFailure {
  readonly kind: ProblemKind;
  readonly message: string;
}

/** What to do about a location without environment files, for the end of its message. */
export type AdviceOnMissing = (location: string) => string | undefined;

/** The environment files at a location, sorted by name. */
export function filesOf(
  location: string,
  adviceOnMissing: AdviceOnMissing = () => undefined,
): { files: string[]; problems: LocatedProblem[] } {
  const advice = () => {
    const text = adviceOnMissing(location);
    return text === undefined ? "" : `; ${text}`;
  };
  const problem = ({ kind, message }: ReadFailure) => ({
    files: [],
    problems: [{ ...kind([], message), file: shown(location) }],
  });
  try {
    if (!statSync(location).isDirectory()) {
      if (isFacts(location)) {
        const message = "has facts of clouds, and is not an environment";
        return problem({ kind: reportFile["base-is-extended"], message });
      }
      return isBase(location)
        ? problem({
            kind: reportFile["base-is-extended"],
            message: "is a base that other files extend, not an environment",
          })
        : { files: [location], problems: [] };
    }
    const names = readdirSync(location).filter((name) => isYaml(name) && !isBase(name) && !isFacts(name));
    if (names.length === 0) {
      const message = `the directory has no environment file (*.yaml or *.yml)${advice()}`;
      return problem({ kind: reportFile["environments-exist"], message });
    }
    return { files: names.sort().map((name) => join(location, name)), problems: [] };
  } catch (failure) {
    const { kind, message } = readFailure(failure);
    const isMissing = (failure as NodeJS.ErrnoException).code === "ENOENT";
    return problem({ kind, message: isMissing ? message + advice() : message });
  }
}

/** A file for a hundred clusters has less than a third of this. */
const mostBytes = 1024 * 1024;

/** The text of a file, or why it cannot be read. */
export function readText(path: string): { text: string } | { failure: ReadFailure } {
  try {
    const state = statSync(path);
    if (!state.isFile() && !state.isDirectory()) return fail("readable", "is not a regular file");
    if (state.isFile() && state.size > mostBytes) {
      const mebibytes = (state.size / 1024 / 1024).toFixed(1);
      return fail(
        "size",
        `has ${mebibytes} MiB; an environment file has at most ${mostBytes / 1024 / 1024} MiB`,
      );
    }
    const bytes = readFileSync(path);
    if (isUtf16(bytes)) return fail("encoding", "is UTF-16 text: save it as UTF-8");
    if (bytes.includes(0))
      return fail("encoding", "contains NUL bytes: it is not a text file, or is damaged");
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (failure) {
    return { failure: readFailure(failure) };
  }
}

/** Checks for a byte order mark, or for Latin letters without one: every other byte is zero. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const pairs = Math.min(bytes.length >> 1, 16);
  const isZero = (offset: number) =>
    pairs > 0 && Array.from({ length: pairs }, (_, i) => bytes[2 * i + offset]).every((byte) => byte === 0);
  return isZero(0) !== isZero(1);
}

/** The folder that an environment file, and all files that it extends, must be in: its own folder, or `ENVIRONMENTS_ROOT`. */
export function rootOf(path: string): string {
  const root = process.env.ENVIRONMENTS_ROOT;
  return root ? resolve(root) : dirname(resolve(path));
}

/** Whether a file is below a folder, after all symbolic links. A file that does not exist is checked by its path. */
export function isInside(path: string, root: string): boolean {
  const [file, folder] = [path, root].map(realPath);
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function realPath(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    return full === dirname(full) ? full : join(realPath(dirname(full)), basename(full));
  }
}

/** How to read files of other folders. */
export const allowOutside = "copy the file, or set ENVIRONMENTS_ROOT to a folder with all environment files";

/** Messages by error code of the system. */
const readFailures: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  ENOTDIR: "no such file or directory",
  EACCES: "cannot be read: permission denied",
  EPERM: "cannot be read: permission denied",
  EISDIR: "is a directory, where a file is expected",
  ELOOP: "is a symbolic link without a target",
  ERR_ENCODING_INVALID_ENCODED_DATA: "is not UTF-8 text",
};

function readFailure(failure: unknown): ReadFailure {
  const { code = "unknown error" } = failure as NodeJS.ErrnoException;
  return {
    kind: code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? reportFile.encoding : reportFile.readable,
    message: readFailures[code] ?? `cannot be read: ${code}`,
  };
}

const fail = (kind: keyof typeof reportFile, message: string): { failure: ReadFailure } => ({
  failure: { kind: reportFile[kind], message },
});

/** Hidden files are not environments: editors keep backups in them. */
export function isYaml(path: string): boolean {
  return /^[^.].*\.ya?ml$/.test(basename(path));
}

/** Files with what environments have in common: `base.yaml`, and files whose names start with `_`. */
export function isBase(path: string): boolean {
  return /^(base|_.*)\.ya?ml$/.test(basename(path));
}

/** The file of facts that a user adds. */
export function isFacts(path: string): boolean {
  return /^facts\.ya?ml$/.test(basename(path));
}

/** The environment's name. */
export function nameOf(path: string): string {
  return basename(path, extname(path));
}

/** Relative to the working directory if the file is below it. */
export function shown(file: string): string {
  const fromHere = relative("", file);
  return isAbsolute(file) && fromHere !== "" && !fromHere.startsWith("..") ? fromHere : file;
}

/** A problem of a file as a whole. */
export const inFile = (problem: Problem, path: string): LocatedProblem => ({ ...problem, file: shown(path) });
