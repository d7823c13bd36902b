import { printableLine } from "../cluster/printable";
import { formatMessage, formatPath, isError, type Problem } from "../cluster/problem";

/** A problem with its position in an environment file. */
export interface LocatedProblem extends Problem {
  /** Path of the file, relative to the working directory if the file is in it. */
  readonly file: string;

  /** Starts at 1; undefined if the problem concerns the whole file. */
  readonly line?: number;

  /** Starts at 1; undefined if the problem concerns the whole file. */
  readonly column?: number;
}

/**
 * One line for terminals and for editors that jump to positions:
 * `environments/production.yaml:23:15 clusters[0].nodeGroups[1].size.max: must be at least min (3), got 2 [cluster/node-groups/size-order]`.
 */
export function formatProblem(problem: LocatedProblem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(":");
  const path = formatPath(problem.path);
  const mark = isError(problem) ? "" : "warning: ";
  return printableLine(`${place}${path && " "}${path}: ${mark}${formatMessage(problem)}`);
}

/** Sorts problems in reading order. A problem that several aliases (`*name`) repeat is kept once. */
export function sortProblems(problems: readonly LocatedProblem[]): LocatedProblem[] {
  const sorted = [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
  const seen = new Set<string>();
  return sorted.filter((problem) => {
    const key = JSON.stringify([problem.file, problem.line, problem.column, problem.message]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Maximum number of printed problems. If there are more, only errors are printed. */
const mostPrinted = 500;

/**
 * Prints the problems, one in each line, and the number of errors.
 *
 * @returns whether there are errors
 */
export function report(
  problems: readonly LocatedProblem[],
  stream: { write(text: string): unknown },
): boolean {
  const errors = problems.filter(isError);
  const printed = (problems.length > mostPrinted && errors.length > 0 ? errors : problems).slice(
    0,
    mostPrinted,
  );
  for (const problem of printed) stream.write(`${formatProblem(problem)}\n`);
  if (printed.length < problems.length) stream.write(`… and ${problems.length - printed.length} more\n`);

  if (errors.length === 0) return false;
  const files = new Set(errors.map((problem) => problem.file)).size;
  stream.write(`${count(errors.length, "error")} in ${count(files, "file")}\n`);
  return true;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
