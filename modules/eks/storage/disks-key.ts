import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Fn, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { policyDocument } from "../identity/policies";
import { partitionOf } from "../regions";

/** See {@link DisksKey}. */
export interface DisksKeyProps {
  readonly clusterName: string;
  readonly region: string;
  /** ARN of the cluster: says which account this is. */
  readonly clusterArn: string;
  readonly deletionWindowDays: number;
  readonly protection: boolean;
}

/**
 * A key for disks of nodes and volumes of pods. IAM policies of the account decide who may use it; EC2 Auto Scaling, whose
 * service-linked role has no policy that anybody could write, is let in by the key itself.
 */
export class DisksKey extends Construct {
  readonly key: KmsKey;

  constructor(scope: Construct, id: string, props: DisksKeyProps) {
    super(scope, id);

    // Out of the cluster's ARN, so that no data source must ask for it.
    const account = new TerraformLocal(this, "account", Fn.element(Fn.split(":", props.clusterArn), 4));
    this.key = new KmsKey(this, "Resource", {
      description: `Disks and volumes of the EKS cluster ${props.clusterName}`,
      enableKeyRotation: true,
      deletionWindowInDays: props.deletionWindowDays,
      policy: disksKeyPolicy(props.region, account.asString),
      // Without its key no volume can be read any more.
      lifecycle: { preventDestroy: props.protection },
    });
    new KmsAlias(this, "alias", {
      name: `alias/eks/${props.clusterName}/disks`,
      targetKeyId: this.key.keyId,
    });
  }
}

/**
 * Source: EC2 Auto Scaling user guide, "Required AWS KMS key policy for use with encrypted volumes". The role is named in a
 * condition: KMS refuses a principal that is not there yet, in an account that has had no Auto Scaling group.
 */
function disksKeyPolicy(region: string, account: string): string {
  const iam = `arn:${partitionOf(region)}:iam::${account}`;
  const autoScaling = {
    "aws:PrincipalArn": [
      `${iam}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
    ],
  };
  return policyDocument([
    { sid: "Account", principal: { AWS: [`${iam}:root`] }, actions: ["kms:*"], resources: ["*"] },
    {
      sid: "AutoScalingUsesKey",
      principal: { AWS: ["*"] },
      actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      resources: ["*"],
      conditions: { StringEquals: autoScaling },
    },
    {
      sid: "AutoScalingGrantsKeyToEc2",
      principal: { AWS: ["*"] },
      actions: ["kms:CreateGrant"],
      resources: ["*"],
      conditions: { StringEquals: autoScaling, Bool: { "kms:GrantIsForAWSResource": ["true"] } },
    },
  ]);
}
