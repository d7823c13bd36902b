import type { NetworkSpec } from "../../cluster/vocabulary";

/** A new virtual network, or an existing one. */
export interface AksNetworkSpec extends NetworkSpec {
  /**
   * IPv4 range of a new virtual network, /8 to /20. Immutable. Nodes use its first half; the rest is for the API server, private
   * endpoints, file systems and pods in a separate subnet.
   *
   * @default "10.0.0.0/16"
   * @literal
   */
  readonly cidr?: string;

  /**
   * Availability zones of nodes: their number, or their names `"1"` to `"3"`. Azure distributes the control plane over zones itself.
   *
   * @default 3
   * @change replace node pools that span all zones
   */
  readonly zones?: number | readonly string[];

  /**
   * NAT gateways with which private nodes reach the internet, with `egress: { type: nat-gateway }`. A standard gateway of Azure is in
   * one zone.
   *
   * - `none`: no internet access; the same as `egress: { type: none }`.
   * - `single`: one gateway, in a zone that Azure chooses.
   * - `per-zone`: one gateway and one subnet of nodes in each zone. All groups must have `spread: per-zone`, since a node pool has one
   *   subnet.
   * - `regional`: one gateway over all zones (StandardV2). Needs provider 4.67 or later: `aks.providerMinimum`.
   *
   * Before a change between `single` and `regional`, detach the gateway from the subnet of the nodes, which then have no egress: Azure
   * accepts a second gateway for a subnet only without the first one, and Terraform creates it first. Azure refuses a change from or to `per-zone` in
   * the apply: the subnets of zones and the subnet of all zones have the same addresses. `compare` reports it.
   *
   * @default "single"
   * @change replace
   * @since azurerm 4.67.0 for "regional"
   */
  readonly nat?: "none" | "single" | "per-zone" | "regional";

  /**
   * Not supported: AKS has no clusters with IPv6 only.
   *
   * @refused clusters always have IPv4 addresses; for IPv6 in addition use network.dualStack
   */
  readonly ipFamily?: never;

  /**
   * IPv4 range of pods with `podNetwork` `overlay` or `kubenet`. Each node uses a /24 of it. Immutable.
   *
   * @default "10.244.0.0/16"
   * @literal
   */
  readonly podCidr?: string;

  /**
   * IPv4 range of Kubernetes services, at most a /12. Immutable. Its tenth address is the cluster's DNS service.
   *
   * @default "172.16.0.0/16"
   * @literal
   */
  readonly serviceCidr?: string;

  /**
   * Where the addresses of pods come from. Immutable.
   *
   * - `overlay`: from `podCidr`, which is internal to the cluster.
   * - `pod-subnet`: from a separate subnet.
   * - `flat`: from the subnet of nodes.
   * - `kubenet`: from `podCidr`, with routes; Azure retires it in March 2028.
   * - `none`: AKS installs no pod network. You install one before any pod runs.
   *
   * @default "overlay"
   * @literal
   */
  readonly podNetwork?: AksPodNetwork;

  /**
   * Engine of network policies. `cilium` makes Cilium the data plane as well, with `podNetwork` `overlay` or `pod-subnet`. A change
   * would replace the cluster and is refused.
   *
   * If omitted: `cilium` if the pod network supports it, otherwise `azure` with `flat`, `calico` with `kubenet`, `none` with `none`.
   *
   * @literal
   */
  readonly networkPolicy?: AksNetworkPolicy;

  /**
   * Observability and policies of Cilium beyond network policies. Costs extra.
   *
   * @change in-place
   */
  readonly advancedNetworking?: AksAdvancedNetworkingSpec;

  /**
   * IPv6 addresses for nodes, pods and services in addition to IPv4. Only with `podNetwork` `overlay` and `kubenet`. Immutable. The
   * subnet of nodes in an existing network must have both.
   *
   * @default false
   * @literal
   */
  readonly dualStack?: boolean;

  /**
   * How nodes and pods reach the internet. The NAT gateway that AKS manages itself is not available: AKS refuses it in a network with
   * given subnets.
   *
   * Another route table takes two deployments: first without `egress`, then with the new table. A change from another type to
   * `load-balancer` replaces the cluster, because the provider does not add the settings of the load balancer in place. Protection
   * refuses it.
   *
   * @default { "type": "nat-gateway" }
   * @change in-place open connections are interrupted
   */
  readonly egress?: AksEgress;

  /**
   * Other virtual networks that a new one is connected to, before its first node starts.
   *
   * @default []
   * @change in-place
   */
  readonly peerings?: readonly AksPeeringSpec[];

  /** An existing virtual network. */
  readonly existing?: AksExistingNetwork;

  /**
   * A proxy that nodes and pods use for connections to the outside.
   *
   * @change in-place
   */
  readonly httpProxy?: AksHttpProxySpec;
}

/** Value of `network.podNetwork`. */
export type AksPodNetwork = "overlay" | "pod-subnet" | "flat" | "kubenet" | "none";

/** Value of `network.networkPolicy`. */
export type AksNetworkPolicy = "cilium" | "azure" | "calico" | "none";

/** Value of `network.advancedNetworking`. */
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

/** Value of `network.egress`. */
export type AksEgress = AksNatGatewayEgress | AksLoadBalancerEgress | AksRouteTableEgress | AksNoEgress;

/** New NAT gateways, as many as `nat` states. Gateways of an existing network are managed outside this file. */
export interface AksNatGatewayEgress {
  readonly type: "nat-gateway";

  /**
   * Minutes after which an idle connection ends, 4 to 120.
   *
   * @default 4
   */
  readonly idleTimeoutMinutes?: number;
}

/** The cluster's standard load balancer. Its ports must suffice for all nodes: 64,000 for each address. */
export interface AksLoadBalancerEgress {
  readonly type: "load-balancer";

  /** Public addresses that AKS creates, 1 to 100. One of `ips`, `ipIds` and `prefixIds`; one address if all are omitted. */
  readonly ips?: number;

  /** Ids of public addresses. */
  readonly ipIds?: readonly string[];

  /** Ids of prefixes of public addresses. */
  readonly prefixIds?: readonly string[];

  /**
   * Ports for each node, 0 to 64,000 in steps of 8. With 0 Azure distributes them by the number of nodes, and connections break when
   * the number exceeds a step.
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

/** Routes to a firewall or another appliance. Nodes need it when they start: a new network is connected to it with `peerings`. */
export interface AksRouteTableEgress {
  readonly type: "route-table";

  /**
   * Private address of the appliance that receives 0.0.0.0/0, in a network of `peerings`; a route table is created. One of the two, in
   * a new network.
   */
  readonly nextHopAddress?: string;

  /** Id of an existing route table. */
  readonly routeTableId?: string;
}

/** No egress. Nodes pull images of Microsoft from a registry that caches them. */
export interface AksNoEgress {
  readonly type: "none";

  /**
   * Id of an Azure Container Registry (Premium) with the cache rule for `mcr.microsoft.com`. A private endpoint to it is created in a
   * new network, and in an existing one if `endpointSubnetId` is set.
   */
  readonly registryId: string;
}

/** A connection to another virtual network. */
export interface AksPeeringSpec {
  /**
   * Name of the peering, unique in the cluster.
   *
   * @literal
   * @change replace the peering
   */
  readonly name: string;

  /**
   * Id of the other virtual network, whose range does not overlap.
   *
   * @change replace the peering
   */
  readonly networkId: string;

  /**
   * The peering in the other direction is created, too. Traffic needs both. `false` if the other network is in another subscription
   * or the deploying identity has no role on it: its owner then creates the peering during the deployment, when the new network exists.
   *
   * @default true
   * @literal
   */
  readonly returnPeering?: boolean;

  /**
   * The new network uses the VPN and ExpressRoute gateways of the other network.
   *
   * @default false
   */
  readonly remoteGateways?: boolean;
}

/** An existing virtual network, with its own routes, security groups and gateways. */
export interface AksExistingNetwork {
  /** Id of the virtual network. */
  readonly vnetId: string;

  /** Id of the subnet of nodes, used by this cluster only. */
  readonly nodeSubnetId: string;

  /**
   * Range of the subnet of nodes. If set, sizes are checked against it.
   *
   * @literal
   * @checksOnly the capacity plan reads it
   */
  readonly nodeSubnetCidr?: string;

  /** Id of the subnet of pods, with `podNetwork: pod-subnet`. */
  readonly podSubnetId?: string;

  /**
   * Range of the subnet of pods. If set, sizes are checked against it.
   *
   * @literal
   * @checksOnly the capacity plan reads it
   */
  readonly podSubnetCidr?: string;

  /** Id of a subnet of at least a /28, delegated to `Microsoft.ContainerService/managedClusters`, with `access.private`. */
  readonly apiServerSubnetId?: string;

  /**
   * Id of the subnet for the private endpoint of `egress.registryId`, with its private DNS zone. If omitted, the registry must already
   * be reachable.
   */
  readonly endpointSubnetId?: string;
}

/** Value of `network.httpProxy`. */
export interface AksHttpProxySpec {
  /** Proxy of HTTP, for example `http://proxy.example.com:3128`. */
  readonly http?: string;

  /** Proxy of HTTPS. */
  readonly https?: string;

  /** Names, addresses and ranges that are reached without the proxy. Ignored after creation, since Azure adds its own. */
  readonly noProxy?: readonly string[];

  /** Certificate authority of the proxy, PEM in base64. */
  readonly trustedCa?: string;
}
