/**
 * The types that do not depend on a cloud: the common fields of clusters, the interface of all cluster constructs, and the
 * errors that constructs throw. The constructs are in `cdktf-clusters/eks`, `cdktf-clusters/aks`,
 * `cdktf-clusters/gke` and `cdktf-clusters/kubeadm`.
 *
 * @packageDocumentation
 */
export type { KubernetesCluster } from "./cluster/kubernetes-cluster";
export { formatPath, InputError, InvalidClusterError, type Path, type Problem } from "./cluster/problem";
export type * from "./cluster/vocabulary";
