/**
 * The words in which a cluster is described, the same on every platform.
 *
 * These interfaces are the single source of the file format (a JSON Schema is generated from them), of the
 * constructs' props, and of the reference documentation. A platform narrows or extends them in its `props.ts`.
 */

/** One Kubernetes cluster: its network, who may reach it, its workers, and what grows around them. */
export interface ClusterSpec {
  /**
   * Name of the cluster, unique in its environment. In an environment file the cloud knows the cluster as
   * `<environment>-<name>`, which is also the id of its stack.
   *
   * Limits: starts with a letter; letters, digits and `-`. The platform limits the length of the whole.
   */
  readonly name: string;

  /** Region of the cloud, e.g. `us-east-1`. A literal: it decides zone names and partitions. */
  readonly region: string;

  /** Kubernetes minor version as a string, e.g. `"1.35"` (quoted: YAML reads 1.30 as the number 1.3). */
  readonly kubernetesVersion: string;

  /** Addresses, zones and the way out. Left out: a new network of 10.0.0.0/16 over three zones. */
  readonly network?: NetworkSpec;

  /** Who may reach the API server, and who may do what there. */
  readonly access: AccessSpec;

  /** The workers, in groups of like machines. */
  readonly nodeGroups: readonly NodeGroupSpec[];

  /**
   * Who changes the number of nodes of groups that have a size range.
   *
   * - `none`: nobody; the range is only a bound for people.
   * - `cluster-autoscaler`: the Kubernetes Cluster Autoscaler; its permissions and the tags it reads are made here,
   *   the program itself is installed in the cluster.
   * - `auto-provisioning`: machines are made for the pods that wait for one, of the type that fits them. Node groups stay
   *   at the size that they have; the platform says what does it.
   *
   * @default "cluster-autoscaler"
   */
  readonly autoscaling?: Autoscaling;

  /** Persistent storage for workloads. */
  readonly storage?: StorageSpec;

  /** Keys for what the cluster stores. */
  readonly encryption?: EncryptionSpec;

  /** Load balancers that the cluster makes for its services. */
  readonly loadBalancing?: LoadBalancingSpec;

  /** Names that the cluster gives to its services. */
  readonly dns?: DnsSpec;

  /** Workloads that act in the cloud, and what they may do there. */
  readonly workloadIdentities?: readonly WorkloadIdentitySpec[];

  /** What the control plane and the network write down, and for how long. */
  readonly observability?: ObservabilitySpec;

  /**
   * Guards against losing the cluster: the cloud's deletion protection and Terraform's `prevent_destroy`, one switch.
   * A destroy needs an apply with `protection: false` first.
   *
   * @default true
   */
  readonly protection?: boolean;

  /** Tags on everything that can carry them. Keys and values as the cloud takes them. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** See {@link ClusterSpec.autoscaling}. */
export type Autoscaling = "none" | "cluster-autoscaler" | "auto-provisioning";

/** Addresses, zones and the way out of a cluster's network. */
export interface NetworkSpec {
  /**
   * IPv4 range of the network. Immutable. Subnets are planned from it by stable slots: adding a zone later moves none.
   *
   * @default "10.0.0.0/16"
   */
  readonly cidr?: string;

  /**
   * Availability zones: how many, or their names. A number takes the region's first zones in order.
   *
   * A zone that is added later gets subnets and, with `spread: per-zone`, node groups of its own; node groups that are one
   * over all zones are replaced, the new ones first. The control plane stays in the zones it was made in, so that none of
   * those can be taken away.
   *
   * @default 3
   */
  readonly zones?: number | readonly string[];

  /**
   * How private nodes reach the internet.
   *
   * - `none`: not at all; what they need must come through endpoints.
   * - `single`: one gateway in the first zone. Cheap; a failure of that zone cuts off all, and traffic crosses zones.
   * - `per-zone`: one gateway in each zone.
   * - `regional`: one gateway that the cloud itself spreads over the zones.
   *
   * @default "per-zone"
   */
  readonly nat?: Nat;

  /** IPv4 range of Kubernetes services. Immutable. Left out: the platform chooses one beside the network's. */
  readonly serviceCidr?: string;

  /**
   * A network without any way to the internet, and an API server without a public address: no gateways, no public subnets;
   * what nodes need of the cloud comes through endpoints, which are made. Images must come from a registry inside the
   * cloud, and people from a network that is joined to this one.
   *
   * @default false
   */
  readonly private?: boolean;

  /**
   * Family of the addresses of pods and services. With `ipv6` each has an IPv6 address, of which there is no end; nodes
   * keep an IPv4 address beside it. Immutable.
   *
   * @default "ipv4"
   */
  readonly ipFamily?: IpFamily;

  /**
   * IPv4 range of pods, beside the network's own: many pods then take no addresses away from nodes. Immutable while there
   * are nodes. Left out: pods have addresses as the platform gives them out, on EKS those of the nodes' subnets.
   */
  readonly podCidr?: string;
}

/** See {@link NetworkSpec.ipFamily}. */
export type IpFamily = "ipv4" | "ipv6";

/** See {@link NetworkSpec.nat}. */
export type Nat = "none" | "single" | "per-zone" | "regional";

/** Who may reach the API server, and who may do what there. */
export interface AccessSpec {
  /**
   * The API server answers inside the network, which is how nodes reach it. `false` is possible only where the
   * public address is open to all, since nodes then come in from outside.
   *
   * @default true
   */
  readonly private?: boolean;

  /**
   * IPv4 ranges from which the API server's public address may be reached. Empty: there is no public address.
   *
   * @default []
   */
  readonly publicFrom?: readonly string[];

  /**
   * Principals with all rights in the cluster. Required, so that nobody is locked out by oversight and nobody gets in
   * by default: whoever runs Terraform has no rights unless named. `[]` says so on purpose.
   */
  readonly admins: readonly string[];

  /** Principals that may change workloads, everywhere or in some namespaces. */
  readonly editors?: readonly AccessGrant[];

  /** Principals that may look, everywhere or in some namespaces. */
  readonly viewers?: readonly AccessGrant[];
}

/** A right in the cluster, everywhere or in some namespaces. */
export interface AccessGrant {
  /** The principal, as the platform's identity service names it. */
  readonly principal: string;

  /** Namespaces that the right is limited to; `*` stands for any run of characters. Left out: the whole cluster. */
  readonly namespaces?: readonly string[];
}

/** Workers of one kind. */
export interface NodeGroupSpec {
  /** Name of the group, unique in its cluster: lower-case letters, digits and `-`, starting with a letter. */
  readonly name: string;

  /** Machine types, in order of preference. All of one processor architecture. */
  readonly machineTypes: readonly string[];

  /**
   * Number of nodes: **the total over all zones**. A number is fixed, and Terraform holds it. A range means that an
   * autoscaler owns the number between its ends: the group starts at `min` and Terraform ignores later changes. So
   * the number of nodes that there are must lie within a new range, in each zone with `spread: per-zone`: let the autoscaler
   * or the console move it there first.
   */
  readonly size: number | SizeRange;

  /**
   * `on-demand`, or `spot`: cheap machines that the cloud takes back at two minutes' notice.
   *
   * @default "on-demand"
   */
  readonly capacity?: Capacity;

  /** Names of the zones of this group. Left out: all zones of the network. */
  readonly zones?: readonly string[];

  /**
   * - `one-group`: one native group over all its zones; the cloud balances, the autoscaler sees one pool.
   * - `per-zone`: one native group in each zone, the total dealt out evenly (10 becomes 4, 3, 3). Right for
   *   workloads with zonal disks: the autoscaler then knows in which zone a new node will be.
   *
   * @default "one-group"
   */
  readonly spread?: Spread;

  /** System disk of each node. Always encrypted. */
  readonly disk?: DiskSpec;

  /** Kubernetes labels of the nodes. */
  readonly labels?: Readonly<Record<string, string>>;

  /** Kubernetes taints of the nodes. */
  readonly taints?: readonly Taint[];

  /** Highest number of pods on a node, 10 to 250. Left out: what the platform computes for the machine type. */
  readonly maxPods?: number;

  /** How many nodes at once an upgrade may take away. */
  readonly upgrade?: NodeUpgradeSpec;

  /**
   * The cloud replaces nodes that stay unhealthy.
   *
   * @default true
   */
  readonly repair?: boolean;

  /** Tags of this group's machines, disks and interfaces, beside the cluster's. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Bounds of the number of nodes of a group, over all its zones. */
export interface SizeRange {
  /** Fewest nodes; the group starts with as many. May be 0. */
  readonly min: number;

  /** Most nodes; at least 1 and not below `min`. */
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
   */
  readonly sizeGiB?: number;
}

/** A Kubernetes taint, in Kubernetes' own spelling. */
export interface Taint {
  /** Qualified name, e.g. `dedicated` or `example.com/gpu`. */
  readonly key: string;

  /** Up to 63 characters. */
  readonly value?: string;

  /** What happens to pods that do not tolerate the taint. */
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
   *
   * @default 33
   */
  readonly maxUnavailablePercent?: number;
}

/** Persistent storage for workloads. */
export interface StorageSpec {
  /**
   * Block volumes for single pods: the platform's CSI driver with the permissions it needs.
   *
   * @default true
   */
  readonly block?: boolean | BlockStorageSpec;

  /**
   * A file system that pods of all zones share: made here, encrypted, open to nodes alone, with its driver.
   *
   * @default false
   */
  readonly file?: boolean | FileStorageSpec;

  /** Object storage as a file system: the driver, with rights on the buckets that are named. */
  readonly object?: ObjectStorageSpec;

  /**
   * Snapshots of block volumes as Kubernetes objects: the snapshot controller with its resource definitions.
   *
   * @default false
   */
  readonly snapshots?: boolean;

  /**
   * Copies of the volumes and of the shared file system at fixed times, in a vault of their own that outlives a mistake in
   * the cluster.
   *
   * @default false
   */
  readonly backup?: boolean | BackupSpec;
}

/** Block volumes for single pods. */
export interface BlockStorageSpec {
  /**
   * The driver brings the cluster's default storage class along.
   *
   * @default false
   */
  readonly defaultClass?: boolean;
}

/** A file system that pods of all zones share. */
export interface FileStorageSpec {
  /** An existing key that encrypts it, by the id that the platform wants; the platform's own when left out. Immutable. */
  readonly keyId?: string;
}

/** Object storage as a file system. */
export interface ObjectStorageSpec {
  /** Buckets that pods may mount. At least one. */
  readonly buckets: readonly string[];

  /**
   * Pods may read, and change nothing.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/** Copies of volumes at fixed times. */
export interface BackupSpec {
  /** When, as the platform writes it. Left out: every night. */
  readonly schedule?: string;

  /**
   * Days for which a copy is kept.
   *
   * @default 35
   */
  readonly retentionDays?: number;

  /** An existing key that encrypts the copies, by the id that the platform wants; a new one when left out. Immutable. */
  readonly keyId?: string;
}

/** Keys for what the cluster stores. */
export interface EncryptionSpec {
  /**
   * Key that encrypts the cluster's secrets.
   *
   * - `customer-key`: a key of your account, made with the cluster (or {@link keyId}), rotated every year.
   * - `platform-key`: a key that the cloud owns and you cannot see or revoke. Free.
   *
   * @default "customer-key"
   */
  readonly secrets?: "customer-key" | "platform-key";

  /** An existing key for `customer-key`, by the id that the platform wants; a new one when left out. */
  readonly keyId?: string;

  /**
   * Key that encrypts disks: those of nodes, where a group names none itself (they are always encrypted), and block volumes of
   * pods, whose class names it. A change replaces nodes, one after the other; volumes that are there keep their key.
   *
   * @default "platform-key"
   */
  readonly disks?: "customer-key" | "platform-key";

  /** An existing key for `disks: customer-key`, by the id that the platform wants; a new one when left out. */
  readonly disksKeyId?: string;
}

/** Load balancers that the cluster makes for its services. */
export interface LoadBalancingSpec {
  /**
   * The platform's controller, which makes load balancers for Services and Ingresses: what it may do in the cloud. The
   * program itself is installed in the cluster.
   *
   * @default false
   */
  readonly controller?: boolean;
}

/** Names that the cluster gives to its services. */
export interface DnsSpec {
  /**
   * Zones in which ExternalDNS may write records, by the ids that the platform gives them. At least one. The program itself
   * is installed in the cluster.
   */
  readonly zones: readonly string[];
}

/** Pods of one service account, and what they may do in the cloud. */
export interface WorkloadIdentitySpec {
  /** Kubernetes namespace: lower-case letters, digits and `-`, up to 63. */
  readonly namespace: string;

  /** Kubernetes service account, unique in its namespace. */
  readonly serviceAccount: string;
}

/** What the control plane and the network write down, and for how long. */
export interface ObservabilitySpec {
  /**
   * Days for which control-plane and flow logs are kept.
   *
   * @default 90
   */
  readonly retentionDays?: number;

  /**
   * Leaves the logs when the cluster is destroyed. The next cluster of the name needs them imported or removed.
   *
   * @default false
   */
  readonly keepLogs?: boolean;
}
