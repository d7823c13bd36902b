/**
 * The argument table of `google_container_cluster` and `google_container_node_pool`: the arguments of fields that can be removed, with
 * what the provider does. Most of them are optional and computed: if the argument is removed, the provider plans nothing and keeps the
 * value. `scripts/provider-arguments.mjs` lists the schema of a checkout of the provider.
 *
 * Sources (read on 2026-11-28 in the versions 6.50.0, 7.45.0 and the branch of 8.0):
 * - https://github.com/hashicorp/terraform-provider-google/blob/v6.50.0/google/services/container/resource_container_cluster.go
 * - https://github.com/hashicorp/terraform-provider-google/blob/v6.50.0/google/services/container/resource_container_node_pool.go
 * - https://github.com/hashicorp/terraform-provider-google/blob/v6.50.0/google/services/container/node_config.go
 * - https://github.com/hashicorp/terraform-provider-google/blob/v7.45.0/google/services/container/node_config.go
 */

import { argumentVersions } from "../google/provider-arguments";

/** What the provider does with an argument that is removed, or was never set. */
export type Omission =
  /** It is optional and computed: the provider keeps the value in the cloud, and plans nothing. */
  | "kept"
  /** It is optional: the provider plans the removal, and sends it. */
  | "removed"
  /** It is optional: the provider plans the removal in each plan, because its update request does not contain it. */
  | "not-sent"
  /** It is optional and forces replacement. */
  | "replaced";

/** What this project writes, so that the removal of the field changes the cluster. */
export type Answer =
  /** The argument always has a value: "off", or the default. */
  | { readonly writes: unknown }
  /** Nothing: the provider plans the removal. */
  | "omits"
  /** Another name of the node pool, so that a new node pool replaces it: `replacementMark`. */
  | "renames"
  /** Nothing. The reason why the removal has no effect is in the documentation of the field. */
  | { readonly stays: string };

/** One argument. */
export interface Argument {
  /** The field of a cluster that sets it. */
  readonly field: string;
  readonly omitted: Omission;
  readonly answer: Answer;

  /** Whether a change forces replacement of the resource, according to the schema. */
  readonly forcesReplacement?: true;

  /** The first version of the provider with the argument, if it is newer than the bindings. */
  readonly since?: string;

  /** A value with which the argument differs from the one of the omitted field. */
  readonly example: unknown;
}

const off = { enabled: false } as const;

/** Arguments by resource type and path. */
export const googleArguments = {
  google_container_cluster: {
    "addons_config.ray_operator_config": row("gke.ray", "kept", { writes: [off] }, true),
    "addons_config.parallelstore_csi_driver_config": row(
      "storage.parallelstore",
      "kept",
      { writes: off },
      true,
    ),
    "addons_config.lustre_csi_driver_config": row(
      "storage.lustre",
      "kept",
      { writes: { ...off, enable_legacy_lustre_port: false } },
      true,
    ),
    "addons_config.stateful_ha_config": row("storage.statefulHa", "kept", { writes: off }, true),
    "addons_config.config_connector_config": row("gke.configConnector", "kept", { writes: off }, true),
    "addons_config.gcp_filestore_csi_driver_config": row("storage.file", "kept", { writes: off }, true),
    "addons_config.gcs_fuse_csi_driver_config": row(
      "storage.object",
      "kept",
      { writes: off },
      {
        buckets: ["shop-images"],
      },
    ),
    "addons_config.gke_backup_agent_config": row("storage.backup", "kept", { writes: off }, true),
    identity_service_config: row("gke.identityService", "kept", { writes: off }, true),
    mesh_certificates: row("gke.meshCertificates", "kept", { writes: { enable_certificates: false } }, true),
    secret_manager_config: row("gke.secretManager", "removed", { writes: off }, true),
    notification_config: row("observability.notifications", "kept", { writes: { pubsub: off } }, true),
    "monitoring_config.managed_prometheus.auto_monitoring_config": row(
      "observability.autoMonitoring",
      "kept",
      { writes: { scope: "NONE" } },
      true,
    ),
    "monitoring_config.advanced_datapath_observability_config.enable_metrics": row(
      "observability.trafficMetrics",
      "kept",
      { writes: false },
      true,
    ),
    "monitoring_config.advanced_datapath_observability_config.enable_relay": row(
      "observability.trafficRelay",
      "kept",
      { writes: false },
      true,
    ),
    "maintenance_policy.recurring_window": row(
      "upgrades.window",
      "not-sent",
      {
        writes: {
          start_time: "2024-01-01T00:00:00Z",
          end_time: "2024-01-02T00:00:00Z",
          recurrence: "FREQ=DAILY",
        },
      },
      { start: "02:00", hours: 6 },
    ),
    "maintenance_policy.maintenance_exclusion": row("upgrades.pauses", "not-sent", { writes: [] }, [
      { name: "holidays", from: "2026-12-20T00:00:00Z", until: "2027-01-04T00:00:00Z" },
    ]),
    "database_encryption.state": row(
      "encryption.secrets",
      "kept",
      // Not in ignore_changes, which would keep the old state. From 7.30 on the provider knows the state that GKE adds.
      { writes: "ENCRYPTED" },
      "platform-key",
    ),
    "default_snat_status.disabled": row("network.sourceNat", "kept", { writes: false }, false),
    "dns_config.additive_vpc_scope_dns_domain": row(
      "network.dns.vpcDomain",
      "removed",
      "omits",
      "shop.internal",
    ),
    in_transit_encryption_config: row("network.encryptedTraffic", "removed", "omits", true),
    resource_usage_export_config: row("observability.usageMetering", "removed", "omits", { egress: true }),
    fleet: row("gke.fleetProject", "removed", "omits", "shop-fleet"),
    "private_cluster_config.master_global_access_config": row(
      "access.globalAccess",
      "kept",
      { writes: { enabled: true } },
      false,
    ),
    "authenticator_groups_config.security_group": row(
      "access.securityGroup",
      "kept",
      { stays: "the provider turns the groups off only with an empty name, which the value none writes" },
      "gke-security-groups@example.com",
    ),
    pod_autoscaling: row(
      "gke.horizontalPodAutoscaling",
      "kept",
      {
        stays:
          "the default profile is that of GKE, which depends on the version; the value none turns it off",
      },
      "performance",
    ),
    gke_auto_upgrade_config: row(
      "upgrades.acceleratedPatches",
      "kept",
      { stays: "the provider has no value that turns it off" },
      true,
    ),
    "ip_allocation_policy.pod_cidr_overprovision_config": row(
      "network.podAddressReserve",
      "kept",
      { stays: "a change replaces the cluster" },
      false,
    ),
    "private_cluster_config.master_ipv4_cidr_block": row(
      "access.endpointAddress",
      "kept",
      { stays: "a change replaces the cluster" },
      { peeringCidr: "172.16.0.0/28" },
    ),
    enable_k8s_beta_apis: row("gke.betaApis", "replaced", { stays: "GKE cannot turn a beta API off" }, [
      "resource.k8s.io/v1beta1/deviceclasses",
    ]),
  },
  google_container_node_pool: {
    max_pods_per_node: {
      ...row("nodeGroups[].maxPods", "kept", { writes: 110 }, 32),
      forcesReplacement: true,
    },
    "network_config.pod_range": {
      ...row("nodeGroups[].podRange", "kept", "renames", "pods"),
      forcesReplacement: true,
    },
    "network_config.additional_node_network_configs": {
      ...row("nodeGroups[].additionalNetworks", "kept", "renames", [{ network: "data", subnetwork: "data" }]),
      forcesReplacement: true,
    },
    "network_config.network_performance_config": row("nodeGroups[].bandwidth", "removed", "omits", "tier-1"),
    "node_config.labels": row(
      "nodeGroups[].labels",
      "kept",
      { writes: { "node-group": "workers" } },
      {
        tier: "front",
      },
    ),
    "node_config.resource_labels": row(
      "nodeGroups[].tags",
      "not-sent",
      { writes: { "node-group": "workers" } },
      { team: "shop" },
    ),
    "node_config.taint": row("nodeGroups[].taints", "removed", "omits", [
      { key: "soft", effect: "PreferNoSchedule" },
    ]),
    "node_config.linux_node_config": row(
      "nodeGroups[].linux",
      "kept",
      {
        writes: {
          cgroup_mode: "CGROUP_MODE_UNSPECIFIED",
          transparent_hugepage_enabled: "TRANSPARENT_HUGEPAGE_ENABLED_UNSPECIFIED",
        },
      },
      { sysctls: { "net.core.somaxconn": "4096" }, cgroup: "v2", transparentHugepages: "always" },
    ),
    "node_config.gcfs_config": row("nodeGroups[].imageStreaming", "kept", { writes: off }, true),
    "node_config.logging_variant": row(
      "nodeGroups[].logging",
      "kept",
      { writes: "DEFAULT" },
      "max-throughput",
    ),
    "node_config.fast_socket": row("nodeGroups[].fastSocket", "removed", "omits", true),
    "node_config.boot_disk.provisioned_iops": row("nodeGroups[].disk.iops", "kept", "renames", 4000),
    "node_config.boot_disk.provisioned_throughput": row(
      "nodeGroups[].disk.throughputMiBps",
      "kept",
      "renames",
      200,
    ),
    "node_config.storage_pools": row("nodeGroups[].disk.storagePools", "not-sent", "renames", [
      "projects/shop/zones/europe-west3-a/storagePools/nodes",
    ]),
    "node_config.min_cpu_platform": {
      ...row("nodeGroups[].machine.minCpuPlatform", "kept", "renames", "Intel Ice Lake"),
      forcesReplacement: true,
    },
    "node_config.advanced_machine_features.performance_monitoring_unit": row(
      "nodeGroups[].machine.performanceMonitoring",
      "not-sent",
      "renames",
      "standard",
    ),
    "node_config.sole_tenant_config.min_node_cpus": row(
      "nodeGroups[].soleTenant.minNodeCpus",
      "not-sent",
      "renames",
      2,
    ),
    "node_config.confidential_nodes": row("nodeGroups[].confidential", "kept", "renames", "sev"),
    "node_config.kubelet_config.max_parallel_image_pulls": row(
      "nodeGroups[].kubelet.maxParallelImagePulls",
      "kept",
      "renames",
      3,
    ),
    "node_config.max_run_duration": {
      ...row("nodeGroups[].maxRunSeconds", "replaced", "omits", 3600),
      forcesReplacement: true,
    },
    "node_config.resource_manager_tags": row("nodeGroups[].resourceManagerTags", "removed", "omits", {
      "tagKeys/1": "tagValues/2",
    }),
    "node_config.windows_node_config": row("nodeGroups[].image", "kept", "renames", {
      family: "windows",
    }),
    "node_config.containerd_config": row("nodeGroups[].registryAuthorities", "kept", "renames", [
      { hosts: ["registry.example.com"], secretVersion: "projects/1/secrets/authority/versions/1" },
    ]),
    "upgrade_settings.blue_green_settings.standard_rollout_policy.batch_node_count": row(
      "nodeGroups[].upgrade.blueGreen.batchNodes",
      "kept",
      { writes: 0 },
      2,
    ),
    "upgrade_settings.blue_green_settings.standard_rollout_policy.batch_percentage": row(
      "nodeGroups[].upgrade.blueGreen.batchPercent",
      "kept",
      { writes: 0.33 },
      50,
    ),
    node_drain_config: {
      ...row(
        "nodeGroups[].drainOnDelete",
        "kept",
        { writes: [{ respect_pdb_during_node_pool_deletion: false }] },
        true,
      ),
      since: argumentVersions.google_container_node_pool.node_drain_config.since,
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Argument>>>>;

function row(field: string, omitted: Omission, answer: Answer, example: unknown): Argument {
  return { field, omitted, answer, example };
}

/** A field whose change replaces the cluster, by the argument that forces the replacement. */
export interface ClusterReplacement {
  readonly field: string;
  readonly argument: string;

  /** Two values of the field. */
  readonly between: readonly [unknown, unknown];

  /** Whether the provider forces the replacement in Autopilot mode only. */
  readonly inAutopilot?: true;
}

/**
 * Arguments of `google_container_cluster` that force replacement, with the fields that set them. Source: `ForceNew` in
 * resource_container_cluster.go of 6.50.0 and 7.45.0.
 */
export const clusterReplacements: readonly ClusterReplacement[] = [
  {
    field: "network.nodeAddresses",
    argument: "private_cluster_config.enable_private_nodes",
    between: ["private", "public"],
  },
  {
    field: "network.podAddressReserve",
    argument: "ip_allocation_policy.pod_cidr_overprovision_config",
    between: [true, false],
  },
  { field: "network.dataplane", argument: "datapath_provider", between: ["v2", "iptables"] },
  {
    field: "network.dns.vpcDomain",
    argument: "dns_config.additive_vpc_scope_dns_domain",
    between: ["shop.internal", "market.internal"],
    inAutopilot: true,
  },
  { field: "network.fqdnPolicies", argument: "enable_fqdn_network_policy", between: [true, false] },
  {
    field: "encryption.disks",
    argument: "cluster_autoscaling.auto_provisioning_defaults.boot_disk_kms_key",
    between: ["platform-key", "customer-key"],
    inAutopilot: true,
  },
  {
    field: "encryption.disksKeyId",
    argument: "cluster_autoscaling.auto_provisioning_defaults.boot_disk_kms_key",
    between: [
      "projects/shop/locations/europe-west3/keyRings/a/cryptoKeys/disks",
      "projects/shop/locations/europe-west3/keyRings/b/cryptoKeys/disks",
    ],
    inAutopilot: true,
  },
  {
    field: "access.endpointAddress",
    argument: "private_cluster_config.master_ipv4_cidr_block",
    between: [{ peeringCidr: "172.16.0.0/28" }, { peeringCidr: "172.16.0.16/28" }],
  },
  { field: "gke.controlPlane", argument: "location", between: ["regional", "zonal"] },
  { field: "gke.alphaFeatures", argument: "enable_kubernetes_alpha", between: [false, true] },
  {
    field: "gke.controlPlaneKeys.clusterCa",
    argument: "user_managed_keys_config.cluster_ca",
    between: [
      "projects/shop/locations/europe-west3/caPools/a",
      "projects/shop/locations/europe-west3/caPools/b",
    ],
  },
];
