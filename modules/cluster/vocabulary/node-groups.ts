/** A group of nodes with the same configuration. */
export interface NodeGroupSpec {
  /**
   * Name of the group, unique in its cluster: lower-case letters, digits and `-`, starting with a letter.
   *
   * @literal
   * @change replace the node group
   */
  readonly name: string;

  /**
   * Name of the group before a new `name`. Without it the old nodes are deleted while the new ones start. With it Terraform first
   * creates the new node pools, then drains and deletes the old ones. `spread` must stay, and the zones of a group with a node pool in
   * each zone. Remove the field after the deployment.
   *
   * @literal
   * @change in-place
   */
  readonly formerName?: string;

  /** Machine types, in order of preference. All have the same processor architecture. */
  readonly machineTypes: readonly string[];

  /**
   * Number of nodes: **the total over all zones**. Terraform sets a fixed number. With a range an autoscaler changes the number: the
   * group starts with `min`, and Terraform ignores later changes. The current number of nodes must therefore be within a new range,
   * with `spread: per-zone` in each zone. Change the number with the autoscaler or the console first.
   *
   * @literal
   * @change in-place
   */
  readonly size: number | SizeRange;

  /**
   * `on-demand`, or `spot`: cheaper machines that the cloud can reclaim with a short notice of two minutes or less.
   *
   * @default "on-demand"
   * @literal
   * @change replace the node group
   * @change eks replace the node group; in a self-managed group changed in place
   */
  readonly capacity?: Capacity;

  /**
   * Names of the zones of this group. If omitted, all zones of the network.
   *
   * @literal
   * @change replace the node group
   * @change gke in-place
   */
  readonly zones?: readonly string[];

  /**
   * How the nodes of the group are distributed over its zones.
   *
   * - `one-group`: one node pool in all its zones. The cloud balances the zones.
   * - `per-zone`: one node pool in each zone, with an even share of the total (10 becomes 4, 3, 3). Recommended for
   *   workloads with zonal disks, because the autoscaler then controls the zone of a new node.
   *
   * @default "one-group"
   * @literal
   * @change replace the node group
   */
  readonly spread?: Spread;

  /** System disk of each node. Always encrypted. */
  readonly disk?: DiskSpec;

  /**
   * Kubernetes labels of the nodes.
   *
   * @change in-place
   * @change eks in-place in a self-managed group a rolling update
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Kubernetes taints of the nodes.
   *
   * @change in-place
   * @shown
   * @change eks in-place in a self-managed group a rolling update
   */
  readonly taints?: readonly Taint[];

  /**
   * Maximum number of pods on a node, 10 to 250. If omitted, the platform computes it for the machine type.
   *
   * @change eks rolling
   */
  readonly maxPods?: number;

  /**
   * Maximum number of nodes that are unavailable during an upgrade.
   *
   * @change in-place
   */
  readonly upgrade?: NodeUpgradeSpec;

  /**
   * The cloud replaces nodes that stay unhealthy.
   *
   * @default true
   * @literal
   * @refused aks AKS repairs unhealthy nodes in any case; remove the field
   * @literal gke
   * @change eks in-place
   */
  readonly repair?: boolean;

  /**
   * Hours for which Terraform waits until the node pools of the group are created, changed or deleted. A rolling update of many nodes
   * needs more than the default. If omitted: one hour.
   *
   * @literal
   * @change in-place
   */
  readonly timeoutHours?: 2 | 4 | 8 | 16;

  /**
   * Tags of the machines, disks and interfaces of this group, in addition to the tags of the cluster.
   *
   * @change in-place
   * @change eks rolling
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Limits of the number of nodes of a group, in all its zones. */
export interface SizeRange {
  /**
   * Minimum and initial number of nodes. May be 0.
   *
   * @literal
   */
  readonly min: number;

  /**
   * Maximum number of nodes; at least 1 and at least `min`.
   *
   * @literal
   */
  readonly max: number;
}

/** See {@link NodeGroupSpec.capacity}. */
export type Capacity = "on-demand" | "spot";

/** See {@link NodeGroupSpec.spread}. */
export type Spread = "one-group" | "per-zone";

/** System disk of a node. */
export interface DiskSpec {
  /**
   * Size in GiB.
   *
   * @default 50
   * @change eks rolling
   */
  readonly sizeGiB?: number;
}

/** A Kubernetes taint. */
export interface Taint {
  /**
   * Qualified name, e.g. `dedicated` or `example.com/gpu`.
   *
   * @literal
   */
  readonly key: string;

  /**
   * Up to 63 characters.
   *
   * @literal aks
   */
  readonly value?: string;

  /**
   * The effect on pods that do not tolerate the taint.
   *
   * @literal
   */
  readonly effect: TaintEffect;
}

/** See {@link Taint.effect}. */
export type TaintEffect = "NoSchedule" | "PreferNoSchedule" | "NoExecute";

/** Pace of an upgrade of a node group. One of the two fields is set. */
export interface NodeUpgradeSpec {
  /** Maximum number of unavailable nodes, 1 to 100. */
  readonly maxUnavailable?: number;

  /**
   * The same as a percentage of the group, 1 to 100.
   */
  readonly maxUnavailablePercent?: number;
}
