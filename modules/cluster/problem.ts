import { printable, printableLine } from "./printable";

/** Position of a field in a cluster: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** An `error` stops synthesis; a `warning` is printed. */
export type Severity = "error" | "warning";

/** What a rule reports about one field. */
export interface Finding {
  /** The invalid field. */
  readonly path: Path;

  /** What is wrong, the value, and what would be right; starts in lower case, no full stop. Printable: see `printable`. */
  readonly message: string;

  readonly severity: Severity;

  /** Refers to the key instead of its value, if the source is a file. */
  readonly atKey?: boolean;
}

/** A finding with the id of its rule. */
export interface Problem extends Finding {
  /** Id of the broken rule, e.g. `eks/node-groups/upgrade-within-size`. */
  readonly rule: string;
}

export function error(path: Path, message: string): Finding {
  return { path, message: printable(message), severity: "error" };
}

/** An error of a key rather than of its value. */
export function keyError(path: Path, message: string): Finding {
  return { ...error(path, message), atKey: true };
}

export function warning(path: Path, message: string): Finding {
  return { path, message: printable(message), severity: "warning" };
}

/** The findings as problems of one rule. */
export function identified(rule: string, findings: readonly Finding[]): Problem[] {
  return findings.map((finding) => ({ ...finding, rule }));
}

/** Reports problems of one kind. */
export interface ProblemKind {
  (path: Path, message: string, options?: Pick<Finding, "atKey">): Problem;

  /** The id that its problems have. */
  readonly id: string;
}

/**
 * Declares the problems that a check reports which is not a list of rules, such as the parser of a file. As with rules, each is named
 * after what it requires, and its comment is its entry in the list of rules.
 *
 * @param group - first part of every id: `yaml`
 */
export function defineProblems<Name extends string>(
  group: string,
  severities: Readonly<Record<Name, Severity>>,
): Readonly<Record<Name, ProblemKind>> {
  const kinds = Object.entries<Severity>(severities).map(([name, severity]) => {
    const id = `${group}/${name}`;
    const report = (path: Path, message: string, options: Pick<Finding, "atKey"> = {}): Problem => ({
      path,
      message: printable(message),
      severity,
      rule: id,
      ...options,
    });
    return [name, Object.assign(report, { id })];
  });
  return Object.fromEntries(kinds) as Record<Name, ProblemKind>;
}

export const isError = (problem: Finding): boolean => problem.severity === "error";

/** `["nodeGroups", 1, "size", "max"]` as `nodeGroups[1].size.max`. Keys that are not identifiers are quoted. */
export function formatPath(path: Path): string {
  const text = path
    .map((step, i) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(step)) return `[${JSON.stringify(step)}]`;
      return i === 0 ? step : `.${step}`;
    })
    .join("");
  return printable(text);
}

/** The message of a problem, and the id of its rule. */
export function formatMessage({ message, rule }: Problem): string {
  return printable(`${message} [${rule}]`);
}

/** The same problems with paths that start further up. */
export function under<Found extends Finding>(prefix: Path, problems: readonly Found[]): Found[] {
  return problems.map((problem) => ({ ...problem, path: [...prefix, ...problem.path] }));
}

/** An error of the input, not of the program: `scripts/run.js` prints its message without a stack trace. */
export class InputError extends Error {
  /** A getter, because Node prints the properties of an error that a program does not catch. */
  get isInputError(): true {
    return true;
  }

  /** @param message - a line, or several; they are printable */
  constructor(message: string | readonly string[]) {
    super([message].flat().map(printableLine).join("\n"));
  }
}

/** Thrown by a construct whose props have errors: lists all of them, with the construct's path. */
export class InvalidClusterError extends InputError {
  readonly #constructPath: string;
  readonly #problems: readonly Problem[];

  constructor(constructPath: string, problems: readonly Problem[]) {
    super([
      `${constructPath}: invalid props`,
      ...problems.map((p) => `  ${formatPath(p.path)}: ${formatMessage(p)}`),
    ]);
    this.name = "InvalidClusterError";
    this.#constructPath = constructPath;
    this.#problems = problems;
  }

  /** Path of the construct in the tree. */
  get constructPath(): string {
    return this.#constructPath;
  }

  /** All errors of the props. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }
}
