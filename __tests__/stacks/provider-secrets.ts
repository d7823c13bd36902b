/**
 * Attributes of the resources that stacks make which their providers mark as sensitive, by type: what shows one is to be
 * sensitive itself. Of hashicorp/aws 5.100 it is all that `terraform providers schema -json` has for these types. The
 * others are written down by hand, after `Sensitive: true` in the schemas of hashicorp/azurerm and hashicorp/google.
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
