import { machineArguments, machineLinks, machineResources } from "./machine-resources";
import type { AzureRow } from "./model";

/** The provider's sources that the rows name. */
export const provider =
  "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/";

const network = (kind: string) => `Microsoft.Network/${kind}`;
const subnets = network("virtualNetworks/subnets");
const clusters = "Microsoft.ContainerService/managedClusters";
const storage = "Microsoft.Storage/storageAccounts";

/** What Terraform calls for the resource types of stacks. A test finds types without a row, and rows without a use. */
export const azureResources: Readonly<Record<string, AzureRow>> = {
  ...machineResources,
  azurerm_data_protection_backup_instance_kubernetes_cluster: {
    kind: "Microsoft.DataProtection/backupVaults/backupInstances",
    on: "vault_id",
    source: "dataprotection/data_protection_backup_instance_kubernetes_cluster_resource.go",
  },
  azurerm_data_protection_backup_policy_kubernetes_cluster: {
    kind: "Microsoft.DataProtection/backupVaults/backupPolicies",
    source: "dataprotection/data_protection_backup_policy_kubernetes_cluster_resource.go",
  },
  azurerm_data_protection_backup_vault: {
    kind: "Microsoft.DataProtection/backupVaults",
    source: "dataprotection/data_protection_backup_vault_resource.go",
  },
  azurerm_disk_encryption_set: {
    kind: "Microsoft.Compute/diskEncryptionSets",
    // The newest version of the key, which Azure rotates.
    readsKey: "key_vault_key_id",
    source: "compute/disk_encryption_set_resource.go",
  },
  azurerm_federated_identity_credential: {
    kind: "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
    on: ["parent_id", "user_assigned_identity_id"],
    source: "managedidentity/federated_identity_credential_resource.go",
  },
  azurerm_kubernetes_cluster: {
    kind: clusters,
    also: {
      read: [`${clusters}/listClusterUserCredential/action`, `${clusters}/maintenanceConfigurations/read`],
      create: [`${clusters}/maintenanceConfigurations/write`],
      update: [
        `${clusters}/agentPools/read`,
        `${clusters}/agentPools/write`,
        `${clusters}/agentPools/delete`,
        `${clusters}/maintenanceConfigurations/delete`,
      ],
    },
    // The provider searches the vault of the key in its subscription.
    with: {
      argument: "key_vault_network_access",
      value: "Private",
      onSubscription: {
        create: ["Microsoft.KeyVault/vaults/read", "Microsoft.Resources/subscriptions/resources/read"],
      },
    },
    source: "containers/kubernetes_cluster_resource.go",
  },
  azurerm_kubernetes_cluster_extension: {
    kind: "Microsoft.KubernetesConfiguration/extensions",
    on: "cluster_id",
    source: "containers/kubernetes_cluster_extension_resource.go",
  },
  azurerm_kubernetes_cluster_node_pool: {
    kind: `${clusters}/agentPools`,
    on: "kubernetes_cluster_id",
    also: { create: [`${clusters}/read`] },
    readsSubnets: true,
    source: "containers/kubernetes_cluster_node_pool_resource.go",
  },
  azurerm_kubernetes_cluster_trusted_access_role_binding: {
    kind: `${clusters}/trustedAccessRoleBindings`,
    on: "kubernetes_cluster_id",
    source: "containers/kubernetes_cluster_trusted_access_role_binding_resource.go",
  },
  azurerm_log_analytics_workspace: {
    kind: "Microsoft.OperationalInsights/workspaces",
    also: { read: ["Microsoft.OperationalInsights/workspaces/sharedKeys/action"] },
    // A deleted workspace of the same name would be recovered.
    onSubscription: { create: ["Microsoft.OperationalInsights/deletedWorkspaces/read"] },
    source: "loganalytics/log_analytics_workspace_resource.go",
  },
  azurerm_monitor_alert_prometheus_rule_group: {
    kind: "Microsoft.AlertsManagement/prometheusRuleGroups",
    source: "monitor/monitor_alert_prometheus_rule_group_resource.go",
  },
  azurerm_monitor_data_collection_endpoint: {
    kind: "Microsoft.Insights/dataCollectionEndpoints",
    source: "monitor/monitor_data_collection_endpoint_resource.go",
  },
  azurerm_monitor_data_collection_rule: {
    kind: "Microsoft.Insights/dataCollectionRules",
    source: "monitor/monitor_data_collection_rule_resource.go",
  },
  azurerm_monitor_data_collection_rule_association: {
    kind: "Microsoft.Insights/dataCollectionRuleAssociations",
    on: "target_resource_id",
    source: "monitor/monitor_data_collection_rule_association_resource.go",
  },
  azurerm_monitor_diagnostic_setting: {
    kind: "Microsoft.Insights/diagnosticSettings",
    on: "target_resource_id",
    source: "monitor/monitor_diagnostic_setting_resource.go",
  },
  azurerm_monitor_workspace: {
    kind: "Microsoft.Monitor/accounts",
    source: "monitor/monitor_workspace_resource.go",
  },
  azurerm_nat_gateway: { kind: network("natGateways"), source: "network/nat_gateway_resource.go" },
  azurerm_nat_gateway_public_ip_association: {
    kind: network("natGateways"),
    changes: true,
    on: "nat_gateway_id",
    also: { read: [network("publicIPAddresses/read")] },
    source: "network/nat_gateway_public_ip_association_resource.go",
  },
  azurerm_netapp_account: {
    kind: "Microsoft.NetApp/netAppAccounts",
    source: "netapp/netapp_account_resource.go",
  },
  azurerm_netapp_pool: {
    kind: "Microsoft.NetApp/netAppAccounts/capacityPools",
    source: "netapp/netapp_pool_resource.go",
  },
  azurerm_netapp_volume: {
    kind: "Microsoft.NetApp/netAppAccounts/capacityPools/volumes",
    source: "netapp/netapp_volume_resource.go",
  },
  azurerm_network_security_group: {
    kind: network("networkSecurityGroups"),
    source: "network/network_security_group_resource.go",
  },
  azurerm_network_security_rule: {
    kind: network("networkSecurityGroups/securityRules"),
    links: {
      [network("applicationSecurityGroups")]: network(
        "applicationSecurityGroups/joinNetworkSecurityRule/action",
      ),
    },
    source: "network/network_security_rule_resource.go",
  },
  azurerm_private_dns_zone: {
    kind: network("privateDnsZones"),
    also: { read: [network("privateDnsZones/SOA/read")] },
    source: "privatedns/private_dns_zone_resource.go",
  },
  azurerm_private_dns_zone_virtual_network_link: {
    kind: network("privateDnsZones/virtualNetworkLinks"),
    on: "private_dns_zone_id",
    links: { [network("virtualNetworks")]: network("virtualNetworks/join/action") },
    source: "privatedns/private_dns_zone_virtual_network_link_resource.go",
  },
  azurerm_private_endpoint: {
    kind: network("privateEndpoints"),
    also: {
      read: [network("privateEndpoints/privateDnsZoneGroups/read")],
      create: [network("privateEndpoints/privateDnsZoneGroups/write")],
      delete: [network("privateEndpoints/privateDnsZoneGroups/delete")],
    },
    source: "network/private_endpoint_resource.go",
  },
  azurerm_public_ip: { kind: network("publicIPAddresses"), source: "network/public_ip_resource.go" },
  azurerm_resource_group: {
    kind: "Microsoft.Resources/subscriptions/resourceGroups",
    source: "resource/resource_group_resource.go",
  },
  azurerm_role_assignment: {
    kind: "Microsoft.Authorization/roleAssignments",
    on: "scope",
    onSubscription: { read: ["Microsoft.Authorization/roleDefinitions/read"] },
    source: "authorization/role_assignment_resource.go",
  },
  azurerm_route_table: { kind: network("routeTables"), source: "network/route_table_resource.go" },
  azurerm_storage_account: {
    kind: storage,
    // The provider reads the keys for its attributes, also when it plans.
    also: {
      read: [`${storage}/blobServices/read`, `${storage}/fileServices/read`, `${storage}/listKeys/action`],
    },
    with: { argument: "blob_properties", also: { create: [`${storage}/blobServices/write`] } },
    source: "storage/storage_account_resource.go",
  },
  azurerm_storage_container: {
    kind: `${storage}/blobServices/containers`,
    on: "storage_account_id",
    source: "storage/storage_container_resource.go",
  },
  azurerm_storage_share: {
    kind: `${storage}/fileServices/shares`,
    on: "storage_account_id",
    source: "storage/storage_share_resource.go",
  },
  azurerm_subnet: {
    kind: subnets,
    within: ["virtual_network_name", network("virtualNetworks")],
    source: "network/subnet_resource.go",
  },
  azurerm_subnet_nat_gateway_association: {
    kind: subnets,
    changes: true,
    on: "subnet_id",
    source: "network/subnet_nat_gateway_association_resource.go",
  },
  azurerm_subnet_network_security_group_association: {
    kind: subnets,
    changes: true,
    on: "subnet_id",
    source: "network/subnet_network_security_group_association_resource.go",
  },
  azurerm_subnet_route_table_association: {
    kind: subnets,
    changes: true,
    on: "subnet_id",
    source: "network/subnet_route_table_association_resource.go",
  },
  azurerm_user_assigned_identity: {
    kind: "Microsoft.ManagedIdentity/userAssignedIdentities",
    source: "managedidentity/user_assigned_identity_resource.go",
  },
  azurerm_virtual_network: {
    kind: network("virtualNetworks"),
    source: "network/virtual_network_resource.go",
  },
  azurerm_virtual_network_peering: {
    kind: network("virtualNetworks/virtualNetworkPeerings"),
    within: ["virtual_network_name", network("virtualNetworks")],
    links: { [network("virtualNetworks")]: network("virtualNetworks/peer/action") },
    source: "network/virtual_network_peering_resource.go",
  },
};

const aksPermissions = "https://learn.microsoft.com/azure/aks/aks-service-permissions";
const networkOperations =
  "https://learn.microsoft.com/azure/role-based-access-control/permissions/networking#microsoftnetwork";
const computeOperations =
  "https://learn.microsoft.com/azure/role-based-access-control/permissions/compute#microsoftcompute";
const linked = (action: string, source: string) => ({ action, source });

/** What the caller needs on a resource whose id an argument contains: type -> action. Azure checks it with the write, without another call. */
export const linkedActions: Readonly<Record<string, { readonly action: string; readonly source: string }>> = {
  ...machineLinks,
  [network("natGateways")]: linked(network("natGateways/join/action"), networkOperations),
  [network("networkSecurityGroups")]: linked(network("networkSecurityGroups/join/action"), networkOperations),
  [network("publicIPAddresses")]: linked(network("publicIPAddresses/join/action"), aksPermissions),
  [network("publicIPPrefixes")]: linked(network("publicIPPrefixes/join/action"), aksPermissions),
  [network("routeTables")]: linked(network("routeTables/join/action"), networkOperations),
  [network("applicationGateways")]: linked(network("applicationGateways/read"), aksPermissions),
  [subnets]: linked(`${subnets}/join/action`, aksPermissions),
  "Microsoft.Compute/diskEncryptionSets": linked("Microsoft.Compute/diskEncryptionSets/read", aksPermissions),
  "Microsoft.Compute/proximityPlacementGroups": linked(
    "Microsoft.Compute/proximityPlacementGroups/write",
    aksPermissions,
  ),
  "Microsoft.Compute/capacityReservationGroups": linked(
    "Microsoft.Compute/capacityReservationGroups/deploy/action",
    computeOperations,
  ),
  "Microsoft.ContainerService/snapshots": linked(
    "Microsoft.ContainerService/snapshots/read",
    "https://learn.microsoft.com/azure/role-based-access-control/permissions/containers#microsoftcontainerservice",
  ),
  "Microsoft.ManagedIdentity/userAssignedIdentities": linked(
    "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
    aksPermissions,
  ),
  "Microsoft.OperationalInsights/workspaces": linked(
    "Microsoft.OperationalInsights/workspaces/sharedKeys/action",
    "https://learn.microsoft.com/azure/azure-monitor/logs/manage-access#azure-rbac",
  ),
};

/** The type of Azure to which an argument with an id refers. It is needed if the value is a reference that only Terraform knows. */
export const linkedArguments: Readonly<Record<string, string>> = {
  ...machineArguments,
  capacity_reservation_group_id: "Microsoft.Compute/capacityReservationGroups",
  disk_encryption_set_id: "Microsoft.Compute/diskEncryptionSets",
  gateway_id: network("applicationGateways"),
  identity_ids: "Microsoft.ManagedIdentity/userAssignedIdentities",
  log_analytics_workspace_id: "Microsoft.OperationalInsights/workspaces",
  nat_gateway_id: network("natGateways"),
  network_security_group_id: network("networkSecurityGroups"),
  node_public_ip_prefix_id: network("publicIPPrefixes"),
  outbound_ip_address_ids: network("publicIPAddresses"),
  outbound_ip_prefix_ids: network("publicIPPrefixes"),
  pod_subnet_id: subnets,
  proximity_placement_group_id: "Microsoft.Compute/proximityPlacementGroups",
  public_ip_address_id: network("publicIPAddresses"),
  remote_virtual_network_id: network("virtualNetworks"),
  route_table_id: network("routeTables"),
  snapshot_id: "Microsoft.ContainerService/snapshots",
  subnet_id: subnets,
  user_assigned_identity_id: "Microsoft.ManagedIdentity/userAssignedIdentities",
  virtual_network_id: network("virtualNetworks"),
  virtual_network_subnet_ids: subnets,
  vnet_subnet_id: subnets,
  workspace_resource_id: "Microsoft.OperationalInsights/workspaces",
};
