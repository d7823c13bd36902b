import type * as aksFields from "../aks/fields.generated";
import type * as aks from "../aks/rules";
import type { FieldTable } from "../cluster/fields";
import type { Problem } from "../cluster/problem";
import type * as eksFields from "../eks/fields.generated";
import type * as eks from "../eks/rules";
import type * as gkeFields from "../gke/fields.generated";
import type * as gke from "../gke/rules";
import type { Definition } from "./structure";
import type { PlatformClusterSpec } from "./types";

/** The value of a cluster's field `platform`. */
export type PlatformName = PlatformClusterSpec["platform"];

/** All problems of a cluster whose structure is valid; paths are relative to the cluster. */
export type ClusterRules<Spec> = (cluster: Spec, context: { readonly today: Date }) => Problem[];

/** What the loader reads of a platform. */
export interface Platform<Spec = PlatformClusterSpec> {
  /** The definition of its clusters in the schema. */
  readonly definition: Definition;

  /** Loads its rules. Called only if there is a cluster of this platform. */
  readonly rules: () => ClusterRules<Spec>;

  /** Loads its field table. If omitted, all texts are data, and none is shown. */
  readonly fields?: () => FieldTable;
}

/** A row for every platform of {@link PlatformClusterSpec}. */
export type Platforms = {
  readonly [Name in PlatformName]: Platform<Extract<PlatformClusterSpec, { readonly platform: Name }>>;
};

/** A platform by name. Its rules accept any cluster: a caller passes only clusters whose field `platform` is this name. */
export function platformOf(platforms: Platforms, name: PlatformName): Platform {
  return platforms[name] as Platform<never> as Platform;
}

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load every platform's facts for each file */
export const platforms: Platforms = {
  eks: {
    definition: "EksClusterSpec",
    rules: () => (require("../eks/rules") as typeof eks).clusterProblems,
    fields: () => (require("../eks/fields.generated") as typeof eksFields).fields,
  },
  aks: {
    definition: "AksClusterSpec",
    rules: () => (require("../aks/rules") as typeof aks).clusterProblems,
    fields: () => (require("../aks/fields.generated") as typeof aksFields).fields,
  },
  gke: {
    definition: "GkeClusterSpec",
    rules: () => (require("../gke/rules") as typeof gke).clusterProblems,
    fields: () => (require("../gke/fields.generated") as typeof gkeFields).fields,
  },
};
