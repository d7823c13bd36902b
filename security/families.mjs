/** Families of resource types, by prefixes of the type. The longest matching prefix decides. */
const prefixes = {
  Kubernetes: [
    "aws_eks",
    "aws_ebs_volume",
    "aws_launch_template",
    "aws_autoscaling",
    "aws_placement_group",
    "azurerm_kubernetes",
    "azurerm_dashboard",
    "azurerm_linux_virtual_machine",
    "azurerm_managed_disk",
    "azurerm_virtual_machine",
    "google_container",
    "google_gke_hub",
    "helm_release",
  ],
  network: [
    "aws_vpc",
    "aws_subnet",
    "aws_security_group",
    "aws_default_security_group",
    "aws_route",
    "aws_eip",
    "aws_nat_gateway",
    "aws_internet_gateway",
    "aws_egress_only_internet_gateway",
    "aws_ec2_tag",
    "aws_lb",
    "aws_network_interface",
    "azurerm_application_security_group",
    "azurerm_lb",
    "azurerm_network_interface",
    "azurerm_private_dns_a_record",
    "azurerm_virtual_network",
    "azurerm_subnet",
    "azurerm_network_security",
    "azurerm_nat_gateway",
    "azurerm_public_ip",
    "azurerm_private_dns_zone",
    "azurerm_private_endpoint",
    "azurerm_route_table",
    "google_compute",
    "google_dns",
  ],
  IAM: [
    "aws_iam",
    "aws_eks_access",
    "aws_eks_pod_identity_association",
    "azurerm_role_assignment",
    "azurerm_role_definition",
    "azurerm_user_assigned_identity",
    "azurerm_federated_identity_credential",
    "azurerm_kubernetes_cluster_trusted_access",
    "google_project_iam",
    "google_service_account",
    "google_compute_subnetwork_iam",
    "google_dns_managed_zone_iam",
    "google_bigquery_dataset_iam",
    "google_pubsub_topic_iam",
    "google_secret_manager_secret_iam",
    "google_storage_bucket_iam",
  ],
  KMS: ["aws_kms", "azurerm_disk_encryption_set", "google_kms"],
  logging: [
    "aws_cloudwatch_log",
    "aws_flow_log",
    "azurerm_log_analytics",
    "azurerm_monitor",
    "google_logging",
  ],
  other: [
    "terraform_data",
    "aws_backup",
    "aws_cloudwatch_event",
    "aws_efs",
    "aws_fsx",
    "aws_s3",
    "google_storage_bucket",
    "aws_sqs",
    "azurerm_data_protection",
    "azurerm_netapp",
    "azurerm_resource_group",
    "azurerm_storage",
    "google_filestore",
    "google_gke_backup",
    "google_project_service",
    "google_pubsub",
  ],
};

export const platforms = { EKS: "aws_", AKS: "azurerm_", GKE: "google_" };

export const families = Object.keys(prefixes);

/** @returns undefined for a type without a family */
export function familyOf(type) {
  const known = families.flatMap((family) => prefixes[family].map((prefix) => ({ family, prefix })));
  return known
    .filter(({ prefix }) => type.startsWith(prefix))
    .reduce((best, other) => (other.prefix.length > (best?.prefix.length ?? 0) ? other : best), undefined)
    ?.family;
}
