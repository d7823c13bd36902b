import type { DiskSpec, NodeGroupSpec } from "../../cluster/vocabulary";
import type { EksAutoScalingGroupSpec } from "./auto-scaling-group-spec";

/** Workers of one kind: an EKS managed node group or an Auto Scaling group of your own, one for all zones or one per zone. */
export interface EksNodeGroupSpec extends NodeGroupSpec {
  /**
   * Who runs the Auto Scaling group.
   *
   * - `managed`: EKS. It drains nodes before it takes them away, and replaces them when the image or the settings change.
   * - `self-managed`: you. What managed groups have not, is here: on-demand and spot machines mixed, machines chosen by
   *   what they have, warm pools, schedules. Machines go without a drain, unless a termination handler sees to it.
   *
   * All other fields mean the same for both. Another kind makes another group: the nodes are replaced.
   *
   * @default "managed"
   * @literal
   */
  readonly kind?: EksNodeGroupKind;

  /**
   * EC2 instance types, in order of preference. All of one processor architecture. Where {@link machines} says what they
   * must have, a whole family can be named as `m7i.*`.
   *
   * @literal
   */
  readonly machineTypes: readonly string[];

  /** What machines must have, of all those that {@link machineTypes} names. Self-managed groups only. */
  readonly machines?: EksMachineRequirements;

  /** System image of the nodes. */
  readonly image?: EksImageSpec;

  readonly disk?: EksDiskSpec;

  /**
   * Ids of security groups that this group's nodes are in beside the nodes' own, at most 4 unless AWS raised your quota.
   * None may carry the tag `kubernetes.io/cluster/<name>`: load balancer controllers want exactly one group with it on an
   * interface.
   *
   * @default []
   * @literal shape
   */
  readonly securityGroups?: readonly string[];

  /**
   * What a node does when it first starts, beside joining the cluster. For `al2023`: a shell script (`#!…`), or a
   * `NodeConfig` document of `node.eks.aws`. For `bottlerocket`: TOML settings. For `windows`: PowerShell commands.
   *
   * Limits: 16 KiB with all that is added to it. Visible to anyone who may read launch templates: no secrets.
   */
  readonly userData?: string;

  /**
   * `raid0` joins the machine's own NVMe disks to one volume, on which containers and their scratch space live. The system
   * disk then needs little room. What is on such disks is lost with the machine. Not on Windows.
   *
   * @default "none"
   * @literal
   */
  readonly localStorage?: "none" | "raid0";

  /** Capacity that is reserved for this group's machines. */
  readonly reservation?: EksReservationSpec;

  /**
   * How the machines are placed on hardware, in a placement group of their own: `cluster` close together (one zone
   * alone), `partition` in sets that share no rack, `spread` each on a rack of its own (up to 7 in a zone).
   *
   * @default "none"
   * @literal
   */
  readonly placementGroup?: "none" | "cluster" | "partition" | "spread";

  /**
   * Elastic Fabric Adapters on all network cards, and a security group in which machines talk to each other by them. One
   * machine type, in one zone. The device plugin is yours to install.
   *
   * @default false
   * @literal
   */
  readonly efa?: boolean;

  /** How far EKS goes in the repair of nodes, where {@link repair} is on. Managed groups only. */
  readonly repairPolicy?: EksRepairPolicySpec;

  /** What only a self-managed group can say of its Auto Scaling group. */
  readonly autoScalingGroup?: EksAutoScalingGroupSpec;
}

/** How far EKS goes in the repair of nodes. Of each number and its percentage one at most. */
export interface EksRepairPolicySpec {
  /** Unhealthy nodes above which EKS repairs none any more, at least 1: so many at once are not the nodes' own fault. */
  readonly stopAbove?: number;

  /** The same as a percentage of the group's nodes, 1 to 100. */
  readonly stopAbovePercent?: number;

  /** Nodes that are repaired at the same time, at least 1. */
  readonly maxParallel?: number;

  /** The same as a percentage of the unhealthy nodes, 1 to 100. */
  readonly maxParallelPercent?: number;

  /**
   * What is done about certain faults, in place of what EKS would do.
   *
   * @default []
   */
  readonly overrides?: readonly EksRepairOverrideSpec[];
}

/** What is done about one fault of a node. */
export interface EksRepairOverrideSpec {
  /** Condition of the node, as the node monitoring agent reports it, e.g. `AcceleratedHardwareReady`. */
  readonly condition: string;

  /** Reason for the condition, as the agent reports it, e.g. `NvidiaXID64Error`. */
  readonly reason: string;

  /** Minutes for which the fault must last, at least 1. */
  readonly afterMinutes: number;

  /** `Replace` ends the machine for a new one, `Reboot` starts it again, `NoAction` leaves it. */
  readonly action: "Replace" | "Reboot" | "NoAction";
}

/** See {@link EksNodeGroupSpec.kind}. */
export type EksNodeGroupKind = "managed" | "self-managed";

/** What machines must have, for EC2 to choose among them (attribute-based instance type selection). */
export interface EksMachineRequirements {
  /** Number of vCPUs. */
  readonly vcpus: EksBounds;

  /** Memory in GiB. */
  readonly memoryGiB: EksBounds;

  /**
   * Machines with CPU credits, such as t3.
   *
   * @default false
   */
  readonly burstable?: boolean;
}

/** Bounds of a number; without `max` there is none. */
export interface EksBounds {
  /**
   * At least.
   *
   * @literal
   */
  readonly min: number;
  /**
   * At most.
   *
   * @literal
   */
  readonly max?: number;
}

/** Capacity that is reserved: by its id, or the group of reservations that it is in. */
export interface EksReservationSpec {
  /** Id of a capacity reservation or a Capacity Block, `cr-…`. */
  readonly id?: string;

  /** ARN of a resource group of capacity reservations. */
  readonly groupArn?: string;

  /**
   * `on-demand` for On-Demand Capacity Reservations; `capacity-block` for a Capacity Block for ML, which has an id, one
   * machine type and one zone. Before its time has come, the group must start with 0 nodes.
   *
   * @default "on-demand"
   * @literal
   */
  readonly type?: "on-demand" | "capacity-block";
}

/** System image of the nodes. */
export interface EksImageSpec {
  /**
   * `al2023` is Amazon Linux 2023, `bottlerocket` a minimal system made for containers, changed through settings only,
   * `windows` is Windows Server (the cluster needs a Linux group too, for what runs on Linux only).
   *
   * @default "al2023"
   * @literal
   */
  readonly family?: EksImageFamily;

  /**
   * What the image is made for. `standard`, `nvidia` (GPU drivers), `neuron` (Inferentia and Trainium; al2023 only, the
   * standard image of bottlerocket has the driver), `fips` (bottlerocket only: validated cryptography). For `windows` the
   * server's year, and `core`, or `full` with a desktop; 2025 in self-managed groups from Kubernetes 1.35 on.
   *
   * Left out: `nvidia` or `neuron` where the machine types have such accelerators, `standard` otherwise; `2022-core`.
   *
   * @literal
   */
  readonly variant?: EksImageVariant;

  /**
   * Processor architecture. Left out: that of the machine types.
   *
   * @literal
   */
  readonly architecture?: EksArchitecture;

  /**
   * Release of the image, e.g. `1.35.0-20260120`; `latest` looks the newest one up at every plan, so that nodes are
   * replaced when AWS releases one. Left out: the release that this version of the library is pinned to. There is none for
   * `windows`, and a self-managed group can only have its `latest`.
   */
  readonly release?: string;

  /**
   * Id of an image of your own, `ami-…`, made from one of the family: it decides how nodes are told to join the cluster.
   * Then neither `variant` nor `release`.
   */
  readonly id?: string;
}

/** See {@link EksImageSpec.family}. */
export type EksImageFamily = "al2023" | "bottlerocket" | "windows";

/** See {@link EksImageSpec.variant}. */
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

/** See {@link EksImageSpec.architecture}. In the spelling of AWS and of the image paths. */
export type EksArchitecture = "x86_64" | "arm64";

/** System disk of a node: an EBS volume, always encrypted. On Bottlerocket the size is that of the data volume. */
export interface EksDiskSpec extends DiskSpec {
  /**
   * Volume type.
   *
   * @default "gp3"
   */
  readonly type?: "gp3" | "io1" | "io2";

  /** Provisioned operations a second. Left out: 3000 for gp3; required for io1 and io2. */
  readonly iops?: number;

  /** Provisioned throughput in MiB/s, gp3 only. Left out: 125. */
  readonly throughputMiBps?: number;

  /**
   * ARN of the key that encrypts the volume. Its policy must let the service-linked role of EC2 Auto Scaling use it.
   * Left out: the key of `encryption.disks`.
   */
  readonly kmsKeyArn?: string;
}
