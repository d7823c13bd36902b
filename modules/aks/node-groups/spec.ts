import type { DiskSpec, NodeGroupSpec, NodeUpgradeSpec } from "../../cluster/vocabulary";

/** Workers of one kind: a node pool of AKS over all zones, or one in each. */
export interface AksNodeGroupSpec extends NodeGroupSpec {
  /**
   * The VM size: exactly one, e.g. `Standard_D4ds_v5`.
   *
   * @literal
   */
  readonly machineTypes: readonly string[];

  /**
   * `system` groups run what the cluster itself needs. One of them is the cluster's first node pool: named `system` in Azure, Linux,
   * on demand, without taints but `CriticalAddonsOnly=true:NoSchedule`. If omitted, the first group that
   * can be the first node pool is `system`, and other groups are `user`.
   *
   * @literal
   */
  readonly mode?: "system" | "user";

  /**
   * Highest number of pods on a node, 10 to 250. Left out: 110, and 30 with `podNetwork` `flat` or `pod-subnet`.
   *
   * @literal
   */
  readonly maxPods?: number;

  /** System image of the nodes. */
  readonly image?: AksImageSpec;

  readonly disk?: AksDiskSpec;

  readonly upgrade?: AksNodeUpgradeSpec;

  /**
   * How a node pool is changed where Azure can't change it in place.
   *
   * - `blue-green`: the successor, under another name, is made before the old one is deleted. Pods find its nodes ready when theirs go.
   * - `rotate`: the name stays; for the time of the change there is a temporary pool. Pods move twice.
   *
   * Terraform deletes pools as AKS does: whether that drains nodes, and keeps disruption budgets, Azure's own pages do not agree on.
   *
   * The cluster's first node pool is always rotated: without it the cluster would be replaced. Its `placement`, `gpu` and prefix of
   * public addresses can't be changed even so.
   *
   * @default "blue-green"
   * @literal
   */
  readonly replacement?: "blue-green" | "rotate";

  /** What becomes of spot machines that are taken back. */
  readonly spot?: AksSpotSpec;

  /** Processors for graphics and learning; the VM size says which. */
  readonly gpu?: AksGpuSpec;

  /**
   * Cryptography by FIPS 140. Linux alone; on Windows it is always on. Another one makes another pool.
   *
   * @default false
   * @literal
   */
  readonly fips?: boolean;

  /**
   * Temporary disks and caches are encrypted on the host too. The subscription needs the feature `EncryptionAtHost`.
   *
   * @default false
   * @literal
   */
  readonly hostEncryption?: boolean;

  /**
   * Ultra disks can be mounted. Only in zones that have them.
   *
   * @default false
   * @literal
   */
  readonly ultraSsd?: boolean;

  /** Where machines run. */
  readonly placement?: AksPlacementSpec;

  /** Public addresses of nodes; none when left out. */
  readonly publicAddress?: AksPublicAddressSpec;

  /** Settings of the kubelet. */
  readonly kubelet?: AksKubeletSpec;

  /** Settings of Linux. */
  readonly linux?: AksLinuxSpec;

  /**
   * Windows pods reach outside by the node's address. `false` with a NAT gateway and `podNetwork` not `overlay`.
   *
   * @literal
   */
  readonly windowsOutboundNat?: boolean;

  /**
   * Nodes that the autoscaler takes away are deleted, or stopped, which is faster to come back and still costs for the disks.
   *
   * @default "delete"
   */
  readonly scaleDown?: "delete" | "deallocate";

  /** Id of a snapshot of a node pool, with the image and the version that new nodes have. */
  readonly snapshotId?: string;
}

/** System image of nodes. The release is the newest at creation; `upgrades.nodeImages` says how it follows. */
export interface AksImageSpec {
  /**
   * - `azure-linux`: Azure Linux 3.
   * - `ubuntu`: the Ubuntu that AKS has for the Kubernetes version.
   * - `windows-2022`: up to Kubernetes 1.36.
   *
   * @default "azure-linux"
   * @literal
   */
  readonly family?: AksImageFamily;
}

/** See {@link AksImageSpec.family}. */
export type AksImageFamily = "azure-linux" | "ubuntu" | "windows-2022";

/** System disk of a node. */
export interface AksDiskSpec extends DiskSpec {
  /**
   * Size in GiB, 30 to 2048. Another one makes another pool. An ephemeral disk must fit into what the VM size has.
   *
   * @default 128
   * @literal
   */
  readonly sizeGiB?: number;

  /**
   * - `managed`: a disk of its own.
   * - `ephemeral`: on the host's own storage. Faster, free, and lost with the node. The VM size must have room for it.
   *
   * @default "managed"
   * @literal
   */
  readonly type?: "managed" | "ephemeral";

  /**
   * Where the kubelet keeps images and empty directories: on the system disk, or on the VM's temporary disk. For the latter the
   * subscription needs the feature `Microsoft.ContainerService/KubeletDisk`.
   *
   * @default "os"
   * @literal
   */
  readonly kubelet?: "os" | "temporary";
}

/** Pace of an upgrade. AKS adds nodes for its time, unless it is told how many may be missing. */
export interface AksNodeUpgradeSpec extends NodeUpgradeSpec {
  /**
   * Nodes that an upgrade may add, as a number or a percentage of the pool: `2`, `"33%"`. Not with `maxUnavailable…`.
   *
   * @default "33%"
   */
  readonly maxSurge?: number | string;

  /**
   * Nodes that may be unavailable at once; then an upgrade adds none. Not in the cluster's first node pool.
   *
   * @literal
   */
  readonly maxUnavailable?: number;

  /**
   * The same as a percentage of the pool.
   *
   * @literal
   */
  readonly maxUnavailablePercent?: number;

  /**
   * Minutes that pods have to leave a node, 1 to 1440.
   *
   * @default 30
   */
  readonly drainTimeoutMinutes?: number;

  /**
   * Minutes between one node and the next, 0 to 30.
   *
   * @default 0
   */
  readonly soakMinutes?: number;

  /**
   * What becomes of a node whose pods do not leave: the upgrade fails (`schedule`), or goes on, with the node cordoned and labelled.
   *
   * @default "schedule"
   */
  readonly undrainable?: "schedule" | "cordon";
}

/** See {@link AksNodeGroupSpec.spot}. */
export interface AksSpotSpec {
  /**
   * @default "delete"
   * @literal
   */
  readonly eviction?: "delete" | "deallocate";

  /**
   * Highest price for a machine, in US dollars an hour. Left out: up to that on demand.
   *
   * @literal
   */
  readonly maxPrice?: number;
}

/** See {@link AksNodeGroupSpec.gpu}. */
export interface AksGpuSpec {
  /**
   * AKS installs the driver. `false` where an operator does.
   *
   * @default true
   * @literal
   */
  readonly driver?: boolean;

  /**
   * Parts that each processor is divided into, such as `MIG1g`.
   *
   * @literal
   */
  readonly partition?: "MIG1g" | "MIG2g" | "MIG3g" | "MIG4g" | "MIG7g";
}

/** See {@link AksNodeGroupSpec.placement}. */
export interface AksPlacementSpec {
  /** Id of a proximity placement group: machines close together, in one zone. */
  readonly proximityPlacementGroupId?: string;

  /** Id of a capacity reservation group. The cluster's identity needs rights on it, which are given. */
  readonly capacityReservationGroupId?: string;

  /** Id of a group of dedicated hosts. */
  readonly hostGroupId?: string;
}

/** See {@link AksNodeGroupSpec.publicAddress}. */
export interface AksPublicAddressSpec {
  /** Id of a prefix that the addresses are of. */
  readonly prefixId?: string;

  /**
   * Ports of nodes that are open to the internet, `"8080/tcp"` or `"30000-30100/udp"`.
   *
   * @literal
   */
  readonly hostPorts?: readonly string[];

  /** Ids of application security groups; with `hostPorts`. */
  readonly applicationSecurityGroupIds?: readonly string[];
}

/** Settings of the kubelet. What is left out is as AKS has it. */
export interface AksKubeletSpec {
  /**
   * `static` gives whole processors to pods that ask for them.
   *
   * @literal
   */
  readonly cpuManagerPolicy?: "none" | "static";
  /**
   * @literal
   */
  readonly cpuCfsQuota?: boolean;
  /**
   * Period of the quota: `"100ms"`.
   *
   * @literal
   */
  readonly cpuCfsQuotaPeriod?: string;
  /**
   * Share of the disk, in percent, from which images are deleted; above `imageGcLowThreshold`.
   *
   * @literal
   */
  readonly imageGcHighThreshold?: number;
  /**
   * Share of the disk, in percent, down to which images are deleted.
   *
   * @literal
   */
  readonly imageGcLowThreshold?: number;
  /**
   * @literal
   */
  readonly topologyManagerPolicy?: "none" | "best-effort" | "restricted" | "single-numa-node";
  /**
   * Sysctls that pods may set, such as `net.core.somaxconn`.
   *
   * @literal
   */
  readonly allowedUnsafeSysctls?: readonly string[];
  /**
   * Megabytes of a container's log file.
   *
   * @literal
   */
  readonly containerLogMaxSizeMb?: number;
  /**
   * Processes that a pod may have.
   *
   * @literal
   */
  readonly podMaxPids?: number;
}

/** Settings of Linux. */
export interface AksLinuxSpec {
  /**
   * MiB of swap.
   *
   * @literal
   */
  readonly swapFileSizeMiB?: number;
  /**
   * @literal
   */
  readonly transparentHugePage?: "always" | "madvise" | "never";
  /**
   * @literal
   */
  readonly transparentHugePageDefrag?: "always" | "defer" | "defer+madvise" | "madvise" | "never";
  /**
   * Kernel parameters by the name that Linux has for them: `net.core.somaxconn: 16384`.
   *
   * @literal
   */
  readonly sysctls?: Readonly<Record<string, number | boolean>>;
}

/** See {@link AksOptions.windows}. */
export interface AksWindowsSpec {
  /**
   * @default "azureuser"
   */
  readonly adminUser?: string;

  /** Its password, 14 to 123 characters. A sensitive variable, not the word itself: it is in the state. */
  readonly adminPassword: string;
}
