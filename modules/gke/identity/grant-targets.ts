import type { GkeGrant } from "./spec";

/** Things that a role can be given on, by the field of a grant that names them. */
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

/** One of them. */
export type GrantTarget = (typeof grantTargets)[number];
