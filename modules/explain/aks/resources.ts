import { hoursPerMonth } from "../billing";
import type { ResourceFacts } from "../platform";
import { blocks } from "../stack";

const aks = "https://learn.microsoft.com/azure/aks";

/** Resources that exist within seconds. */
const quick: ResourceFacts = { minutes: 0.1 };

const registration: NonNullable<ResourceFacts["hidden"]> = [
  {
    step: "registration",
    text: "The scale set starts virtual machines from an image that Microsoft builds. An extension writes the settings of the kubelet and waits until it runs.",
    source: `${aks}/node-images`,
  },
  {
    step: "registration",
    text: "The kubelet requests its client certificate with a bootstrap token that AKS puts on the machine, and registers the node. AKS rotates the certificate.",
    source: `${aks}/certificate-rotation`,
  },
  {
    step: "registration",
    text: "The network software of the node gets its range of pod addresses. Then the node is Ready.",
    source: `${aks}/concepts-network-cni-overview`,
  },
];

/**
 * What is known of the resource types of AKS stacks. Times are estimates; those of the control plane agree with public logs of `terraform apply`. The source of a time is
 * the documentation of the operation for which Terraform waits.
 */
export const aksResources: Readonly<Record<string, ResourceFacts>> = {
  azurerm_kubernetes_cluster: {
    minutes: 6,
    timeSource: `${aks}/learn/quick-kubernetes-deploy-terraform`,
    bills: [
      {
        kind: "control plane with an SLA",
        unit: "h",
        of: "control plane of the tier Standard or Premium",
        each: ({ sku_tier }) => (sku_tier === "Free" ? 0 : hoursPerMonth),
      },
    ],
    hidden: [
      {
        text: "AKS runs the API servers and etcd in a subscription of Microsoft, and replicates them over the zones of the region.",
        source: `${aks}/core-aks-concepts`,
      },
      {
        text: "AKS creates the node resource group (its name starts with MC_ by default). It contains the scale sets, their load balancer, disks and addresses. Do not change them there.",
        source: `${aks}/faq`,
      },
      {
        text: "AKS attaches its own network security group to the interfaces of nodes, and adds rules for Services of type LoadBalancer.",
        source: `${aks}/concepts-security`,
      },
      {
        text: "AKS puts the API server behind an internal load balancer in the delegated subnet of your network.",
        source: `${aks}/api-server-vnet-integration`,
        when: ({ api_server_access_profile }) =>
          blocks(api_server_access_profile)[0]?.virtual_network_integration_enabled === true,
      },
      {
        text: "AKS creates a private endpoint for the API server in the subnet of the nodes.",
        source: `${aks}/private-clusters`,
        when: ({ private_cluster_enabled, api_server_access_profile }) =>
          private_cluster_enabled === true &&
          blocks(api_server_access_profile)[0]?.virtual_network_integration_enabled !== true,
      },
      {
        text: "AKS writes the name of the API server into the private DNS zone.",
        source: `${aks}/private-clusters`,
        when: ({ private_dns_zone_id }) => private_dns_zone_id !== undefined,
      },
      {
        text: "AKS creates a load balancer with a public address for the egress of nodes.",
        source: `${aks}/load-balancer-standard`,
        when: ({ network_profile }) => blocks(network_profile)[0]?.outbound_type === "loadBalancer",
      },
      {
        step: "Kubernetes software",
        text: "AKS installs CoreDNS, the network and CSI drivers, metrics-server and konnectivity, and keeps them up to date.",
        source: `${aks}/integrations`,
      },
      {
        step: "Kubernetes software",
        text: "AKS installs the pods of the add-ons that the file asks for, such as Azure Policy, the Key Vault provider and the agent of Container Insights, with an identity for each in the node resource group.",
        source: `${aks}/integrations`,
      },
      ...registration,
    ],
    secret: {
      text: "The state contains the kubeconfig of the cluster. Local accounts are disabled, so it has no certificate of an administrator, but keep the state private.",
      source:
        "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster",
    },
  },
  azurerm_kubernetes_cluster_node_pool: {
    minutes: 3,
    timeSource: `${aks}/create-node-pools`,
    hidden: [
      {
        text: "AKS creates a virtual machine scale set in the node resource group.",
        source: `${aks}/create-node-pools`,
      },
      ...registration,
    ],
  },
  azurerm_kubernetes_cluster_extension: {
    minutes: 3,
    step: "Kubernetes software",
    timeSource: `${aks}/cluster-extensions`,
    hidden: [
      {
        text: "An agent in the cluster installs the Helm chart of the extension.",
        source: `${aks}/cluster-extensions`,
      },
    ],
  },
  azurerm_kubernetes_cluster_trusted_access_role_binding: { minutes: 0.5 },
  azurerm_resource_group: { minutes: 0.2 },
  azurerm_virtual_network: { minutes: 0.2 },
  azurerm_virtual_network_peering: { minutes: 0.5 },
  azurerm_subnet: { minutes: 0.2 },
  azurerm_subnet_nat_gateway_association: { minutes: 0.2 },
  azurerm_subnet_network_security_group_association: { minutes: 0.2 },
  azurerm_subnet_route_table_association: { minutes: 0.2 },
  azurerm_network_security_group: {
    ...quick,
    hidden: [
      {
        text: "Azure adds six default rules to a network security group: traffic within the network and from load balancers is allowed, other inbound traffic is denied.",
        source: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
      },
    ],
  },
  azurerm_network_security_rule: quick,
  azurerm_route_table: quick,
  azurerm_public_ip: {
    ...quick,
    bills: [
      { kind: "public IPv4 address", unit: "h", of: "public IPv4 addresses", each: () => hoursPerMonth },
    ],
  },
  azurerm_nat_gateway: {
    minutes: 0.3,
    bills: [{ kind: "NAT gateway", unit: "h", of: "NAT gateways", each: () => hoursPerMonth }],
  },
  azurerm_nat_gateway_public_ip_association: quick,
  azurerm_private_dns_zone: {
    minutes: 0.5,
    bills: [{ kind: "private DNS zone", unit: "zones", of: "private DNS zones", each: () => 1 }],
  },
  azurerm_private_dns_zone_virtual_network_link: { minutes: 0.5 },
  azurerm_private_endpoint: {
    minutes: 1,
    bills: [{ kind: "private endpoint", unit: "h", of: "private endpoints", each: () => hoursPerMonth }],
  },
  azurerm_user_assigned_identity: quick,
  azurerm_federated_identity_credential: quick,
  azurerm_role_assignment: {
    minutes: 0.5,
    hidden: [
      {
        step: "access",
        text: "A new role assignment becomes effective within minutes. The provider waits until the directory answers with it.",
        source: "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting",
      },
    ],
  },
  azurerm_disk_encryption_set: { minutes: 0.3 },
  azurerm_log_analytics_workspace: {
    minutes: 0.5,
    bills: [
      {
        kind: "Log Analytics",
        unit: "workspaces (by GB of logs)",
        of: "Log Analytics workspaces",
        each: () => 1,
      },
    ],
    secret: {
      text: "The state contains the shared keys of the workspace.",
      source:
        "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/log_analytics_workspace",
    },
    remains: {
      text: "Azure keeps a deleted workspace for 14 days, in which it can be recovered.",
      source: "https://learn.microsoft.com/azure/azure-monitor/logs/delete-workspace",
    },
  },
  azurerm_monitor_workspace: {
    minutes: 0.5,
    bills: [
      {
        kind: "Azure Monitor workspace",
        unit: "workspaces (by samples)",
        of: "Azure Monitor workspaces",
        each: () => 1,
      },
    ],
  },
  azurerm_monitor_data_collection_endpoint: quick,
  azurerm_monitor_data_collection_rule: quick,
  azurerm_monitor_data_collection_rule_association: quick,
  azurerm_monitor_diagnostic_setting: quick,
  azurerm_monitor_alert_prometheus_rule_group: quick,
  azurerm_storage_account: {
    minutes: 0.5,
    bills: [{ kind: "storage account", unit: "accounts (by GB)", of: "storage accounts", each: () => 1 }],
    secret: {
      text: "The state contains the access keys of the storage account.",
      source:
        "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account",
    },
  },
  azurerm_storage_container: quick,
  azurerm_storage_share: quick,
  azurerm_netapp_account: { minutes: 0.5 },
  azurerm_netapp_pool: {
    minutes: 0.5,
    bills: [
      {
        kind: "NetApp capacity pool",
        unit: "TiB",
        of: "NetApp capacity pools",
        each: ({ size_in_tb }) => Number(size_in_tb) || 0,
      },
    ],
  },
  azurerm_netapp_volume: {
    minutes: 4,
    timeSource: "https://learn.microsoft.com/azure/azure-netapp-files/azure-netapp-files-create-volumes",
  },
  azurerm_data_protection_backup_vault: {
    minutes: 0.5,
    remains: {
      text: "A backup vault keeps deleted backups for the days of soft delete, and cannot be deleted before.",
      source: "https://learn.microsoft.com/azure/backup/backup-vault-overview",
    },
  },
  azurerm_data_protection_backup_policy_kubernetes_cluster: quick,
  azurerm_data_protection_backup_instance_kubernetes_cluster: { minutes: 1 },
};
