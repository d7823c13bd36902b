import { Fn, TerraformLocal } from "cdktf";
import type { Construct } from "constructs";
import { json } from "../cluster/encode";
import { partitionOf } from "./regions";
import type { Conditions, Statement } from "./statement";

const version = "2012-10-17";

/** A statement of a policy on a resource, such as a key or a queue. */
export interface ResourceStatement extends Statement {
  /** Principals by kind, such as `Service`; `*` for everyone. */
  readonly principal?: "*" | Readonly<Record<string, readonly string[]>>;
}

/** A policy as JSON. Terraform inserts the values of references, which are encoded. */
export function policyDocument(statements: readonly ResourceStatement[]): string {
  return json(policyOf(statements));
}

/** A policy as IAM reads it. */
export function policyOf(statements: readonly ResourceStatement[]): object {
  return {
    Version: version,
    Statement: statements.map(({ sid, effect = "Allow", principal, actions, resources, conditions }) => ({
      Sid: sid,
      Effect: effect,
      Principal: principal,
      Action: actions,
      Resource: resources,
      Condition: conditions,
    })),
  };
}

/** A trust policy: the service that may assume a role, and conditions. */
export function trustPolicy(
  service: string,
  { actions = ["sts:AssumeRole"], conditions }: { actions?: readonly string[]; conditions?: Conditions } = {},
): string {
  return json({
    Version: version,
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: actions, Condition: conditions }],
  });
}

/** A trust policy: holders of tokens of an identity provider may assume a role, under conditions. */
export function webIdentityTrustPolicy(providerArn: string, conditions: Conditions): string {
  return json({
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

/**
 * The account of an ARN that only Terraform knows, without a data source.
 *
 * @param id - id of its local value
 */
export function accountOf(scope: Construct, arn: string, id = "account"): string {
  return new TerraformLocal(scope, id, Fn.element(Fn.split(":", arn), 4)).asString;
}

/** ARN of an AWS managed policy, such as `AmazonEKSClusterPolicy`, in the partition of the region. */
export function managedPolicyArn(region: string, name: string): string {
  return `arn:${partitionOf(region)}:iam::aws:policy/${name}`;
}
