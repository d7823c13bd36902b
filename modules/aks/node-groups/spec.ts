import type { DiskSpec, NodeGroupSpec, NodeUpgradeSpec } from "../../cluster/vocabulary";
import type { AksKubeletSpec, AksLinuxSpec } from "./operating-system-spec";

export type * from "./operating-system-spec";

/** Workers of one kind: one node pool of AKS over all zones, or one in each zone. */
export interface AksNodeGroupSpec extends NodeGroupSpec {
  /**
   * The VM size: exactly one, for example `Standard_D4ds_v5`.
   *
   * @literal
   * @change replace
   */
  readonly machineTypes: readonly string[];

  /**
   * Name of the group before a new `name`. Without it the old nodes are deleted while the new ones start. With it Terraform first
   * creates the new node pools, then drains and deletes the old ones. `spread` must stay, and the zones of a group with a node pool in
   * each zone. Remove the field after the deployment. The first group of a cluster refuses the field: its nodes stay under a new name.
   *
   * @literal
   * @change in-place
   */
  readonly formerName?: string;

  /**
   * Hours for which Terraform waits until the node pools of the group are created, changed or deleted. A rolling update of many nodes
   * needs more than the default. If omitted: one hour, and 90 minutes for the first node pool, which is a part of the cluster.
   *
   * @literal
   * @change in-place
   */
  readonly timeoutHours?: 2 | 4 | 8 | 16;

  /**
   * `system` groups run the system pods. One of them is the cluster's first node pool, named `system` in Azure: Linux, on-demand,
   * without taints except `CriticalAddonsOnly=true:NoSchedule`. If no group has the mode, the first group that qualifies is used. If
   * omitted: `user`, and `system` for the first node pool.
   *
   * Another group becomes the first node pool in two deployments, since the pool `system` is changed in place and its pods are evicted:
   * first add a user group for the workloads and wait until they run there, then add the system group before it. The name of a group
   * without its first pool changes, so that its nodes are replaced.
   *
   * @literal
   */
  readonly mode?: "system" | "user";

  /**
   * Maximum number of pods on a node, 10 to 250. If omitted: 110, and 30 with `podNetwork` `flat` or `pod-subnet`.
   *
   * @literal
   * @change replace
   */
  readonly maxPods?: number;

  /**
   * System image of the nodes.
   *
   * @change replace
   */
  readonly image?: AksImageSpec;

  /**
   * System disk of the nodes.
   *
   * @change replace
   */
  readonly disk?: AksDiskSpec;

  /**
   * Id of the subnet of the nodes of this group, in the network of `network.existing`. If omitted, `network.existing.nodeSubnetId`. Its
   * owner connects it to the security group, the routes and the gateways that nodes need.
   *
   * @change replace
   */
  readonly subnetId?: string;

  /** @refused node pools have no data disks; use a larger disk.sizeGiB, disk.kubelet or persistent volumes */
  readonly moreDisks?: readonly object[];

  readonly upgrade?: AksNodeUpgradeSpec;

  /**
   * How a node pool is changed where Azure can't change it in place.
   *
   * - `blue-green`: a new node pool with another name is created before the old one is deleted. Its nodes are ready when pods are
   *   evicted from the old ones.
   * - `rotate`: the name stays; a temporary node pool exists during the change. Pods move twice.
   *
   * Terraform deletes node pools through AKS. The documentation of Azure is not consistent on whether that drains nodes and respects
   * disruption budgets.
   *
   * The cluster's first node pool is always rotated: without it the cluster would be replaced. Its `placement`, `gpu` and prefix of
   * public addresses can't be changed.
   *
   * @default "blue-green"
   * @literal
   * @change replace
   */
  readonly replacement?: "blue-green" | "rotate";

  /**
   * Eviction and price of spot nodes.
   *
   * @change replace
   */
  readonly spot?: AksSpotSpec;

  /**
   * GPUs of the nodes; the VM size determines their kind and number.
   *
   * @change replace
   */
  readonly gpu?: AksGpuSpec;

  /**
   * Cryptography according to FIPS 140. Only on Linux; on Windows it is always enabled.
   *
   * @default false
   * @literal
   * @change replace
   */
  readonly fips?: boolean;

  /**
   * Temporary disks and caches are also encrypted on the host. The subscription needs the feature `EncryptionAtHost`.
   *
   * @default false
   * @literal
   * @change replace
   */
  readonly hostEncryption?: boolean;

  /**
   * Nodes can mount ultra disks. Only in zones that support them.
   *
   * @default false
   * @literal
   * @change replace
   */
  readonly ultraSsd?: boolean;

  /**
   * Placement of the machines.
   *
   * @change replace
   */
  readonly placement?: AksPlacementSpec;

  /**
   * Public addresses of nodes; none if omitted.
   *
   * @change replace
   */
  readonly publicAddress?: AksPublicAddressSpec;

  /**
   * Settings of the kubelet.
   *
   * @change replace
   */
  readonly kubelet?: AksKubeletSpec;

  /**
   * Settings of Linux.
   *
   * @change replace
   */
  readonly linux?: AksLinuxSpec;

  /**
   * Windows pods reach the outside with the node's address. `false` with a NAT gateway and `podNetwork` other than `overlay`.
   *
   * @default true
   * @literal
   * @change replace
   */
  readonly windowsOutboundNat?: boolean;

  /**
   * Nodes that the autoscaler removes are deleted, or deallocated. Deallocated nodes start faster, and their disks are still paid for.
   *
   * @default "delete"
   * @literal
   */
  readonly scaleDown?: "delete" | "deallocate";

  /**
   * Id of a snapshot of a node pool, with the image and the version of new nodes.
   *
   * @change replace
   */
  readonly snapshotId?: string;
}

/** System image of nodes. The release is the newest at creation; `upgrades.nodeImages` defines its upgrades. */
export interface AksImageSpec {
  /**
   * Distribution and version of the operating system.
   *
   * - `azure-linux`: Azure Linux 3.
   * - `ubuntu`: the Ubuntu that AKS uses for the Kubernetes version.
   * - `windows-2022`: Windows Server 2022, up to Kubernetes 1.36.
   *
   * @default "azure-linux"
   * @literal
   */
  readonly family?: AksImageFamily;
}

/** Value of `nodeGroups[].image.family`. */
export type AksImageFamily = "azure-linux" | "ubuntu" | "windows-2022";

/** System disk of a node. */
export interface AksDiskSpec extends DiskSpec {
  /**
   * Size in GiB, 30 to 2048. An ephemeral disk must fit into the local storage of the VM size.
   *
   * @default 128
   * @literal
   */
  readonly sizeGiB?: number;

  /**
   * Where the disk is.
   *
   * - `managed`: a managed disk.
   * - `ephemeral`: on the local storage of the host. Faster, free, and lost with the node. The VM size must have enough local storage.
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

/** Pace of an upgrade. AKS adds nodes during the upgrade, unless a number of unavailable nodes is set. */
export interface AksNodeUpgradeSpec extends NodeUpgradeSpec {
  /**
   * Nodes that an upgrade may add, as a number or a percentage of the pool: `2`, `"33%"`. Not together with `maxUnavailable` or
   * `maxUnavailablePercent`.
   *
   * @default "33%"
   */
  readonly maxSurge?: number | string;

  /**
   * Nodes that may be unavailable at once; the upgrade then adds none. Not in the cluster's first node pool.
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
   * A node whose pods do not leave makes the upgrade fail (`schedule`), or is cordoned and labelled while the upgrade continues
   * (`cordon`).
   *
   * @default "schedule"
   * @literal
   */
  readonly undrainable?: "schedule" | "cordon";
}

/** Value of `nodeGroups[].spot`. */
export interface AksSpotSpec {
  /**
   * Evicted nodes are deleted, or deallocated.
   *
   * @default "delete"
   * @literal
   */
  readonly eviction?: "delete" | "deallocate";

  /**
   * Highest price for a machine, in US dollars an hour. If omitted: the on-demand price.
   *
   * @literal
   */
  readonly maxPrice?: number;
}

/** Value of `nodeGroups[].gpu`. */
export interface AksGpuSpec {
  /**
   * AKS installs the driver. `false` if an operator installs it.
   *
   * @default true
   * @literal
   */
  readonly driver?: boolean;

  /**
   * Partition of each GPU, for example `MIG1g`.
   *
   * @literal
   */
  readonly partition?: "MIG1g" | "MIG2g" | "MIG3g" | "MIG4g" | "MIG7g";
}

/** Value of `nodeGroups[].placement`. */
export interface AksPlacementSpec {
  /** Id of a proximity placement group: machines close together, in one zone. */
  readonly proximityPlacementGroupId?: string;

  /** Id of a capacity reservation group. The cluster's identity gets the role on it that it needs. */
  readonly capacityReservationGroupId?: string;

  /** Id of a group of dedicated hosts. */
  readonly hostGroupId?: string;
}

/** Value of `nodeGroups[].publicAddress`. */
export interface AksPublicAddressSpec {
  /** Id of a prefix from which the addresses are taken. */
  readonly prefixId?: string;

  /**
   * Ports of nodes that are open to the internet, for example `"8080/tcp"` or `"30000-30100/udp"`.
   *
   * @literal
   * @change in-place
   */
  readonly hostPorts?: readonly string[];

  /**
   * Ids of application security groups; with `hostPorts`.
   *
   * @change in-place
   */
  readonly applicationSecurityGroupIds?: readonly string[];
}
