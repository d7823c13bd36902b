export * from "./node-groups";
export * from "./node-group";
export { firstPool } from "./first-pool";
