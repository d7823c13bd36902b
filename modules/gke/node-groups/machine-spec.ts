/** GPUs of NVIDIA. GKE taints nodes with GPUs (`nvidia.com/gpu=present:NoSchedule`), and pods that ask for one tolerate it. */
export interface GkeGpuSpec {
  /**
   * Type, e.g. `nvidia-l4`. Left out: that of the machine type, where it has GPUs of its own (A2, A3, A4, G2, G4).
   *
   * @literal
   */
  readonly type?: string;

  /**
   * Number for each machine. Left out: that of the machine type, likewise.
   *
   * @literal
   */
  readonly count?: number;

  /**
   * Driver that GKE installs: its `default`, the `latest`, or `none` where an operator does.
   *
   * @default "default"
   * @literal
   */
  readonly driver?: "default" | "latest" | "none";

  /** Parts that each GPU is divided into (Multi-Instance GPU), e.g. `1g.5gb`. */
  readonly partition?: string;

  /** Several pods share one GPU. */
  readonly sharing?: GkeGpuSharingSpec;
}

/** Several pods share one GPU. */
export interface GkeGpuSharingSpec {
  /** In turns (`time-sharing`), or at the same time (`mps`). */
  readonly strategy: "time-sharing" | "mps";

  /** Pods at most, 2 to 48. */
  readonly clients: number;
}

/** Tensor Processing Units. GKE taints the nodes (`google.com/tpu=present:NoSchedule`). */
export interface GkeTpuSpec {
  /**
   * Arrangement of the chips, e.g. `2x4`. More than one machine's chips make the pool one slice, of fixed size.
   *
   * @literal
   */
  readonly topology: string;
}

/** The machines' own SSDs of 375 GiB each. */
export interface GkeLocalSsdSpec {
  /** Number of disks for each machine. Machine types with a fixed number (`-lssd`) want that number. */
  readonly count: number;

  /**
   * - `ephemeral`: containers and their scratch space live on them.
   * - `block`: raw NVMe disks, for pods that claim them.
   *
   * @default "ephemeral"
   * @literal
   */
  readonly use?: "ephemeral" | "block";

  /**
   * Of the disks for `ephemeral`, those that cache persistent disks (GKE Data Cache).
   *
   * @default 0
   */
  readonly dataCacheCount?: number;

  /**
   * Who makes the key: Google's standard one, or one that is lost with the machine.
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
   * Changes of the boot sequence are written to the logs.
   *
   * @default true
   * @literal
   */
  readonly integrityMonitoring?: boolean;
}

/** Capacity that is reserved. */
export interface GkeReservationSpec {
  /**
   * Any fitting reservation, none, or one by its name.
   *
   * @literal
   */
  readonly use: "any" | "none" | "specific";

  /**
   * Name of the reservation, for `specific`; of another project `projects/<id>/reservations/<name>`.
   *
   * @literal
   */
  readonly name?: string;
}

/** Nodes of a sole tenant. */
export interface GkeSoleTenantSpec {
  /** Which sole-tenant nodes, by their labels. At least one. */
  readonly affinity: readonly GkeAffinity[];

  /** Fewest vCPUs of each machine, for overcommitted hardware. */
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
   * Threads of each core: `1` switches simultaneous multithreading off. Left out: as the machine type has it.
   *
   * @literal
   */
  readonly threadsPerCore?: 1 | 2;

  /**
   * Virtual machines in the node.
   *
   * @literal
   */
  readonly nestedVirtualization?: boolean;

  /** Counters of the processor that programs may read. */
  readonly performanceMonitoring?: "architectural" | "standard" | "enhanced";

  /** Oldest processor generation, e.g. `Intel Ice Lake`. */
  readonly minCpuPlatform?: string;

  /** When the host is maintained: as needed, or at fixed times that are told beforehand. */
  readonly hostMaintenance?: "as-needed" | "periodic";
}
