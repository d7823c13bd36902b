import type { DnsSpec, LoadBalancingSpec } from "../../cluster/vocabulary";

/** Load balancers for Services, Ingresses and Gateways. GKE's own controllers make them, with rights of their own. */
export interface GkeLoadBalancingSpec extends LoadBalancingSpec {
  /**
   * GKE's controller for Ingresses and for load balancing to pods themselves (network endpoint groups). It runs in the control
   * plane. Always on in Autopilot.
   *
   * @default true
   * @literal
   */
  readonly controller?: boolean;

  /**
   * GKE's controller for Gateways, with the definitions of the Gateway API's standard channel.
   *
   * @default true
   * @literal
   */
  readonly gateway?: boolean;

  /**
   * IPv4 range, /26 to /20, of a new subnet for the proxies of regional load balancers (Envoy), of which a region of a VPC has
   * one. Not in an existing network. Immutable.
   *
   * @literal
   */
  readonly proxyCidr?: string;

  /**
   * GKE makes the firewall rules of Services with load balancers. `false`: they are yours.
   *
   * @default true
   * @literal
   */
  readonly firewall?: boolean;

  /**
   * Services may name external addresses (`externalIPs`), which lets whoever may make one take traffic of others.
   *
   * @default false
   * @literal
   */
  readonly externalIps?: boolean;
}

/** Records in Cloud DNS, written by ExternalDNS. */
export interface GkeDnsSpec extends DnsSpec {
  /**
   * Names of managed zones in the cluster's project. The rights are those of the service account `external-dns` in the
   * namespace `external-dns`.
   *
   * @literal shape
   */
  readonly zones: readonly string[];
}
