/**
 * Limits of names in the clouds, by argument of Terraform: maximum and minimum length, and characters. They are separate from the limits
 * of the code under test, and are compared with the names that it creates.
 */
export interface NameRule {
  readonly least?: number;
  readonly most: number;
  readonly pattern: RegExp;

  /** Whether two resources of a stack may have the same name, because the name is unique only within each of them. */
  readonly isShared?: true;
  readonly source: string;
}

/** Lower-case letters, digits and `-`, starting with a letter, without `-` at the end. RFC 1035 */
const rfc1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const iam = /^[\w+=,.@-]+$/;

const aws: Readonly<Record<string, NameRule>> = {
  "aws_autoscaling_group.name": {
    most: 255,
    pattern: /^[^:]+$/,
    source: "Auto Scaling CreateAutoScalingGroup",
  },
  "aws_autoscaling_lifecycle_hook.name": {
    most: 255,
    pattern: /^[A-Za-z0-9\-_/]+$/,
    isShared: true,
    source: "Auto Scaling PutLifecycleHook",
  },
  "aws_autoscaling_schedule.scheduled_action_name": {
    most: 255,
    pattern: /^[^:]+$/,
    isShared: true,
    source: "Auto Scaling PutScheduledUpdateGroupAction",
  },
  "aws_backup_plan.name": { most: 50, pattern: /^[\w.-]+$/, source: "AWS Backup CreateBackupPlan" },
  "aws_backup_selection.name": { most: 50, pattern: /^[\w.-]+$/, source: "AWS Backup CreateBackupSelection" },
  "aws_backup_vault.name": {
    least: 2,
    most: 50,
    pattern: /^[\w-]+$/,
    source: "AWS Backup CreateBackupVault",
  },
  "aws_cloudwatch_event_rule.name": { most: 64, pattern: /^[\w.-]+$/, source: "EventBridge PutRule" },
  "aws_cloudwatch_log_group.name": {
    most: 512,
    pattern: /^[.\-_/#A-Za-z0-9]+$/,
    source: "CloudWatch Logs CreateLogGroup",
  },
  "aws_eks_addon.addon_name": { most: 100, pattern: /^[a-z0-9-]+$/, source: "EKS DescribeAddonVersions" },
  "aws_eks_capability.capability_name": {
    most: 100,
    pattern: /^[A-Za-z0-9][\w-]*$/,
    source: "EKS CreateCapability",
  },
  "aws_eks_cluster.name": { most: 100, pattern: /^[0-9A-Za-z][A-Za-z0-9_-]*$/, source: "EKS CreateCluster" },
  "aws_eks_fargate_profile.fargate_profile_name": {
    most: 63,
    pattern: /^[0-9A-Za-z][A-Za-z0-9_-]*$/,
    source: "as node groups: EKS documents none",
  },
  "aws_eks_node_group.node_group_name": {
    most: 63,
    pattern: /^[0-9A-Za-z][A-Za-z0-9_-]*$/,
    source: "hashicorp/aws aws_eks_node_group: 63 characters",
  },
  "aws_iam_instance_profile.name": { most: 128, pattern: iam, source: "IAM CreateInstanceProfile" },
  "aws_iam_role.name": { most: 64, pattern: iam, source: "IAM CreateRole" },
  "aws_iam_role_policy.name": { most: 128, pattern: iam, isShared: true, source: "IAM PutRolePolicy" },
  "aws_kms_alias.name": { most: 256, pattern: /^alias\/(?!aws\/)[\w/-]+$/, source: "KMS CreateAlias" },
  "aws_launch_template.name": {
    least: 3,
    most: 125,
    pattern: /^[a-zA-Z0-9().\-/_]+$/,
    source: "hashicorp/aws aws_launch_template: 125 characters, of 128 that EC2 takes",
  },
  "aws_placement_group.name": { most: 255, pattern: /^[\x20-\x7e]+$/, source: "EC2 CreatePlacementGroup" },
  "aws_security_group.name": {
    most: 255,
    pattern: /^(?!sg-)[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$/,
    source: "EC2 CreateSecurityGroup",
  },
  "aws_sqs_queue.name": { most: 80, pattern: /^[\w-]+$/, source: "SQS CreateQueue" },
};

const azureName = /^[A-Za-z0-9]([\w.-]*\w)?$/;

const azure: Readonly<Record<string, NameRule>> = {
  "azurerm_data_protection_backup_instance_kubernetes_cluster.name": {
    most: 150,
    pattern: azureName,
    source: "Azure naming rules, Microsoft.DataProtection/backupVaults/backupInstances",
  },
  "azurerm_data_protection_backup_policy_kubernetes_cluster.name": {
    least: 3,
    most: 150,
    pattern: /^[A-Za-z][A-Za-z0-9-]+$/,
    source: "azurerm validate: backup policy names",
  },
  "azurerm_data_protection_backup_vault.name": {
    least: 2,
    most: 50,
    pattern: /^[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/,
    source: "Azure naming rules, Microsoft.DataProtection/backupVaults",
  },
  "azurerm_disk_encryption_set.name": {
    most: 80,
    pattern: /^[\w.-]+$/,
    source: "azurerm validate: disk encryption set",
  },
  "azurerm_federated_identity_credential.name": {
    least: 3,
    most: 120,
    pattern: /^[A-Za-z0-9][\w-]*$/,
    isShared: true,
    source: "Azure naming rules, federatedIdentityCredentials",
  },
  "azurerm_kubernetes_cluster.default_node_pool.name": {
    most: 12,
    pattern: /^[a-z][a-z0-9]*$/,
    source: "Azure naming rules, managedClusters/agentPools",
  },
  "azurerm_kubernetes_cluster.dns_prefix": {
    most: 54,
    pattern: /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
    source: "azurerm validate: KubernetesDNSPrefix",
  },
  "azurerm_kubernetes_cluster.name": {
    most: 63,
    pattern: /^[A-Za-z0-9]([\w-]*[A-Za-z0-9])?$/,
    source: "Azure naming rules, Microsoft.ContainerService/managedClusters",
  },
  "azurerm_kubernetes_cluster.node_resource_group": {
    most: 80,
    pattern: /^[\w().-]*[\w()-]$/,
    source: "AKS: resource group of nodes",
  },
  "azurerm_kubernetes_cluster_extension.name": {
    most: 253,
    pattern: /^[a-z][a-z0-9-]*$/,
    source: "AKS cluster extensions",
  },
  "azurerm_kubernetes_cluster_node_pool.name": {
    most: 12,
    pattern: /^[a-z][a-z0-9]*$/,
    source: "Azure naming rules, managedClusters/agentPools",
  },
  "azurerm_kubernetes_cluster_trusted_access_role_binding.name": {
    most: 24,
    pattern: /^[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
    source: "azurerm validate: trusted access role binding",
  },
  "azurerm_log_analytics_workspace.name": {
    least: 4,
    most: 63,
    pattern: /^[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]$/,
    source: "Azure naming rules, Microsoft.OperationalInsights/workspaces",
  },
  "azurerm_monitor_alert_prometheus_rule_group.name": {
    most: 260,
    pattern: /^[^#<>%&:\\?/{}*]+[^ .]$/,
    source: "Azure naming rules, Microsoft.AlertsManagement/prometheusRuleGroups",
  },
  "azurerm_monitor_data_collection_endpoint.name": {
    least: 3,
    most: 44,
    pattern: /^[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]$/,
    source: "Azure naming rules, Microsoft.Insights/dataCollectionEndpoints",
  },
  "azurerm_monitor_data_collection_rule.name": {
    least: 3,
    most: 64,
    pattern: /^[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]$/,
    source: "Azure naming rules, Microsoft.Insights/dataCollectionRules",
  },
  "azurerm_monitor_data_collection_rule_association.name": {
    most: 64,
    pattern: /^[A-Za-z0-9-]+$/,
    isShared: true,
    source: "Azure naming rules, dataCollectionRuleAssociations",
  },
  "azurerm_monitor_diagnostic_setting.name": {
    most: 260,
    pattern: /^[^*<>%:&\\?+/]+$/,
    source: "Azure naming rules, Microsoft.Insights/diagnosticSettings",
  },
  "azurerm_monitor_workspace.name": {
    least: 2,
    // No source: the API, azurerm and Azure's naming rules state no length. Other resources of Azure have up to 80 characters.
    most: 80,
    pattern: /^(?!-)[a-zA-Z0-9-]+[^-]$/,
    source: "Azure REST API, Microsoft.Monitor/accounts 2023-04-03, which has the pattern and no length",
  },
  "azurerm_nat_gateway.name": {
    most: 80,
    pattern: azureName,
    source: "Azure naming rules, Microsoft.Network",
  },
  "azurerm_netapp_account.name": {
    most: 128,
    pattern: /^[A-Za-z0-9][\w-]*$/,
    source: "azurerm validate: AccountName",
  },
  "azurerm_netapp_pool.name": {
    most: 64,
    pattern: /^[A-Za-z0-9][\w-]*$/,
    source: "azurerm validate: PoolName",
  },
  "azurerm_netapp_volume.name": {
    most: 64,
    pattern: /^[A-Za-z][\w-]*$/,
    source: "azurerm validate: VolumeName",
  },
  "azurerm_network_security_group.name": {
    most: 80,
    pattern: azureName,
    source: "Azure naming rules, Microsoft.Network",
  },
  "azurerm_network_security_rule.name": {
    most: 80,
    pattern: azureName,
    source: "Azure naming rules, Microsoft.Network",
  },
  "azurerm_private_dns_zone.name": {
    most: 63 * 4,
    pattern: /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/,
    source: "RFC 1035",
  },
  "azurerm_private_dns_zone_virtual_network_link.name": {
    most: 80,
    pattern: azureName,
    isShared: true,
    source: "Azure naming rules, privateDnsZones/virtualNetworkLinks",
  },
  "azurerm_private_endpoint.name": {
    least: 2,
    most: 64,
    pattern: azureName,
    source: "Azure naming rules, privateEndpoints",
  },
  "azurerm_public_ip.name": { most: 80, pattern: azureName, source: "Azure naming rules, Microsoft.Network" },
  "azurerm_resource_group.name": {
    most: 90,
    pattern: /^[\w().-]*[\w()-]$/,
    source: "Azure naming rules, resourceGroups",
  },
  "azurerm_route_table.name": {
    most: 80,
    pattern: azureName,
    source: "Azure naming rules, Microsoft.Network",
  },
  "azurerm_storage_container.name": {
    least: 3,
    most: 63,
    pattern: /^[a-z0-9](?!.*--)[a-z0-9-]*[a-z0-9]$/,
    source: "Azure naming rules, blobServices/containers",
  },
  "azurerm_storage_share.name": {
    least: 3,
    most: 63,
    pattern: /^[a-z0-9](?!.*--)[a-z0-9-]*[a-z0-9]$/,
    source: "Azure naming rules, fileServices/shares",
  },
  "azurerm_subnet.name": {
    most: 80,
    pattern: azureName,
    source: "Azure naming rules, virtualNetworks/subnets",
  },
  "azurerm_user_assigned_identity.name": {
    least: 3,
    most: 128,
    pattern: /^[A-Za-z0-9][\w-]*$/,
    source: "Azure naming rules, Microsoft.ManagedIdentity/userAssignedIdentities",
  },
  "azurerm_virtual_network.name": {
    least: 2,
    most: 64,
    pattern: azureName,
    source: "Azure naming rules, Microsoft.Network/virtualNetworks",
  },
  "azurerm_virtual_network_peering.name": {
    most: 80,
    pattern: azureName,
    source: "Azure naming rules, Microsoft.Network",
  },
};

const compute = (what: string): NameRule => ({
  most: 63,
  pattern: rfc1035,
  source: `Compute Engine API, ${what}`,
});

const google: Readonly<Record<string, NameRule>> = {
  "google_bigquery_dataset.dataset_id": {
    most: 1024,
    pattern: /^\w+$/,
    source: "BigQuery: names of datasets",
  },
  "google_compute_address.name": compute("addresses"),
  "google_compute_firewall.name": compute("firewalls"),
  "google_compute_network.name": compute("networks"),
  "google_compute_router.name": compute("routers"),
  "google_compute_router_nat.name": compute("routers"),
  "google_compute_subnetwork.name": compute("subnetworks"),
  "google_container_cluster.name": {
    most: 40,
    pattern: rfc1035,
    source: "hashicorp/google google_container_cluster: 40 characters",
  },
  "google_container_node_pool.name_prefix": {
    most: 14,
    pattern: /^[a-z][a-z0-9-]*-$/,
    isShared: true,
    source: "hashicorp/google google_container_node_pool: 40 characters, of which the provider takes 26",
  },
  "google_dns_managed_zone.name": { most: 63, pattern: rfc1035, source: "Cloud DNS API, managedZones" },
  "google_dns_record_set.name": {
    most: 253,
    pattern: /^(\*\.)?([a-z0-9-]+\.)+$/,
    source: "RFC 1035",
    isShared: true,
  },
  "google_filestore_instance.name": { most: 63, pattern: rfc1035, source: "Filestore API, instances.create" },
  "google_gke_backup_backup_plan.name": {
    most: 63,
    pattern: rfc1035,
    source: "Backup for GKE API, backupPlans",
  },
  // Google names the features. A fleet has one of each.
  "google_gke_hub_feature.name": {
    most: 16,
    pattern: /^(?:configmanagement|policycontroller|servicemesh)$/,
    source: "hashicorp/google google_gke_hub_feature: names of features",
  },
  "google_kms_crypto_key.name": { most: 63, pattern: /^[\w-]+$/, source: "Cloud KMS API, cryptoKeys.create" },
  "google_kms_key_ring.name": { most: 63, pattern: /^[\w-]+$/, source: "Cloud KMS API, keyRings.create" },
  "google_logging_project_bucket_config.bucket_id": {
    most: 100,
    pattern: /^[A-Za-z0-9][\w.-]*$/,
    source: "Cloud Logging API, buckets",
  },
  "google_logging_project_sink.name": {
    most: 100,
    pattern: /^[A-Za-z0-9][\w.-]*$/,
    source: "Cloud Logging API, sinks",
  },
  "google_project_iam_member.condition.title": {
    most: 100,
    pattern: /^.+$/,
    isShared: true,
    source: "IAM: conditions, 100 characters",
  },
  "google_pubsub_topic.name": {
    least: 3,
    most: 255,
    pattern: /^(?!goog)[A-Za-z][\w.~+%-]*$/,
    source: "Pub/Sub: names of resources",
  },
  "google_service_account.account_id": {
    least: 6,
    most: 30,
    pattern: rfc1035,
    source: "IAM API, serviceAccounts.create",
  },
  "google_service_account.display_name": {
    most: 100,
    pattern: /^.+$/,
    isShared: true,
    source: "IAM API, serviceAccounts.create",
  },
};

export const nameRules: Readonly<Record<string, NameRule>> = { ...aws, ...azure, ...google };
