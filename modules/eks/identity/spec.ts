import type { WorkloadIdentitySpec } from "../../cluster/vocabulary";

/** Pods of one service account, and what they may do in AWS: nothing, until `policyArns` or `statements` say so. */
export interface EksWorkloadIdentitySpec extends WorkloadIdentitySpec {
  /**
   * ARNs of policies, at most 10.
   *
   * @literal shape
   */
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
   * @literal
   */
  readonly via?: "pod-identity" | "irsa";
}

/** A statement of an IAM policy. */
export interface Statement {
  /** Says what the statement is for. Letters and digits. */
  readonly sid?: string;

  /**
   * Whether the actions are allowed, or forbidden whatever else allows them.
   *
   * @default "Allow"
   */
  readonly effect?: "Allow" | "Deny";
  /** Who, in a policy on a resource: by kind, e.g. `Service`, or anyone. */
  readonly principal?: "*" | Readonly<Record<string, readonly string[]>>;

  /**
   * Actions, e.g. `s3:GetObject`. At least one.
   *
   * @literal shape
   */
  readonly actions: readonly string[];

  /**
   * ARNs of what the actions are done to. At least one.
   *
   * @literal shape
   */
  readonly resources: readonly string[];

  /** What must hold beside: operator, key, values. */
  readonly conditions?: Conditions;
}

/** Operator, key, values: `{ StringEquals: { "aws:RequestTag/team": ["a"] } }`. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
