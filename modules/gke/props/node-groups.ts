import type { DiskSpec, NodeGroupSpec, NodeUpgradeSpec } from "../../cluster/vocabulary";

/**
 * Workers of one kind: node pools of GKE. With `spread: per-zone` one in each zone. Else one over all zones; where a fixed
 * `size` does not divide by the number of zones, the rest is a second pool, with one node in each of the first zones: GKE
 * counts nodes by the zone.
 */
export interface GkeNodeGroupSpec extends NodeGroupSpec {
  /** The machine type: exactly one, e.g. `n4-standard-4`. */
  readonly machineTypes: readonly string[];

  /**
   * `on-demand`, or `spot`: cheap machines that Google takes back at 30 seconds' notice. Another one makes another pool, the new
   * one first.
   *
   * @default "on-demand"
   */
  readonly capacity?: "on-demand" | "spot";

  /** Highest number of pods on a node, 8 to 256. Left out: 110. Another one makes another pool, the new one first. */
  readonly maxPods?: number;

  /** System image of the nodes. */
  readonly image?: GkeImageSpec;

  readonly disk?: GkeDiskSpec;

  readonly upgrade?: GkeNodeUpgradeSpec;

  /**
   * In which zones the autoscaler adds nodes: `balanced` over all, or `any` that has machines. Left out: `balanced`, and `any` for
   * spot machines.
   */
  readonly balance?: "balanced" | "any";

  /** Accelerators of NVIDIA on each machine. */
  readonly gpu?: GkeGpuSpec;

  /** Tensor Processing Units; the machine type says which (`ct5lp-hightpu-4t`). */
  readonly tpu?: GkeTpuSpec;

  /** The machines' own SSDs. What is on them is lost with the machine. */
  readonly localSsd?: GkeLocalSsdSpec;

  /**
   * Memory that is encrypted by the processor with a key that Google does not have. The machine type must know it.
   *
   * @default "none"
   */
  readonly confidential?: "none" | "sev" | "sev-snp" | "tdx";

  /** Guards against changed firmware and boot loaders. */
  readonly shielded?: GkeShieldedSpec;

  /**
   * Pods run in gVisor, a kernel of their own, apart from the node's. Image `cos` alone.
   *
   * Needs provider 7.22 or later: `gke.providerMinimum`.
   *
   * @default "none"
   */
  readonly sandbox?: "none" | "gvisor";

  /**
   * Machines that wait for capacity: `flex-start` starts them when there is some, for at most seven days; `queued` starts
   * all that a ProvisioningRequest asks for at once. The size is a range from 0.
   *
   * @default "standard"
   */
  readonly provisioning?: "standard" | "flex-start" | "queued";

  /** Seconds after which Google takes a machine back, 600 to 604800. */
  readonly maxRunSeconds?: number;

  /** Capacity that is reserved. */
  readonly reservation?: GkeReservationSpec;

  /**
   * How the machines are placed on hardware: `compact` is close together, in one zone.
   *
   * @default "none"
   */
  readonly placement?: "none" | "compact";

  /** Name of an existing placement policy; with `placement: compact`. */
  readonly placementPolicy?: string;

  /** Hardware that runs nobody else's machines. */
  readonly soleTenant?: GkeSoleTenantSpec;

  /** Settings of the machine. */
  readonly machine?: GkeMachineSpec;

  /** Settings of the kubelet. */
  readonly kubelet?: GkeKubeletSpec;

  /** Settings of Linux. */
  readonly linux?: GkeLinuxSpec;

  /**
   * Network tags, which firewall rules name, beside `gke-<cluster>`.
   *
   * @default []
   */
  readonly networkTags?: readonly string[];

  /** Tags of Resource Manager, for firewall policies: `tagKeys/<number>` to `tagValues/<number>`, at most five. */
  readonly resourceManagerTags?: Readonly<Record<string, string>>;

  /** Entries of the machines' metadata. Visible to anyone who may see the machines: no secrets. */
  readonly metadata?: Readonly<Record<string, string>>;

  /** E-mail of an existing service account of IAM for these nodes. Left out: that of all nodes. */
  readonly serviceAccountEmail?: string;

  /** Name of the secondary range that these nodes' pods have addresses of. Left out: any of the cluster's. */
  readonly podRange?: string;

  /** Whether these nodes have public addresses. Left out: as `network.nodeAddresses` says. */
  readonly nodeAddresses?: "private" | "public";

  /** More interfaces of nodes and pods. Needs `network.multiNetworking`. */
  readonly additionalNetworks?: readonly GkeAdditionalNetworkSpec[];

  /**
   * `tier-1` raises the bandwidth to the internet and between regions, on large machines.
   *
   * @default "standard"
   */
  readonly bandwidth?: "standard" | "tier-1";

  /**
   * Google's virtual network interface, which is faster.
   *
   * @default true, but not on Windows
   */
  readonly gvnic?: boolean;

  /**
   * NCCL's fast socket for GPUs. Needs `gvnic`.
   *
   * @default false
   */
  readonly fastSocket?: boolean;

  /**
   * Containers start while their image is still being loaded, out of Artifact Registry (image streaming). Image `cos` alone.
   *
   * @default false
   */
  readonly imageStreaming?: boolean;

  /** Disks with images or data that are there when a machine starts, up to 127. Needs `imageStreaming`. */
  readonly secondaryDisks?: readonly GkeSecondaryDiskSpec[];

  /** Private registries whose certificates a company's own authority signs. */
  readonly registryAuthorities?: readonly GkeRegistryAuthoritySpec[];

  /**
   * Lines that the logging agent can pass on: `max-throughput` needs more of the machine.
   *
   * @default "default"
   */
  readonly logging?: "default" | "max-throughput";

  /**
   * When the group goes, its nodes are drained as PodDisruptionBudgets want it.
   *
   * Needs provider 7.17 or later: `gke.providerMinimum`.
   *
   * @default false
   */
  readonly drainOnDelete?: boolean;
}

/** System image of a node. */
export interface GkeImageSpec {
  /**
   * - `cos`: Container-Optimized OS, small and locked up.
   * - `ubuntu`: for modules and file systems that `cos` lacks.
   * - `windows`: Windows Server, in a cluster that has Linux nodes too.
   *
   * @default "cos"
   */
  readonly family?: "cos" | "ubuntu" | "windows";

  /**
   * Version of Windows Server.
   *
   * @default "2022"
   */
  readonly windowsVersion?: "2019" | "2022";
}

/** System disk of a node. Encrypted in any case. */
export interface GkeDiskSpec extends DiskSpec {
  /**
   * Size in GiB, at least 10.
   *
   * @default 50
   */
  readonly sizeGiB?: number;

  /** Type. Left out: `hyperdisk-balanced` for machine families that take no other, else `pd-balanced`. */
  readonly type?: "pd-standard" | "pd-balanced" | "pd-ssd" | "hyperdisk-balanced";

  /** I/O operations per second; `hyperdisk-balanced` alone. */
  readonly iops?: number;

  /** Throughput in MiB/s; `hyperdisk-balanced` alone. */
  readonly throughputMiBps?: number;

  /** Full name of the key that encrypts the disk. Left out: the key of `encryption.disks`. */
  readonly kmsKeyId?: string;

  /** Full names of storage pools, one for each zone. */
  readonly storagePools?: readonly string[];

  /**
   * Confidential mode of `hyperdisk-balanced`, with a key of `kmsKeyId` or `encryption.disks`.
   *
   * @default false
   */
  readonly confidential?: boolean;
}

/** How nodes are replaced when their version or settings change. */
export interface GkeNodeUpgradeSpec extends NodeUpgradeSpec {
  /** Nodes that may be unavailable at once, 1 to 20. With `strategy: surge`. */
  readonly maxUnavailable?: number;

  /** The same as a percentage of the group's smallest size, at least one node and at most 20. With `strategy: surge`. */
  readonly maxUnavailablePercent?: number;

  /**
   * Nodes that are added at once for the time of the upgrade, 0 to 20. One of this and `maxUnavailable` is above 0. With
   * `strategy: surge`. In each zone of the pool.
   *
   * @default 1, or 0 where `maxUnavailable` or `maxUnavailablePercent` is said
   */
  readonly maxSurge?: number;

  /**
   * - `surge`: node by node.
   * - `blue-green`: a second set of nodes, batch by batch; the first one stays until the second has proved itself.
   *
   * @default "surge"
   */
  readonly strategy?: "surge" | "blue-green";

  /** Pace of `strategy: blue-green`. */
  readonly blueGreen?: GkeBlueGreenSpec;
}

/** Pace of a blue-green upgrade; one of `batchNodes` and `batchPercent`. */
export interface GkeBlueGreenSpec {
  /** Nodes that are drained at once. */
  readonly batchNodes?: number;

  /**
   * The same as a percentage of the pool, 1 to 100.
   *
   * @default 33
   */
  readonly batchPercent?: number;

  /**
   * Seconds to wait after each batch, up to 604800.
   *
   * @default 0
   */
  readonly batchSoakSeconds?: number;

  /**
   * Seconds for which the old nodes stay after the last batch, up to 604800.
   *
   * @default 3600
   */
  readonly soakSeconds?: number;
}

/** GPUs of NVIDIA. GKE taints nodes with GPUs (`nvidia.com/gpu=present:NoSchedule`), and pods that ask for one tolerate it. */
export interface GkeGpuSpec {
  /** Type, e.g. `nvidia-l4`. Left out: that of the machine type, where it has GPUs of its own (A2, A3, A4, G2, G4). */
  readonly type?: string;

  /** Number for each machine. Left out: that of the machine type, likewise. */
  readonly count?: number;

  /**
   * Driver that GKE installs: its `default`, the `latest`, or `none` where an operator does.
   *
   * @default "default"
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
  /** Arrangement of the chips, e.g. `2x4`. More than one machine's chips make the pool one slice, of fixed size. */
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
   */
  readonly secureBoot?: boolean;

  /**
   * Changes of the boot sequence are written to the logs.
   *
   * @default true
   */
  readonly integrityMonitoring?: boolean;
}

/** Capacity that is reserved. */
export interface GkeReservationSpec {
  /** Any fitting reservation, none, or one by its name. */
  readonly use: "any" | "none" | "specific";

  /** Name of the reservation, for `specific`; of another project `projects/<id>/reservations/<name>`. */
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
   */
  readonly threadsPerCore?: 1 | 2;

  /** Virtual machines in the node. */
  readonly nestedVirtualization?: boolean;

  /** Counters of the processor that programs may read. */
  readonly performanceMonitoring?: "architectural" | "standard" | "enhanced";

  /** Oldest processor generation, e.g. `Intel Ice Lake`. */
  readonly minCpuPlatform?: string;

  /** When the host is maintained: as needed, or at fixed times that are told beforehand. */
  readonly hostMaintenance?: "as-needed" | "periodic";
}

/** Settings of the kubelet. Limits are those of GKE's documentation on node system configuration. */
export interface GkeKubeletSpec {
  /** `static` gives pods of whole CPUs these CPUs for themselves. */
  readonly cpuManager?: "none" | "static";

  /**
   * CPU limits hold.
   *
   * @default true
   */
  readonly cpuCfsQuota?: boolean;

  /** Period of CPU limits, e.g. `100ms`; 1 ms to 1 s. */
  readonly cpuCfsQuotaPeriod?: string;

  /** Processes in a pod, 1024 to 4194304. */
  readonly podPidsLimit?: number;

  /** Size at which a container's log is rotated, 10Mi to 500Mi. */
  readonly containerLogMaxSize?: string;

  /** Log files of a container, 2 to 10. */
  readonly containerLogMaxFiles?: number;

  /** Percentage of the disk below which no image is cleared away, 10 to 85; below the next. */
  readonly imageGcLowPercent?: number;

  /** Percentage of the disk above which images are always cleared away, 10 to 85. */
  readonly imageGcHighPercent?: number;

  /** Age below which no image is cleared away, e.g. `2m`; at most 2m. */
  readonly imageMinAge?: string;

  /** Age above which an unused image is cleared away, e.g. `24h`. */
  readonly imageMaxAge?: string;

  /** Sysctls that pods may set, by name or pattern, of the groups that GKE allows: `net.ipv4.*`. */
  readonly allowedUnsafeSysctls?: readonly string[];

  /** Images that are loaded at once, 2 to 5. */
  readonly maxParallelImagePulls?: number;

  /** When one process takes too much memory it ends alone, not its whole container. */
  readonly singleProcessOomKill?: boolean;

  /** Thresholds from which pods are evicted when they last; each needs its time in `evictionSoftGracePeriod`. */
  readonly evictionSoft?: GkeEvictionSignals;

  /** How long the threshold must last, e.g. `1m30s`. */
  readonly evictionSoftGracePeriod?: GkeEvictionSignals;

  /** How much is reclaimed at least when pods are evicted. */
  readonly evictionMinimumReclaim?: GkeEvictionSignals;

  /** Seconds that an evicted pod has to end, 0 to 300. */
  readonly evictionMaxPodGraceSeconds?: number;
}

/** One value for each of the kubelet's signals. */
export interface GkeEvictionSignals {
  readonly memoryAvailable?: string;
  readonly nodefsAvailable?: string;
  readonly nodefsInodesFree?: string;
  readonly imagefsAvailable?: string;
  readonly imagefsInodesFree?: string;
  readonly pidAvailable?: string;
}

/** Settings of Linux. */
export interface GkeLinuxSpec {
  /** Kernel settings by name, of those that GKE allows. */
  readonly sysctls?: Readonly<Record<string, string>>;

  /** Version of control groups. Left out: GKE's own choice, which is 2. */
  readonly cgroup?: "v1" | "v2";

  /** Pages of 2 MiB that are set aside. */
  readonly hugepages2Mi?: number;

  /** Pages of 1 GiB that are set aside. */
  readonly hugepages1Gi?: number;

  /** Transparent huge pages. */
  readonly transparentHugepages?: "always" | "madvise" | "never";

  /** Whether memory is put in order for transparent huge pages. */
  readonly transparentHugepageDefrag?: "always" | "defer" | "defer-with-madvise" | "madvise" | "never";
}

/** One more interface of nodes, and of pods when it says so. */
export interface GkeAdditionalNetworkSpec {
  /** Name of the VPC. */
  readonly network: string;

  /** Name of the subnet. */
  readonly subnetwork: string;

  /** Name of the subnet's secondary range for pods; without it the interface is the nodes' alone. */
  readonly podRange?: string;

  /** Highest number of pods on a node with this interface. */
  readonly maxPods?: number;
}

/** A disk that is there when a machine starts. */
export interface GkeSecondaryDiskSpec {
  /** Full name of the disk image. */
  readonly image: string;

  /** `container-images`: a cache of container images. `data`: a file system with data. */
  readonly use?: "container-images" | "data";
}

/** A certificate authority of private registries. */
export interface GkeRegistryAuthoritySpec {
  /** Names of registries that it signs for. */
  readonly hosts: readonly string[];

  /** Full name of the version of the secret with its certificate: `projects/…/secrets/…/versions/…`. */
  readonly secretVersion: string;
}
