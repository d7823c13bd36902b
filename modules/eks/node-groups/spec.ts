import type { EksDiskSpec, EksMoreDiskSpec } from "./spec-disks";
import type { NodeGroupSpec, NodeUpgradeSpec } from "../../cluster/vocabulary";
import type { EksAutoScalingGroupSpec } from "./spec-auto-scaling-group";

/**
 * Workers of one kind: managed node groups or Auto Scaling groups, one for all zones or one in each zone.
 *
 * ```yaml
 * nodeGroups:
 *   - name: workers
 *     machineTypes: [m7i.large]
 *     size: { min: 3, max: 10 }
 * ```
 */
export interface EksNodeGroupSpec extends NodeGroupSpec {
  /**
   * Owner of the Auto Scaling group.
   *
   * - `managed`: EKS. It drains nodes before it removes them, and replaces them when the image or the settings change.
   * - `self-managed`: this cluster. It adds features that managed node groups do not have: a mix of on-demand and spot machines,
   *   machines selected by requirements, warm pools, schedules. Nodes are not drained without a termination handler.
   *
   * All other fields have the same meaning for both.
   *
   * @default "managed"
   * @literal
   * @change replace the node group
   */
  readonly kind?: EksNodeGroupKind;

  /**
   * EC2 instance types, in order of preference. All have one processor architecture. With `machines`, a whole family is possible:
   * `m7i.*`.
   *
   * @literal
   * @change replace the node group; in a self-managed group a rolling update
   * @ordered EC2 prefers the first types
   */
  readonly machineTypes: readonly string[];

  /**
   * Requirements of machines, among the types of `machineTypes`. Self-managed groups only.
   *
   * @change in-place
   */
  readonly machines?: EksMachineRequirements;

  /**
   * System image of the nodes.
   *
   * @change replace the node group
   */
  readonly image?: EksImageSpec;

  /**
   * What happens if a change replaces the nodes of a managed group: another machine type, image family, capacity, placement or role
   * (`eks.nodeRoleArn`), other zones of a group with one node pool, and zones that are added to the network of such a group.
   *
   * - `refuse`: the plan fails, and nothing changes.
   * - `blue-green`: Terraform creates the new node group first, then EKS drains the nodes of the old one. Set it for the deployment of
   *   the change, and remove it afterwards: while it is set, resources with a fixed name cannot be replaced, such as an add-on whose
   *   creation failed.
   * - `recreate`: the old nodes are drained and deleted before the new ones are created. Without other groups, workloads stop.
   *
   * Another `spread` or `kind` is refused except with `recreate`: add a group with another name, deploy, and then remove the old one.
   *
   * @default "refuse"
   * @literal
   * @change in-place
   */
  readonly replacement?: "refuse" | "blue-green" | "recreate";

  /** @change rolling */
  readonly disk?: EksDiskSpec;

  /** @refused nodes use the subnets of their zones; list the subnets in network.existing.nodeSubnets, and set zones */
  readonly subnetId?: string;

  /**
   * More disks of each node. Nodes neither format nor mount them: `userData` or pods do.
   *
   * @change rolling
   * @literal shape
   */
  readonly moreDisks?: readonly EksMoreDiskSpec[];

  /** @change in-place */
  readonly upgrade?: EksNodeUpgradeSpec;

  /**
   * Ids of security groups of the nodes, in addition to the one that all nodes have. At most 4, unless AWS raised the quota. They
   * must not have the tag `kubernetes.io/cluster/<name>`: load balancer controllers require exactly one group with it on an
   * interface.
   *
   * @default []
   * @literal shape
   * @change rolling
   */
  readonly securityGroups?: readonly string[];

  /**
   * Commands or settings for the first start of a node. For `al2023`: a shell script (`#!…`), or a `NodeConfig` document of
   * `node.eks.aws`. For `bottlerocket`: TOML settings. For `windows`: PowerShell commands.
   *
   * Limit: 16 KiB, including the part that joins the cluster. Everyone who may read launch templates can read it: no secrets.
   *
   * @program
   * @change rolling
   */
  readonly userData?: string;

  /**
   * `raid0` joins the local NVMe disks of the machine to one volume for containers and their scratch space. The system disk can
   * then be small. Data on local disks is lost with the machine. Not on Windows.
   *
   * @default "none"
   * @literal
   * @change rolling
   */
  readonly localStorage?: "none" | "raid0";

  /**
   * Reserved capacity for the machines of this group.
   *
   * @change rolling
   */
  readonly reservation?: EksReservationSpec;

  /**
   * Placement of the machines, in a separate placement group: `cluster` close together in one zone, `partition` in sets that share
   * no rack, `spread` each on a separate rack (up to 7 in a zone).
   *
   * @default "none"
   * @literal
   * @change rolling
   */
  readonly placementGroup?: "none" | "cluster" | "partition" | "spread";

  /**
   * Elastic Fabric Adapters on all network cards, and a security group for the traffic between them. Needs one machine type and one
   * zone. The device plugin must be installed separately.
   *
   * @default false
   * @literal
   * @change rolling
   */
  readonly efa?: boolean;

  /**
   * Limits of the repair of nodes, if `repair` is true. Managed node groups only.
   *
   * @change in-place
   */
  readonly repairPolicy?: EksRepairPolicySpec;

  /**
   * Fields of the Auto Scaling group of a self-managed group.
   *
   * @change in-place
   */
  readonly autoScalingGroup?: EksAutoScalingGroupSpec;
}

/** Pace of an upgrade of a node group: one of the two fields. */
export interface EksNodeUpgradeSpec extends NodeUpgradeSpec {
  /**
   * Replaces nodes even if a pod disruption budget prevents that their pods move. Managed node groups only.
   *
   * @default false
   * @change in-place
   * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
   */
  readonly force?: boolean;

  /**
   * Nodes that may be unavailable at once, as a percentage of the group, 1 to 100.
   *
   * @default 33
   */
  readonly maxUnavailablePercent?: number;
}

/** Limits of the repair of nodes. Each limit is a number or a percentage. */
export interface EksRepairPolicySpec {
  /** Number of unhealthy nodes above which EKS repairs none, at least 1: the cause is then probably not the nodes. */
  readonly stopAbove?: number;

  /** The same as a percentage of the nodes of the group, 1 to 100. */
  readonly stopAbovePercent?: number;

  /** Nodes that EKS repairs at the same time, at least 1. */
  readonly maxParallel?: number;

  /** The same as a percentage of the unhealthy nodes, 1 to 100. */
  readonly maxParallelPercent?: number;

  /**
   * Other actions than those of EKS for certain faults.
   *
   * @default []
   */
  readonly overrides?: readonly EksRepairOverrideSpec[];
}

/** The action for one fault of a node. */
export interface EksRepairOverrideSpec {
  /** Condition of the node that the node monitoring agent reports, such as `AcceleratedHardwareReady`. */
  readonly condition: string;

  /** Reason of the condition that the agent reports, such as `NvidiaXID64Error`. */
  readonly reason: string;

  /** Minutes for which the fault must last, at least 1. */
  readonly afterMinutes: number;

  /** `Replace` terminates the machine and starts a new one, `Reboot` restarts it, `NoAction` keeps it. */
  readonly action: "Replace" | "Reboot" | "NoAction";
}

/** Values of `nodeGroups[].kind`. */
export type EksNodeGroupKind = "managed" | "self-managed";

/** Requirements by which EC2 selects machines (attribute-based instance type selection). */
export interface EksMachineRequirements {
  /** Number of vCPUs. */
  readonly vcpus: EksBounds;

  /** Memory in GiB. */
  readonly memoryGiB: EksBounds;

  /**
   * Allows machines with CPU credits, such as t3.
   *
   * @default false
   * @literal
   */
  readonly burstable?: boolean;
}

/** Bounds of a number. */
export interface EksBounds {
  /**
   * Minimum, at least 1.
   *
   * @literal
   */
  readonly min: number;
  /**
   * Maximum. If omitted, there is none.
   *
   * @literal
   */
  readonly max?: number;
}

/** Reserved capacity: one reservation, or a group of reservations. */
export interface EksReservationSpec {
  /**
   * Id of a capacity reservation or a Capacity Block, `cr-…`.
   *
   * @change rolling
   */
  readonly id?: string;

  /**
   * ARN of a resource group of capacity reservations.
   *
   * @change rolling
   */
  readonly groupArn?: string;

  /**
   * `on-demand` for On-Demand Capacity Reservations; `capacity-block` for a Capacity Block for ML, which needs `id`, one machine
   * type and one zone. The group must have 0 nodes until the block starts.
   *
   * @default "on-demand"
   * @literal
   * @change replace the node group
   */
  readonly type?: "on-demand" | "capacity-block";
}

/** System image of the nodes. */
export interface EksImageSpec {
  /**
   * `al2023` is Amazon Linux 2023; `bottlerocket` is a minimal system for containers that only settings change; `windows` is
   * Windows Server. A cluster with Windows nodes also needs a Linux group.
   *
   * @default "al2023"
   * @literal
   * @change replace the node group
   */
  readonly family?: EksImageFamily;

  /**
   * Variant of the image. `standard`, `nvidia` (GPU drivers), `neuron` (Inferentia and Trainium; al2023 only, the standard image of
   * bottlerocket has the driver), `fips` (bottlerocket only: validated cryptography). For `windows` the year of the server, and
   * `core`, or `full` with a desktop; 2025 in self-managed groups from Kubernetes 1.35.
   *
   * If omitted: `nvidia` or `neuron` for machine types with such accelerators, else `standard`; on Windows `2022-core`.
   *
   * @literal
   * @change replace the node group
   */
  readonly variant?: EksImageVariant;

  /**
   * Processor architecture, that of the machine types. It decides for machine types that are newer than the table of known types.
   *
   * @literal
   * @change replace the node group
   */
  readonly architecture?: EksArchitecture;

  /**
   * Release of the image, such as `1.35.0-20260120`. `latest` reads the newest release in each plan, so that nodes are replaced
   * when AWS publishes one. If omitted, the release to which this version of the library is pinned. No release is pinned for
   * `windows`, where a self-managed group supports only `latest`.
   *
   * @change rolling
   */
  readonly release?: string;

  /**
   * Id of a custom image, `ami-…`, built from an image of the family. `variant` and `release` must then be omitted.
   *
   * @change rolling
   */
  readonly id?: string;
}

/** Values of `nodeGroups[].image.family`. */
export type EksImageFamily = "al2023" | "bottlerocket" | "windows";

/** Values of `nodeGroups[].image.variant`. */
export type EksImageVariant =
  | "standard"
  | "nvidia"
  | "neuron"
  | "fips"
  | "2019-core"
  | "2019-full"
  | "2022-core"
  | "2022-full"
  | "2025-core"
  | "2025-full";

/** Values of `nodeGroups[].image.architecture`, in the spelling of AWS. */
export type EksArchitecture = "x86_64" | "arm64";
