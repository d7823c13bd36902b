import { dirname, isAbsolute, join, relative } from "node:path";
import type { Path, Problem } from "../cluster/problem";
import { allowOutside, isInside, reportFile, rootOf, shown } from "./files";
import { isMap } from "./members";

const field = ["kubeadm", "software", "manifests"];

/** The folder of a cluster's own manifests, as the file has it; undefined if it is no text, or a reference. */
function folderOf(cluster: unknown): string | undefined {
  let value = cluster;
  for (const name of field) value = isMap(value) ? value[name] : undefined;
  return typeof value === "string" && !value.includes("${") ? value : undefined;
}

/** A value with the field replaced. */
function withField(value: unknown, path: Path, replaced: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return replaced;
  return {
    ...(value as object),
    [first]: withField((value as Record<string, unknown>)[first], rest, replaced),
  };
}

const clustersIn = (value: unknown): readonly unknown[] =>
  isMap(value) && Array.isArray(value.clusters) ? value.clusters : [];

/**
 * A file's content with the paths in it relative to the working directory, as constructs have them. They are written relative to the file.
 *
 * @param path - of the environment file
 */
export function withPaths(value: unknown, path: string): unknown {
  if (!clustersIn(value).some((cluster) => folderOf(cluster) !== undefined)) return value;
  return {
    ...(value as object),
    clusters: clustersIn(value).map((cluster) => {
      const folder = folderOf(cluster);
      if (folder === undefined) return cluster;
      return withField(cluster, field, relative("", join(dirname(path), folder)) || ".");
    }),
  };
}

/**
 * A cluster with the paths in it relative to its environment file, as the file has them: the reverse of {@link withPaths}.
 *
 * @param path - of the environment file
 */
export function withoutPaths<Cluster extends object>(cluster: Cluster, path: string): Cluster {
  const folder = folderOf(cluster);
  return folder === undefined
    ? cluster
    : (withField(cluster, field, relative(dirname(path), folder) || ".") as Cluster);
}

/** Paths of folders that an environment file must not read. */
export function pathProblems(value: unknown, path: string): Problem[] {
  return clustersIn(value).flatMap((cluster, i) => {
    const folder = folderOf(cluster);
    if (folder === undefined) return [];
    const at = ["clusters", i, ...field];
    if (isAbsolute(folder)) {
      const message = `must be a path relative to the environment file, got the absolute path ${folder}`;
      return [reportFile.inside(at, message)];
    }
    const target = join(dirname(path), folder);
    if (isInside(target, rootOf(path))) return [];
    return [
      reportFile.inside(
        at,
        `must be a folder below that of the environment file, got ${shown(target)}: ${allowOutside}`,
      ),
    ];
  });
}
