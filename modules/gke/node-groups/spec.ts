import type { DiskSpec, NodeGroupSpec, NodeUpgradeSpec } from "../../cluster/vocabulary";
import type {
  GkeGpuSpec,
  GkeLocalSsdSpec,
  GkeMachineSpec,
  GkeReservationSpec,
  GkeShieldedSpec,
  GkeSoleTenantSpec,
  GkeTpuSpec,
} from "./machine-spec";
import type { GkeKubeletSpec, GkeLinuxSpec } from "./system-spec";

/**
 * Workers of one kind: node pools of GKE. With `spread: per-zone` one in each zone. Else one over all zones; where a fixed
 * `size` does not divide by the number of zones, the rest is a second pool, with one node in each of the first zones: GKE
 * counts nodes by the zone.
 */
export interface GkeNodeGroupSpec extends NodeGroupSpec {
  /**
   * The machine type: exactly one, e.g. `n4-standard-4`.
   *
   * @literal
   */
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
   *
   * @literal
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
   * @literal
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
   * @literal
   */
  readonly sandbox?: "none" | "gvisor";

  /**
   * Machines that wait for capacity: `flex-start` starts them when there is some, for at most seven days; `queued` starts
   * all that a ProvisioningRequest asks for at once. The size is a range from 0.
   *
   * @default "standard"
   * @literal
   */
  readonly provisioning?: "standard" | "flex-start" | "queued";

  /**
   * Seconds after which Google takes a machine back, 600 to 604800.
   *
   * @literal
   */
  readonly maxRunSeconds?: number;

  /** Capacity that is reserved. */
  readonly reservation?: GkeReservationSpec;

  /**
   * How the machines are placed on hardware: `compact` is close together, in one zone.
   *
   * @default "none"
   * @literal
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
   * @literal shape
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
   * Google's virtual network interface, which is faster. If omitted, it is on, except on Windows.
   *
   * @literal
   */
  readonly gvnic?: boolean;

  /**
   * NCCL's fast socket for GPUs. Needs `gvnic`.
   *
   * @default false
   * @literal
   */
  readonly fastSocket?: boolean;

  /**
   * Containers start while their image is still being loaded, out of Artifact Registry (image streaming). Image `cos` alone.
   *
   * @default false
   * @literal
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
   * @literal
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
   * @literal
   */
  readonly family?: "cos" | "ubuntu" | "windows";

  /**
   * Version of Windows Server.
   *
   * @default "2022"
   * @literal
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

  /**
   * Type. Left out: `hyperdisk-balanced` for machine families that take no other, else `pd-balanced`.
   *
   * @literal
   */
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
   * @literal
   */
  readonly confidential?: boolean;
}

/** How nodes are replaced when their version or settings change. */
export interface GkeNodeUpgradeSpec extends NodeUpgradeSpec {
  /** Nodes that may be unavailable at once, 1 to 20. With `strategy: surge`. */
  readonly maxUnavailable?: number;

  /**
   * The same as a percentage of the group's smallest size, at least one node and at most 20. With `strategy: surge`.
   *
   * @literal
   */
  readonly maxUnavailablePercent?: number;

  /**
   * Nodes that are added at once for the time of the upgrade, 0 to 20. One of this and `maxUnavailable` is above 0. With
   * `strategy: surge`. In each zone of the pool. If omitted, it is 1, or 0 where `maxUnavailable` or
   * `maxUnavailablePercent` is set.
   */
  readonly maxSurge?: number;

  /**
   * - `surge`: node by node.
   * - `blue-green`: a second set of nodes, batch by batch; the first one stays until the second has proved itself.
   *
   * @default "surge"
   * @literal
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
   * @literal
   */
  readonly batchPercent?: number;

  /**
   * Seconds to wait after each batch, up to 604800.
   *
   * @default 0
   * @literal
   */
  readonly batchSoakSeconds?: number;

  /**
   * Seconds for which the old nodes stay after the last batch, up to 604800.
   *
   * @default 3600
   * @literal
   */
  readonly soakSeconds?: number;
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
