import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, isAbsolute, join, relative } from "node:path";
import { error, type Problem } from "../cluster/problem";
import type { LocatedProblem } from "./problems";

/** The environment files at a location, sorted by name. */
export function filesOf(location: string): { files: string[]; problems: LocatedProblem[] } {
  const problem = (message: string) => ({
    files: [],
    problems: [{ ...error([], message), file: shown(location) }],
  });
  try {
    if (!statSync(location).isDirectory()) {
      return isBase(location)
        ? problem("is a base, which other files extend, and no environment itself")
        : { files: [location], problems: [] };
    }
    const names = readdirSync(location).filter((name) => isYaml(name) && !isBase(name));
    if (names.length === 0) return problem("the directory has no environment file (*.yaml or *.yml)");
    return { files: names.sort().map((name) => join(location, name)), problems: [] };
  } catch (failure) {
    return problem(readFailure(failure));
  }
}

/** A hundred clusters need less than a third. What is larger is something else, and is not read. */
const mostBytes = 1024 * 1024;

/** The text of a file, or why there is none. */
export function readText(path: string): { text: string } | { failure: string } {
  try {
    const state = statSync(path);
    if (!state.isFile() && !state.isDirectory()) return { failure: "is no regular file" };
    if (state.isFile() && state.size > mostBytes) {
      const mebibytes = (state.size / 1024 / 1024).toFixed(1);
      return { failure: `has ${mebibytes} MiB; an environment file has at most ${mostBytes / 1024 / 1024}` };
    }
    const bytes = readFileSync(path);
    if (isUtf16(bytes)) return { failure: "is UTF-16 text: save it as UTF-8" };
    if (bytes.includes(0)) return { failure: "holds NUL bytes: it is no text, or is damaged" };
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (failure) {
    return { failure: readFailure(failure) };
  }
}

/** With its mark, or as Latin letters without one: every other byte is zero. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const pairs = Math.min(bytes.length >> 1, 16);
  const isZero = (offset: number) =>
    pairs > 0 && Array.from({ length: pairs }, (_, i) => bytes[2 * i + offset]).every((byte) => byte === 0);
  return isZero(0) !== isZero(1);
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
export function isYaml(path: string): boolean {
  return /^[^.].*\.ya?ml$/.test(basename(path));
}

/** Files that hold what environments have in common: `base.yaml`, and whatever begins with `_`. */
export function isBase(path: string): boolean {
  return /^(base|_.*)\.ya?ml$/.test(basename(path));
}

/** The environment's name. */
export function nameOf(path: string): string {
  return basename(path, extname(path));
}

/** Relative to the working directory, when it lies below that. */
export function shown(file: string): string {
  const fromHere = relative("", file);
  return isAbsolute(file) && fromHere !== "" && !fromHere.startsWith("..") ? fromHere : file;
}

/** A problem of a file as a whole, or of all that the file says. */
export const inFile = (problem: Problem, path: string): LocatedProblem => ({ ...problem, file: shown(path) });
