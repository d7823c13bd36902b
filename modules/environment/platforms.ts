import type * as aks from "../aks/rules";
import type { Problem } from "../cluster/problem";
import type * as eks from "../eks/rules";
import type * as gke from "../gke/rules";
import type { Definition } from "./structure";
import type { PlatformClusterSpec } from "./types";

/** The value of a cluster's field `platform`. */
export type PlatformName = PlatformClusterSpec["platform"];

/**
 * What is wrong with a cluster of right structure; paths are relative to it. Written as a method, so that the rules of one platform
 * pass for those of any: whoever calls them has looked at the field `platform`.
 */
export type Rules<Spec> = {
  judge(cluster: Spec, context: { readonly today: Date }): Problem[];
}["judge"];

/** What an environment needs to know of a platform. */
export interface Platform<Spec> {
  /** Its clusters' definition in the schema. */
  readonly definition: Definition;

  /** Loads its rules. Called only when there is a cluster of this platform. */
  readonly rules: () => Rules<Spec>;
}

/** A row for every platform of {@link PlatformClusterSpec}. */
export type Platforms = {
  readonly [Name in PlatformName]: Platform<Extract<PlatformClusterSpec, { readonly platform: Name }>>;
};

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load every platform's facts for each file */
export const platforms: Platforms = {
  eks: { definition: "EksClusterSpec", rules: () => (require("../eks/rules") as typeof eks).clusterProblems },
  aks: { definition: "AksClusterSpec", rules: () => (require("../aks/rules") as typeof aks).clusterProblems },
  gke: { definition: "GkeClusterSpec", rules: () => (require("../gke/rules") as typeof gke).clusterProblems },
};
