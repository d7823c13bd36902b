export { GkeNodeGroups, type GkeNodeGroupsProps } from "./node-groups";
export type { GkeNodeGroup, NodePool } from "./node-group";
