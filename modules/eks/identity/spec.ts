import type { WorkloadIdentitySpec } from "../../cluster/vocabulary";
import type { Statement } from "./policies";

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
