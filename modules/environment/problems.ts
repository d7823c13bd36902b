import { printable } from "../cluster/printable";
import { formatPath, isError, type Problem } from "../cluster/problem";
import { type Display, plainDisplay, type Segment, styledLine } from "../cluster/styled";
import type { Excerpt } from "./excerpt";

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
  return styledLine(problemLine(problem), false);
}

function problemLine(problem: LocatedProblem): Segment[] {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(":");
  const path = formatPath(problem.path);
  return [
    ["strong", place],
    path && " ",
    [isError(problem) ? "error" : "warning", path],
    ": ",
    ["warning", isError(problem) ? "" : "warning: "],
    problem.message,
    ["faint", ` [${problem.rule}]`],
  ];
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

// --- Report -----------------------------------------------------------------------------------------------------

/** Maximum number of printed problems. If there are more, only errors are printed. */
const mostPrinted = 500;

/** How a report looks, and when it fails. */
export interface ReportOptions {
  /**
   * What the stream can show.
   *
   * @default plain lines
   */
  readonly display?: Display;

  /** The line of a problem, which a rich display shows. */
  readonly excerptOf?: (problem: LocatedProblem) => Excerpt | undefined;

  /**
   * Whether warnings fail, too.
   *
   * @default false
   */
  readonly strict?: boolean;
}

/**
 * Prints the problems, and the numbers of errors and warnings.
 *
 * @returns whether there are errors
 */
export function report(
  problems: readonly LocatedProblem[],
  stream: { write(text: string): unknown },
  { display = plainDisplay, excerptOf, strict = false }: ReportOptions = {},
): boolean {
  if (problems.length === 0) return false;
  const write = (segments: readonly Segment[]) => stream.write(`${styledLine(segments, display.color)}\n`);
  const errors = problems.filter(isError);
  const printed = (problems.length > mostPrinted && errors.length > 0 ? errors : problems).slice(
    0,
    mostPrinted,
  );
  for (const problem of printed) {
    write(problemLine(problem));
    const excerpt = display.rich ? excerptOf?.(problem) : undefined;
    if (excerpt === undefined) continue;
    for (const line of excerptLines(problem, excerpt, display.width)) write(line);
  }
  if (printed.length < problems.length) write([`… and ${problems.length - printed.length} more`]);

  const failed = errors.length > 0 || strict;
  write([
    [errors.length > 0 ? "error" : "warning", summaryOf(problems)],
    failed && errors.length === 0 ? "; --strict refuses warnings" : "",
  ]);
  return failed;
}

/** `2 errors and 1 warning in 2 files`, for at least one problem. */
export function summaryOf(problems: readonly LocatedProblem[]): string {
  const errors = problems.filter(isError).length;
  const counts = [count(errors, "error"), count(problems.length - errors, "warning")];
  const files = new Set(problems.map((problem) => problem.file)).size;
  return `${counts.filter((text) => !text.startsWith("0 ")).join(" and ")} in ${count(files, "file")}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// --- Excerpts ---------------------------------------------------------------------------------------------------

/** The line with its number, and marks below the part. A long line is cut around the part. */
function excerptLines(
  problem: LocatedProblem,
  { text, column, length }: Excerpt,
  width: number,
): Segment[][] {
  const number = String(problem.line).padStart(5);
  const space = Math.max(20, width - number.length - 5);
  const from = column - 1 + Math.min(length, space >> 1) < space ? 0 : Math.max(0, column - 1 - (space >> 1));
  const to = Math.min(text.length, from + space);
  const show = (a: number, b: number) => printable(text.slice(a, b).replaceAll("\t", " "));

  const [left, right] = [from > 0 ? "…" : "", to < text.length ? "…" : ""];
  const before = show(from, column - 1);
  const part = show(column - 1, Math.min(column - 1 + length, to));
  const after = show(Math.min(column - 1 + length, to), to);
  const marks = `^${"~".repeat(Math.max(0, widthOf(part) - 1))}`;
  const style = isError(problem) ? "error" : "warning";
  return [
    [["faint", `${number} | `], left + before, ["strong", part], after + right],
    [["faint", `${" ".repeat(number.length)} | `], " ".repeat(widthOf(left + before)), [style, marks]],
  ];
}

/** Characters that take two columns of a terminal. */
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** Columns of a terminal that printable text takes. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{M}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
