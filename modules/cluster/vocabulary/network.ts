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
   * @literal
   * @change eks replace node groups over all zones
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
   * @literal
   * @change eks in-place
   */
  readonly nat?: Nat;

  /**
   * IPv4 range of Kubernetes services. Immutable. Left out: the platform chooses one beside the network's.
   *
   * @change eks refused it would replace the cluster
   */
  readonly serviceCidr?: string;

  /**
   * A network without any way to the internet, and an API server without a public address: no gateways, no public subnets;
   * what nodes need of the cloud comes through endpoints, which are made. Images must come from a registry inside the
   * cloud, and people from a network that is joined to this one.
   *
   * @default false
   * @literal
   * @change eks in-place
   */
  readonly private?: boolean;

  /**
   * Family of the addresses of pods and services. With `ipv6` each has an IPv6 address, of which there is no end; nodes
   * keep an IPv4 address beside it. Immutable.
   *
   * @default "ipv4"
   * @literal
   * @change eks refused it would replace the cluster
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
