import { defineProblems, type Path, type Problem } from "../cluster/problem";

const report = defineProblems("environment", {
  /**
   * An environment has at most 150 clusters, and a list, map or text in it at most 1,000 members or 65,536 characters.
   *
   * @remarks Decision of this project: some rules compare each member with each other one, and the check of a file of 1 MiB must end
   * in seconds.
   */
  size: "error",
});

/** No cloud allows a tenth of the members in one cluster. User data of a node has at most 64 KiB. */
const most = { clusters: 150, members: 1_000, characters: 65_536 } as const;

/** Lists, maps and texts that are too large for the rules. A list or map that is too large is not searched. */
export function sizeProblems(value: unknown, path: Path = []): Problem[] {
  if (typeof value === "string") {
    if (value.length <= most.characters) return [];
    return [report.size(path, `must have at most ${most.characters} characters, got ${value.length}`)];
  }
  if (typeof value !== "object" || value === null) return [];
  const members = Object.entries(value);
  if (members.length > most.members) {
    const kind = Array.isArray(value) ? "items" : "fields";
    return [report.size(path, `must have at most ${most.members} ${kind}, got ${members.length}`)];
  }
  return members.flatMap(([key, item]) =>
    sizeProblems(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Separates the clusters that are checked from those that exceed the limit. */
export function limitClusters(clusters: readonly unknown[]): {
  readonly checked: readonly unknown[];
  readonly problems: readonly Problem[];
} {
  if (clusters.length <= most.clusters) return { checked: clusters, problems: [] };
  const message = `must have at most ${most.clusters} clusters in one file, got ${clusters.length}`;
  return { checked: clusters.slice(0, most.clusters), problems: [report.size(["clusters"], message)] };
}
