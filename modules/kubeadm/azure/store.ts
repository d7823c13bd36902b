import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { StorageManagementPolicy } from "@cdktf/provider-azurerm/lib/storage-management-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { accountName } from "../../azure/account-name";
import { roles } from "../../azure/builtin-roles";
import type { ResourceGroupRef } from "../../azure/resource-group";
import type { MachineIdentity } from "./identity";

/** Days for which replaced and deleted versions of objects are kept. */
const oldVersionDays = 30;

/** See {@link Store}. */
export interface StoreProps {
  readonly place: ResourceGroupRef;
  readonly groupId: string;
  readonly backupDays: number;
  readonly controlPlane: MachineIdentity;
  readonly workers: MachineIdentity;
  readonly protection: boolean;
}

/**
 * The private storage account of a cluster. Roles of Azure have the scope of a container: `node` and `assets` are those that workers read, and
 * `control-plane` has all other folders.
 */
export class Store extends Construct {
  readonly account: StorageAccount;

  /** Dependencies of machines. */
  readonly guards: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { place, groupId, backupDays, controlPlane, workers, protection } = props;
    const lifecycle = protection ? { preventDestroy: true } : undefined;
    this.account = new StorageAccount(this, "account", {
      ...place,
      name: accountName("kadm", groupId),
      accountKind: "StorageV2",
      accountTier: "Standard",
      accountReplicationType: "ZRS",
      httpsTrafficOnlyEnabled: true,
      minTlsVersion: "TLS1_2",
      // Only roles decide. Terraform writes no objects.
      sharedAccessKeyEnabled: false,
      allowNestedItemsToBePublic: false,
      crossTenantReplicationEnabled: false,
      localUserEnabled: false,
      blobProperties: {
        versioningEnabled: true,
        deleteRetentionPolicy: { days: oldVersionDays },
        containerDeleteRetentionPolicy: { days: oldVersionDays },
      },
      lifecycle,
    });
    const container = (name: string) =>
      new StorageContainer(this, name.replaceAll("-", "_"), {
        name,
        storageAccountId: this.account.id,
        containerAccessType: "private",
        lifecycle,
      });
    const [own, node, assets] = ["control-plane", "node", "assets"].map(container);
    controlPlane.grant(this, "control_plane_writes", {
      role: roles.storageBlobDataContributor,
      scope: own.id,
    });
    controlPlane.grant(this, "control_plane_writes_node", {
      role: roles.storageBlobDataContributor,
      scope: node.id,
    });
    controlPlane.grant(this, "control_plane_reads_assets", {
      role: roles.storageBlobDataReader,
      scope: assets.id,
    });
    workers.grant(this, "workers_read_node", { role: roles.storageBlobDataReader, scope: node.id });
    workers.grant(this, "workers_read_assets", { role: roles.storageBlobDataReader, scope: assets.id });
    const policy = new StorageManagementPolicy(this, "retention", {
      storageAccountId: this.account.id,
      rule: [
        {
          name: "backups",
          enabled: true,
          filters: { blobTypes: ["blockBlob"], prefixMatch: ["control-plane/backups/"] },
          actions: {
            baseBlob: { deleteAfterDaysSinceCreationGreaterThan: backupDays },
            version: { deleteAfterDaysSinceCreation: backupDays },
          },
        },
        {
          name: "versions",
          enabled: true,
          filters: { blobTypes: ["blockBlob"] },
          actions: { version: { deleteAfterDaysSinceCreation: oldVersionDays } },
        },
      ],
    });
    this.guards = [own, node, assets, policy];
  }
}
