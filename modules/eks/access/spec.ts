import type { AccessSpec } from "../../cluster/vocabulary";

/** Access to the API server, and permissions in the cluster. Principals are ARNs of IAM roles or users. */
export interface EksAccessSpec extends AccessSpec {
  /**
   * ARNs of IAM roles or users with all permissions (AmazonEKSClusterAdminPolicy). `[]` states that the cluster has no admin.
   *
   * @change in-place
   */
  readonly admins: readonly string[];

  /**
   * Clients of the private endpoint of the API server, in addition to the nodes: IPv4 ranges of the VPC and of networks that are
   * connected to it, and ids of security groups (`sg-…`) such as that of a pipeline runner. Each becomes a rule for port 443 in the
   * security group of the control plane. If omitted, only nodes reach the private endpoint.
   *
   * @default []
   * @literal shape
   * @change in-place
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
   */
  readonly privateFrom?: readonly string[];
}

/** Permissions of one principal: Kubernetes groups, access policies, or both. */
export interface EksAccessEntrySpec {
  /** ARN of an IAM role or user. */
  readonly principal: string;

  /**
   * Kubernetes groups, to which role bindings in the cluster give permissions. Not `system:…`.
   *
   * @default []
   */
  readonly groups?: readonly string[];

  /**
   * Access policies of EKS, each once.
   *
   * @default []
   */
  readonly policies?: readonly EksAccessPolicySpec[];

  /** User name in Kubernetes. If omitted, EKS derives it from the principal. */
  readonly userName?: string;
}

/** An access policy in the cluster, or in some namespaces. */
export interface EksAccessPolicySpec {
  /**
   * Name of the policy, such as `AmazonEKSAdminViewPolicy`.
   *
   * @literal
   * @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
   */
  readonly policy: string;

  /** Namespaces; `*` matches any characters. If omitted, the whole cluster. */
  readonly namespaces?: readonly string[];
}
