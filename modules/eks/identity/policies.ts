import { defaults } from "../defaults";
import { partitionOf } from "../regions";

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

  /** Actions, e.g. `s3:GetObject`. At least one. */
  readonly actions: readonly string[];

  /** ARNs of what the actions are done to. At least one. */
  readonly resources: readonly string[];

  /** What must hold beside: operator, key, values. */
  readonly conditions?: Conditions;
}

/** Operator, key, values: `{ StringEquals: { "aws:RequestTag/team": ["a"] } }`. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const version = "2012-10-17";

/** A policy as JSON. References to attributes stay what they are: Terraform puts in their values. */
export function policyDocument(statements: readonly Statement[]): string {
  return JSON.stringify({
    Version: version,
    Statement: statements.map(
      ({ sid, effect = defaults.statement.effect, principal, actions, resources, conditions }) => ({
        Sid: sid,
        Effect: effect,
        Principal: principal,
        Action: actions,
        Resource: resources,
        Condition: conditions,
      }),
    ),
  });
}

/** A trust policy: who may assume a role, and under what conditions. */
export function trustPolicy(
  service: string,
  { actions = ["sts:AssumeRole"], conditions }: { actions?: readonly string[]; conditions?: Conditions } = {},
): string {
  return JSON.stringify({
    Version: version,
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: actions, Condition: conditions }],
  });
}

/** A trust policy: holders of an identity provider's tokens may assume a role, under conditions. */
export function webIdentityTrustPolicy(providerArn: string, conditions: Conditions): string {
  return JSON.stringify({
    Version: version,
    Statement: [
      {
        Effect: "Allow",
        Principal: { Federated: providerArn },
        Action: ["sts:AssumeRoleWithWebIdentity"],
        Condition: conditions,
      },
    ],
  });
}

/** ARN of a policy that AWS manages, e.g. `AmazonEKSClusterPolicy`, in the partition of the region. */
export function managedPolicyArn(region: string, name: string): string {
  return `arn:${partitionOf(region)}:iam::aws:policy/${name}`;
}
