import { error, type Path, type Problem } from "../cluster/problem";

/** Fields whose text is a program's, with a `${…}` of its own. */
const programs: readonly (string | number)[] = ["userData"];

/**
 * Terraform would read `${…}` as a reference, and a file declares nothing that could be referred to. In constructs such a
 * value is a token, which rules leave alone; here it is a mistake.
 */
export function referenceProblems(value: unknown, path: Path = []): Problem[] {
  if (typeof value === "string") {
    if (!value.includes("${") || programs.includes(path[path.length - 1])) return [];
    return [
      error(
        path,
        `must be the value itself: environment files have no variables, got ${JSON.stringify(value)}`,
      ),
    ];
  }
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((item, i) => referenceProblems(item, [...path, i]))
    : Object.entries(value).flatMap(([field, item]) => referenceProblems(item, [...path, field]));
}
