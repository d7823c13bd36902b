import type { GkeGrant } from "./spec";

/** Types of resources for role grants, by the field of the grant. */
export const grantTargets = [
  "project",
  "bucket",
  "secret",
  "topic",
  "subscription",
  "key",
  "dataset",
  "repository",
] as const satisfies readonly (keyof GkeGrant)[];

/** One type of resource. */
export type GrantTarget = (typeof grantTargets)[number];
