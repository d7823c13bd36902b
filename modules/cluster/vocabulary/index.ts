/**
 * The fields of a cluster that all platforms share.
 *
 * These interfaces are the single source of the file format (a JSON Schema is generated from them), of the
 * props of the constructs, and of the reference documentation. A platform narrows or extends them in its `spec.ts` files.
 */
export type * from "./cluster";
export type * from "./network";
export type * from "./access";
export type * from "./node-groups";
export type * from "./storage";
export type * from "./services";
export type * from "./maintenance";
export type * from "./workloads";
