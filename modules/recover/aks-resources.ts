import type { CloudTable } from "./table";
import type { Search, Values } from "./eks-resources";

/** A resource whose id has the group and the name: `az resource show` finds it by its id. */
export const byId = (importId: string): Search => ({
  find: `az resource show --ids ${importId} --query id`,
  importId,
});

export const inGroup = (path: string): Search =>
  byId(`/subscriptions/{derived.scope}/resourceGroups/{resource_group_name}/providers/${path}`);

/** The association of a subnet: its id is that of the subnet. */
const ofSubnet = (attribute: string): Search => ({
  find: `az network vnet subnet show --ids {subnet_id} --query ${attribute}.id`,
  importId: "{subnet_id}",
});

/**
 * The resource types of AKS stacks.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs
 * @see https://learn.microsoft.com/cli/azure/resource
 */
const resources: CloudTable["resources"] = {
  azurerm_resource_group: {
    find: "az group show --name {name} --query id",
    importId: "/subscriptions/{derived.scope}/resourceGroups/{name}",
  },
  azurerm_virtual_network: inGroup("Microsoft.Network/virtualNetworks/{name}"),
  azurerm_subnet: inGroup("Microsoft.Network/virtualNetworks/{virtual_network_name}/subnets/{name}"),
  azurerm_virtual_network_peering: inGroup(
    "Microsoft.Network/virtualNetworks/{virtual_network_name}/virtualNetworkPeerings/{name}",
  ),
  azurerm_public_ip: inGroup("Microsoft.Network/publicIPAddresses/{name}"),
  azurerm_nat_gateway: inGroup("Microsoft.Network/natGateways/{name}"),
  azurerm_nat_gateway_public_ip_association: {
    find: `az network nat gateway show --ids {nat_gateway_id} --query "publicIpAddresses[?id=='{public_ip_address_id}'].id"`,
    importId: "{nat_gateway_id}|{public_ip_address_id}",
  },
  azurerm_subnet_nat_gateway_association: ofSubnet("natGateway"),
  azurerm_subnet_network_security_group_association: ofSubnet("networkSecurityGroup"),
  azurerm_subnet_route_table_association: ofSubnet("routeTable"),
  azurerm_route_table: inGroup("Microsoft.Network/routeTables/{name}"),
  azurerm_network_security_group: inGroup("Microsoft.Network/networkSecurityGroups/{name}"),
  azurerm_network_security_rule: inGroup(
    "Microsoft.Network/networkSecurityGroups/{network_security_group_name}/securityRules/{name}",
  ),
  azurerm_private_dns_zone: inGroup("Microsoft.Network/privateDnsZones/{name}"),
  azurerm_private_dns_zone_virtual_network_link: byId("{derived.zone}/virtualNetworkLinks/{name}"),
  azurerm_private_endpoint: inGroup("Microsoft.Network/privateEndpoints/{name}"),
  azurerm_user_assigned_identity: inGroup("Microsoft.ManagedIdentity/userAssignedIdentities/{name}"),
  azurerm_federated_identity_credential: byId("{derived.identity}/federatedIdentityCredentials/{name}"),
  azurerm_role_assignment: {
    find: `az role assignment list --scope {scope} --query "[?principalId=='{principal_id}' && roleDefinitionName=='{role_definition_name}'].id"`,
    importId: "{found}",
  },
  azurerm_disk_encryption_set: inGroup("Microsoft.Compute/diskEncryptionSets/{name}"),
  azurerm_log_analytics_workspace: inGroup("Microsoft.OperationalInsights/workspaces/{name}"),
  azurerm_monitor_workspace: inGroup("Microsoft.Monitor/accounts/{name}"),
  azurerm_monitor_data_collection_endpoint: inGroup("Microsoft.Insights/dataCollectionEndpoints/{name}"),
  azurerm_monitor_data_collection_rule: inGroup("Microsoft.Insights/dataCollectionRules/{name}"),
  azurerm_monitor_data_collection_rule_association: byId(
    "{target_resource_id}/providers/Microsoft.Insights/dataCollectionRuleAssociations/{name}",
  ),
  azurerm_monitor_alert_prometheus_rule_group: inGroup(
    "Microsoft.AlertsManagement/prometheusRuleGroups/{name}",
  ),
  azurerm_monitor_diagnostic_setting: {
    find: "az monitor diagnostic-settings show --resource {target_resource_id} --name {name} --query id",
    importId: "{target_resource_id}|{name}",
  },
  azurerm_kubernetes_cluster: inGroup("Microsoft.ContainerService/managedClusters/{name}"),
  azurerm_kubernetes_cluster_node_pool: byId("{kubernetes_cluster_id}/agentPools/{name}"),
  azurerm_kubernetes_cluster_extension: byId(
    "{cluster_id}/providers/Microsoft.KubernetesConfiguration/extensions/{name}",
  ),
  azurerm_kubernetes_cluster_trusted_access_role_binding: byId(
    "{kubernetes_cluster_id}/trustedAccessRoleBindings/{name}",
  ),
  azurerm_storage_account: {
    // Terraform calculates the name: only its beginning is a literal.
    find: `az resource list --resource-group {resource_group_name} --resource-type Microsoft.Storage/storageAccounts --query "[?starts_with(name, '{derived.prefix}')].id"`,
    importId: "{found}",
  },
  azurerm_storage_container: byId("{storage_account_id}/blobServices/default/containers/{name}"),
  azurerm_storage_share: byId("{storage_account_id}/fileServices/default/shares/{name}"),
  azurerm_netapp_account: inGroup("Microsoft.NetApp/netAppAccounts/{name}"),
  azurerm_netapp_pool: inGroup("Microsoft.NetApp/netAppAccounts/{account_name}/capacityPools/{name}"),
  azurerm_netapp_volume: inGroup(
    "Microsoft.NetApp/netAppAccounts/{account_name}/capacityPools/{pool_name}/volumes/{name}",
  ),
  azurerm_data_protection_backup_vault: inGroup("Microsoft.DataProtection/backupVaults/{name}"),
  azurerm_data_protection_backup_policy_kubernetes_cluster: inGroup(
    "Microsoft.DataProtection/backupVaults/{vault_name}/backupPolicies/{name}",
  ),
  azurerm_data_protection_backup_instance_kubernetes_cluster: byId("{vault_id}/backupInstances/{name}"),
};

/** The search for resources of AKS stacks with the Azure CLI. */
export const aksTable: CloudTable = {
  cloud: "Azure",
  resources,
  reference: /\$\{(azurerm_\w+\.\w+)\.([\w.[\]]+)\}/g,
  idIsImportId: true,
  withScope: (argv, scope) => (scope === undefined ? [...argv] : [...argv, "--subscription", scope]),
  derivedOf: (values, scope) => ({
    scope,
    // The majors of the provider have different arguments.
    identity: values.user_assigned_identity_id ?? values.parent_id,
    zone: values.private_dns_zone_id ?? zoneOf(values, scope),
    prefix:
      typeof values.name === "string" ? /^\$\{join\("", \["([a-z]+)"/.exec(values.name)?.[1] : undefined,
  }),
};

/** The id of the zone of a link or a record, whose name has another argument in each; undefined if the name is unknown. */
function zoneOf(
  { resource_group_name: group, private_dns_zone_name: ofLink, zone_name: ofRecord }: Values,
  scope: string | undefined,
): string | undefined {
  const name = ofLink ?? ofRecord;
  return name === undefined || group === undefined
    ? undefined
    : `/subscriptions/${scope}/resourceGroups/${String(group)}/providers/Microsoft.Network/privateDnsZones/${String(name)}`;
}
