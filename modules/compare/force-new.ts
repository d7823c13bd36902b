import { Cidr } from "../cluster/addresses";
import { googleEverywhere, googleForceNew } from "./force-new-google";

/**
 * The arguments whose change replaces a resource, by resource type. A name with a dot is an argument of a block. All arguments of a type
 * with `*` force replacement, except tags, unless the row also names these.
 *
 * These are the arguments with ForceNew or RequiresReplace in the schemas of the providers. A test compares the arguments that shipped stacks
 * have with those of the schemas of aws 6.48.0, and the edits of the deploy tests agree with plans of Terraform.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/tree/v6.25.0/internal/service
 */
export const awsForceNew: Readonly<Record<string, readonly string[]>> = {
  aws_autoscaling_group: ["initial_lifecycle_hook", "name", "name_prefix"],
  aws_autoscaling_group_tag: ["autoscaling_group_name", "tag.key"],
  aws_autoscaling_lifecycle_hook: ["name"],
  aws_autoscaling_schedule: ["scheduled_action_name", "autoscaling_group_name"],
  aws_backup_plan: ["name"],
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
    "copy_tags_to_backups",
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
  aws_route53_record: ["name", "type", "zone_id"],
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
  azurerm_application_security_group: [],
  azurerm_lb: ["sku", "sku_tier", "edge_zone"],
  azurerm_lb_backend_address_pool: ["loadbalancer_id"],
  azurerm_lb_probe: ["loadbalancer_id"],
  azurerm_lb_rule: ["loadbalancer_id"],
  azurerm_linux_virtual_machine: [
    "admin_ssh_key",
    "admin_username",
    "computer_name",
    "custom_data",
    "disable_password_authentication",
    "priority",
    "source_image_id",
    "source_image_reference",
    "zone",
  ],
  // Zones are added in place.
  azurerm_linux_virtual_machine_scale_set: [
    "admin_username",
    "computer_name_prefix",
    "eviction_policy",
    "priority",
    "upgrade_mode",
    "zone_balance",
  ],
  azurerm_managed_disk: ["create_option", "zone"],
  azurerm_network_interface: [],
  azurerm_network_interface_application_security_group_association: ["*"],
  azurerm_network_interface_backend_address_pool_association: ["*"],
  azurerm_private_dns_a_record: ["zone_name"],
  azurerm_role_definition: ["role_definition_id", "scope"],
  azurerm_storage_management_policy: ["storage_account_id"],
  azurerm_virtual_machine_data_disk_attachment: [
    "create_option",
    "lun",
    "managed_disk_id",
    "virtual_machine_id",
  ],
  azurerm_virtual_machine_run_command: ["name", "virtual_machine_id"],
  azurerm_storage_container: ["storage_account_id"],
  azurerm_storage_share: ["storage_account_id", "enabled_protocol"],
  azurerm_kubernetes_cluster_trusted_access_role_binding: ["kubernetes_cluster_id", "source_resource_id"],
  azurerm_data_protection_backup_instance_kubernetes_cluster: ["*"],
  azurerm_kubernetes_cluster_extension: [
    "cluster_id",
    "extension_type",
    "release_namespace",
    "release_train",
    "version",
  ],
  azurerm_data_protection_backup_policy_kubernetes_cluster: ["*"],
  azurerm_data_protection_backup_vault: ["datastore_type", "redundancy"],
};

const isSmaller = (before: unknown, after: unknown): boolean => Number(after) < Number(before);

/** Whether a range has addresses that the other one does not have. */
function isShrunk(before: unknown, after: unknown): boolean {
  const [old, fresh] = [before, after].map((range) => Cidr.parse(String(range)));
  return old !== undefined && fresh !== undefined && !fresh.contains(old);
}

const isSet = (value: unknown): boolean => value !== undefined && value !== "" && value !== 0;
const isUnset = (before: unknown, after: unknown): boolean => isSet(before) && !isSet(after);
const isNew = (before: unknown, after: unknown): boolean => isUnset(after, before);

/** The provider keeps an omitted value. */
const isChosen = (_: unknown, after: unknown): boolean => isSet(after);
const isExchanged = (before: unknown, after: unknown): boolean => isSet(before) && isSet(after);

const isAny = (): boolean => true;

/** Whether a list has no more items than before. */
const isNotLonger = (before: unknown, after: unknown): boolean =>
  Array.isArray(before) && Array.isArray(after) && after.length <= before.length;

const isTurnedOff = (before: unknown, after: unknown): boolean => before === true && after !== true;

/** Any change between two values, except for these. The provider keeps an omitted value. */
const otherThan =
  (...allowed: readonly (readonly [before: string, after: string])[]) =>
  (before: unknown, after: unknown): boolean =>
    isSet(before) && isSet(after) && !allowed.some(([from, to]) => from === before && to === after);

/** Whether nodes get another system than Ubuntu or Azure Linux, or had one. */
const isOtherSystem = (before: unknown, after: unknown): boolean =>
  [before, after].every(isSet) && [before, after].some((sku) => !/^(Ubuntu|AzureLinux)/.test(String(sku)));

/**
 * Arguments that force replacement only with some values: whether the change from the first to the second value does.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v5.2.0/internal/services/containers/kubernetes_cluster_resource.go
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v5.2.0/internal/services/containers/kubernetes_cluster_node_pool_resource.go
 * @see https://github.com/hashicorp/terraform-provider-google/blob/v7.45.0/google/services/container/resource_container_cluster.go
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.47.0/internal/service/eks/capability.go
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.47.0/internal/service/eks/cluster.go
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.47.0/internal/service/elbv2/load_balancer.go
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/v6.47.0/internal/service/fsx/lustre_file_system.go
 */
export const forceNewIf: Readonly<
  Record<string, Readonly<Record<string, (before: unknown, after: unknown) => boolean>>>
> = {
  azurerm_kubernetes_cluster: {
    "api_server_access_profile.subnet_id": isUnset,
    "network_profile.load_balancer_profile": isNew,
    "network_profile.network_data_plane": otherThan(["azure", "cilium"]),
    "network_profile.network_plugin_mode": (_, after) => after !== "overlay",
    "network_profile.network_policy": otherThan(["azure", "cilium"], ["calico", "cilium"]),
  },
  azurerm_kubernetes_cluster_node_pool: { os_sku: isOtherSystem },
  aws_eks_capability: {
    "configuration.argo_cd.aws_idc.idc_instance_arn": isAny,
    "configuration.argo_cd.aws_idc.idc_region": isChosen,
    "configuration.argo_cd.namespace": isChosen,
  },
  aws_eks_cluster: { "compute_config.node_role_arn": isExchanged },
  aws_fsx_lustre_file_system: { storage_capacity: isSmaller },
  aws_lb: { subnets: isNotLonger },
  google_compute_disk: { size: isSmaller },
  google_compute_subnetwork: { ip_cidr_range: isShrunk },
  google_container_cluster: {
    enable_fqdn_network_policy: isTurnedOff,
    enable_l4_ilb_subsetting: isTurnedOff,
  },
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
