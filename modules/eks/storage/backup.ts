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
import { managedPolicyArn, trustPolicy } from "../identity/policies";
import type { EksBackupSpec } from "../spec";
import { partitionOf } from "../regions";

/** See {@link StorageBackup}. */
export interface StorageBackupProps extends EksBackupSpec {
  readonly clusterName: string;
  readonly region: string;
  /** Volumes that the EBS driver made for this cluster are backed up. */
  readonly volumes: boolean;
  /** ARN of a file system that is backed up too. */
  readonly fileSystemArn?: string;
  readonly deletionWindowDays: number;
  readonly protection: boolean;
}

/** Copies of what pods store, in a vault of the cluster's own. */
export class StorageBackup extends Construct {
  readonly vault: BackupVault;
  readonly plan: BackupPlan;
  readonly role: IamRole;

  /** The key made for copies; undefined when an existing one was given. */
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
    const rights = this.grantRights();
    this.createSelections(rights);
  }

  private createKey(): KmsKey {
    const { clusterName, deletionWindowDays, protection } = this.props;
    const key = new KmsKey(this, "key", {
      description: `Backups of the EKS cluster ${clusterName}`,
      enableKeyRotation: true,
      deletionWindowInDays: deletionWindowDays,
      lifecycle: { preventDestroy: protection },
    });
    new KmsAlias(this, "key_alias", { name: `alias/eks/${clusterName}/backup`, targetKeyId: key.keyId });
    return key;
  }

  /** A vault that holds copies can't be deleted; without protection they go with it. */
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
    });
  }

  private createRole(): IamRole {
    const { clusterName, region } = this.props;
    return new IamRole(this, "role", {
      name: boundedName([clusterName, region, "backup"], limits.roleName),
      description: `Backups of the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy("backup.amazonaws.com"),
    });
  }

  /** Copying alone. Who restores brings a role of their own, since a restore can write anywhere. */
  private grantRights(): IamRolePolicyAttachment {
    return new IamRolePolicyAttachment(this, "role_backup_policy", {
      role: this.role.name,
      policyArn: managedPolicyArn(this.props.region, "service-role/AWSBackupServiceRolePolicyForBackup"),
    });
  }

  private createSelections(rights: IamRolePolicyAttachment): void {
    const { clusterName, region, volumes, fileSystemArn } = this.props;
    const common = { iamRoleArn: this.role.arn, planId: this.plan.id, dependsOn: [rights] };
    if (volumes) {
      new BackupSelection(this, "volumes", {
        ...common,
        name: "volumes",
        resources: [`arn:${partitionOf(region)}:ec2:*:*:volume/*`],
        // All of these must hold, whereas one of several `selection_tag` would do. The second keeps disks of nodes out, and the
        // first volumes of other clusters. Source: kubernetes-sigs/aws-ebs-csi-driver, docs/tagging.md.
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
