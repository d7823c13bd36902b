import type { AksClusterSpec } from "../aks/spec";
import type { EksClusterSpec } from "../eks/spec";
import type { GkeClusterSpec } from "../gke/spec";
import type { KubeadmClusterSpec } from "../kubeadm/spec";
import type { BackendSpec } from "./backend/types";
import type { ProvidersSpec } from "./providers/types";
import type { VariableSpec } from "./variables/types";

/**
 * An environment file: the clusters that are deployed together. The name of the environment is that of the file: `production`
 * for `production.yaml`.
 */
export interface Environment {
  /**
   * Path of another file, relative to this one, with values for the fields that this file omits. Maps are merged, and so are
   * clusters and node groups with the same name. Other lists and values of this file replace those of the base, and `null`
   * removes them.
   */
  readonly extends?: string;

  /** Backend of the Terraform state. If omitted, a local file in the folder of the project. */
  readonly backend?: BackendSpec;

  /**
   * Backends of single clusters instead of `backend`, by the names of the clusters. Clusters of several clouds in one file can so keep
   * their states in their clouds.
   */
  readonly backends?: Readonly<Record<string, BackendSpec>>;

  /** Configuration of the providers: accounts, roles, versions. */
  readonly providers?: ProvidersSpec;

  /** Terraform input variables, by name: lower-case letters, digits and `_`. */
  readonly variables?: Readonly<Record<string, VariableSpec>>;

  /** Tags of all resources of all clusters. The tags of a cluster override them. */
  readonly tags?: Readonly<Record<string, string>>;

  /** The clusters. Each has a separate stack. */
  readonly clusters: readonly PlatformClusterSpec[];
}

/** A cluster on the platform in its field `platform`. */
export type PlatformClusterSpec = EksClusterSpec | AksClusterSpec | GkeClusterSpec | KubeadmClusterSpec;
