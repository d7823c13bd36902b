import type { AksClusterSpec } from "../aks/spec";
import type { EksClusterSpec } from "../eks/spec";
import type { GkeClusterSpec } from "../gke/spec";
import type { BackendSpec } from "./backend/types";
import type { ProvidersSpec } from "./providers/types";
import type { VariableSpec } from "./variables/types";

/**
 * An environment file: the clusters that are deployed together, under one name. The name is the file's: `production`
 * for `production.yaml`.
 */
export interface Environment {
  /**
   * Another file, relative to this one, whose values hold where this file has none. Maps are merged, and so are clusters and
   * node groups of one name; other lists and values replace what was there, and `null` takes it away.
   */
  readonly extends?: string;

  /** Where the state is kept. Left out: in a file beside the project. */
  readonly backend?: BackendSpec;

  /** How the stacks talk to the clouds: accounts, roles, versions. */
  readonly providers?: ProvidersSpec;

  /** Values that are given where Terraform runs, by name: lower-case letters, digits and `_`. */
  readonly variables?: Readonly<Record<string, VariableSpec>>;

  /** Tags on everything of every cluster; a cluster's own tags win. */
  readonly tags?: Readonly<Record<string, string>>;

  /** The clusters; each becomes one stack. */
  readonly clusters: readonly PlatformClusterSpec[];
}

/** A cluster on one of the platforms; `platform` tells which. */
export type PlatformClusterSpec = EksClusterSpec | AksClusterSpec | GkeClusterSpec;
