export { GkeNodeGroups, type GkeNodeGroupsProps } from "./node-groups";
export type { GkeNodeGroup, NativePool } from "./node-group";
