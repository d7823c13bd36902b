import { ArtifactRegistryRepositoryIamMember } from "@cdktf/provider-google/lib/artifact-registry-repository-iam-member";
import { BigqueryDatasetIamMember } from "@cdktf/provider-google/lib/bigquery-dataset-iam-member";
import { KmsCryptoKeyIamMember } from "@cdktf/provider-google/lib/kms-crypto-key-iam-member";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { PubsubSubscriptionIamMember } from "@cdktf/provider-google/lib/pubsub-subscription-iam-member";
import { PubsubTopicIamMember } from "@cdktf/provider-google/lib/pubsub-topic-iam-member";
import { SecretManagerSecretIamMember } from "@cdktf/provider-google/lib/secret-manager-secret-iam-member";
import { StorageBucketIamMember } from "@cdktf/provider-google/lib/storage-bucket-iam-member";
import type { ITerraformDependable, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { celExpression } from "../../cluster/encode";
import { addressPart, constructId } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import type { GkeCondition, GkeGrant } from "../spec";
import { type GrantTarget, grantTargets } from "./grant-targets";

interface Binding {
  readonly role: string;
  readonly member: string;
  readonly condition?: GkeCondition;
}

/** The Terraform resource for a grant on each type of resource. It adds a member, and does not change existing members. */
const bindings: Readonly<
  Record<GrantTarget, (scope: Construct, id: string, name: string, binding: Binding) => TerraformResource>
> = {
  project: (scope, id, project, binding) => new ProjectIamMember(scope, id, { ...binding, project }),
  bucket: (scope, id, bucket, binding) => new StorageBucketIamMember(scope, id, { ...binding, bucket }),
  secret: (scope, id, secretId, binding) =>
    new SecretManagerSecretIamMember(scope, id, { ...binding, secretId }),
  topic: (scope, id, topic, binding) => new PubsubTopicIamMember(scope, id, { ...binding, topic }),
  subscription: (scope, id, subscription, binding) =>
    new PubsubSubscriptionIamMember(scope, id, { ...binding, subscription }),
  key: (scope, id, cryptoKeyId, binding) => new KmsCryptoKeyIamMember(scope, id, { ...binding, cryptoKeyId }),
  dataset: (scope, id, datasetId, binding) =>
    new BigqueryDatasetIamMember(scope, id, { ...binding, datasetId }),
  repository: (scope, id, repository, binding) =>
    new ArtifactRegistryRepositoryIamMember(scope, id, { ...binding, repository }),
};

/**
 * Grants a role to a member of IAM. Its Terraform address contains the names of the role and of the resource, so that it does not
 * depend on the order of grants.
 */
export function grantRole(
  scope: Construct,
  member: string,
  grant: GkeGrant,
  ownProject: string,
): ITerraformDependable {
  const { role, condition } = grant;
  const target = grantTargets.find((name) => grant[name] !== undefined) ?? "project";
  const on = grant[target];
  const id = [
    addressPart(role.replace(/^roles\//, "")),
    ...(on === undefined ? [] : [target, idOf(scope, on)]),
    ...(condition ? [addressPart(condition.title)] : []),
  ];
  return bindings[target](scope, constructId(id.join("_")), on ?? ownProject, {
    role,
    member,
    condition: condition && { ...condition, expression: celExpression(condition.expression) },
  });
}
