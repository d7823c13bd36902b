import type { Statement } from "../identity/spec";
import { partitionOf } from "../regions";

/** The service accounts in `kube-system` by which drivers act in AWS. Sources: the drivers' Helm charts. */
export const driverAccounts = {
  "aws-ebs-csi-driver": "ebs-csi-controller-sa",
  "aws-efs-csi-driver": "efs-csi-controller-sa",
  "aws-fsx-csi-driver": "fsx-csi-controller-sa",
  "aws-mountpoint-s3-csi-driver": "s3-csi-driver-sa",
} as const;

/**
 * Rights on the key of volumes: EC2 gets a grant for each volume that it attaches, and nobody else one.
 * Source: EKS user guide, "Store Kubernetes volumes with Amazon EBS", KMS keys.
 */
export function volumeKeyStatements(keyArn: string): Statement[] {
  return [
    {
      sid: "GrantKeyToEc2",
      actions: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
      resources: [keyArn],
      conditions: { Bool: { "kms:GrantIsForAWSResource": ["true"] } },
    },
    {
      sid: "UseKey",
      actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      resources: [keyArn],
    },
  ];
}

/**
 * Rights of the EFS driver on one file system: access points come and go with volumes, and carry the driver's tag.
 * Source: kubernetes-sigs/aws-efs-csi-driver, docs/iam-policy-example.json.
 */
export function fileDriverStatements(region: string, fileSystemArn: string): Statement[] {
  const accessPoints = `arn:${partitionOf(region)}:elasticfilesystem:${region}:*:access-point/*`;
  const ownAccessPoint = { StringEquals: { "aws:ResourceTag/efs.csi.aws.com/cluster": ["true"] } };
  return [
    { sid: "LookAtZones", actions: ["ec2:DescribeAvailabilityZones"], resources: ["*"] },
    {
      sid: "Look",
      actions: [
        "elasticfilesystem:DescribeAccessPoints",
        "elasticfilesystem:DescribeFileSystems",
        "elasticfilesystem:DescribeMountTargets",
      ],
      resources: [fileSystemArn, accessPoints],
    },
    {
      sid: "CreateAccessPoints",
      actions: ["elasticfilesystem:CreateAccessPoint"],
      resources: [fileSystemArn],
      conditions: { StringEquals: { "aws:RequestTag/efs.csi.aws.com/cluster": ["true"] } },
    },
    {
      sid: "ChangeOwnAccessPoints",
      actions: ["elasticfilesystem:TagResource", "elasticfilesystem:DeleteAccessPoint"],
      resources: [accessPoints],
      conditions: ownAccessPoint,
    },
  ];
}

/**
 * Rights of the Lustre driver: to look at the file system that pods mount. It makes none itself, which would take the right
 * to make and delete file systems of any kind in the account.
 */
export function lustreDriverStatements(fileSystemArn: string): Statement[] {
  return [{ sid: "Look", actions: ["fsx:DescribeFileSystems"], resources: [fileSystemArn] }];
}

/** See {@link bucketDriverStatements}. */
interface Buckets {
  readonly buckets: readonly string[];
  readonly keyIds?: readonly string[];
  readonly readOnly?: boolean;
}

/**
 * Rights of Mountpoint on buckets, and on the keys of their objects.
 * Source: EKS user guide, "Access Amazon S3 objects with Mountpoint for Amazon S3 CSI driver"; awslabs/mountpoint-s3,
 * doc/CONFIGURATION.md#iam-permissions.
 */
export function bucketDriverStatements({ buckets, keyIds = [], readOnly = false }: Buckets): Statement[] {
  const change = ["s3:PutObject", "s3:AbortMultipartUpload", "s3:DeleteObject"];
  const keys: Statement = {
    sid: "UseKeys",
    actions: readOnly ? ["kms:Decrypt"] : ["kms:Decrypt", "kms:GenerateDataKey"],
    resources: keyIds,
  };
  return [
    { sid: "List", actions: ["s3:ListBucket"], resources: buckets },
    {
      sid: "Objects",
      actions: readOnly ? ["s3:GetObject"] : ["s3:GetObject", ...change],
      resources: buckets.map((arn) => `${arn}/*`),
    },
    ...(keyIds.length > 0 ? [keys] : []),
  ];
}
