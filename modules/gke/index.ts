export { GkeCluster } from "./cluster";
export type { ClusterNetwork } from "./network/cluster-network";
export type { GkeNetwork } from "./network/network";
export type { GkeNodeGroup } from "./node-groups";
export type { GkeWorkloadIdentity } from "./identity/identity";
export type * from "./spec";
