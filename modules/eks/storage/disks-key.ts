import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { accountOf, policyDocument, type ResourceStatement } from "../../aws/policies";
import { partitionOf } from "../../aws/regions";

/** See {@link DisksKey}. */
export interface DisksKeyProps {
  readonly clusterName: string;
  readonly region: string;
  /** ARN of the cluster, which contains the account. */
  readonly clusterArn: string;
  readonly deletionWindowDays: number;
  readonly protection: boolean;
  /** Karpenter starts machines with the key, through fleets and spot requests of EC2. */
  readonly karpenter: boolean;
}

/**
 * A key for disks of nodes and volumes of pods. IAM policies of the account decide who may use it. The policy of the key
 * allows EC2 Auto Scaling, and with Karpenter EC2 Fleet and spot requests, since the account cannot change the policies of their
 * service-linked roles.
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
      policy: disksKeyPolicy(props, account),
      tags: { Name: `${props.clusterName}-disks` },
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
 * Service-linked roles that start machines with encrypted disks.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-fleet-prerequisites.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html
 */
const autoScalingRole = "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
const fleetRoles = [
  "ec2fleet.amazonaws.com/AWSServiceRoleForEC2Fleet",
  "spot.amazonaws.com/AWSServiceRoleForEC2Spot",
];

/** Each role is in a condition: KMS rejects a principal that does not exist, as in an account that never had an Auto Scaling group. */
function disksKeyPolicy({ region, karpenter }: DisksKeyProps, account: string): string {
  const iam = `arn:${partitionOf(region)}:iam::${account}`;
  return policyDocument([
    { sid: "Account", principal: { AWS: [`${iam}:root`] }, actions: ["kms:*"], resources: ["*"] },
    ...useBy(iam, "AutoScaling", [autoScalingRole]),
    ...(karpenter ? useBy(iam, "Fleets", fleetRoles) : []),
  ]);
}

function useBy(iam: string, name: string, roles: readonly string[]): ResourceStatement[] {
  const from = { "aws:PrincipalArn": roles.map((role) => `${iam}:role/aws-service-role/${role}`) };
  return [
    {
      sid: `${name}UsesKey`,
      principal: { AWS: ["*"] },
      actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      resources: ["*"],
      conditions: { StringEquals: from },
    },
    {
      sid: `${name}GrantsKeyToEc2`,
      principal: { AWS: ["*"] },
      actions: ["kms:CreateGrant"],
      resources: ["*"],
      conditions: { StringEquals: from, Bool: { "kms:GrantIsForAWSResource": ["true"] } },
    },
  ];
}
