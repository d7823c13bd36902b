import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageShare } from "@cdktf/provider-azurerm/lib/storage-share";
import { Construct } from "constructs";
import { defaults } from "../fields.generated";
import type { AksFileStorageSpec } from "../spec";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { accountName } from "../../azure/account-name";

/** Props of `FileShare`. */
export interface FileShareProps extends AksFileStorageSpec {
  readonly place: ResourceGroupRef;

  /** Text that makes the account's name unique in Azure. */
  readonly uniqueness: string;

  /** Ids of the subnets that may reach it, each with a service endpoint for storage. */
  readonly subnetIds: readonly string[];
  readonly protection: boolean;
}

/** An NFS share that pods of all zones mount. */
export class FileShare extends Construct {
  readonly account: StorageAccount;
  readonly share: StorageShare;

  constructor(scope: Construct, id: string, props: FileShareProps) {
    super(scope, id);
    this.account = new StorageAccount(this, "account", {
      ...props.place,
      name: accountName("files", props.uniqueness),
      accountKind: "FileStorage",
      accountTier: "Premium",
      accountReplicationType: props.redundancy === "local" ? "LRS" : "ZRS",
      // NFS uses neither keys nor HTTPS: the network rules are its only access control.
      sharedAccessKeyEnabled: false,
      httpsTrafficOnlyEnabled: false,
      allowNestedItemsToBePublic: false,
      crossTenantReplicationEnabled: false,
      minTlsVersion: "TLS1_2",
      networkRules: {
        defaultAction: "Deny",
        bypass: ["None"],
        virtualNetworkSubnetIds: [...props.subnetIds],
      },
      lifecycle: { preventDestroy: props.protection },
    });
    this.share = new StorageShare(this, "Resource", {
      name: "shared",
      storageAccountId: this.account.id,
      enabledProtocol: "NFS",
      quota: props.sizeGiB ?? defaults["storage.file.sizeGiB"],
      lifecycle: { preventDestroy: props.protection },
    });
  }
}
