/**
 * The resource provider of Azure that serves a type of resource; the first prefix that fits decides. `core` are those that the set
 * `core` of the Terraform provider registers.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/azure-services-resource-providers
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v5.2.0/internal/resourceproviders/required.go
 */
const byPrefix: readonly (readonly [prefix: string, namespace: string])[] = [
  ["azurerm_kubernetes_cluster_extension", "Microsoft.KubernetesConfiguration"],
  ["azurerm_kubernetes_", "Microsoft.ContainerService"],
  ["azurerm_data_protection_", "Microsoft.DataProtection"],
  ["azurerm_log_analytics_", "Microsoft.OperationalInsights"],
  ["azurerm_monitor_workspace", "Microsoft.Monitor"],
  ["azurerm_monitor_alert_prometheus_", "Microsoft.AlertsManagement"],
  ["azurerm_monitor_", "Microsoft.Insights"],
  ["azurerm_netapp_", "Microsoft.NetApp"],
  ["azurerm_application_security_group", "core"],
  ["azurerm_disk_encryption_set", "core"],
  ["azurerm_federated_identity_credential", "core"],
  ["azurerm_lb", "core"],
  ["azurerm_linux_virtual_machine", "core"],
  ["azurerm_managed_disk", "core"],
  ["azurerm_nat_gateway", "core"],
  ["azurerm_network_", "core"],
  ["azurerm_private_", "core"],
  ["azurerm_public_ip", "core"],
  ["azurerm_resource_group", "core"],
  ["azurerm_role_", "core"],
  ["azurerm_route_table", "core"],
  ["azurerm_storage_", "core"],
  ["azurerm_subnet", "core"],
  ["azurerm_user_assigned_identity", "core"],
  ["azurerm_virtual_", "core"],
];

/** The resource provider of a type; `core`, or undefined for a type that this project does not create. */
export const resourceProviderOf = (type: string): string | undefined =>
  byPrefix.find(([prefix]) => type.startsWith(prefix))?.[1];

/** The resource providers that resources of these types need in addition to the set `core`, sorted. */
export function resourceProvidersOf(types: readonly string[]): string[] {
  const needed = new Set(types.map((type) => resourceProviderOf(type)));
  return [...needed].filter((name) => name !== undefined && name !== "core").sort() as string[];
}
