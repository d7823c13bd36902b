import type { GkeNodeUpgradeSpec } from "../node-groups/upgrade-spec";

/** Machines that GKE creates for pending pods. */
export interface GkeAutoProvisioningSpec {
  /** Limits of the vCPUs of the whole cluster, including node groups. */
  readonly cpu: GkeBounds;

  /** Limits of the memory of the whole cluster in GiB, including node groups. */
  readonly memoryGiB: GkeBounds;

  /** GPUs of the whole cluster, by type (`nvidia-l4`). */
  readonly gpus?: Readonly<Record<string, GkeBounds>>;

  /** Names of the zones. If omitted, those of the network. */
  readonly zones?: readonly string[];

  /**
   * System image of the machines.
   *
   * @default "cos"
   * @literal
   */
  readonly image?: "cos" | "ubuntu";

  /** System disk of the machines. */
  readonly disk?: GkeAutoProvisioningDiskSpec;

  /** Minimum CPU platform, for example `Intel Ice Lake`. */
  readonly minCpuPlatform?: string;

  /** How nodes are replaced when their version changes. */
  readonly upgrade?: GkeNodeUpgradeSpec;
}

/** Limits of a number. */
export interface GkeBounds {
  /**
   * Minimum.
   *
   * @default 0
   */
  readonly min?: number;

  /** Maximum, at least 1. */
  readonly max: number;
}

/** Boot disk of machines that GKE creates. */
export interface GkeAutoProvisioningDiskSpec {
  /**
   * Size in GiB, at least 10.
   *
   * @default 100
   */
  readonly sizeGiB?: number;

  /**
   * Type.
   *
   * @default "pd-balanced"
   */
  readonly type?: "pd-standard" | "pd-balanced" | "pd-ssd";
}
