import type * as aksFields from "../aks/fields.generated";
import type * as aksInputs from "../aks/inputs";
import type * as aks from "../aks/rules";
import type { FieldTable } from "../cluster/fields";
import type { Declared, InputTable } from "../cluster/inputs";
import type { Problem } from "../cluster/problem";
import type { ClusterSpec } from "../cluster/vocabulary";
import type * as eksFields from "../eks/fields.generated";
import type * as eksInputs from "../eks/inputs";
import type * as eks from "../eks/rules";
import type * as gkeFields from "../gke/fields.generated";
import type * as gkeInputs from "../gke/inputs";
import type * as gke from "../gke/rules";
import type { ProviderName } from "./providers/types";
import type * as kubeadmFields from "../kubeadm/fields.generated";
import type * as kubeadmInputs from "../kubeadm/inputs";
import type * as kubeadm from "../kubeadm/rules";
import type { KubeadmClusterSpec } from "../kubeadm/spec";
import type { Definition } from "./structure";
import type { PlatformClusterSpec } from "./types";

/** The value of a cluster's field `platform`. */
export type PlatformName = PlatformClusterSpec["platform"];

/** All problems of a cluster whose structure is valid; paths are relative to the cluster. */
export type ClusterRules<Spec> = (cluster: Spec, context: { readonly today: Date }) => Problem[];

/** The inputs of an exported module of a cluster. */
export type ClusterInputs<Spec> = (declared: Declared<Spec & ClusterSpec>) => InputTable;

/** What the loader reads of a platform. */
export interface Platform<Spec = PlatformClusterSpec> {
  /** The definition of its clusters in the schema. */
  readonly definition: Definition;

  /** Loads its rules. Called only if there is a cluster of this platform. */
  readonly rules: () => ClusterRules<Spec>;

  /** Loads its field table. If omitted, all texts are data, and none is shown. */
  readonly fields?: () => FieldTable;

  /** The provider whose versions the platform's resources are written for. If omitted, all supported versions have the same arguments. */
  readonly provider?: ProviderName | ((cluster: PlatformClusterSpec) => ProviderName | undefined);

  /** Loads the table of what the caller of an exported module can set. */
  readonly inputs: () => ClusterInputs<Spec>;
}

/** A row for every platform of {@link PlatformClusterSpec}. */
export type Platforms = {
  readonly [Name in PlatformName]: Platform<Extract<PlatformClusterSpec, { readonly platform: Name }>>;
};

/** A platform by name. Its rules accept any cluster: a caller passes only clusters whose field `platform` is this name. */
export function platformOf(platforms: Platforms, name: PlatformName): Platform {
  return platforms[name] as Platform<never> as Platform;
}

/** The provider whose versions the resources of a cluster are written for; undefined if all its versions have the same arguments. */
export function providerOf({ provider }: Platform, cluster: PlatformClusterSpec): ProviderName | undefined {
  return typeof provider === "function" ? provider(cluster) : provider;
}

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load every platform's facts for each file */
export const platforms: Platforms = {
  eks: {
    definition: "EksClusterSpec",
    rules: () => (require("../eks/rules") as typeof eks).clusterProblems,
    fields: () => (require("../eks/fields.generated") as typeof eksFields).fields,
    inputs: () => (require("../eks/inputs") as typeof eksInputs).eksInputs,
  },
  aks: {
    definition: "AksClusterSpec",
    rules: () => (require("../aks/rules") as typeof aks).clusterProblems,
    fields: () => (require("../aks/fields.generated") as typeof aksFields).fields,
    inputs: () => (require("../aks/inputs") as typeof aksInputs).aksInputs,
    provider: "azurerm",
  },
  gke: {
    definition: "GkeClusterSpec",
    rules: () => (require("../gke/rules") as typeof gke).clusterProblems,
    fields: () => (require("../gke/fields.generated") as typeof gkeFields).fields,
    inputs: () => (require("../gke/inputs") as typeof gkeInputs).gkeInputs,
    provider: "google",
  },
  kubeadm: {
    definition: "KubeadmClusterSpec",
    rules: () => (require("../kubeadm/rules") as typeof kubeadm).clusterProblems,
    fields: () => (require("../kubeadm/fields.generated") as typeof kubeadmFields).fields,
    inputs: () => (require("../kubeadm/inputs") as typeof kubeadmInputs).kubeadmInputs,
    provider: (cluster) => ((cluster as KubeadmClusterSpec).cloud === "azure" ? "azurerm" : undefined),
  },
};
