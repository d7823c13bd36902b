/** The types of a GKE cluster's description. Rules and facts load nothing else of it. */
export type * from "../spec";
export type * from "./network";
export type * from "./access";
export type * from "./node-groups";
export type * from "./storage";
export type * from "./options";
