import { DataProtectionBackupInstanceKubernetesCluster } from "@cdktf/provider-azurerm/lib/data-protection-backup-instance-kubernetes-cluster";
import { DataProtectionBackupPolicyKubernetesCluster } from "@cdktf/provider-azurerm/lib/data-protection-backup-policy-kubernetes-cluster";
import { DataProtectionBackupVault } from "@cdktf/provider-azurerm/lib/data-protection-backup-vault";
import type { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { KubernetesClusterExtension } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-extension";
import { KubernetesClusterTrustedAccessRoleBinding } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-trusted-access-role-binding";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { roles } from "../../azure/builtin-roles";
import { defaults } from "../fields.generated";
import { grantToIdentity } from "../../azure/grants";
import { limits } from "../limits";
import type { AksBackupSpec } from "../spec";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { accountName } from "../../azure/account-name";

/** Props of `ClusterBackup`. */
export interface ClusterBackupProps extends AksBackupSpec {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly cluster: KubernetesCluster;

  /** Object id of the control plane's identity. */
  readonly controlPlanePrincipalId: string;

  /** Text that makes the account's name unique in Azure. */
  readonly uniqueness: string;
  readonly protection: boolean;
}

/** Scheduled copies of the cluster's resources and volumes: resources in an account, volumes as snapshots. */
export class ClusterBackup extends Construct {
  readonly vault: DataProtectionBackupVault;
  readonly instance: DataProtectionBackupInstanceKubernetesCluster;

  /** Resource group of snapshots. */
  readonly snapshots: ResourceGroup;

  /** Storage account of the cluster's resources. */
  readonly account: StorageAccount;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ClusterBackupProps,
  ) {
    super(scope, id);
    this.vault = this.createVault();
    this.snapshots = this.createSnapshotGroup();
    this.account = this.createAccount();
    const extension = this.installExtension(this.createContainer());
    const grants = this.grantRights(extension);
    const access = this.trustVault();
    this.instance = this.createInstance([...grants, access, extension]);
  }

  private createVault(): DataProtectionBackupVault {
    const { clusterName, place, protection } = this.props;
    return new DataProtectionBackupVault(this, "vault", {
      ...place,
      name: boundedName([clusterName, "backup"], 50),
      datastoreType: "VaultStore",
      redundancy: "ZoneRedundant",
      // Copies that are kept for two weeks after their deletion would prevent the deletion of the vault.
      softDelete: protection ? "On" : "Off",
      identity: { type: "SystemAssigned" },
      lifecycle: { preventDestroy: protection },
    });
  }

  private createSnapshotGroup(): ResourceGroup {
    const { clusterName, place, protection } = this.props;
    return new ResourceGroup(this, "snapshots", {
      name: boundedName([clusterName, "snapshots"], limits.resourceGroup),
      location: place.location,
      lifecycle: { preventDestroy: protection },
    });
  }

  private createAccount(): StorageAccount {
    const { place, uniqueness, protection } = this.props;
    return new StorageAccount(this, "account", {
      ...place,
      name: accountName("backup", uniqueness),
      accountTier: "Standard",
      accountReplicationType: "ZRS",
      sharedAccessKeyEnabled: false,
      allowNestedItemsToBePublic: false,
      crossTenantReplicationEnabled: false,
      minTlsVersion: "TLS1_2",
      lifecycle: { preventDestroy: protection },
    });
  }

  private createContainer(): StorageContainer {
    return new StorageContainer(this, "container", { name: "backup", storageAccountId: this.account.id });
  }

  private installExtension(container: StorageContainer): KubernetesClusterExtension {
    const { cluster, place } = this.props;
    return new KubernetesClusterExtension(this, "extension", {
      name: "azure-aks-backup",
      clusterId: cluster.id,
      extensionType: "microsoft.dataprotection.kubernetes",
      releaseTrain: "stable",
      releaseNamespace: "dataprotection-microsoft",
      configurationSettings: {
        "configuration.backupStorageLocation.bucket": container.name,
        "configuration.backupStorageLocation.config.resourceGroup": place.resourceGroupName,
        "configuration.backupStorageLocation.config.storageAccount": this.account.name,
        "configuration.backupStorageLocation.config.subscriptionId": Fn.element(
          Fn.split("/", this.account.id),
          2,
        ),
        "configuration.backupStorageLocation.config.useAAD": "true",
        // If omitted, the extension reads the account, for which it has no role.
        "configuration.backupStorageLocation.config.storageAccountURI": this.account.primaryBlobEndpoint,
        "credentials.tenantId": this.vault.identity.tenantId,
      },
    });
  }

  /** Roles to write copies, to create snapshots and to read both.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/data_protection_backup_instance_kubernetes_cluster
   */
  private grantRights(extension: KubernetesClusterExtension): RoleAssignment[] {
    const { cluster, controlPlanePrincipalId } = this.props;
    const vault = this.vault.identity.principalId;
    const snapshots = this.snapshots.id;
    const grants = {
      extension_account: [
        roles.storageBlobDataContributor,
        this.account.id,
        extension.aksAssignedIdentity.get(0).principalId,
      ],
      vault_cluster: [roles.reader, cluster.id, vault],
      vault_snapshots: [roles.reader, snapshots, vault],
      vault_snapshot_contents: [roles.diskSnapshotContributor, snapshots, vault],
      vault_disks: [roles.managedDiskOperator, snapshots, vault],
      vault_account: [roles.storageBlobDataContributor, this.account.id, vault],
      cluster_snapshots: [roles.contributor, snapshots, controlPlanePrincipalId],
    } as const;
    return Object.entries(grants).map(([id, [role, scope, principalId]]) =>
      grantToIdentity(this, id, { role, scope, principalId }),
    );
  }

  private trustVault(): KubernetesClusterTrustedAccessRoleBinding {
    return new KubernetesClusterTrustedAccessRoleBinding(this, "trusted_access", {
      // At most 24 characters.
      name: "backup-vault",
      kubernetesClusterId: this.props.cluster.id,
      sourceResourceId: this.vault.id,
      roles: ["Microsoft.DataProtection/backupVaults/backup-operator"],
    });
  }

  private createInstance(
    dependsOn: (RoleAssignment | KubernetesClusterTrustedAccessRoleBinding | KubernetesClusterExtension)[],
  ): DataProtectionBackupInstanceKubernetesCluster {
    const { clusterName, place, cluster, schedule, retentionDays, protection } = this.props;
    const policy = new DataProtectionBackupPolicyKubernetesCluster(this, "policy", {
      // Only this cluster uses the vault.
      name: "cluster",
      resourceGroupName: place.resourceGroupName,
      vaultName: this.vault.name,
      backupRepeatingTimeIntervals: [schedule ?? defaults["storage.backup.schedule"]],
      defaultRetentionRule: {
        lifeCycle: [
          {
            dataStoreType: "OperationalStore",
            duration: `P${retentionDays ?? defaults["storage.backup.retentionDays"]}D`,
          },
        ],
      },
    });
    return new DataProtectionBackupInstanceKubernetesCluster(this, "Resource", {
      name: clusterName,
      location: place.location,
      vaultId: this.vault.id,
      kubernetesClusterId: cluster.id,
      backupPolicyId: policy.id,
      snapshotResourceGroupName: this.snapshots.name,
      backupDatasourceParameters: { clusterScopedResourcesEnabled: true, volumeSnapshotEnabled: true },
      // Another policy replaces the instance and deletes the copies.
      lifecycle: { preventDestroy: protection },
      dependsOn,
    });
  }
}
