import type { EksClusterSpec } from "../eks/props";
import type { GkeClusterSpec } from "../gke/props";

/**
 * An environment file: the clusters that are deployed together, under one name. The name is the file's: `production`
 * for `production.yaml`.
 */
export interface Environment {
  /** Tags on everything of every cluster; a cluster's own tags win. */
  readonly tags?: Readonly<Record<string, string>>;

  /** The clusters; each becomes one stack. */
  readonly clusters: readonly PlatformClusterSpec[];
}

/** A cluster on one of the platforms; `platform` tells which. */
export type PlatformClusterSpec = EksClusterSpec | GkeClusterSpec;
