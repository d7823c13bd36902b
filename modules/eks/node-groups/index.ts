export { EksNodeGroup, type NativeGroup } from "./node-group";
export { EksNodeGroups } from "./node-groups";
export type { Bootstrap } from "./user-data";
