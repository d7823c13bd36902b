import type { TerraformResource } from "cdktf";
import { type ArgumentVersionTable, forProvider } from "../cluster/provider-arguments";
import { googleProvider } from "./provider";

/**
 * Arguments that some supported versions of the provider lack. All others are in all versions. The upgrade guides of 7.0 and 8.0 remove
 * none of the arguments that stacks have; 8.0 makes `enable_components` of `logging_config` and `monitoring_config` sets, for which the
 * JSON is the same.
 *
 * @see https://github.com/hashicorp/terraform-provider-google/blob/main/CHANGELOG.md
 */
export const argumentVersions = {
  google_container_cluster: {
    "cluster_autoscaling.default_compute_class_enabled": { since: "7.0.0" },
  },
  google_container_node_pool: {
    "node_config.sandbox_config": { since: "7.22.0" },
    node_drain_config: { since: "7.17.0" },
  },
  google_gke_backup_backup_plan: {
    deletion_policy: { since: "7.33.0" },
  },
  google_kms_crypto_key: {
    deletion_policy: { since: "7.33.0" },
  },
} as const satisfies ArgumentVersionTable;

/**
 * Writes a resource for the provider versions of its cluster.
 *
 * @param newer - values of arguments that the bindings lack
 */
export function forGoogle<T extends TerraformResource>(
  resource: T,
  newer: Readonly<Record<string, unknown>>,
): T {
  return forProvider(resource, { table: argumentVersions, oldest: googleProvider.minimum }, newer);
}
