/**
 * GPUs of NVIDIA. GKE taints nodes with GPUs (`nvidia.com/gpu=present:NoSchedule`), and adds the toleration to pods that
 * request one.
 */
export interface GkeGpuSpec {
  /**
   * Type, for example `nvidia-l4`. If omitted, that of the machine type, if it includes GPUs (A2, A3, A4, G2, G4).
   *
   * @literal
   */
  readonly type?: string;

  /**
   * Number of GPUs of each machine. If omitted, that of the machine type, if it includes GPUs.
   *
   * @literal
   */
  readonly count?: number;

  /**
   * Driver that GKE installs: its `default`, the `latest`, or `none` if an operator installs one.
   *
   * @default "default"
   * @literal
   */
  readonly driver?: "default" | "latest" | "none";

  /** Partition of each GPU (Multi-Instance GPU), for example `1g.5gb`. */
  readonly partition?: string;

  /** Several pods share one GPU. */
  readonly sharing?: GkeGpuSharingSpec;
}

/** Several pods share one GPU. */
export interface GkeGpuSharingSpec {
  /** One pod after another (`time-sharing`), or several at the same time (`mps`). */
  readonly strategy: "time-sharing" | "mps";

  /** Maximum number of pods, 2 to 48. */
  readonly clients: number;
}

/** Tensor Processing Units. GKE taints the nodes (`google.com/tpu=present:NoSchedule`). */
export interface GkeTpuSpec {
  /**
   * Arrangement of the chips, for example `2x4`. A topology of several machines makes the node pool one slice of fixed
   * size.
   *
   * @literal
   */
  readonly topology: string;
}

/**
 * Local SSDs of the machines. Machine types with a fixed number of disks (such as `-lssd`) use them for `ephemeral` storage if this is
 * omitted.
 */
export interface GkeLocalSsdSpec {
  /** Number of disks of each machine. A machine type with a fixed number needs that number. */
  readonly count: number;

  /**
   * Use of the disks.
   *
   * - `ephemeral`: containers and their ephemeral storage.
   * - `block`: raw NVMe disks, for pods that claim them.
   *
   * @default "ephemeral"
   * @literal
   */
  readonly use?: "ephemeral" | "block";

  /**
   * Number of the `ephemeral` disks that cache persistent disks (GKE Data Cache).
   *
   * @default 0
   */
  readonly dataCacheCount?: number;

  /**
   * Encryption key: Google's standard key, or a key that is lost with the machine.
   *
   * @default "standard"
   */
  readonly encryption?: "standard" | "ephemeral-key";
}

/** Shielded nodes. */
export interface GkeShieldedSpec {
  /**
   * Only signed boot loaders, kernels and modules run. `false` for unsigned third-party modules.
   *
   * @default true
   * @literal
   */
  readonly secureBoot?: boolean;

  /**
   * Changes of the boot sequence are logged.
   *
   * @default true
   * @literal
   */
  readonly integrityMonitoring?: boolean;
}

/** Use of reserved capacity. */
export interface GkeReservationSpec {
  /**
   * Any matching reservation, none, or a specific one.
   *
   * @literal
   */
  readonly use: "any" | "none" | "specific";

  /**
   * Name of the specific reservation; in another project `projects/<id>/reservations/<name>`.
   *
   * @literal
   */
  readonly name?: string;
}

/** Sole-tenant nodes of Compute Engine. */
export interface GkeSoleTenantSpec {
  /** Labels of the sole-tenant nodes. At least one. */
  readonly affinity: readonly GkeAffinity[];

  /** Minimum number of vCPUs of each machine, for overcommitted hardware. */
  readonly minNodeCpus?: number;
}

/** One condition on labels. */
export interface GkeAffinity {
  readonly key: string;
  readonly operator: "in" | "not-in";
  readonly values: readonly string[];
}

/** Settings of a machine. */
export interface GkeMachineSpec {
  /**
   * Threads per core: `1` turns simultaneous multithreading off. If omitted, as the machine type has it.
   *
   * @literal
   */
  readonly threadsPerCore?: 1 | 2;

  /**
   * Virtual machines can run on the node.
   *
   * @literal
   */
  readonly nestedVirtualization?: boolean;

  /** Performance counters of the processor that programs can read. */
  readonly performanceMonitoring?: "architectural" | "standard" | "enhanced";

  /** Minimum CPU platform, for example `Intel Ice Lake`. */
  readonly minCpuPlatform?: string;

  /**
   * Not supported: the maintenance of hosts at fixed times.
   *
   * @refused the provider google neither sends nor reads the host maintenance policy (google-beta does); remove the field
   * @see https://github.com/hashicorp/terraform-provider-google/issues/19769
   */
  readonly hostMaintenance?: "as-needed" | "periodic";
}
