import type { NetworkSpec } from "../../cluster/vocabulary";

/** A new virtual network, or an existing one. */
export interface AksNetworkSpec extends NetworkSpec {
  /**
   * IPv4 range of a new virtual network, /8 to /20. Immutable. Nodes have its first half, the rest is for the API server, private
   * endpoints, file systems and pods with a subnet of their own.
   *
   * @default "10.0.0.0/16"
   * @literal
   */
  readonly cidr?: string;

  /**
   * Availability zones of nodes: how many, or their names, `"1"` to `"3"`. The control plane is spread by Azure itself.
   *
   * @default 3
   */
  readonly zones?: number | readonly string[];

  /**
   * How private nodes reach the internet, with `egress: nat-gateway`. Azure's standard gateway is in one zone.
   *
   * - `none`: not at all; the same as `egress: none`.
   * - `single`: one gateway, in a zone that Azure chooses.
   * - `per-zone`: a gateway and a subnet of nodes in each zone. All groups must be `spread: per-zone`: a node pool has one subnet.
   * - `regional`: one gateway over all zones (StandardV2). Needs provider 4.67 or later: `aks.providerMinimum`.
   *
   * @default "single"
   */
  readonly nat?: "none" | "single" | "per-zone" | "regional";

  /** Family of addresses. For IPv6 beside IPv4 say `dualStack`; AKS has no clusters with IPv6 alone. */
  readonly ipFamily?: "ipv4";

  /**
   * IPv4 range of pods with `podNetwork` `overlay` or `kubenet`: a /24 of it for each node. Immutable.
   *
   * @default "10.244.0.0/16"
   * @literal
   */
  readonly podCidr?: string;

  /**
   * IPv4 range of Kubernetes services, at most a /12. Immutable. Its tenth address is the cluster's DNS.
   *
   * @default "172.16.0.0/16"
   * @literal
   */
  readonly serviceCidr?: string;

  /**
   * How pods come by addresses. Immutable.
   *
   * - `overlay`: out of `podCidr`, which only the cluster knows.
   * - `pod-subnet`: out of a subnet of their own.
   * - `flat`: out of the nodes' subnet.
   * - `kubenet`: out of `podCidr`, by routes; Azure retires it in March 2028.
   * - `none`: AKS installs no pod network. You bring one, before any pod runs.
   *
   * @default "overlay"
   * @literal
   */
  readonly podNetwork?: AksPodNetwork;

  /**
   * What enforces network policies. `cilium` makes Cilium the data plane as well, with `podNetwork` `overlay` or `pod-subnet`.
   * A change replaces the cluster, which is refused.
   *
   * Default: `cilium` where it is possible, else `azure` with `flat`, `calico` with `kubenet`, `none` with `none`.
   *
   * @literal
   */
  readonly networkPolicy?: AksNetworkPolicy;

  /** What Cilium sees and filters beyond network policies. Costs extra. */
  readonly advancedNetworking?: AksAdvancedNetworkingSpec;

  /**
   * IPv6 addresses for nodes, pods and services beside those of IPv4. `overlay` and `kubenet` alone. Immutable. The subnet of nodes
   * in an existing network must have both.
   *
   * @default false
   * @literal
   */
  readonly dualStack?: boolean;

  /**
   * The way out of the cluster.
   *
   * @default { "type": "nat-gateway" }
   */
  readonly egress?: AksEgress;

  /** A virtual network that is there already. */
  readonly existing?: AksExistingNetwork;

  /** A proxy that nodes and pods use for what is outside. */
  readonly httpProxy?: AksHttpProxySpec;
}

/** See {@link AksNetworkSpec.podNetwork}. */
export type AksPodNetwork = "overlay" | "pod-subnet" | "flat" | "kubenet" | "none";

/** See {@link AksNetworkSpec.networkPolicy}. */
export type AksNetworkPolicy = "cilium" | "azure" | "calico" | "none";

/** See {@link AksNetworkSpec.advancedNetworking}. */
export interface AksAdvancedNetworkingSpec {
  /**
   * Metrics and flows of pods (Hubble).
   *
   * @default false
   */
  readonly observability?: boolean;

  /**
   * Policies by domain name.
   *
   * @default false
   */
  readonly security?: boolean;
}

/** See {@link AksNetworkSpec.egress}. */
export type AksEgress =
  AksNatGatewayEgress | AksLoadBalancerEgress | AksManagedNatEgress | AksRouteTableEgress | AksNoEgress;

/** NAT gateways made here, as many as `nat` says; those of an existing network stay its own matter. */
export interface AksNatGatewayEgress {
  readonly type: "nat-gateway";

  /**
   * Minutes after which an idle connection ends, 4 to 120.
   *
   * @default 4
   */
  readonly idleTimeoutMinutes?: number;
}

/** The cluster's standard load balancer. Ports must suffice for all nodes: 64,000 for each address. */
export interface AksLoadBalancerEgress {
  readonly type: "load-balancer";

  /** Public addresses that AKS makes, 1 to 100. One of `ips`, `ipIds` and `prefixIds`; one address when all are left out. */
  readonly ips?: number;

  /** Ids of public addresses. */
  readonly ipIds?: readonly string[];

  /** Ids of prefixes of public addresses. */
  readonly prefixIds?: readonly string[];

  /**
   * Ports for each node, 0 to 64,000 in steps of 8. With 0 Azure deals them by the number of nodes, and connections break when
   * it grows past a step.
   *
   * @default 0
   */
  readonly portsPerNode?: number;

  /**
   * Minutes after which an idle connection ends, 4 to 100.
   *
   * @default 30
   */
  readonly idleTimeoutMinutes?: number;
}

/** A NAT gateway that AKS makes in its own resource group. Only in a new network. */
export interface AksManagedNatEgress {
  readonly type: "managed-nat";

  /**
   * Public addresses, 1 to 16.
   *
   * @default 1
   */
  readonly ips?: number;

  /**
   * Minutes after which an idle connection ends, 4 to 120.
   *
   * @default 4
   */
  readonly idleTimeoutMinutes?: number;
}

/** Routes to a firewall or another appliance. */
export interface AksRouteTableEgress {
  readonly type: "route-table";

  /** Private address of the appliance that 0.0.0.0/0 goes to; the route table is made. One of the two, in a new network. */
  readonly nextHopAddress?: string;

  /** Id of an existing route table. */
  readonly routeTableId?: string;
}

/** No way out. Nodes get what they need from a registry that holds Microsoft's images as a cache. */
export interface AksNoEgress {
  readonly type: "none";

  /**
   * Id of an Azure Container Registry (Premium) with the cache rule for `mcr.microsoft.com`. A private endpoint to it is made in a new
   * network, and in an existing one that names `endpointSubnetId`.
   */
  readonly registryId: string;
}

/** A virtual network that is there already, with routes, security groups and gateways of its own. */
export interface AksExistingNetwork {
  /** Id of the virtual network. */
  readonly vnetId: string;

  /** Id of the subnet of nodes, of this cluster alone. */
  readonly nodeSubnetId: string;

  /**
   * Range of the subnet of nodes; sizes are checked against it when given.
   *
   * @literal
   */
  readonly nodeSubnetCidr?: string;

  /** Id of the subnet of pods, with `podNetwork: pod-subnet`. */
  readonly podSubnetId?: string;

  /**
   * Range of the subnet of pods; sizes are checked against it when given.
   *
   * @literal
   */
  readonly podSubnetCidr?: string;

  /** Id of a subnet of at least a /28, delegated to `Microsoft.ContainerService/managedClusters`, with `access.private`. */
  readonly apiServerSubnetId?: string;

  /**
   * Id of the subnet for the private endpoint of `egress.registryId`, with its private DNS zone. Left out: the registry can be reached
   * already.
   */
  readonly endpointSubnetId?: string;
}

/** See {@link AksNetworkSpec.httpProxy}. */
export interface AksHttpProxySpec {
  /** Proxy of HTTP, `http://proxy.example.com:3128`. */
  readonly http?: string;

  /** Proxy of HTTPS. */
  readonly https?: string;

  /** What is reached without: names, addresses and ranges. Ignored after creation, since Azure adds its own to it. */
  readonly noProxy?: readonly string[];

  /** Certificate authority of the proxy, PEM in base64. */
  readonly trustedCa?: string;
}
