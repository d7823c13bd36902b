import { defaults } from "../fields.generated";
import { fillPolicy } from "../../aws/policy-template";
import type { Statement } from "../identity/spec";
import fileDriverPolicy from "./file-driver-policy.json";
import volumeKeyPolicy from "./volume-key-policy.json";

/**
 * Permissions on the key of volumes: EC2 gets a grant for each volume that it attaches.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html
 */
export function volumeKeyStatements(region: string, keyArn: string): Statement[] {
  return fillPolicy(volumeKeyPolicy, region, { keyArn });
}

/**
 * Permissions of the EFS driver on one file system: it creates and deletes access points with its own tag.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/iam-policy-example.json
 */
export function fileDriverStatements(region: string, fileSystemArn: string): Statement[] {
  return fillPolicy(fileDriverPolicy, region, { fileSystemArn });
}

/**
 * Permissions of the Lustre driver: it reads the file system that pods mount. It creates none, which would need permissions
 * on all file systems of the account.
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
 * Permissions of Mountpoint on buckets, and on the keys of their objects.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/s3-csi.html
 * @see https://github.com/awslabs/mountpoint-s3/blob/main/doc/CONFIGURATION.md#iam-permissions
 */
export function bucketDriverStatements({
  buckets,
  keyIds = [],
  readOnly = defaults["storage.object.readOnly"],
}: Buckets): Statement[] {
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
