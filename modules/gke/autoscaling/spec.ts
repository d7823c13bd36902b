import type { GkeBlueGreenSpec, GkeNodeUpgradeSpec } from "../node-groups/upgrade-spec";

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
  readonly upgrade?: GkeAutoProvisioningUpgradeSpec;
}

/** How nodes are replaced in node pools that GKE creates. */
export interface GkeAutoProvisioningUpgradeSpec extends GkeNodeUpgradeSpec {
  /** @refused a node pool that GKE creates has no minimum size to which the percentage could refer; use maxUnavailable */
  readonly maxUnavailablePercent?: number;

  /** Pace of `strategy: blue-green`. */
  readonly blueGreen?: GkeAutoProvisioningBlueGreenSpec;
}

/** Pace of a blue-green upgrade of node pools that GKE creates. */
export interface GkeAutoProvisioningBlueGreenSpec extends GkeBlueGreenSpec {
  /**
   * Not supported: a number of nodes that are drained at a time.
   *
   * @refused the provider google sends a number and a percentage if one replaces the other, and GKE accepts one of them; use batchPercent
   * @see https://github.com/hashicorp/terraform-provider-google/blob/v7.45.0/google/services/container/resource_container_cluster.go
   */
  readonly batchNodes?: number;
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
