/** Azure Kubernetes Service: the `AksCluster` construct, its components and the types of its fields. */
export { AksCluster } from "./cluster";
export type { ClusterNetwork } from "./network/cluster-network";
export type { AksNetwork } from "./network/network";
export type { AksNodeGroup } from "./node-groups/node-group";
export type { AksWorkloadIdentity, AksWorkloadIdentityProps } from "./identity/workload-identity";
export type * from "./spec";
