import type { DiskSpec, NodeGroupSpec, NodeUpgradeSpec } from "../../cluster/vocabulary";
import type { KubeadmImageSpec } from "../control-plane/spec";

/** A group of nodes with the same configuration: Auto Scaling groups, scale sets, or managed instance groups. */
export interface KubeadmNodeGroupSpec extends NodeGroupSpec {
  /** @refused a group with a new name is a new group; drain the nodes of the old one before you remove it */
  readonly formerName?: string;

  /**
   * Machine types, in order of preference. All have the same processor architecture. On Azure and Google Cloud one.
   *
   * @literal
   * @change rolling
   * @ordered EC2 prefers the first types
   */
  readonly machineTypes: readonly string[];

  /** @change in-place new machines */
  readonly capacity?: NodeGroupSpec["capacity"];

  /** @change rolling */
  readonly disk?: DiskSpec;

  /** @refused nodes have one disk, which kubeadm prepares; use a larger disk.sizeGiB or persistent volumes */
  readonly moreDisks?: readonly object[];

  /** @refused nodes use the subnets of their zones; set zones */
  readonly subnetId?: string;

  /**
   * Kubernetes labels of the nodes.
   *
   * @change rolling
   */
  readonly labels?: Readonly<Record<string, string>>;

  /** @change rolling */
  readonly taints?: NodeGroupSpec["taints"];

  /**
   * Maximum number of pods on a node, 10 to 250.
   *
   * @default 110
   * @literal
   * @change rolling
   */
  readonly maxPods?: number;

  /**
   * Image of the machines. If omitted, the newest Ubuntu 26.04 of Canonical.
   *
   * @change rolling
   */
  readonly image?: KubeadmImageSpec;

  /** @change in-place */
  readonly upgrade?: KubeadmNodeUpgradeSpec;

  /** @change in-place */
  readonly repair?: boolean;

  /** @change rolling */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Pace of an upgrade of a node group. One of the two fields is set. */
export interface KubeadmNodeUpgradeSpec extends NodeUpgradeSpec {
  /** @literal */
  readonly maxUnavailable?: number;

  /**
   * The same as a percentage of the group, 1 to 100.
   *
   * @default 10
   * @literal
   */
  readonly maxUnavailablePercent?: number;
}
