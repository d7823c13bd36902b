import type { NetworkSpec } from "../../cluster/vocabulary";

/** A new VPC with one subnet in the cluster's region, or a network that is there already. */
export interface GkeNetworkSpec extends NetworkSpec {
  /**
   * IPv4 range of all that belongs to the cluster, /9 to /20. Immutable. A VPC of Google has no range of its own: of this one
   * pods get the first half, nodes and services a 16th each, from fixed places, and the last quarter stays free for
   * what comes later. So that one range tells peers all that they must know.
   *
   * @default "10.0.0.0/16"
   * @literal
   */
  readonly cidr?: string;

  /**
   * Zones of nodes: how many, or their names. The control plane of a regional cluster is in three zones of the region
   * whatever is said here; with `gke.controlPlane: zonal` it is in the first of these.
   *
   * @default 3
   */
  readonly zones?: number | readonly string[];

  /**
   * IPv4 range of pods, /9 to /21: a secondary range of the subnet. Immutable. Each node takes a block of it at once, of
   * twice as many addresses as it may have pods, rounded up to a power of two (110 pods: 256 addresses). Left out: the
   * first half of `cidr`.
   *
   * @literal
   */
  readonly podCidr?: string;

  /**
   * More IPv4 ranges of pods, for when the first is used up: secondary ranges of the subnet, named after their place in this
   * list (`pods-1`, …). Ranges are added at the end; one that nodes use can't be taken away.
   *
   * @default []
   * @literal
   */
  readonly morePodCidrs?: readonly string[];

  /**
   * IPv4 range of Kubernetes services, /16 to /27: a secondary range. Immutable. Left out: a 16th of `cidr`.
   *
   * @literal
   */
  readonly serviceCidr?: string;

  /**
   * Cloud NAT: one gateway for the region, which Google itself spreads over the zones. So `single`, `per-zone` and `regional`
   * make the same; `none` makes none, and nodes reach Google's own services alone.
   *
   * @default "per-zone"
   */
  readonly nat?: "none" | "single" | "per-zone" | "regional";

  /**
   * Public addresses that traffic to the internet comes from, for others' allow lists: as many as are said here, 1 to 16. Left
   * out: Google gives addresses out as they are needed, and takes them back.
   *
   * @literal
   */
  readonly natAddresses?: number;

  /** Ports that Cloud NAT gives each node; between the two as they are needed. */
  readonly natPorts?: GkeNatPorts;

  /**
   * Families of the addresses of pods and services. `ipv6` gives nodes, pods and services an IPv6 address beside the IPv4
   * one (GKE's dual stack). Needs Dataplane V2. Immutable.
   *
   * @default "ipv4"
   */
  readonly ipFamily?: "ipv4" | "ipv6";

  /**
   * Where IPv6 addresses come from. `internal`: private ones (fd20::/20), which reach nothing outside of Google. `external`: public
   * ones, which reach the internet and are shielded by the firewall alone. Immutable.
   *
   * @default "internal"
   */
  readonly ipv6Access?: "internal" | "external";

  /**
   * A network without any way to the internet: no NAT, no public address of the API server, and Google's own services
   * (`googleapis.com`, `pkg.dev`, `gcr.io`) by private names and addresses (Private Google Access, 199.36.153.8/30).
   *
   * @default false
   */
  readonly private?: boolean;

  /**
   * Whether nodes have public addresses of their own.
   *
   * @default "private"
   * @literal
   */
  readonly nodeAddresses?: "private" | "public";

  /**
   * Records of traffic in the subnet, in Cloud Logging: half of all flows, in steps of ten minutes.
   *
   * @default true
   * @literal
   */
  readonly flowLogs?: boolean;

  /**
   * Largest packet in the VPC in bytes, 1300 to 8896. A change takes effect on new nodes.
   *
   * @default 1460
   */
  readonly mtu?: number;

  /**
   * What carries pods' traffic. Immutable.
   *
   * - `v2`: Dataplane V2 (eBPF), with network policies built in.
   * - `calico`: iptables, with network policies by Calico. Not in Autopilot.
   * - `iptables`: without network policies. Not in Autopilot.
   *
   * @default "v2"
   * @literal
   */
  readonly dataplane?: GkeDataplane;

  /**
   * Traffic between pods of one node goes through the VPC, where flow logs and firewalls see it.
   *
   * @default true
   * @literal
   */
  readonly intranodeVisibility?: boolean;

  /**
   * Network policies of Cilium that hold in all namespaces. Needs Dataplane V2.
   *
   * @default false
   * @literal
   */
  readonly clusterwidePolicies?: boolean;

  /**
   * Network policies that name hosts instead of addresses. Needs Dataplane V2. Can't be taken back.
   *
   * @default false
   * @literal
   */
  readonly fqdnPolicies?: boolean;

  /**
   * Traffic between pods of different nodes is encrypted (WireGuard). Needs Dataplane V2.
   *
   * @default false
   * @literal
   */
  readonly encryptedTraffic?: boolean;

  /**
   * Several network interfaces for pods; node groups name theirs as `additionalNetworks`. Needs Dataplane V2. Immutable.
   *
   * @default false
   * @literal
   */
  readonly multiNetworking?: boolean;

  /**
   * Pods that talk to addresses outside of the VPC's usual private ranges do so by their node's address. `false`: by their own,
   * where the network can route it.
   *
   * @default true
   * @literal
   */
  readonly sourceNat?: boolean;

  /**
   * Each node's block of pod addresses has twice as many as it may have pods, so that addresses are not used anew too soon.
   * `false` halves the blocks. Immutable for nodes that are there.
   *
   * @default true
   * @literal
   */
  readonly podAddressReserve?: boolean;

  /**
   * TCP ports on which the control plane reaches pods: those of admission webhooks and aggregated APIs. 443 and 10250 are open
   * anyway.
   *
   * @default [8443, 9443, 15017]
   * @literal
   */
  readonly webhookPorts?: readonly number[];

  /**
   * Firewall rules that let nodes out to the control plane, to each other, to pods and to Google's services, for a VPC
   * whose policy denies what is not allowed.
   *
   * @default false
   * @literal
   */
  readonly egressRules?: boolean;

  /** Names inside the cluster. */
  readonly dns?: GkeClusterDnsSpec;

  /**
   * A network that is there already, in this project or in a host project (shared VPC); then its ranges, NAT and logs are its
   * own matter, and nothing is said of them here.
   */
  readonly existing?: GkeExistingNetwork;
}

/** See {@link GkeNetworkSpec.dataplane}. */
export type GkeDataplane = "v2" | "calico" | "iptables";

/** Ports for connections to one destination, for each node: powers of two. */
export interface GkeNatPorts {
  /**
   * Ports that a node always has, 32 to 32768.
   *
   * @default 64
   */
  readonly min?: number;

  /**
   * Ports that it may come to have, 64 to 65536; above `min`.
   *
   * @default 4096
   */
  readonly max?: number;
}

/** Who answers for names inside the cluster. */
export interface GkeClusterDnsSpec {
  /**
   * - `cloud-dns`: Cloud DNS, without pods in the cluster.
   * - `kube-dns`: pods of kube-dns. Not in Autopilot.
   *
   * @default "cloud-dns"
   * @literal
   */
  readonly by?: "cloud-dns" | "kube-dns";

  /**
   * Where the names are known: in the cluster, or in the whole VPC (then `domain` must be unique there). With `cloud-dns` alone.
   * Immutable.
   *
   * @default "cluster"
   * @literal
   */
  readonly scope?: "cluster" | "vpc";

  /** Suffix of the names. Left out: `cluster.local`. Immutable. */
  readonly domain?: string;

  /** A second suffix by which headless services are known in the VPC. With `cloud-dns` in scope `cluster` alone. */
  readonly vpcDomain?: string;

  /**
   * A cache on each node (NodeLocal DNSCache). In Autopilot it is always there.
   *
   * @default true
   * @literal
   */
  readonly nodeCache?: boolean;
}

/** A network that is there already. Its subnet must have Private Google Access on, and a way out where pods need one. */
export interface GkeExistingNetwork {
  /** Name, or self link, of the VPC; of a host project always the link: `projects/<host>/global/networks/<name>`. */
  readonly network: string;

  /** Name, or self link, of the subnet in the cluster's region: `projects/<host>/regions/<region>/subnetworks/<name>`. */
  readonly subnetwork: string;

  /** Name of the subnet's secondary range for pods. */
  readonly podRange: string;

  /** Name of the subnet's secondary range for services. */
  readonly serviceRange: string;

  /**
   * Names of more secondary ranges for pods.
   *
   * @literal shape
   */
  readonly morePodRanges?: readonly string[];

  /**
   * IPv4 range of nodes; when given, room is checked.
   *
   * @literal
   */
  readonly nodeCidr?: string;

  /**
   * IPv4 range of `podRange`; when given, room is checked.
   *
   * @literal
   */
  readonly podCidr?: string;

  /**
   * IPv4 range of `serviceRange`; when given, overlaps are checked.
   *
   * @literal
   */
  readonly serviceCidr?: string;

  /**
   * Id of the host project, for a shared VPC. GKE's and Google APIs' service agents of the cluster's project then get the roles
   * in it that they need: `compute.networkUser` on the subnet, `container.hostServiceAgentUser` on the project.
   *
   * @literal
   */
  readonly hostProject?: string;

  /**
   * `false`: those roles in the host project are somebody else's to give.
   *
   * @default true
   * @literal
   */
  readonly hostGrants?: boolean;
}
