/**
 * The arguments of the provider that this project writes on clusters, node pools, add-ons and access entries, and what the provider does
 * without them. Read in the schema and in the create and update functions of the provider, and compared with the schema of its binary.
 */

/**
 * What the provider does with an argument that is removed.
 *
 * - `required`: the provider refuses it.
 * - `removed`: optional and not computed. The provider removes the setting.
 * - `default`: the provider sets its default.
 * - `kept`: optional and computed. The provider plans nothing and keeps the last value.
 * - `unsent`: optional and not computed. The provider plans the removal, but its requests do not contain it.
 *
 * The constructs always write arguments that are `kept`, unless the row states why one may be missing.
 */
export type Omitted = "required" | "removed" | "default" | "kept" | "unsent";

/** One argument of a resource. */
export interface Argument {
  readonly omitted: Omitted;

  /** A change replaces the resource. */
  readonly forcesReplacement?: true;

  /** First version of the provider that has it, if it is not in 5.100. */
  readonly since?: string;

  /** First version of the provider that computes it. Older ones remove it. */
  readonly computedSince?: string;

  /** For `kept` and `unsent`: why it may be missing in the JSON. */
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

const source = (file: string): string =>
  `https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/${file}`;

/** Resource types with the URL of the source of their rows. The arguments of blocks are `block.argument`. */
export const argumentTable = {
  aws_eks_cluster: {
    source: source("eks/cluster.go"),
    arguments: {
      access_config: kept,
      "access_config.authentication_mode": kept,
      "access_config.bootstrap_cluster_creator_admin_permissions": replaces(standard),
      bootstrap_self_managed_addons: replaces(standard),
      compute_config: mayBeMissing(
        "a condition of the plan refuses to omit Auto Mode without eks.autoMode: off",
      ),
      "compute_config.enabled": { omitted: "kept", computedSince: "6.15.0" },
      "compute_config.node_pools": removed,
      "compute_config.node_role_arn": removed,
      control_plane_scaling_config: { omitted: "kept", since: "6.23.0" },
      "control_plane_scaling_config.tier": { omitted: "kept", since: "6.23.0" },
      deletion_protection: { omitted: "kept", since: "6.9.0" },
      enabled_cluster_log_types: removed,
      // The removal replaces the cluster, and prevent_destroy refuses it.
      encryption_config: replaces(removed),
      "encryption_config.provider": required,
      "encryption_config.resources": required,
      // Only updates of the version read it.
      force_update_version: removed,
      kubernetes_network_config: kept,
      "kubernetes_network_config.elastic_load_balancing": mayBeMissing("it changes with compute_config"),
      "kubernetes_network_config.ip_family": replaces(kept),
      "kubernetes_network_config.service_ipv4_cidr": {
        ...mayBeMissing("EKS chooses the range, which cannot be changed: the cluster keeps it"),
        forcesReplacement: true,
      },
      name: replaces(required),
      remote_network_config: removed,
      "remote_network_config.remote_node_networks": required,
      "remote_network_config.remote_pod_networks": removed,
      role_arn: replaces(required),
      storage_config: mayBeMissing("it changes with compute_config"),
      "storage_config.block_storage": removed,
      tags: removed,
      upgrade_policy: kept,
      "upgrade_policy.support_type": kept,
      version: kept,
      vpc_config: required,
      "vpc_config.endpoint_private_access": standard,
      "vpc_config.endpoint_public_access": standard,
      "vpc_config.public_access_cidrs": mayBeMissing("without a public endpoint it has no effect"),
      "vpc_config.subnet_ids": required,
      zonal_shift_config: removed,
      "zonal_shift_config.enabled": removed,
    },
  },
  aws_eks_node_group: {
    source: source("eks/node_group.go"),
    arguments: {
      ami_type: {
        ...mayBeMissing("EKS sets CUSTOM for an image of the launch template, and the name changes with it"),
        forcesReplacement: true,
      },
      capacity_type: replaces(kept),
      cluster_name: replaces(required),
      // Only updates of the version read it.
      force_update_version: removed,
      instance_types: {
        ...mayBeMissing("EKS requires the type of a Capacity Block in the launch template"),
        forcesReplacement: true,
      },
      labels: removed,
      launch_template: removed,
      "launch_template.id": replaces(kept),
      "launch_template.version": required,
      node_group_name: replaces(kept),
      node_repair_config: kept,
      "node_repair_config.enabled": standard,
      "node_repair_config.max_parallel_nodes_repaired_count": { ...removed, since: "6.20.0" },
      "node_repair_config.max_parallel_nodes_repaired_percentage": { ...removed, since: "6.20.0" },
      "node_repair_config.max_unhealthy_node_threshold_count": { ...removed, since: "6.20.0" },
      "node_repair_config.max_unhealthy_node_threshold_percentage": { ...removed, since: "6.20.0" },
      "node_repair_config.node_repair_config_overrides": { ...removed, since: "6.20.0" },
      node_role_arn: replaces(required),
      release_version: mayBeMissing("EKS has no release of an image of the launch template"),
      scaling_config: required,
      "scaling_config.desired_size": required,
      "scaling_config.max_size": required,
      "scaling_config.min_size": required,
      subnet_ids: replaces(required),
      tags: removed,
      taint: removed,
      "taint.effect": required,
      "taint.key": required,
      "taint.value": removed,
      timeouts: removed,
      "timeouts.create": removed,
      "timeouts.delete": removed,
      "timeouts.update": removed,
      update_config: kept,
      "update_config.max_unavailable": removed,
      "update_config.max_unavailable_percentage": removed,
      version: mayBeMissing("EKS supports no version with an image of the launch template"),
    },
  },
  aws_eks_addon: {
    source: source("eks/addon.go"),
    arguments: {
      addon_name: replaces(required),
      addon_version: kept,
      cluster_name: replaces(required),
      configuration_values: kept,
      pod_identity_association: removed,
      "pod_identity_association.role_arn": required,
      "pod_identity_association.service_account": required,
      resolve_conflicts_on_create: removed,
      resolve_conflicts_on_update: removed,
      service_account_role_arn: removed,
      tags: removed,
    },
  },
  aws_eks_access_entry: {
    source: source("eks/access_entry.go"),
    arguments: {
      cluster_name: replaces(required),
      for_each: removed,
      kubernetes_groups: mayBeMissing("entries of nodes have the groups of their type"),
      principal_arn: replaces(required),
      tags: removed,
      type: replaces(standard),
      user_name: mayBeMissing("EKS generates the names of nodes, and of principals that a reference gives"),
    },
  },
  aws_launch_template: {
    source: source("ec2/ec2_launch_template.go"),
    arguments: {
      block_device_mappings: removed,
      "block_device_mappings.device_name": removed,
      "block_device_mappings.ebs": removed,
      "block_device_mappings.ebs.delete_on_termination": removed,
      "block_device_mappings.ebs.encrypted": removed,
      "block_device_mappings.ebs.iops": mayBeMissing("volumes of the system have no field for it"),
      "block_device_mappings.ebs.kms_key_id": removed,
      "block_device_mappings.ebs.throughput": mayBeMissing(
        "a type without throughput would get it with the next change of the type; the field documents the default to set",
      ),
      "block_device_mappings.ebs.volume_size": mayBeMissing(
        "volumes of the system have the size of the image",
      ),
      "block_device_mappings.ebs.volume_type": kept,
      capacity_reservation_specification: removed,
      description: removed,
      iam_instance_profile: removed,
      image_id: removed,
      instance_market_options: removed,
      instance_type: removed,
      metadata_options: kept,
      "metadata_options.http_endpoint": kept,
      "metadata_options.http_put_response_hop_limit": kept,
      "metadata_options.http_tokens": kept,
      name: replaces(kept),
      network_interfaces: removed,
      placement: removed,
      tag_specifications: removed,
      tags: removed,
      update_default_version: removed,
      user_data: removed,
      vpc_security_group_ids: removed,
    },
  },
  aws_autoscaling_group: {
    source: source("autoscaling/group.go"),
    arguments: {
      capacity_rebalance: removed,
      desired_capacity: mayBeMissing("the autoscaler owns the number"),
      health_check_type: kept,
      instance_maintenance_policy: removed,
      "instance_maintenance_policy.max_healthy_percentage": required,
      "instance_maintenance_policy.min_healthy_percentage": required,
      instance_refresh: removed,
      launch_template: removed,
      max_instance_lifetime: removed,
      max_size: required,
      min_size: required,
      mixed_instances_policy: mayBeMissing("launch_template replaces it"),
      "mixed_instances_policy.instances_distribution": kept,
      "mixed_instances_policy.launch_template": required,
      name: replaces(kept),
      suspended_processes: removed,
      tag: removed,
      timeouts: removed,
      vpc_zone_identifier: kept,
      wait_for_capacity_timeout: standard,
      warm_pool: removed,
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly source: string; readonly arguments: Readonly<Record<string, Argument>> }>
>;
