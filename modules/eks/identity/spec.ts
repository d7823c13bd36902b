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

/** A statement of an IAM policy. */
export interface Statement {
  /** Name of the statement. Letters and digits. */
  readonly sid?: string;

  /**
   * Allows the actions, or denies them in any case.
   *
   * @default "Allow"
   */
  readonly effect?: "Allow" | "Deny";

  /**
   * Actions, such as `s3:GetObject`. At least one.
   *
   * @literal shape
   */
  readonly actions: readonly string[];

  /**
   * ARNs of the resources of the actions. At least one.
   *
   * @literal shape
   */
  readonly resources: readonly string[];

  /** Additional conditions: operator, key, values. */
  readonly conditions?: Conditions;
}

/** Operator, key, values: `{ StringEquals: { "aws:RequestTag/team": ["a"] } }`. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
