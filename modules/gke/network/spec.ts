import type { NetworkSpec } from "../../cluster/vocabulary";

/** A new VPC network with one subnet in the cluster's region, or an existing network. */
export interface GkeNetworkSpec extends NetworkSpec {
  /**
   * IPv4 range of the whole cluster, /9 to /20. A VPC network of Google Cloud has no range: pods get the first half of
   * this one, nodes and services a 16th each at fixed places, and the last part stays free. Peers therefore need to know
   * one range only.
   *
   * @default "10.0.0.0/16"
   * @literal
   * @change refused it would replace the cluster
   */
  readonly cidr?: string;

  /**
   * Zones of nodes: a number, or names. The control plane of a regional cluster is always in three zones of the region.
   * With `gke.controlPlane: zonal` it is in the first zone of these.
   *
   * @default 3
   */
  readonly zones?: number | readonly string[];

  /**
   * IPv4 range of pods, /9 to /21: a secondary range of the subnet. Each node takes a block with twice as many addresses
   * as its maximum number of pods, rounded up to a power of two (110 pods: 256 addresses). If omitted, the first half of
   * `cidr`.
   *
   * @literal
   * @change refused it would replace the cluster
   */
  readonly podCidr?: string;

  /**
   * Additional IPv4 ranges of pods, for when the first is used up: secondary ranges of the subnet, named after their
   * position in this list (`pods-1`, …). Add ranges at the end. A range that nodes use cannot be removed.
   *
   * @default []
   * @literal
   * @ordered the names of the ranges follow the order
   */
  readonly morePodCidrs?: readonly string[];

  /**
   * IPv4 range of Kubernetes services, /16 to /27: a secondary range. If omitted, a 16th of `cidr`.
   *
   * @literal
   * @change refused it would replace the cluster
   */
  readonly serviceCidr?: string;

  /**
   * Cloud NAT: one regional gateway that Google distributes over the zones. `single`, `per-zone` and `regional` have the
   * same result. With `none` there is no gateway, and nodes reach Google's services only.
   *
   * @default "per-zone"
   */
  readonly nat?: "none" | "single" | "per-zone" | "regional";

  /**
   * Number of static public addresses of Cloud NAT, 1 to 16, for allow lists of other networks. If omitted, Google
   * assigns and releases addresses as needed.
   *
   * @literal
   */
  readonly natAddresses?: number;

  /** Ports that Cloud NAT gives each node, between the two values as needed. */
  readonly natPorts?: GkeNatPorts;

  /**
   * Address families of pods and services. With `ipv6`, nodes, pods and services have an IPv6 address in addition to the
   * IPv4 address (dual stack). Needs Dataplane V2.
   *
   * @default "ipv4"
   * @change refused it would replace the cluster
   */
  readonly ipFamily?: "ipv4" | "ipv6";

  /**
   * Source of IPv6 addresses. `internal`: private addresses (fd20::/20), without access to the internet. `external`:
   * public addresses, with access to the internet, protected by the firewall.
   *
   * @default "internal"
   * @change refused it would replace the cluster
   */
  readonly ipv6Access?: "internal" | "external";

  /**
   * A network without access to the internet: no NAT, no public address of the API server, and Google's services
   * (`googleapis.com`, `pkg.dev`, `gcr.io`) through private names and addresses (Private Google Access,
   * 199.36.153.8/30).
   *
   * @default false
   */
  readonly private?: boolean;

  /**
   * Whether nodes have public addresses.
   *
   * @default "private"
   * @literal
   * @change refused it would replace the cluster
   */
  readonly nodeAddresses?: "private" | "public";

  /**
   * Flow logs of the subnet in Cloud Logging: half of all flows, in intervals of ten minutes.
   *
   * @default true
   * @literal
   */
  readonly flowLogs?: boolean;

  /**
   * Maximum transmission unit of the VPC network in bytes, 1300 to 8896. A change takes effect on new nodes.
   *
   * @default 1460
   */
  readonly mtu?: number;

  /**
   * Dataplane of pods' traffic.
   *
   * - `v2`: Dataplane V2 (eBPF), with network policies.
   * - `calico`: iptables, with network policies by Calico. Not in Autopilot mode.
   * - `iptables`: without network policies. Not in Autopilot mode.
   *
   * @default "v2"
   * @literal
   * @change refused it would replace the cluster
   */
  readonly dataplane?: GkeDataplane;

  /**
   * Traffic between pods of one node passes through the VPC network, where flow logs and firewalls see it.
   *
   * @default true
   * @literal
   */
  readonly intranodeVisibility?: boolean;

  /**
   * Cilium network policies for all namespaces. Needs Dataplane V2.
   *
   * @default false
   * @literal
   */
  readonly clusterwidePolicies?: boolean;

  /**
   * Network policies with host names. Needs Dataplane V2. Cannot be turned off later.
   *
   * @default false
   * @literal
   * @change in-place turning it off replaces the cluster
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
   * Several network interfaces for pods, see `additionalNetworks` of node groups. Needs Dataplane V2.
   *
   * @default false
   * @literal
   * @change refused GKE cannot change it in a running cluster
   */
  readonly multiNetworking?: boolean;

  /**
   * Pods use the address of their node towards destinations outside the VPC network's private ranges. With `false` they
   * use their own address, which the network must route.
   *
   * @default true
   * @literal
   */
  readonly sourceNat?: boolean;

  /**
   * Each node's block of pod addresses has twice as many addresses as its maximum number of pods, so that addresses are
   * not reused too soon. `false` halves the blocks.
   *
   * @default true
   * @literal
   * @change refused it would replace the cluster; the provider keeps the value of a removed field
   */
  readonly podAddressReserve?: boolean;

  /**
   * TCP ports on which the control plane reaches pods: those of admission webhooks and aggregated APIs. 443 and 10250
   * are always open.
   *
   * @default [8443, 9443, 15017]
   * @literal
   */
  readonly webhookPorts?: readonly number[];

  /**
   * Firewall rules for egress from nodes to the control plane, to each other, to pods and to Google's services, for a
   * VPC network whose policy denies egress.
   *
   * @default false
   * @literal
   */
  readonly egressRules?: boolean;

  /** DNS inside the cluster. */
  readonly dns?: GkeClusterDnsSpec;

  /**
   * An existing network, in this project or in a host project (Shared VPC). Its ranges, NAT and logs are not managed
   * here.
   *
   * @change refused it would replace the cluster
   */
  readonly existing?: GkeExistingNetwork;
}

/** See {@link GkeNetworkSpec.dataplane}. */
export type GkeDataplane = "v2" | "calico" | "iptables";

/** Ports of each node for connections to one destination: powers of two. */
export interface GkeNatPorts {
  /**
   * Minimum number of ports, 32 to 32768.
   *
   * @default 64
   */
  readonly min?: number;

  /**
   * Maximum number of ports, 64 to 65536, above `min`.
   *
   * @default 4096
   */
  readonly max?: number;
}

/** DNS inside the cluster. */
export interface GkeClusterDnsSpec {
  /**
   * DNS provider.
   *
   * - `cloud-dns`: Cloud DNS, without pods in the cluster.
   * - `kube-dns`: pods of kube-dns. Not in Autopilot mode.
   *
   * @default "cloud-dns"
   * @literal
   */
  readonly by?: "cloud-dns" | "kube-dns";

  /**
   * Where the names resolve: in the cluster, or in the whole VPC network (then `domain` must be unique there). Needs
   * `cloud-dns`.
   *
   * @default "cluster"
   * @literal
   * @change refused GKE cannot change it in a running cluster
   */
  readonly scope?: "cluster" | "vpc";

  /**
   * Suffix of the names. If omitted, `cluster.local`.
   *
   * @change refused GKE cannot change it in a running cluster
   */
  readonly domain?: string;

  /**
   * A second suffix, for headless services in the VPC network. Needs `cloud-dns` with scope `cluster`.
   *
   * @change in-place in Autopilot mode a change replaces the cluster
   */
  readonly vpcDomain?: string;

  /**
   * A cache on each node (NodeLocal DNSCache). Always on in Autopilot mode.
   *
   * @default true
   * @literal
   */
  readonly nodeCache?: boolean;
}

/** An additional existing subnet of nodes and pods. */
export interface GkeExistingSubnet {
  /** Name or self link of the subnet. In a host project, the self link. */
  readonly subnetwork: string;

  /**
   * Names of its secondary ranges for pods. At least one.
   *
   * @literal shape
   */
  readonly podRanges: readonly string[];
}

/** An existing network. Its subnet must have Private Google Access, and egress where pods need it. */
export interface GkeExistingNetwork {
  /**
   * Name or self link of the VPC network. In a host project, the self link: `projects/<host>/global/networks/<name>`.
   */
  readonly network: string;

  /**
   * Name or self link of the subnet in the cluster's region: `projects/<host>/regions/<region>/subnetworks/<name>`.
   */
  readonly subnetwork: string;

  /** Name of the subnet's secondary range for pods. */
  readonly podRange: string;

  /** Name of the subnet's secondary range for services. */
  readonly serviceRange: string;

  /**
   * Names of additional secondary ranges for pods.
   *
   * @literal shape
   * @change in-place
   */
  readonly morePodRanges?: readonly string[];

  /**
   * Additional subnets in the cluster's region, when the first has no addresses for more nodes. GKE chooses the subnet of each node.
   * Their capacity is not checked.
   *
   * @literal shape
   * @change in-place
   */
  readonly moreSubnets?: readonly GkeExistingSubnet[];

  /**
   * IPv4 range of nodes. If set, the capacity for nodes is checked.
   *
   * @literal
   * @change in-place
   */
  readonly nodeCidr?: string;

  /**
   * IPv4 range of `podRange`. If set, the capacity for pods is checked.
   *
   * @literal
   * @change in-place
   */
  readonly podCidr?: string;

  /**
   * IPv4 range of `serviceRange`. If set, overlaps are checked.
   *
   * @literal
   * @change in-place
   */
  readonly serviceCidr?: string;

  /**
   * Id of the host project, for a Shared VPC. The service agents of GKE and of Google APIs get the roles that they need
   * there: `compute.networkUser` on the subnet, `container.hostServiceAgentUser` on the project.
   *
   * @literal
   * @change in-place
   */
  readonly hostProject?: string;

  /**
   * Allows GKE to manage the firewall rules of load balancers in the host project: `compute.securityAdmin` for its service
   * agent. Without it, `validate` warns unless `loadBalancing.firewall` is `false`.
   *
   * @default false
   * @literal
   * @change in-place
   */
  readonly hostFirewall?: boolean;

  /**
   * Grants these roles in the host project. With `false` they are granted outside this file.
   *
   * @default true
   * @literal
   * @change in-place
   */
  readonly hostGrants?: boolean;
}
