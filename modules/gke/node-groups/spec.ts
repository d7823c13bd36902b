import type { NodeGroupSpec } from "../../cluster/vocabulary";
import type { GkeDiskSpec, GkeSecondaryDiskSpec } from "./disk-spec";
import type {
  GkeGpuSpec,
  GkeLocalSsdSpec,
  GkeMachineSpec,
  GkeReservationSpec,
  GkeShieldedSpec,
  GkeSoleTenantSpec,
  GkeTpuSpec,
} from "./machine-spec";
import type { GkeKubeletSpec, GkeLinuxSpec, GkeRegistryAuthoritySpec } from "./system-spec";
import type { GkeNodeUpgradeSpec } from "./upgrade-spec";

/**
 * Nodes of one kind: one or more node pools. With `spread: per-zone`, one pool in each zone. Otherwise one pool over all
 * zones, and if a fixed `size` is not divisible by the number of zones, a second pool with one node in each of the first
 * zones: GKE counts nodes by zone.
 */
export interface GkeNodeGroupSpec extends NodeGroupSpec {
  /**
   * The machine type: exactly one, for example `n4-standard-4`.
   *
   * @literal
   * @change rolling
   */
  readonly machineTypes: readonly string[];

  /**
   * `on-demand`, or `spot`: cheaper machines that Google reclaims with 30 seconds' notice. Changing this replaces the
   * node pools; the new ones are created first.
   *
   * @default "on-demand"
   * @change replace
   */
  readonly capacity?: "on-demand" | "spot";

  /**
   * Hours for which Terraform waits until the node pools of the group are created, changed or deleted. A rolling update of many nodes
   * needs more than the default. If omitted: one hour, and two for a change.
   *
   * @literal
   * @change in-place
   */
  readonly timeoutHours?: 2 | 4 | 8 | 16;

  /**
   * Maximum number of pods on a node, 8 to 256. If omitted, 110. Changing this replaces the node pools; the new ones are
   * created first.
   *
   * @change replace
   */
  readonly maxPods?: number;

  /**
   * Operating system of the nodes.
   *
   * @change rolling
   */
  readonly image?: GkeImageSpec;

  /** @change rolling */
  readonly disk?: GkeDiskSpec;

  /** @refused node pools have one boot disk; use secondaryDisks for data of an image, localSsds, or persistent volumes */
  readonly moreDisks?: readonly object[];

  /** @refused the provider supports a subnet of a node pool from 7.24; additional subnets are in network.existing.moreSubnets, and GKE distributes nodes over them */
  readonly subnetId?: string;

  /** @change in-place */
  readonly upgrade?: GkeNodeUpgradeSpec;

  /**
   * Zones in which the autoscaler adds nodes: `balanced` over all, or `any` that has capacity. If omitted, `balanced`,
   * and `any` for spot machines.
   *
   * @literal
   * @change in-place
   */
  readonly balance?: "balanced" | "any";

  /**
   * GPUs of NVIDIA on each machine.
   *
   * @change replace
   */
  readonly gpu?: GkeGpuSpec;

  /**
   * Tensor Processing Units. The machine type includes them, for example `ct5lp-hightpu-4t`.
   *
   * @change replace
   */
  readonly tpu?: GkeTpuSpec;

  /**
   * Local SSDs of the machines. Their content is lost with the machine.
   *
   * @change replace
   */
  readonly localSsd?: GkeLocalSsdSpec;

  /**
   * The processor encrypts the memory with a key that Google does not have. The machine type must support it.
   *
   * @default "none"
   * @literal
   * @change replace
   */
  readonly confidential?: "none" | "sev" | "sev-snp" | "tdx";

  /**
   * Protection against changed firmware and boot loaders.
   *
   * @change replace
   */
  readonly shielded?: GkeShieldedSpec;

  /**
   * Pods run in gVisor, with a kernel separate from the node's. Needs image `cos`.
   *
   * Needs provider 7.22 or later: `gke.providerMinimum`.
   *
   * @default "none"
   * @literal
   * @change replace
   * @since google 7.22.0
   */
  readonly sandbox?: "none" | "gvisor";

  /**
   * How machines are provisioned. `flex-start` starts them when capacity is available, for at most seven days. `queued`
   * starts all machines of a ProvisioningRequest at once. Both need a size range from 0.
   *
   * @default "standard"
   * @literal
   * @change replace
   */
  readonly provisioning?: "standard" | "flex-start" | "queued";

  /**
   * Seconds after which Google stops a machine, 600 to 604800.
   *
   * @literal
   * @change replace
   */
  readonly maxRunSeconds?: number;

  /**
   * Use of reserved capacity.
   *
   * @change replace
   */
  readonly reservation?: GkeReservationSpec;

  /**
   * Placement of the machines on hardware: `compact` places them close together, in one zone.
   *
   * @default "none"
   * @literal
   * @change replace
   */
  readonly placement?: "none" | "compact";

  /**
   * Name of an existing placement policy, with `placement: compact`.
   *
   * @change replace
   */
  readonly placementPolicy?: string;

  /**
   * Hardware that runs machines of this project only.
   *
   * @change replace
   */
  readonly soleTenant?: GkeSoleTenantSpec;

  /**
   * Settings of the machine.
   *
   * @change replace
   */
  readonly machine?: GkeMachineSpec;

  /**
   * Settings of the kubelet.
   *
   * @change rolling
   */
  readonly kubelet?: GkeKubeletSpec;

  /**
   * Settings of Linux.
   *
   * @change rolling
   */
  readonly linux?: GkeLinuxSpec;

  /**
   * Network tags for firewall rules, in addition to `gke-<cluster>`.
   *
   * @default []
   * @literal shape
   * @shown
   * @change rolling
   */
  readonly networkTags?: readonly string[];

  /**
   * Resource Manager tags for firewall policies: `tagKeys/<number>` to `tagValues/<number>`, at most five.
   *
   * @change rolling
   */
  readonly resourceManagerTags?: Readonly<Record<string, string>>;

  /**
   * Metadata entries of the machines. Every principal that can see the machines can read them: do not store secrets.
   *
   * @change replace
   */
  readonly metadata?: Readonly<Record<string, string>>;

  /**
   * E-mail of an existing service account of IAM for these nodes. If omitted, that of all nodes.
   *
   * @change replace
   */
  readonly serviceAccountEmail?: string;

  /**
   * Name of the secondary range of these nodes' pods. If omitted, any of the cluster's ranges.
   *
   * @change replace
   */
  readonly podRange?: string;

  /**
   * Whether these nodes have public addresses. If omitted, `network.nodeAddresses`.
   *
   * @change in-place
   */
  readonly nodeAddresses?: "private" | "public";

  /**
   * Additional interfaces of nodes and pods. Needs `network.multiNetworking`.
   *
   * @change replace
   * @ordered interfaces of nodes are numbered in this order
   */
  readonly additionalNetworks?: readonly GkeAdditionalNetworkSpec[];

  /**
   * `tier-1` increases the bandwidth to the internet and between regions, on large machines.
   *
   * @default "standard"
   * @change replace
   */
  readonly bandwidth?: "standard" | "tier-1";

  /**
   * Google Virtual NIC, which is faster than VirtIO. If omitted, it is on, except on Windows.
   *
   * @literal
   * @change rolling
   */
  readonly gvnic?: boolean;

  /**
   * NCCL Fast Socket for GPUs. Needs `gvnic`.
   *
   * @default false
   * @literal
   * @change rolling
   */
  readonly fastSocket?: boolean;

  /**
   * Containers start while their image is still loading from Artifact Registry (image streaming). Needs image `cos`.
   *
   * @default false
   * @literal
   * @change rolling
   */
  readonly imageStreaming?: boolean;

  /**
   * The disk with images or data that is attached when a machine starts. One disk: the provider sends only the first of
   * the list. Needs `imageStreaming`.
   *
   * @change replace
   */
  readonly secondaryDisks?: readonly GkeSecondaryDiskSpec[];

  /**
   * Private registries with certificates of a private certificate authority.
   *
   * @change rolling the first and the removal of all replace the node pool
   */
  readonly registryAuthorities?: readonly GkeRegistryAuthoritySpec[];

  /**
   * Throughput of the logging agent: `max-throughput` uses more resources of the machine.
   *
   * @default "default"
   * @change rolling
   */
  readonly logging?: "default" | "max-throughput";

  /**
   * Before GKE deletes the node pools, it drains the nodes and respects PodDisruptionBudgets. Needs provider 7.17 or
   * later: `gke.providerMinimum`.
   *
   * @default false
   * @literal
   * @change in-place
   * @since google 7.17.0
   */
  readonly drainOnDelete?: boolean;
}

/** Operating system of a node. */
export interface GkeImageSpec {
  /**
   * Operating system:
   * - `cos`: Container-Optimized OS, small and hardened.
   * - `ubuntu`: for modules and file systems that `cos` does not have.
   * - `windows`: Windows Server, in a cluster that also has Linux nodes.
   *
   * @default "cos"
   * @literal
   * @change rolling a change from or to windows replaces the node pool
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

/** An additional interface of nodes, and of pods if `podRange` is set. */
export interface GkeAdditionalNetworkSpec {
  /** Name of the VPC network. */
  readonly network: string;

  /** Name of the subnet. */
  readonly subnetwork: string;

  /** Name of the subnet's secondary range for pods. If omitted, pods do not use the interface. */
  readonly podRange?: string;

  /** Maximum number of pods on a node with this interface. */
  readonly maxPods?: number;
}
