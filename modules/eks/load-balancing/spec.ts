import type { DnsSpec, LoadBalancingSpec } from "../../cluster/vocabulary";

/** Application and Network Load Balancers for Services and Ingresses. */
export interface EksLoadBalancingSpec extends LoadBalancingSpec {
  /**
   * The rights of the AWS Load Balancer Controller, for the service account `aws-load-balancer-controller` in `kube-system`,
   * limited to what it makes for this cluster. It must be installed with this cluster's name, region and VPC id: nodes do
   * not let pods ask for them.
   *
   * @default false
   * @literal
   */
  readonly controller?: boolean;

  /**
   * One security group for the side of all load balancers that faces the nodes, let in to nodes on all TCP ports. Without it
   * the controller makes one, and a rule for each port in the nodes' group. Give its id (a stack output) to the controller
   * as `backendSecurityGroup`.
   *
   * @default false
   * @literal
   */
  readonly sharedSecurityGroup?: boolean;
}

/** Records in Route 53, written by ExternalDNS. */
export interface EksDnsSpec extends DnsSpec {
  /**
   * Ids of hosted zones, e.g. `Z0123456789ABCDEFGHIJ`. The rights are those of the service account `external-dns` in the
   * namespace `external-dns`.
   *
   * @literal shape
   */
  readonly zones: readonly string[];
}
