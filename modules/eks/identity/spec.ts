import type { Statement } from "../../aws/statement";
import type { WorkloadIdentitySpec } from "../../cluster/vocabulary";

/** Pods of one service account, and their permissions in AWS: none without `policyArns` and `statements`. */
export interface EksWorkloadIdentitySpec extends WorkloadIdentitySpec {
  /**
   * ARNs of policies, at most 10.
   *
   * @literal shape
   * @shown
   * @change in-place
   */
  readonly policyArns?: readonly string[];

  /**
   * Statements of an inline policy, at most 10,240 characters together. Plans show them as an attribute of the role.
   *
   * @shown
   * @change in-place
   */
  readonly statements?: readonly Statement[];

  /**
   * How pods get the role.
   *
   * - `pod-identity`: from the agent on the node. The cluster needs no other setting.
   * - `irsa`: with a token of the cluster's OIDC issuer, for pods without the agent, such as those on Fargate. The service account
   *   needs the annotation `eks.amazonaws.com/role-arn` with the role of the stack's output `workload_identity_role_arns`.
   *
   * @default "pod-identity"
   * @literal
   * @change in-place
   */
  readonly via?: "pod-identity" | "irsa";
}

export type { Conditions, Statement } from "../../aws/statement";
