import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { policyDocument } from "../../aws/policies";
import { boundedName } from "../../cluster/names";
import { limits } from "../limits";

/** Days for which replaced and deleted versions of objects are kept. */
const oldVersionDays = 30;

/** See {@link Store}. */
export interface StoreProps {
  readonly clusterName: string;
  /** Days for which snapshots of etcd are kept. */
  readonly backupDays: number;
  /** ARN of the role of workers, which must not read keys. */
  readonly workerRoleArn: string;
  readonly protection: boolean;
}

/**
 * The private bucket of a cluster.
 *
 * ```text
 *   pki/           keys of the cluster      only control-plane machines
 *   admin/         kubeconfig for emergencies
 *   backups/etcd/  snapshots
 *   node/          what workers need to join
 *   assets/        manifests, and with the source `store` the files that machines download
 *   initialized    exists when the cluster was created
 * ```
 */
export class Store extends Construct {
  readonly bucket: S3Bucket;

  /** Dependencies of machines: the bucket is private and encrypted before the first key is in it. */
  readonly guards: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { protection } = props;
    this.bucket = new S3Bucket(this, "Resource", {
      // AWS adds a unique suffix: names of buckets are global.
      bucketPrefix: boundedName([props.clusterName, ""], limits.bucketPrefix).toLowerCase(),
      // Machines write objects that Terraform does not know.
      forceDestroy: !protection,
      tags: { Name: `${props.clusterName}-store` },
      lifecycle: protection ? { preventDestroy: true } : undefined,
    });
    const bucket = this.bucket.id;
    const access = new S3BucketPublicAccessBlock(this, "public_access", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    this.guards = [
      access,
      new S3BucketOwnershipControls(this, "ownership", {
        bucket,
        rule: { objectOwnership: "BucketOwnerEnforced" },
      }),
      new S3BucketVersioningA(this, "versions", {
        bucket,
        versioningConfiguration: { status: "Enabled" },
      }),
      new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
        bucket,
        rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
      }),
      new S3BucketPolicy(this, "policy", {
        bucket,
        policy: this.policy(props),
        // S3 refuses two changes of the access of a bucket at once.
        dependsOn: [access],
      }),
      this.createLifecycle(props),
    ];
  }

  /** Denies requests without TLS, and keys to workers. Identities of machines allow everything else. */
  private policy({ workerRoleArn }: StoreProps): string {
    const { arn } = this.bucket;
    return policyDocument([
      {
        sid: "DenyWithoutTls",
        effect: "Deny",
        principal: "*",
        actions: ["s3:*"],
        resources: [arn, `${arn}/*`],
        conditions: { Bool: { "aws:SecureTransport": ["false"] } },
      },
      {
        sid: "DenyKeysToWorkers",
        effect: "Deny",
        principal: { AWS: [workerRoleArn] },
        actions: ["s3:*"],
        resources: ["pki", "admin", "backups"].map((folder) => `${arn}/${folder}/*`),
      },
    ]);
  }

  private createLifecycle({ backupDays }: StoreProps): S3BucketLifecycleConfiguration {
    return new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket: this.bucket.id,
      rule: [
        {
          id: "backups",
          status: "Enabled",
          filter: [{ prefix: "backups/" }],
          expiration: [{ days: backupDays }],
          noncurrentVersionExpiration: [{ noncurrentDays: 1 }],
        },
        {
          id: "old-versions",
          status: "Enabled",
          filter: [{ prefix: "" }],
          noncurrentVersionExpiration: [{ noncurrentDays: oldVersionDays }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 1 }],
        },
      ],
    });
  }
}
