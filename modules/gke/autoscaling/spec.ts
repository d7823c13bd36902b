import type { GkeNodeUpgradeSpec } from "../node-groups/spec";

/** Machines that GKE makes for pods that wait for one. */
export interface GkeAutoProvisioningSpec {
  /** vCPUs of the whole cluster, other groups included: an upper bound, and maybe a lower one. */
  readonly cpu: GkeBounds;

  /** Memory of the whole cluster in GiB, likewise. */
  readonly memoryGiB: GkeBounds;

  /** GPUs of the whole cluster, by type (`nvidia-l4`). */
  readonly gpus?: Readonly<Record<string, GkeBounds>>;

  /** Names of the zones. Left out: those of the network. */
  readonly zones?: readonly string[];

  /**
   * System image of the machines.
   *
   * @literal
   */
  readonly image?: "cos" | "ubuntu";

  /** System disk of the machines. */
  readonly disk?: GkeAutoProvisioningDiskSpec;

  /** Oldest processor generation. */
  readonly minCpuPlatform?: string;

  /** How the machines are replaced when their version changes. */
  readonly upgrade?: GkeNodeUpgradeSpec;
}

/** Bounds of a number. */
export interface GkeBounds {
  /**
   * At least.
   *
   * @default 0
   */
  readonly min?: number;

  /** At most, at least 1. */
  readonly max: number;
}

/** System disk of machines that GKE makes. */
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
