import type { GkeProject } from "../project/project";

/** The workload identity pool, in which pods of a cluster are principals of IAM. */
export interface WorkloadPool {
  readonly project: GkeProject;

  /**
   * Name of the pool, `<project>.svc.id.goog`, as an attribute of the cluster: IAM refuses principals of a missing pool, and GKE creates
   * the pool with the first cluster of the project.
   */
  readonly name: string;

  /** URL of the cluster, which distinguishes clusters of the project in the pool. */
  readonly clusterUrl: string;
}

/**
 * The pods of one service account in all clusters of the project: Google does not distinguish namespaces with the same name.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity#principal-id-examples
 */
export function serviceAccountPods(pool: WorkloadPool, namespace: string, serviceAccount: string): string {
  return `principal://${poolPath(pool)}/subject/ns/${namespace}/sa/${serviceAccount}`;
}

/** The pods of one namespace. */
export function namespacePods(pool: WorkloadPool, namespace: string): string {
  return `principalSet://${poolPath(pool)}/namespace/${namespace}`;
}

/** All pods of the cluster. */
export function clusterPods(pool: WorkloadPool): string {
  return `principalSet://${poolPath(pool)}/kubernetes.cluster/${pool.clusterUrl}`;
}

/** The pods of one service account as a member that may impersonate a service account of IAM. */
export function impersonator(pool: WorkloadPool, namespace: string, serviceAccount: string): string {
  return `serviceAccount:${pool.name}[${namespace}/${serviceAccount}]`;
}

function poolPath({ project, name }: WorkloadPool): string {
  return `iam.googleapis.com/projects/${project.number}/locations/global/workloadIdentityPools/${name}`;
}
