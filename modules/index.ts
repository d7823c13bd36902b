/**
 * What does not depend on a cloud: the words in which clusters are described, the contract that all of them keep, and the
 * errors that constructs throw. The clusters themselves are in `cdktf-clusters/eks`,
 * `cdktf-clusters/aks` and `cdktf-clusters/gke`.
 *
 * @packageDocumentation
 */
export type { KubernetesCluster } from "./cluster/kubernetes-cluster";
export { formatPath, InputError, InvalidClusterError, type Path, type Problem } from "./cluster/problem";
export type * from "./cluster/vocabulary";
