export { EksCluster } from "./cluster";
export type { EksNetwork, ClusterNetwork } from "./network";
export type { EksNodeGroup } from "./node-groups";
export type { EksWorkloadIdentity, EksWorkloadIdentityProps } from "./identity/workload-identity";
export type { Statement } from "./identity/spec";
export type * from "./spec";
