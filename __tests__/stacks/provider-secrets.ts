/**
 * Attributes that providers mark as sensitive, by resource type of the stacks. An output that shows one must be sensitive. Those of
 * hashicorp/aws 5.100 come from `terraform providers schema -json`. The others are transcribed from `Sensitive: true` in the
 * schemas of hashicorp/azurerm and hashicorp/google.
 */
export const providerSecrets: readonly (readonly [type: string, attribute: string])[] = [
  ["data\\.aws_ssm_parameter", "value"],
  ["azurerm_kubernetes_cluster", "kube_config"],
  ["azurerm_kubernetes_cluster", "kube_config_raw"],
  ["azurerm_kubernetes_cluster", "kube_admin_config"],
  ["azurerm_kubernetes_cluster", "kube_admin_config_raw"],
  ["azurerm_kubernetes_cluster", "windows_profile"],
  ["azurerm_kubernetes_cluster", "http_proxy_config"],
  ["azurerm_log_analytics_workspace", "primary_shared_key"],
  ["azurerm_log_analytics_workspace", "secondary_shared_key"],
  ["azurerm_storage_account", "(primary|secondary)_access_key"],
  ["azurerm_storage_account", "(primary|secondary)_(blob_)?connection_string"],
  ["google_container_cluster", "master_auth"],
];
