import type { ClusterSpec } from "../cluster/vocabulary";
import type { ProgramName } from "./chart";
import { programNames } from "./charts";
import { settingOf } from "./release";

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
