import type { ClusterSpec } from "../cluster/vocabulary";

/** The end of the name of the stack that installs programs in a cluster. */
const workloadsSuffix = "-workloads";

/** The name of the stack that installs programs in a cluster. */
export const workloadsStackName = (cluster: string): string => `${cluster}${workloadsSuffix}`;

/** The name of the folder that describes a cluster to a GitOps tool. */
export const gitopsStackName = (cluster: string): string => `${cluster}-gitops`;

/** The names of the stacks of a cluster, in the order in which they are deployed. */
export function stackNamesOf({ name, workloads }: Pick<ClusterSpec, "name" | "workloads">): string[] {
  return workloads === undefined ? [name] : [name, workloadsStackName(name)];
}
