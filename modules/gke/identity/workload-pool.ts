import type { GkeProject } from "../project/project";

/** Where pods of a cluster are known as principals of IAM. */
export interface WorkloadPool {
  readonly project: GkeProject;

  /**
   * Name of the pool, `<project>.svc.id.goog`, as the cluster gives it: IAM refuses principals of a pool that is not there yet, and
   * it comes with the project's first cluster.
   */
  readonly name: string;

  /** URL of the cluster, which distinguishes clusters of the project in the pool. */
  readonly clusterUrl: string;
}

/**
 * The pods of one service account. Of all clusters in the project, since namespaces of one name are one to Google.
 * Source: https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity#principal-id-examples
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

/** The same pods, as service accounts of IAM know those who may act as them. */
export function impersonator(pool: WorkloadPool, namespace: string, serviceAccount: string): string {
  return `serviceAccount:${pool.name}[${namespace}/${serviceAccount}]`;
}

function poolPath({ project, name }: WorkloadPool): string {
  return `iam.googleapis.com/projects/${project.number}/locations/global/workloadIdentityPools/${name}`;
}
