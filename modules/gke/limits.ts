import { limits as googleLimits } from "../google/limits";

/** Maximum lengths of names in Google Cloud, in characters, and other limits of its APIs. */
export const limits = {
  ...googleLimits,
  /** google_container_cluster, `name`: the provider's own check. */
  clusterName: 40,
  /** google_container_node_pool, `name_prefix`: the provider puts 26 characters after it. */
  namePrefix: 14,
  /** Cloud KMS: key rings and keys. */
  kmsName: 63,
  /** Filestore and Backup for GKE, as Compute Engine. */
  storageName: 63,
  /** Network tags of a machine. */
  networkTag: 63,
  networkTags: 64,
  /** Resource Manager tags on a node pool. [provider doc] google_container_cluster, `resource_manager_tags` */
  resourceManagerTags: 5,
  /** google_container_cluster, `maintenance_exclusion`. */
  maintenanceExclusions: 20,
  /** GKE quotas: authorized networks of a cluster. */
  authorizedNetworks: 50,
  /** GKE quotas: nodes of a regional or zonal Standard cluster; of an Autopilot cluster. */
  nodes: 15_000,
  /** Nodes of a pool, in each zone. */
  nodesPerPoolZone: 1_000,
  /** [provider doc] google_container_node_pool, `upgrade_settings`: max_surge and max_unavailable together. */
  nodesInUpgrade: 20,
} as const;
