import { DataProtectionBackupInstanceKubernetesCluster } from "@cdktf/provider-azurerm/lib/data-protection-backup-instance-kubernetes-cluster";
import { DataProtectionBackupPolicyKubernetesCluster } from "@cdktf/provider-azurerm/lib/data-protection-backup-policy-kubernetes-cluster";
import { DataProtectionBackupVault } from "@cdktf/provider-azurerm/lib/data-protection-backup-vault";
import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { KubernetesClusterExtension } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-extension";
import { KubernetesClusterTrustedAccessRoleBinding } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-trusted-access-role-binding";
import { NetappPool } from "@cdktf/provider-azurerm/lib/netapp-pool";
import { NetappVolume } from "@cdktf/provider-azurerm/lib/netapp-volume";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { StorageShare } from "@cdktf/provider-azurerm/lib/storage-share";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import type { AksClusterProps, AksStorageSpec } from "../../../modules/aks/spec";
import { synthesizeAks } from "../../support/aks";
import type { Synthesized } from "../../support/synthesized";
import { blobs, key, vault } from "../rule-support";

const store = (storage: AksStorageSpec, more: Partial<AksClusterProps> = {}) =>
  synthesizeAks({ storage, ...more });
const itemsOf = (stack: Synthesized) => stack.terraform.output.storage_manifests.value.items;

describe("drivers", () => {
  const drivers = (storage: AksStorageSpec = {}) =>
    store(storage).resource(KubernetesCluster).storage_profile;
  const usual = {
    disk_driver_enabled: true,
    file_driver_enabled: true,
    blob_driver_enabled: false,
    snapshot_controller_enabled: false,
  };

  test("for disks and files are enabled, those for blobs and snapshots are optional", () => {
    expect(drivers()).toEqual(usual);
    expect(drivers({ object: { buckets: [blobs] } })).toEqual({ ...usual, blob_driver_enabled: true });
    expect(drivers({ snapshots: true })).toEqual({ ...usual, snapshot_controller_enabled: true });
    expect(drivers({ block: false })).toEqual({ ...usual, disk_driver_enabled: false });
  });
});

describe("the file share", () => {
  const stack = store({ file: true });

  test("is on premium storage in all zones, with NFS", () => {
    expect(stack.resource(StorageAccount)).toMatchObject({
      account_kind: "FileStorage",
      account_tier: "Premium",
      account_replication_type: "ZRS",
      https_traffic_only_enabled: false,
      min_tls_version: "TLS1_2",
    });
    expect(stack.resource(StorageShare)).toMatchObject({
      name: "shared",
      enabled_protocol: "NFS",
      quota: 100,
      storage_account_id: "${azurerm_storage_account.storage_file_account.id}",
    });
    const local = store({ file: { sizeGiB: 1024, redundancy: "local" } });
    expect(local.resource(StorageAccount).account_replication_type).toBe("LRS");
    expect(local.resource(StorageShare).quota).toBe(1024);
  });

  test("is accessible only for the nodes and pods of the cluster, without keys", () => {
    expect(stack.resource(StorageAccount)).toMatchObject({
      shared_access_key_enabled: false,
      allow_nested_items_to_be_public: false,
      cross_tenant_replication_enabled: false,
      network_rules: {
        default_action: "Deny",
        bypass: ["None"],
        virtual_network_subnet_ids: ["${azurerm_subnet.network_nodes.id}"],
      },
    });
    const pods = store({ file: true }, { network: { podNetwork: "pod-subnet" } });
    expect(pods.resource(StorageAccount).network_rules.virtual_network_subnet_ids).toEqual([
      "${azurerm_subnet.network_nodes.id}",
      "${azurerm_subnet.network_pods.id}",
    ]);
  });

  test("has a name that is unique in Azure, within the limit of Azure", () => {
    const both = store({ file: true, backup: true }).resources(StorageAccount);
    for (const { name } of Object.values(both)) {
      const [, prefix, hashed, digits] =
        /^\$\{join\("", \["([a-z]+)", substr\(sha1\((.*)\), 0, (\d+)\)\]\)\}$/.exec(name)!;
      expect(hashed).toContain("azurerm_virtual_network.network_vnet.id");
      expect(prefix.length + Number(digits)).toBeLessThanOrEqual(24);
    }
  });

  test("is a volume for pods", () => {
    expect(itemsOf(stack)).toEqual([
      expect.objectContaining({
        kind: "PersistentVolume",
        spec: expect.objectContaining({
          accessModes: ["ReadWriteMany"],
          persistentVolumeReclaimPolicy: "Retain",
          csi: expect.objectContaining({
            driver: "file.csi.azure.com",
            volumeAttributes: expect.objectContaining({
              protocol: "nfs",
              shareName: "${azurerm_storage_share.storage_file.name}",
              storageAccount: "${azurerm_storage_account.storage_file_account.name}",
            }),
          }),
        }),
      }),
    ]);
  });
});

describe("blob containers", () => {
  const grant = (object: NonNullable<AksStorageSpec["object"]>) =>
    store({ object }).resource(RoleAssignment, "storage_object_shop_models");

  test("can be read and written by nodes, or read", () => {
    expect(grant({ buckets: [blobs] })).toMatchObject({
      role_definition_name: "Storage Blob Data Contributor",
      scope: blobs,
      principal_id: "${azurerm_user_assigned_identity.identity_kubelet.principal_id}",
    });
    expect(grant({ buckets: [blobs], readOnly: true }).role_definition_name).toBe("Storage Blob Data Reader");
  });

  test("with the same name in two accounts are two", () => {
    const other = blobs.replace("storageAccounts/shop", "storageAccounts/mall");
    const names = Object.keys(store({ object: { buckets: [blobs, other] } }).resources(RoleAssignment));
    expect(names.filter((name) => name.startsWith("storage_"))).toEqual([
      "storage_object_mall_models",
      "storage_object_shop_models",
    ]);
  });
});

describe("Azure NetApp Files", () => {
  const stack = store({ netApp: { sizeTiB: 4, serviceLevel: "Ultra" } });

  test("has a capacity pool, and one volume of the same size", () => {
    expect(stack.resource(NetappPool)).toMatchObject({ size_in_tb: 4, service_level: "Ultra" });
    expect(stack.resource(NetappVolume)).toMatchObject({
      service_level: "Ultra",
      storage_quota_in_gb: 4096,
      protocols: ["NFSv4.1"],
      pool_name: "${azurerm_netapp_pool.storage_netapp_pool.name}",
      subnet_id: "${azurerm_subnet.network_netapp.id}",
    });
    expect(store({ netApp: { sizeTiB: 200 } }).resource(NetappVolume).storage_quota_in_gb).toBe(102_400);
    expect(store({ netApp: { sizeTiB: 1 } }).resource(NetappPool).service_level).toBe("Premium");
  });

  test("is in a separate subnet, accessible only in the network", () => {
    expect(stack.resource(Subnet, "network_netapp")).toMatchObject({
      address_prefixes: ["10.0.192.64/27"],
      delegation: [{ service_delegation: { name: "Microsoft.Netapp/volumes" } }],
    });
    const [rule] = stack.resource(NetappVolume).export_policy_rule;
    expect(rule).toMatchObject({ rule_index: 1, allowed_clients: ["10.0.0.0/16"], unix_read_write: true });
  });
});

describe("backups", () => {
  const stack = store({ backup: true });
  const cluster = "azurerm_kubernetes_cluster.control_plane";

  test("are created each night and kept for five weeks", () => {
    const policy = stack.resource(DataProtectionBackupPolicyKubernetesCluster);
    expect(policy).toMatchObject({
      backup_repeating_time_intervals: ["R/2026-01-01T02:00:00+00:00/P1D"],
      default_retention_rule: { life_cycle: [{ data_store_type: "OperationalStore", duration: "P35D" }] },
    });
    const other = store({
      backup: { schedule: "R/2026-01-01T00:00:00+00:00/PT4H", retentionDays: 7 },
    }).resource(DataProtectionBackupPolicyKubernetesCluster);
    expect(other.backup_repeating_time_intervals).toEqual(["R/2026-01-01T00:00:00+00:00/PT4H"]);
    expect(other.default_retention_rule.life_cycle[0].duration).toBe("P7D");
  });

  test("are created by an extension with a target, and by a vault with its roles", () => {
    expect(stack.resource(KubernetesClusterExtension)).toMatchObject({
      name: "azure-aks-backup",
      extension_type: "microsoft.dataprotection.kubernetes",
      cluster_id: `\${${cluster}.id}`,
      configuration_settings: {
        "configuration.backupStorageLocation.bucket":
          "${azurerm_storage_container.storage_backup_container.name}",
        "configuration.backupStorageLocation.config.storageAccount":
          "${azurerm_storage_account.storage_backup_account.name}",
        "credentials.tenantId":
          "${azurerm_data_protection_backup_vault.storage_backup_vault.identity[0].tenant_id}",
      },
    });
    const binding = stack.resource(KubernetesClusterTrustedAccessRoleBinding);
    expect(binding.roles).toEqual(["Microsoft.DataProtection/backupVaults/backup-operator"]);
    expect(binding.name.length).toBeLessThanOrEqual(24);
    expect(stack.resource(DataProtectionBackupInstanceKubernetesCluster)).toMatchObject({
      kubernetes_cluster_id: `\${${cluster}.id}`,
      snapshot_resource_group_name: "${azurerm_resource_group.storage_backup_snapshots.name}",
      backup_datasource_parameters: { cluster_scoped_resources_enabled: true, volume_snapshot_enabled: true },
    });
  });

  test("are replicated over zones and have no public access", () => {
    expect(stack.resource(DataProtectionBackupVault)).toMatchObject({
      name: "shop-backup",
      redundancy: "ZoneRedundant",
      identity: { type: "SystemAssigned" },
    });
    expect(stack.resource(StorageAccount)).toMatchObject({
      account_replication_type: "ZRS",
      shared_access_key_enabled: false,
      allow_nested_items_to_be_public: false,
    });
    expect(stack.resource(StorageContainer).storage_account_id).toBe(
      "${azurerm_storage_account.storage_backup_account.id}",
    );
    expect(stack.resource(ResourceGroup, "storage_backup_snapshots").name).toBe("shop-snapshots");
  });

  test("need these role assignments", () => {
    const grants = Object.entries(stack.resources(RoleAssignment))
      .filter(([name]) => name.startsWith("storage_backup_"))
      .map(([name, { role_definition_name: role, scope, principal_id: who }]) => [
        name.replace("storage_backup_", ""),
        role,
        scope.replace(/.*\.(\w+)\.id.*/, "$1"),
        who.replace(/.*\.(\w+)\.(identity|aks_assigned_identity|principal_id).*/, "$1"),
      ]);
    expect(grants).toEqual([
      ["cluster_snapshots", "Contributor", "storage_backup_snapshots", "identity_control_plane"],
      [
        "extension_account",
        "Storage Blob Data Contributor",
        "storage_backup_account",
        "storage_backup_extension",
      ],
      ["vault_account", "Storage Blob Data Contributor", "storage_backup_account", "storage_backup_vault"],
      ["vault_cluster", "Reader", "control_plane", "storage_backup_vault"],
      ["vault_disks", "Data Operator for Managed Disks", "storage_backup_snapshots", "storage_backup_vault"],
      [
        "vault_snapshot_contents",
        "Disk Snapshot Contributor",
        "storage_backup_snapshots",
        "storage_backup_vault",
      ],
      ["vault_snapshots", "Reader", "storage_backup_snapshots", "storage_backup_vault"],
    ]);
  });

  test("are not created by default", () => {
    expect(synthesizeAks().resources(DataProtectionBackupVault)).toEqual({});
  });
});

describe("storage classes of disks", () => {
  test("are the defaults of AKS, unless set", () => {
    expect(itemsOf(synthesizeAks())).toEqual([]);
  });

  test("are zone-redundant, and can be the default class", () => {
    const [item, ...rest] = itemsOf(store({ block: { defaultClass: true } }));
    expect(rest).toEqual([]);
    expect(item).toMatchObject({
      kind: "StorageClass",
      metadata: { annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
      provisioner: "disk.csi.azure.com",
      parameters: { skuName: "Premium_ZRS" },
      volumeBindingMode: "WaitForFirstConsumer",
    });
    expect(item.parameters).not.toHaveProperty("diskEncryptionSetID");
  });

  test("have the customer key, if there is one", () => {
    const encryption = { disks: "customer-key", disksKeyId: key, disksKeyVaultId: vault } as const;
    const [item] = itemsOf(synthesizeAks({ encryption }));
    expect(item.parameters.diskEncryptionSetID).toBe(
      "${azurerm_disk_encryption_set.control_plane_disk_encryption_set.id}",
    );
    expect(item.metadata.annotations).toEqual({});
  });
});
