import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection";
import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { defaults } from "../fields.generated";
import { limits } from "../limits";
import { managedPolicyArn, trustPolicy } from "../../aws/policies";
import type { EksBackupSpec } from "../spec";
import { partitionOf } from "../../aws/regions";

/** See {@link StorageBackup}. */
export interface StorageBackupProps extends EksBackupSpec {
  readonly clusterName: string;
  /** The account of the cluster. */
  readonly account: string;
  readonly region: string;
  /** The volumes that the EBS driver created for this cluster are copied. */
  readonly volumes: boolean;
  /** ARN of a file system that is also copied. */
  readonly fileSystemArn?: string;
  readonly deletionWindowDays: number;
  readonly protection: boolean;
}

/** Copies of the data of pods, in a separate vault of the cluster. */
export class StorageBackup extends Construct {
  readonly vault: BackupVault;
  readonly plan: BackupPlan;
  readonly role: IamRole;

  /** The key of copies; undefined if an existing one is used. */
  readonly key?: KmsKey;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: StorageBackupProps,
  ) {
    super(scope, id);
    this.key = props.keyId ? undefined : this.createKey();
    this.vault = this.createVault(props.keyId ?? this.key!.arn);
    this.plan = this.createPlan();
    this.role = this.createRole();
    const policies = this.attachPolicies();
    this.createSelections(policies);
  }

  private createKey(): KmsKey {
    const { clusterName, deletionWindowDays, protection } = this.props;
    const key = new KmsKey(this, "key", {
      description: `Backups of the EKS cluster ${clusterName}`,
      enableKeyRotation: true,
      deletionWindowInDays: deletionWindowDays,
      tags: { Name: `${clusterName}-backup` },
      lifecycle: { preventDestroy: protection },
    });
    new KmsAlias(this, "key_alias", { name: `alias/eks/${clusterName}/backup`, targetKeyId: key.keyId });
    return key;
  }

  /** A vault with copies cannot be deleted. Without protection its copies are deleted with it. */
  private createVault(kmsKeyArn: string): BackupVault {
    const { clusterName, protection } = this.props;
    return new BackupVault(this, "vault", {
      name: boundedName([clusterName], limits.backupName),
      kmsKeyArn,
      forceDestroy: !protection,
      lifecycle: { preventDestroy: protection },
    });
  }

  private createPlan(): BackupPlan {
    const {
      clusterName,
      schedule = defaults["storage.backup.schedule"],
      retentionDays = defaults["storage.backup.retentionDays"],
    } = this.props;
    return new BackupPlan(this, "plan", {
      name: boundedName([clusterName], limits.backupName),
      rule: [
        {
          ruleName: "volumes",
          targetVaultName: this.vault.name,
          schedule,
          lifecycle: { deleteAfter: retentionDays },
        },
      ],
      tags: { Name: clusterName },
    });
  }

  /** AWS Backup documents no ARN of the source of its request, so that only the account is compared. */
  private createRole(): IamRole {
    const { clusterName, account, region } = this.props;
    return new IamRole(this, "role", {
      name: boundedName([clusterName, region, "backup"], limits.roleName),
      description: `Backups of the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy("backup.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": [account] } },
      }),
    });
  }

  /** For copies only. A restore needs another role, since it can write to any resource. */
  private attachPolicies(): IamRolePolicyAttachment {
    return new IamRolePolicyAttachment(this, "role_backup_policy", {
      role: this.role.id,
      policyArn: managedPolicyArn(this.props.region, "service-role/AWSBackupServiceRolePolicyForBackup"),
    });
  }

  private createSelections(policies: IamRolePolicyAttachment): void {
    const { clusterName, region, volumes, fileSystemArn } = this.props;
    const common = { iamRoleArn: this.role.arn, planId: this.plan.id, dependsOn: [policies] };
    if (volumes) {
      new BackupSelection(this, "volumes", {
        ...common,
        name: "volumes",
        resources: [`arn:${partitionOf(region)}:ec2:*:*:volume/*`],
        // All of these conditions apply, while one of several `selection_tag` would be enough. The second excludes disks of
        // nodes, the first the volumes of other clusters.
        // https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/tagging.md
        condition: [
          {
            stringEquals: [
              { key: `aws:ResourceTag/kubernetes.io/cluster/${clusterName}`, value: "owned" },
              { key: "aws:ResourceTag/ebs.csi.aws.com/cluster", value: "true" },
            ],
          },
        ],
      });
    }
    if (fileSystemArn) {
      new BackupSelection(this, "file_system", {
        ...common,
        name: "file-system",
        resources: [fileSystemArn],
      });
    }
  }
}
