export { GkeCluster } from "./cluster";
export type { GkeNetwork, ClusterNetwork } from "./network/network";
export type { GkeNodeGroup } from "./node-groups";
export type { GkeWorkloadIdentity } from "./identity/identity";
export type * from "./spec";
