import type { AccessSpec, DnsSpec, LoadBalancingSpec, WorkloadIdentitySpec } from "../../cluster/vocabulary";
import type { Statement } from "../identity/policies";

/** Who may reach the API server, and who may do what there; principals are ARNs of IAM roles or users. */
export interface EksAccessSpec extends AccessSpec {
  /** ARNs of IAM roles or users with all rights (AmazonEKSClusterAdminPolicy). `[]` says on purpose: nobody. */
  readonly admins: readonly string[];
}

/** Application and Network Load Balancers for Services and Ingresses. */
export interface EksLoadBalancingSpec extends LoadBalancingSpec {
  /**
   * The rights of the AWS Load Balancer Controller, for the service account `aws-load-balancer-controller` in `kube-system`,
   * limited to what it makes for this cluster. It must be installed with this cluster's name, region and VPC id: nodes do
   * not let pods ask for them.
   *
   * @default false
   */
  readonly controller?: boolean;

  /**
   * One security group for the side of all load balancers that faces the nodes, let in to nodes on all TCP ports. Without it
   * the controller makes one, and a rule for each port in the nodes' group. Give its id (a stack output) to the controller
   * as `backendSecurityGroup`.
   *
   * @default false
   */
  readonly sharedSecurityGroup?: boolean;
}

/** Records in Route 53, written by ExternalDNS. */
export interface EksDnsSpec extends DnsSpec {
  /**
   * Ids of hosted zones, e.g. `Z0123456789ABCDEFGHIJ`. The rights are those of the service account `external-dns` in the
   * namespace `external-dns`.
   */
  readonly zones: readonly string[];
}

/** Pods of one service account, and what they may do in AWS: nothing, until `policyArns` or `statements` say so. */
export interface EksWorkloadIdentitySpec extends WorkloadIdentitySpec {
  /** ARNs of policies, at most 10. */
  readonly policyArns?: readonly string[];

  /** Rights of its own, at most 10,240 characters together. */
  readonly statements?: readonly Statement[];

  /**
   * How pods get the role.
   *
   * - `pod-identity`: from the agent on the node; nothing is to be done in the cluster.
   * - `irsa`: with a token of the cluster's OIDC issuer, for what can't do the first, such as Fargate. The service account needs
   *   the annotation `eks.amazonaws.com/role-arn` with the role of the stack's output `workload_identity_role_arns`.
   *
   * @default "pod-identity"
   */
  readonly via?: "pod-identity" | "irsa";
}
