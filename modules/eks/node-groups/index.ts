export { EksNodeGroup } from "./node-group";
export type { NodePool } from "./node-pool";
export { EksNodeGroups } from "./node-groups";
export type { Bootstrap } from "./user-data";
