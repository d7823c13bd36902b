/** Azure Kubernetes Service: the `AksCluster` construct, its rooms and the types of its description. */
export { AksCluster } from "./cluster";
export type { AksNetwork, ClusterNetwork } from "./network/network";
export type { AksNodeGroup } from "./node-groups";
export type { AksWorkloadIdentity, AksWorkloadIdentityProps } from "./identity/identity";
export type * from "./spec";
