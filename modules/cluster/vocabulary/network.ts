/** Address range, availability zones and egress of the network. */
export interface NetworkSpec {
  /**
   * IPv4 range of the network. Immutable. Subnets have fixed slots in the range: adding a zone later does not move them.
   *
   * @default "10.0.0.0/16"
   */
  readonly cidr?: string;

  /**
   * Availability zones: their number or their names. A number selects the first zones of the region.
   *
   * A zone that is added later gets separate subnets and, with `spread: per-zone`, separate node pools. A node pool over
   * all zones would be replaced: the plan refuses that unless `replacement` of the group allows it. The control plane remains in its initial zones, so these zones cannot be removed.
   *
   * @default 3
   * @literal
   * @change eks replace node groups over all zones
   */
  readonly zones?: number | readonly string[];

  /**
   * NAT gateways for the egress of private nodes.
   *
   * - `none`: no egress; nodes need private endpoints.
   * - `single`: one gateway in the first zone. Cheaper, but an outage of this zone stops all egress, and traffic crosses zones.
   * - `per-zone`: one gateway in each zone.
   * - `regional`: one gateway that the cloud distributes over the zones.
   *
   * @default "per-zone"
   * @literal
   * @change eks in-place
   */
  readonly nat?: Nat;

  /**
   * IPv4 range of Kubernetes Services. Immutable. If omitted, the platform chooses a range outside the network.
   *
   * @change eks refused it would replace the cluster
   */
  readonly serviceCidr?: string;

  /**
   * A network without internet access, and an API server without a public endpoint: no gateways, no public subnets. Endpoints
   * for the cloud services that nodes need are created. Images must come from a registry in the cloud, and users need
   * access to the network, for example with a VPN.
   *
   * @default false
   * @literal
   * @change eks in-place
   * @checksOnly aks egress and public addresses, which other fields set, are refused
   */
  readonly private?: boolean;

  /**
   * Address family of pods and services. With `ipv6` each has an IPv6 address, and nodes also have an IPv4 address. Immutable.
   *
   * @default "ipv4"
   * @literal
   * @change eks refused it would replace the cluster
   */
  readonly ipFamily?: IpFamily;

  /**
   * IPv4 range of pods, in addition to the range of the network: pods then use no addresses of the node subnets. Immutable while
   * nodes exist. If omitted, the platform chooses the addresses of pods; on EKS they are in the node subnets.
   */
  readonly podCidr?: string;
}

/** See {@link NetworkSpec.ipFamily}. */
export type IpFamily = "ipv4" | "ipv6";

/** See {@link NetworkSpec.nat}. */
export type Nat = "none" | "single" | "per-zone" | "regional";
