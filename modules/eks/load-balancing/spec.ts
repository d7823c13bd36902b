import type { DnsSpec, LoadBalancingSpec } from "../../cluster/vocabulary";

/** Application and Network Load Balancers for Services and Ingresses. */
export interface EksLoadBalancingSpec extends LoadBalancingSpec {
  /**
   * Creates the permissions of the AWS Load Balancer Controller, for the service account `aws-load-balancer-controller` in
   * `kube-system`, limited to resources with the tag `elbv2.k8s.aws/cluster: NAME`, which it sets. A load balancer or a target group that
   * another program created needs the tag, for example for a `TargetGroupBinding`. Install the controller with the name, the region and
   * the VPC id of this cluster: pods cannot read these from the metadata of nodes.
   *
   * @default false
   * @literal
   * @change in-place
   */
  readonly controller?: boolean;

  /**
   * One security group for the side of all load balancers that faces the nodes. It is allowed to reach nodes on all TCP ports.
   * Without it the controller creates a group, and a rule for each port in the group of the nodes. Set `backendSecurityGroup` of the
   * controller to its id, which is an output of the stack.
   *
   * @default false
   * @literal
   * @change in-place
   */
  readonly sharedSecurityGroup?: boolean;
}

/** Records in Route 53 that ExternalDNS writes. */
export interface EksDnsSpec extends DnsSpec {
  /**
   * Ids of hosted zones, such as `Z0123456789ABCDEFGHIJ`. The service account `external-dns` in the namespace `external-dns` has
   * the permissions.
   *
   * @literal shape
   * @shown
   * @change in-place
   */
  readonly zones: readonly string[];
}
