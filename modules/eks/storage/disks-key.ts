import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { accountOf, policyDocument } from "../identity/policies";
import { partitionOf } from "../regions";

/** See {@link DisksKey}. */
export interface DisksKeyProps {
  readonly clusterName: string;
  readonly region: string;
  /** ARN of the cluster, which contains the account. */
  readonly clusterArn: string;
  readonly deletionWindowDays: number;
  readonly protection: boolean;
}

/**
 * A key for disks of nodes and volumes of pods. IAM policies of the account decide who may use it. The policy of the key
 * allows EC2 Auto Scaling, since its service-linked role has no policy that the account can change.
 */
export class DisksKey extends Construct {
  readonly key: KmsKey;

  constructor(scope: Construct, id: string, props: DisksKeyProps) {
    super(scope, id);

    // From the ARN of the cluster, so that no data source is needed.
    const account = accountOf(this, props.clusterArn);
    this.key = new KmsKey(this, "Resource", {
      description: `Disks and volumes of the EKS cluster ${props.clusterName}`,
      enableKeyRotation: true,
      deletionWindowInDays: props.deletionWindowDays,
      policy: disksKeyPolicy(props.region, account),
      // Volumes cannot be read without their key.
      lifecycle: { preventDestroy: props.protection },
    });
    new KmsAlias(this, "alias", {
      name: `alias/eks/${props.clusterName}/disks`,
      targetKeyId: this.key.keyId,
    });
  }
}

/**
 * The role is in a condition: KMS rejects a principal that does not exist, as in an account that never had an Auto Scaling
 * group.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
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
