import type { DnsSpec, LoadBalancingSpec } from "../../cluster/vocabulary";

/** Load balancers of Services of type `LoadBalancer`. */
export interface KubeadmLoadBalancingSpec extends LoadBalancingSpec {
  /**
   * The cloud controller manager may create load balancers for Services. Their target is the security group of nodes. AWS only.
   *
   * @default false
   * @literal
   * @change in-place
   */
  readonly controller?: boolean;
}

/** See `dns`. */
export type KubeadmDnsSpec = DnsSpec;
