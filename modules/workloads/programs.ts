import type { ClusterSpec } from "../cluster/vocabulary";
import { type ProgramName, versionsFor } from "./chart";
import { charts, programNames } from "./charts";
import { chartVersionOf, settingOf } from "./release";

/** The fields of a cluster that every part of the catalogue reads. */
export type WithWorkloads = Pick<ClusterSpec, "workloads" | "kubernetesVersion">;

/** How a cluster gives a program its permissions in the cloud. */
export interface Permission<Cluster> {
  /** The field that gives them, as messages name it. */
  readonly field: string;
  readonly isGiven: (cluster: Cluster) => boolean;

  /** Whether a file that does not name the program installs it. If omitted, with its permissions. */
  readonly isDefault?: (cluster: Cluster) => boolean;
}

/**
 * The programs of the catalogue that a platform installs, and the permissions that each one needs. The field tables refuse the other
 * programs, with the reason.
 */
export type ProgramTable<Cluster> = Readonly<
  Partial<Record<ProgramName, Permission<Cluster> | "none needed">>
>;

/** Whether a cluster gives a program what it needs in the cloud. */
export function isPermitted<Cluster>(
  table: ProgramTable<Cluster>,
  cluster: Cluster,
  program: ProgramName,
): boolean {
  const permission = table[program];
  return typeof permission !== "object" || permission.isGiven(cluster);
}

/** The programs that the second stack installs, in the order of the catalogue. */
export function installedBy<Cluster extends WithWorkloads>(
  table: ProgramTable<Cluster>,
  cluster: Cluster,
): ProgramName[] {
  if (cluster.workloads === undefined) return [];
  return programNames.filter((program) => {
    const permission = table[program];
    if (permission === undefined) return false;
    const setting = settingOf(cluster, program);
    if (setting !== undefined) return setting !== false;
    if (permission === "none needed" || !permission.isGiven(cluster)) return false;
    return permission.isDefault?.(cluster) ?? true;
  });
}

/** Versions of Kubernetes, newest first, but those for which the catalogue lacks a program of the platform last. */
export function coveredFirst(table: ProgramTable<never>, newestFirst: readonly string[]): string[] {
  const offered = programNames.filter((program) => table[program] !== undefined);
  const isCovered = (version: string) =>
    offered.every((program) => versionsFor(charts[program], version).length > 0);
  return [...newestFirst.filter(isCovered), ...newestFirst.filter((version) => !isCovered(version))];
}

/** The newest of the versions of Kubernetes for which the catalogue has all programs of a cluster; undefined if it has none. */
export function newestFor<Cluster extends WithWorkloads>(
  table: ProgramTable<Cluster>,
  cluster: Cluster,
  newestFirst: readonly string[],
): string | undefined {
  const installed = installedBy(table, cluster);
  return newestFirst.find((kubernetesVersion) =>
    installed.every((program) => {
      const version = chartVersionOf({ ...cluster, kubernetesVersion }, program);
      return version !== undefined && versionsFor(charts[program], kubernetesVersion).includes(version);
    }),
  );
}
