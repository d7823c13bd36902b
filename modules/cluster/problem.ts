/** Where something stands in a cluster's description: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** One thing that is wrong, or doubtful, with a cluster's description. */
export interface Problem {
  /** The field at fault. */
  readonly path: Path;

  /** What is wrong, the value, and what would be right; starts in lower case, no full stop. */
  readonly message: string;

  /** An `error` stops synthesis; a `warning` is printed. */
  readonly severity: "error" | "warning";

  /** Id of the rule that is broken, e.g. `eks/node-groups/upgrade-within-size`. */
  readonly rule?: string;

  /** Points at the key rather than at its value, where a file has positions. */
  readonly atKey?: boolean;
}

export function error(path: Path, message: string): Problem {
  return { path, message, severity: "error" };
}

/** An error of a key rather than of its value. */
export function keyError(path: Path, message: string): Problem {
  return { ...error(path, message), atKey: true };
}

export function warning(path: Path, message: string): Problem {
  return { path, message, severity: "warning" };
}

export const isError = (problem: Problem): boolean => problem.severity === "error";

/** `["nodeGroups", 1, "size", "max"]` as `nodeGroups[1].size.max`. Keys that are not plain words are quoted. */
export function formatPath(path: Path): string {
  return path
    .map((step, i) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(step)) return `[${JSON.stringify(step)}]`;
      return i === 0 ? step : `.${step}`;
    })
    .join("");
}

/** A problem without its place: the message, and the id of its rule. */
export function formatMessage({ message, rule }: Problem): string {
  return rule === undefined ? message : `${message} [${rule}]`;
}

/** The same problems, seen from further up. */
export function under(prefix: Path, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, path: [...prefix, ...problem.path] }));
}

/** What the user wrote is at fault, not the program: the message says it all, and `scripts/run.js` prints it alone. */
export class InputError extends Error {
  readonly isInputError = true;
}

/** Thrown by a construct whose props have problems: one error that lists them all, with the construct's path. */
export class InvalidClusterError extends InputError {
  constructor(
    /** Path of the construct in the tree. */
    readonly constructPath: string,
    readonly problems: readonly Problem[],
  ) {
    super(
      [
        `${constructPath}: invalid props`,
        ...problems.map((p) => `  ${formatPath(p.path)}: ${formatMessage(p)}`),
      ].join("\n"),
    );
    this.name = "InvalidClusterError";
  }
}
