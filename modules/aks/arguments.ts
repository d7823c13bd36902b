/**
 * The arguments of the provider that this project writes on clusters and node pools, and what the provider does without them. Read in the
 * schema, the expand and the flatten functions of azurerm 4.55.0.
 */

/**
 * What the provider does with an argument that is removed.
 *
 * - `required`: the provider refuses it.
 * - `removed`: optional and not computed. The provider removes the setting.
 * - `default`: the provider sets its default.
 * - `kept`: optional and computed. The provider keeps the last value.
 * - `partly`: optional and not computed. The provider sends an incomplete or invalid setting.
 *
 * The constructs always write arguments that are `kept` or `partly`, unless the row states why one may be missing.
 */
export type Omitted = "required" | "removed" | "default" | "kept" | "partly";

/** One argument of a resource. */
export interface Argument {
  readonly omitted: Omitted;

  /** A change replaces the resource. */
  readonly forcesReplacement?: true;

  /** For `kept` and `partly`: why it may be missing in the JSON. */
  readonly missing?: string;
}

const required: Argument = { omitted: "required" };
const removed: Argument = { omitted: "removed" };
const standard: Argument = { omitted: "default" };
const kept: Argument = { omitted: "kept" };

/** The same argument, of which a change replaces the resource. */
const replaces = (argument: Argument): Argument => ({ ...argument, forcesReplacement: true });

/** A computed argument that may be missing, with the reason. */
const mayBeMissing = (missing: string): Argument => ({ omitted: "kept", missing });

/** The arguments of all node pools. */
const pools = {
  auto_scaling_enabled: removed,
  capacity_reservation_group_id: replaces(removed),
  fips_enabled: removed,
  gpu_driver: replaces(removed),
  gpu_instance: replaces(removed),
  host_encryption_enabled: removed,
  host_group_id: replaces(removed),
  kubelet_config: removed,
  kubelet_disk_type: kept,
  linux_os_config: removed,
  max_count: removed,
  max_pods: kept,
  min_count: removed,
  name: replaces(required),
  node_count: mayBeMissing("the autoscaler owns the number, and Terraform ignores its changes"),
  node_labels: kept,
  node_network_profile: removed,
  node_public_ip_enabled: removed,
  node_public_ip_prefix_id: replaces(removed),
  orchestrator_version: mayBeMissing("Azure owns the version unless upgrades.channel is none"),
  os_disk_size_gb: kept,
  os_disk_type: standard,
  os_sku: kept,
  pod_subnet_id: removed,
  proximity_placement_group_id: replaces(removed),
  scale_down_mode: standard,
  snapshot_id: removed,
  tags: removed,
  temporary_name_for_rotation: removed,
  ultra_ssd_enabled: standard,
  upgrade_settings: removed,
  vm_size: kept,
  vnet_subnet_id: removed,
  zones: removed,
} as const satisfies Readonly<Record<string, Argument>>;

/** Resource types by the URL of the source of their rows. */
export const argumentTable = {
  azurerm_kubernetes_cluster: {
    source:
      "https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/containers/kubernetes_cluster_resource.go",
    arguments: {
      ai_toolchain_operator_enabled: standard,
      api_server_access_profile: removed,
      auto_scaler_profile: mayBeMissing("without the cluster autoscaler its settings have no effect"),
      automatic_upgrade_channel: removed,
      azure_active_directory_role_based_access_control: removed,
      azure_policy_enabled: removed,
      bootstrap_profile: mayBeMissing(
        "a change of the egress removes it, and the provider then sends the default",
      ),
      cost_analysis_enabled: removed,
      custom_ca_trust_certificates_base64: removed,
      default_node_pool: required,
      disk_encryption_set_id: replaces(removed),
      dns_prefix: replaces(removed),
      http_proxy_config: removed,
      identity: removed,
      image_cleaner_enabled: removed,
      // Without it the provider sends 0, which Azure refuses.
      image_cleaner_interval_hours: { omitted: "partly" },
      ingress_application_gateway: removed,
      key_management_service: removed,
      key_vault_secrets_provider: removed,
      kubelet_identity: kept,
      kubernetes_version: kept,
      local_account_disabled: removed,
      location: replaces(required),
      maintenance_window_auto_upgrade: removed,
      maintenance_window_node_os: removed,
      microsoft_defender: removed,
      monitor_metrics: removed,
      name: replaces(required),
      network_profile: kept,
      node_os_upgrade_channel: standard,
      node_provisioning_profile: mayBeMissing(
        "providers before 4.57 do not have it; later ones get the mode",
      ),
      node_resource_group: replaces(kept),
      oidc_issuer_enabled: removed,
      oms_agent: removed,
      private_cluster_enabled: replaces(standard),
      private_cluster_public_fqdn_enabled: standard,
      private_dns_zone_id: { ...mayBeMissing("a public cluster has none"), forcesReplacement: true },
      resource_group_name: replaces(required),
      role_based_access_control_enabled: replaces(standard),
      run_command_enabled: standard,
      service_mesh_profile: removed,
      sku_tier: standard,
      storage_profile: removed,
      support_plan: standard,
      tags: removed,
      timeouts: removed,
      web_app_routing: removed,
      windows_profile: mayBeMissing("Azure generates an administrator, whom the provider reports"),
      // Without the block the provider disables KEDA only.
      workload_autoscaler_profile: {
        omitted: "partly",
        missing: "Azure does not report a block that was never enabled: see `workloadAutoscaling`",
      },
      workload_identity_enabled: standard,
    },
  },
  "azurerm_kubernetes_cluster.auto_scaler_profile": {
    source:
      "https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/containers/kubernetes_cluster_resource.go",
    arguments: {
      balance_similar_node_groups: standard,
      daemonset_eviction_for_empty_nodes_enabled: standard,
      daemonset_eviction_for_occupied_nodes_enabled: standard,
      empty_bulk_delete_max: kept,
      expander: standard,
      ignore_daemonsets_utilization_enabled: standard,
      max_graceful_termination_sec: kept,
      max_node_provisioning_time: standard,
      max_unready_nodes: standard,
      max_unready_percentage: standard,
      new_pod_scale_up_delay: kept,
      scale_down_delay_after_add: kept,
      scale_down_delay_after_delete: kept,
      scale_down_delay_after_failure: kept,
      scale_down_unneeded: kept,
      scale_down_unready: kept,
      scale_down_utilization_threshold: kept,
      scan_interval: kept,
      skip_nodes_with_local_storage: standard,
      skip_nodes_with_system_pods: standard,
    },
  },
  "azurerm_kubernetes_cluster.network_profile": {
    source:
      "https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/containers/kubernetes_cluster_resource.go",
    arguments: {
      advanced_networking: removed,
      dns_service_ip: replaces(kept),
      ip_versions: replaces(kept),
      load_balancer_profile: mayBeMissing("another `network.egress` does not read it"),
      load_balancer_sku: replaces(standard),
      network_data_plane: standard,
      network_plugin: replaces(required),
      network_plugin_mode: removed,
      network_policy: mayBeMissing("a change of `network.networkPolicy` is refused"),
      outbound_type: standard,
      pod_cidr: { ...mayBeMissing("a change of `network.podNetwork` is refused"), forcesReplacement: true },
      pod_cidrs: { ...mayBeMissing("a change of `network.dualStack` is refused"), forcesReplacement: true },
      service_cidr: {
        ...mayBeMissing("a change of `network.dualStack` is refused"),
        forcesReplacement: true,
      },
      service_cidrs: {
        ...mayBeMissing("a change of `network.dualStack` is refused"),
        forcesReplacement: true,
      },
    },
  },
  "azurerm_kubernetes_cluster.default_node_pool": {
    source:
      "https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/containers/kubernetes_nodepool.go",
    arguments: { ...pools, only_critical_addons_enabled: removed },
  },
  azurerm_kubernetes_cluster_node_pool: {
    source:
      "https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/containers/kubernetes_cluster_node_pool_resource.go",
    arguments: {
      ...pools,
      eviction_policy: replaces(removed),
      kubernetes_cluster_id: replaces(required),
      mode: standard,
      node_taints: removed,
      os_type: replaces(standard),
      priority: replaces(standard),
      spot_max_price: replaces(standard),
      timeouts: removed,
      windows_profile: replaces(removed),
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly source: string; readonly arguments: Readonly<Record<string, Argument>> }>
>;
