import type { DnsSpec, LoadBalancingSpec } from "../../cluster/vocabulary";

/**
 * Load balancers for Services, Ingresses and Gateways. GKE's own controllers create them, with their own rights.
 */
export interface GkeLoadBalancingSpec extends LoadBalancingSpec {
  /**
   * GKE's controller for Ingresses and for container-native load balancing (network endpoint groups). It runs in the
   * control plane. Always on in Autopilot mode.
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
   * IPv4 range, /26 to /20, of a new proxy-only subnet for regional load balancers (Envoy). A VPC network has one in
   * each region. Not with an existing network.
   *
   * @literal
   * @change replace
   */
  readonly proxyCidr?: string;

  /**
   * GKE creates the firewall rules of Services of type LoadBalancer. With `false` you create them.
   *
   * @default true
   * @literal
   */
  readonly firewall?: boolean;

  /**
   * Services may have external addresses (`externalIPs`). Whether they do is decided by every user who can create
   * Services: such a user can intercept traffic of others.
   *
   * @default false
   * @literal
   */
  readonly externalIps?: boolean;
}

/** Records in Cloud DNS, written by ExternalDNS. */
export interface GkeDnsSpec extends DnsSpec {
  /**
   * Names of managed zones in the cluster's project. The service account `external-dns` in the namespace `external-dns`
   * gets the rights.
   *
   * @literal shape
   */
  readonly zones: readonly string[];
}
