import { defineProblems, type Path, type Problem } from "../cluster/problem";

const report = defineProblems("environment", {
  /**
   * An environment has at most 300 clusters, and 50,000 values with all aliases expanded. A list, map or text in it has at most 1,000
   * members or 65,536 characters.
   *
   * @remarks Decision of this project: the check of each file of up to 1 MiB must end in seconds. The clusters of the shipped files have up to 111 values.
   */
  size: "error",
});

/** The longest list that a rule allows is 200 ranges (API server of AKS), and the longest text is 16 KiB (user data of EKS). */
const most = { clusters: 300, values: 50_000, members: 1_000, characters: 65_536 } as const;

/** Lists, maps and texts that are too large for the rules. A list or map that is too large is not searched. */
export function sizeProblems(environment: unknown): Problem[] {
  const problems: Problem[] = [];
  let values = 0;

  const search = (value: unknown, path: Path): void => {
    values++;
    if (typeof value === "string" && value.length > most.characters) {
      const message = `must have at most ${most.characters} characters, got ${value.length}`;
      problems.push(report.size(path, message));
    }
    if (typeof value !== "object" || value === null) return;
    const members = Object.entries(value);
    const isList = Array.isArray(value);
    const allowed = path[0] === "clusters" && path.length === 1 ? most.clusters : most.members;
    if (members.length > allowed) {
      const kind = isList ? (allowed === most.clusters ? "clusters in one file" : "items") : "fields";
      problems.push(report.size(path, `must have at most ${allowed} ${kind}, got ${members.length}`));
      return;
    }
    for (const [key, item] of members) search(item, [...path, isList ? Number(key) : key]);
  };

  // The structure check shortens its list of unknown fields.
  if (typeof environment === "object" && environment !== null) {
    for (const [field, part] of Object.entries(environment)) search(part, [field]);
  }
  if (values > most.values) {
    const message = `has ${values} values with all aliases expanded, and must have at most ${most.values}: divide the file`;
    problems.push(report.size([], message));
  }
  return problems;
}
