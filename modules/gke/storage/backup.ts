import { GkeBackupBackupPlan } from "@cdktf/provider-google/lib/gke-backup-backup-plan";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { limits } from "../limits";
import { regionalName } from "../names";
import type { GkeBackupSpec } from "../spec";
import { defaults } from "../fields.generated";
import { asSet } from "../../cluster/sets";

/** See {@link createBackupPlan}. */
export interface BackupPlanProps extends GkeBackupSpec {
  readonly clusterName: string;
  readonly region: string;

  /** Id of the cluster, as a reference to it. */
  readonly clusterId: string;
  readonly protection: boolean;
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Scheduled backups of the objects and volumes of a cluster. */
export function createBackupPlan(scope: Construct, props: BackupPlanProps): GkeBackupBackupPlan {
  const { rpoMinutes, namespaces, keyId } = props;
  return new GkeBackupBackupPlan(scope, "backup_plan", {
    name: regionalName(props, limits.storageName),
    description: `Copies of the GKE cluster ${props.clusterName}`,
    cluster: props.clusterId,
    location: props.region,
    backupSchedule:
      rpoMinutes === undefined
        ? { cronSchedule: props.schedule ?? defaults["storage.backup.schedule"] }
        : { rpoConfig: { targetRpoMinutes: rpoMinutes } },
    retentionPolicy: {
      backupRetainDays: props.retentionDays ?? defaults["storage.backup.retentionDays"],
      backupDeleteLockDays: props.lockDays ?? defaults["storage.backup.lockDays"],
    },
    backupConfig: {
      allNamespaces: namespaces ? undefined : true,
      selectedNamespaces: namespaces && { namespaces: asSet(namespaces) },
      includeSecrets: props.includeSecrets ?? defaults["storage.backup.includeSecrets"],
      includeVolumeData: props.includeVolumes ?? defaults["storage.backup.includeVolumes"],
      encryptionKey: keyId === undefined ? undefined : { gcpKmsEncryptionKey: keyId },
    },
    lifecycle: { preventDestroy: props.protection || undefined },
    dependsOn: [...props.dependsOn],
  });
}
