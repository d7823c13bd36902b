/** Workers of one kind. */
export interface NodeGroupSpec {
  /**
   * Name of the group, unique in its cluster: lower-case letters, digits and `-`, starting with a letter.
   *
   * @literal
   * @change replace the node group
   */
  readonly name: string;

  /** Machine types, in order of preference. All of one processor architecture. */
  readonly machineTypes: readonly string[];

  /**
   * Number of nodes: **the total over all zones**. A number is fixed, and Terraform holds it. A range means that an
   * autoscaler owns the number between its ends: the group starts at `min` and Terraform ignores later changes. So
   * the number of nodes that there are must lie within a new range, in each zone with `spread: per-zone`: let the autoscaler
   * or the console move it there first.
   *
   * @literal
   * @change in-place
   */
  readonly size: number | SizeRange;

  /**
   * `on-demand`, or `spot`: cheap machines that the cloud takes back at two minutes' notice.
   *
   * @default "on-demand"
   * @literal
   * @change replace the node group
   * @change eks replace the node group; in-place in a self-managed group
   */
  readonly capacity?: Capacity;

  /**
   * Names of the zones of this group. Left out: all zones of the network.
   *
   * @literal
   * @change replace the node group
   * @change gke in-place
   */
  readonly zones?: readonly string[];

  /**
   * - `one-group`: one native group over all its zones; the cloud balances, the autoscaler sees one pool.
   * - `per-zone`: one native group in each zone, the total dealt out evenly (10 becomes 4, 3, 3). Right for
   *   workloads with zonal disks: the autoscaler then knows in which zone a new node will be.
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
   * @change eks in-place rolling in a self-managed group
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Kubernetes taints of the nodes.
   *
   * @change in-place
   * @change eks in-place rolling in a self-managed group
   */
  readonly taints?: readonly Taint[];

  /**
   * Highest number of pods on a node: 10 to 250 on EKS and AKS, 8 to 256 on GKE. Left out: what the platform computes for the
   * machine type.
   *
   * @change eks rolling
   */
  readonly maxPods?: number;

  /**
   * How many nodes at once an upgrade may take away.
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
   * Tags of this group's machines, disks and interfaces, beside the cluster's.
   *
   * @change in-place
   * @change eks rolling
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Bounds of the number of nodes of a group, over all its zones. */
export interface SizeRange {
  /**
   * Fewest nodes; the group starts with as many. May be 0.
   *
   * @literal
   */
  readonly min: number;

  /**
   * Most nodes; at least 1 and not below `min`.
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

/** A Kubernetes taint, in Kubernetes' own spelling. */
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
   * What happens to pods that do not tolerate the taint.
   *
   * @literal
   */
  readonly effect: TaintEffect;
}

/** See {@link Taint.effect}. */
export type TaintEffect = "NoSchedule" | "PreferNoSchedule" | "NoExecute";

/** Pace of an upgrade of a node group. One of the two. */
export interface NodeUpgradeSpec {
  /** Nodes that may be unavailable at once, 1 to 100. */
  readonly maxUnavailable?: number;

  /**
   * The same as a percentage of the group, 1 to 100.
   */
  readonly maxUnavailablePercent?: number;
}
