import { Cidr } from "../cluster/addresses";

/**
 * The arguments whose change replaces a resource, by resource type. A name with a dot is an argument of a block. All arguments of a type
 * with `*` force replacement, except tags, unless the row also names these.
 *
 * These are the arguments with ForceNew or RequiresReplace in the schemas of the providers. The rows that the edits of the deploy tests use
 * agree with plans of Terraform. The other rows were not compared with the schemas of this version.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service
 */
export const awsForceNew: Readonly<Record<string, readonly string[]>> = {
  aws_autoscaling_group: ["name", "name_prefix"],
  aws_autoscaling_group_tag: ["autoscaling_group_name", "tag.key"],
  aws_autoscaling_lifecycle_hook: ["name", "autoscaling_group_name"],
  aws_autoscaling_schedule: ["scheduled_action_name", "autoscaling_group_name"],
  aws_backup_plan: [],
  aws_backup_selection: ["*"],
  aws_backup_vault: ["name", "kms_key_arn"],
  aws_cloudwatch_event_rule: ["name", "event_bus_name"],
  aws_cloudwatch_event_target: ["rule", "target_id", "event_bus_name"],
  aws_cloudwatch_log_group: ["name", "name_prefix", "log_group_class"],
  aws_default_security_group: ["vpc_id"],
  aws_ebs_volume: [
    "availability_zone",
    "encrypted",
    "kms_key_id",
    "multi_attach_enabled",
    "outpost_arn",
    "snapshot_id",
  ],
  aws_ec2_tag: ["resource_id", "key"],
  aws_efs_access_point: ["file_system_id", "posix_user", "root_directory"],
  aws_efs_file_system: [
    "availability_zone_name",
    "creation_token",
    "encrypted",
    "kms_key_id",
    "performance_mode",
  ],
  aws_efs_file_system_policy: ["file_system_id"],
  aws_efs_mount_target: ["file_system_id", "ip_address", "subnet_id"],
  aws_egress_only_internet_gateway: ["vpc_id"],
  aws_eip: ["domain", "network_border_group", "public_ipv4_pool"],
  aws_eks_access_entry: ["cluster_name", "principal_arn", "type"],
  aws_eks_access_policy_association: ["*"],
  aws_eks_addon: ["addon_name", "cluster_name"],
  aws_eks_capability: ["capability_name", "cluster_name", "type"],
  aws_eks_cluster: [
    "name",
    "role_arn",
    "bootstrap_self_managed_addons",
    "access_config.bootstrap_cluster_creator_admin_permissions",
    "encryption_config",
    "kubernetes_network_config.ip_family",
    "kubernetes_network_config.service_ipv4_cidr",
    "outpost_config",
  ],
  aws_eks_fargate_profile: ["*"],
  aws_eks_node_group: [
    "ami_type",
    "capacity_type",
    "cluster_name",
    "disk_size",
    "instance_types",
    "launch_template.id",
    "launch_template.name",
    "node_group_name",
    "node_role_arn",
    "remote_access",
    "subnet_ids",
  ],
  aws_eks_pod_identity_association: ["cluster_name", "namespace", "service_account"],
  aws_flow_log: ["*"],
  aws_fsx_lustre_file_system: [
    "deployment_type",
    "file_system_type_version",
    "kms_key_id",
    "security_group_ids",
    "storage_type",
    "subnet_ids",
  ],
  aws_iam_instance_profile: ["name", "name_prefix", "path"],
  aws_iam_openid_connect_provider: ["url"],
  aws_iam_role: ["name", "name_prefix", "path"],
  aws_iam_role_policy: ["name", "name_prefix", "role"],
  aws_iam_role_policy_attachment: ["policy_arn", "role"],
  aws_internet_gateway: [],
  aws_kms_alias: ["name", "name_prefix"],
  aws_kms_key: ["customer_master_key_spec", "key_usage", "multi_region"],
  aws_launch_template: ["name", "name_prefix"],
  aws_lb: ["internal", "load_balancer_type", "name", "name_prefix"],
  aws_lb_listener: ["load_balancer_arn"],
  aws_lb_target_group: [
    "ip_address_type",
    "name",
    "name_prefix",
    "port",
    "protocol",
    "protocol_version",
    "target_type",
    "vpc_id",
  ],
  aws_lb_target_group_attachment: ["*"],
  aws_nat_gateway: [
    "allocation_id",
    "availability_mode",
    "connectivity_type",
    "private_ip",
    "subnet_id",
    "vpc_id",
  ],
  aws_network_interface: ["interface_type", "subnet_id"],
  aws_placement_group: ["name", "partition_count", "strategy"],
  aws_route: [
    "route_table_id",
    "destination_cidr_block",
    "destination_ipv6_cidr_block",
    "destination_prefix_list_id",
  ],
  aws_route53_record: ["name", "set_identifier", "type", "zone_id"],
  aws_route53_zone: ["delegation_set_id", "name"],
  aws_route_table: ["vpc_id"],
  aws_route_table_association: ["subnet_id", "gateway_id"],
  aws_s3_bucket: ["bucket", "bucket_prefix", "object_lock_enabled"],
  aws_s3_bucket_lifecycle_configuration: ["bucket"],
  aws_s3_bucket_ownership_controls: ["bucket"],
  aws_s3_bucket_policy: ["bucket"],
  aws_s3_bucket_public_access_block: ["bucket"],
  aws_s3_bucket_server_side_encryption_configuration: ["bucket"],
  aws_s3_bucket_versioning: ["bucket"],
  aws_s3_object: ["bucket", "key"],
  aws_security_group: ["description", "name", "name_prefix", "vpc_id"],
  aws_sqs_queue: ["name", "name_prefix", "fifo_queue"],
  aws_sqs_queue_policy: ["queue_url"],
  aws_subnet: ["availability_zone", "availability_zone_id", "cidr_block", "ipv6_native", "vpc_id"],
  aws_vpc: ["cidr_block"],
  aws_vpc_endpoint: ["service_name", "service_region", "vpc_endpoint_type", "vpc_id"],
  aws_vpc_ipv4_cidr_block_association: ["cidr_block", "vpc_id"],
  aws_vpc_security_group_egress_rule: ["security_group_id"],
  aws_vpc_security_group_ingress_rule: ["security_group_id"],
};

/** On Azure, these arguments replace a resource of any type that has them. */
const azureEverywhere = ["name", "location", "resource_group_name"];

/**
 * Arguments of Azure in addition to those that replace a resource of any type; empty if there are no others. Clusters and node pools are in
 * the argument table.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/tree/v4.55.0/internal/services
 */
export const azureForceNew: Readonly<Record<string, readonly string[]>> = {
  azurerm_nat_gateway: ["zones", "sku_name"],
  azurerm_nat_gateway_public_ip_association: ["*"],
  azurerm_network_security_rule: ["network_security_group_name"],
  azurerm_private_dns_zone_virtual_network_link: ["private_dns_zone_name", "virtual_network_id"],
  azurerm_private_endpoint: ["subnet_id"],
  azurerm_public_ip: ["sku", "sku_tier", "zones", "ip_version"],
  azurerm_role_assignment: ["*"],
  azurerm_federated_identity_credential: ["parent_id"],
  azurerm_subnet: ["virtual_network_name"],
  azurerm_subnet_nat_gateway_association: ["subnet_id"],
  azurerm_subnet_network_security_group_association: ["subnet_id"],
  azurerm_subnet_route_table_association: ["subnet_id"],
  azurerm_storage_account: ["account_kind", "account_tier"],
  azurerm_netapp_pool: ["account_name"],
  azurerm_netapp_volume: ["account_name", "pool_name", "volume_path", "subnet_id", "protocols"],
  azurerm_virtual_network_peering: ["virtual_network_name", "remote_virtual_network_id"],
  azurerm_disk_encryption_set: ["encryption_type"],
  azurerm_monitor_diagnostic_setting: ["target_resource_id"],
  azurerm_monitor_data_collection_rule_association: ["target_resource_id"],
  azurerm_monitor_alert_prometheus_rule_group: [],
  azurerm_monitor_data_collection_endpoint: [],
  azurerm_monitor_data_collection_rule: [],
  azurerm_monitor_workspace: [],
  azurerm_log_analytics_workspace: [],
  azurerm_netapp_account: [],
  azurerm_network_security_group: [],
  azurerm_private_dns_zone: [],
  azurerm_resource_group: [],
  azurerm_route_table: [],
  azurerm_user_assigned_identity: [],
  azurerm_virtual_network: [],
  azurerm_storage_container: ["storage_account_id"],
  azurerm_storage_share: ["storage_account_id", "enabled_protocol"],
  azurerm_kubernetes_cluster_trusted_access_role_binding: ["kubernetes_cluster_id", "source_resource_id"],
  azurerm_data_protection_backup_instance_kubernetes_cluster: ["*"],
  azurerm_kubernetes_cluster_extension: ["cluster_id", "extension_type"],
  azurerm_data_protection_backup_policy_kubernetes_cluster: ["*"],
  azurerm_data_protection_backup_vault: ["datastore_type", "redundancy"],
};

/** On Google Cloud, these arguments replace a resource of any type that has them. */
const googleEverywhere = ["name", "name_prefix", "project", "location", "region"];

/**
 * Arguments of Google Cloud in addition to those that replace a resource of any type; empty if there are no others.
 *
 * @see https://github.com/hashicorp/terraform-provider-google/tree/v6.50.0/google/services
 */
export const googleForceNew: Readonly<Record<string, readonly string[]>> = {
  google_bigquery_dataset_iam_member: ["*"],
  google_compute_address: [
    "address",
    "address_type",
    "description",
    "ip_version",
    "ipv6_endpoint_type",
    "network",
    "network_tier",
    "prefix_length",
    "purpose",
    "subnetwork",
  ],
  // Also its size, if it is smaller.
  google_compute_disk: [
    "architecture",
    "async_primary_disk",
    "description",
    "disk_encryption_key",
    "enable_confidential_compute",
    "guest_os_features",
    "image",
    "licenses",
    "params",
    "physical_block_size_bytes",
    "snapshot",
    "source_disk",
    "source_image_encryption_key",
    "source_instant_snapshot",
    "source_snapshot_encryption_key",
    "source_storage_object",
    "storage_pool",
    "type",
    "zone",
  ],
  google_compute_firewall: ["network", "direction"],
  google_compute_forwarding_rule: [
    "all_ports",
    "backend_service",
    "description",
    "ip_address",
    "ip_collection",
    "ip_protocol",
    "ip_version",
    "is_mirroring_collector",
    "load_balancing_scheme",
    "network",
    "network_tier",
    "no_automate_dns_zone",
    "port_range",
    "ports",
    "service_directory_registrations",
    "service_label",
    "source_ip_ranges",
    "subnetwork",
  ],
  google_compute_health_check: [],
  google_compute_instance_group_manager: ["base_instance_name", "zone"],
  // A template never changes: also its labels force replacement.
  google_compute_instance_template: ["*", "labels", "tags"],
  google_compute_network: ["auto_create_subnetworks"],
  google_compute_region_backend_service: ["load_balancing_scheme"],
  google_compute_region_health_check: [],
  google_compute_region_instance_group_manager: [
    "base_instance_name",
    "description",
    "distribution_policy_zones",
  ],
  google_compute_router: ["network"],
  google_compute_router_nat: ["router"],
  google_compute_subnetwork: ["network", "purpose"],
  google_compute_subnetwork_iam_member: ["*"],
  google_container_cluster: [
    "network",
    "subnetwork",
    "networking_mode",
    "datapath_provider",
    "enable_autopilot",
    "ip_allocation_policy",
    "default_max_pods_per_node",
    "private_cluster_config.master_ipv4_cidr_block",
    "private_cluster_config.enable_private_nodes",
    "private_cluster_config.private_endpoint_subnetwork",
    "confidential_nodes",
    "dns_config.additive_vpc_scope_dns_domain",
    "enable_multi_networking",
  ],
  google_container_node_pool: [
    "cluster",
    "max_pods_per_node",
    "placement_policy",
    "queued_provisioning",
    "network_config.create_pod_range",
    "network_config.pod_range",
    "node_config.metadata",
    "node_config.oauth_scopes",
    "node_config.service_account",
    "node_config.spot",
    "node_config.guest_accelerator",
    "node_config.local_ssd_count",
    "node_config.ephemeral_storage_local_ssd_config",
    "node_config.shielded_instance_config",
    "node_config.min_cpu_platform",
    "node_config.boot_disk_kms_key",
    "node_config.reservation_affinity",
    "node_config.sole_tenant_config",
    "node_config.advanced_machine_features",
    "node_config.secondary_boot_disks",
  ],
  google_dns_managed_zone: ["dns_name", "visibility"],
  google_dns_managed_zone_iam_member: ["*"],
  google_dns_record_set: ["managed_zone"],
  google_filestore_instance: ["tier", "networks", "protocol", "kms_key_name"],
  google_gke_backup_backup_plan: ["cluster"],
  google_gke_hub_feature: [],
  google_gke_hub_feature_membership: ["feature", "membership", "membership_location"],
  google_kms_crypto_key: ["key_ring", "purpose"],
  google_kms_crypto_key_iam_member: ["*"],
  google_kms_key_ring: [],
  google_logging_project_bucket_config: ["bucket_id"],
  google_logging_project_sink: [],
  google_project_iam_custom_role: ["role_id"],
  google_project_iam_member: ["*"],
  google_project_service: ["service"],
  google_pubsub_topic: [],
  google_pubsub_topic_iam_member: ["*"],
  google_secret_manager_secret_iam_member: ["*"],
  google_service_account: ["account_id"],
  google_service_account_iam_member: ["*"],
  google_storage_bucket: ["enable_object_retention", "hierarchical_namespace"],
  // Members change in place.
  google_storage_bucket_iam_binding: ["bucket", "condition", "role"],
  google_storage_bucket_iam_member: ["*"],
  google_storage_bucket_object: [
    "bucket",
    "cache_control",
    "content_disposition",
    "content_encoding",
    "content_language",
    "content_type",
    "force_empty_content_type",
    "kms_key_name",
    "metadata",
    "source",
    "storage_class",
  ],
};

const isSmaller = (before: unknown, after: unknown): boolean => Number(after) < Number(before);

/** Whether a range has addresses that the other one does not have. */
function isShrunk(before: unknown, after: unknown): boolean {
  const [old, fresh] = [before, after].map((range) => Cidr.parse(String(range)));
  return old !== undefined && fresh !== undefined && !fresh.contains(old);
}

/** Arguments that force replacement only with some values: whether the change from the first to the second value does. */
export const forceNewIf: Readonly<
  Record<string, Readonly<Record<string, (before: unknown, after: unknown) => boolean>>>
> = {
  google_compute_disk: { size: isSmaller },
  google_compute_subnetwork: { ip_cidr_range: isShrunk },
};

/** Adds the arguments of the argument tables of a platform, whose modules this one does not import. */
export type ForceNew = (type: string) => readonly string[] | undefined;

/** The arguments of a type that force replacement; undefined for a type without a row. */
export function forceNewOf(type: string, more: ForceNew = () => undefined): readonly string[] | undefined {
  const own = awsForceNew[type] ?? azureForceNew[type] ?? googleForceNew[type];
  const everywhere = type.startsWith("azurerm_")
    ? azureEverywhere
    : type.startsWith("google_")
      ? googleEverywhere
      : undefined;
  const added = more(type);
  if (own === undefined && everywhere === undefined && added === undefined) return undefined;
  return [...(own ?? []), ...(everywhere ?? []), ...(added ?? [])];
}
