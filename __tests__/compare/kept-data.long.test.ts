import { tablesOf } from "../../cli/compare";
import { compareCluster } from "../../modules/compare";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { errorsOf } from "../fields/mapping";
import { witnesses } from "../fields/witnesses";
import { minimal } from "../support/eks";
import { removals } from "../support/removals";
import { shippedClusters } from "../support/shipped";
import { sideOfCluster } from "./side";

/** `protection` covers data also when the field that created it is removed. */

const platforms = ["eks", "aks", "gke"] as const;

/** What is kept of the removed fields of {@link clustersOf}. */
const expected = {
  eks: [
    "aws_backup_vault.storage_backup_vault",
    "aws_efs_file_system.storage_file_system",
    "aws_kms_key.storage_backup_key",
    "aws_kms_key.storage_disks_key",
  ],
  aks: [
    "azurerm_data_protection_backup_instance_kubernetes_cluster.storage_backup",
    "azurerm_data_protection_backup_policy_kubernetes_cluster.storage_backup_policy",
    "azurerm_data_protection_backup_vault.storage_backup_vault",
    "azurerm_monitor_workspace.observability_prometheus_workspace",
    "azurerm_netapp_account.storage_netapp_account",
    "azurerm_netapp_pool.storage_netapp_pool",
    "azurerm_netapp_volume.storage_netapp",
    "azurerm_resource_group.storage_backup_snapshots",
    "azurerm_storage_account.storage_backup_account",
    "azurerm_storage_account.storage_file_account",
    "azurerm_storage_container.storage_backup_container",
    "azurerm_storage_share.storage_file",
    "azurerm_subnet.network_netapp",
  ],
  gke: [
    "google_filestore_instance.storage_file_system",
    "google_gke_backup_backup_plan.storage_backup_plan",
    "google_kms_crypto_key.storage_disks_key",
    "google_logging_project_bucket_config.control_plane_logs",
  ],
};

/** Examples and witnesses of a platform. */
const clustersOf = (platform: (typeof platforms)[number]): PlatformClusterSpec[] =>
  [
    ...shippedClusters().map(({ cluster }) => cluster),
    ...witnesses[platform].flatMap(({ before, after }) => [before, after]),
  ].filter((cluster) => cluster.platform === platform);

/** What an edit deletes of the data, and what Terraform forgets. */
function lost(before: PlatformClusterSpec, after: PlatformClusterSpec) {
  const { resources, destructive } = compareCluster(
    sideOfCluster(before),
    sideOfCluster(after),
    tablesOf(before.platform),
  );
  const replaced = resources
    .filter(({ action }) => action.startsWith("replaced"))
    .map(({ address }) => address);
  return {
    data: destructive
      .filter(({ kind }) => kind === "data-lost")
      .map(({ text }) => text.split(":")[0])
      // Terraform refuses to replace them, because they have `prevent_destroy`.
      .filter((address) => !replaced.includes(address)),
    kept: resources.filter(({ action }) => action === "forget").map(({ address }) => address),
  };
}

test.each(platforms)("no data of a protected cluster of %s is deleted with its field", (platform) => {
  const seen = new Set<string>();
  const [found, kept] = [new Map<string, string[]>(), new Set<string>()];
  for (const one of clustersOf(platform)) {
    const cluster = { ...one, protection: true };
    if (errorsOf(platform, cluster).length > 0) continue;
    for (const [field, after] of removals(cluster)) {
      if (field === "protection" || seen.has(field) || errorsOf(platform, after).length > 0) continue;
      seen.add(field);
      const { data, kept: addresses } = lost(cluster, after);
      if (data.length > 0) found.set(field, data);
      for (const address of addresses) kept.add(address);
    }
  }
  expect([...found]).toEqual([]);
  expect(seen.size).toBeGreaterThan(100);
  expect([...kept].sort()).toEqual(expected[platform]);
});

test("a removed file system of Lustre is kept", () => {
  const addOns = { "aws-fsx-csi-driver": { version: "v1.9.0-eksbuild.1" } };
  const cluster = { ...minimal, platform: "eks", name: "dev-main" } as const;
  const { data, kept } = lost(
    { ...cluster, storage: { lustre: { sizeGiB: 1200 } }, eks: { addOns } },
    cluster,
  );
  expect(data).toEqual([]);
  expect(kept).toEqual(["aws_fsx_lustre_file_system.storage_lustre_file_system"]);
});

test("the logs of flows are kept when the field, which is on by default, is off", () => {
  const cluster = { ...minimal, platform: "eks", name: "dev-main" } as const;
  expect(lost(cluster, { ...cluster, network: { flowLogs: false } })).toEqual({
    data: [],
    kept: ["aws_cloudwatch_log_group.network_flow_log_group"],
  });
});

test("without protection the data is deleted, as compare reports", () => {
  const cluster = { ...minimal, platform: "eks", name: "dev-main", protection: false } as const;
  expect(lost({ ...cluster, storage: { file: true } }, cluster)).toEqual({
    data: ["aws_efs_file_system.storage_file_system"],
    kept: [],
  });
});
