export { KubeadmCluster } from "./cluster";
export type { KubeadmNodeGroup, KubeadmNodePool } from "./node-groups/node-group";
export type * from "./spec";
