import type { AzureRow } from "./model";

const compute = (kind: string) => `Microsoft.Compute/${kind}`;
const network = (kind: string) => `Microsoft.Network/${kind}`;
const machines = compute("virtualMachines");
const sets = compute("virtualMachineScaleSets");
const disks = compute("disks");
const balancers = network("loadBalancers");
const pools = `${balancers}/backendAddressPools`;
const interfaces = network("networkInterfaces");
const groups = network("applicationSecurityGroups");

/** What Terraform calls for the resource types that only kubeadm stacks have. */
export const machineResources: Readonly<Record<string, AzureRow>> = {
  azurerm_application_security_group: {
    kind: groups,
    source: "network/application_security_group_resource.go",
  },
  azurerm_lb: { kind: balancers, source: "loadbalancer/lb_resource.go" },
  azurerm_lb_backend_address_pool: {
    kind: pools,
    on: "loadbalancer_id",
    // The provider reads the load balancer around it.
    also: { read: [`${balancers}/read`] },
    source: "loadbalancer/lb_backend_address_pool_resource.go",
  },
  azurerm_lb_probe: {
    kind: balancers,
    changes: true,
    on: "loadbalancer_id",
    source: "loadbalancer/lb_probe_resource.go",
  },
  azurerm_lb_rule: {
    kind: balancers,
    changes: true,
    on: "loadbalancer_id",
    source: "loadbalancer/lb_rule_resource.go",
  },
  azurerm_linux_virtual_machine: {
    kind: machines,
    also: {
      read: [`${disks}/read`],
      // A new machine creates its system disk; the provider deletes it.
      create: [`${disks}/write`],
      update: [
        `${machines}/instanceView/read`,
        `${machines}/powerOff/action`,
        `${machines}/deallocate/action`,
        `${machines}/start/action`,
        `${machines}/vmSizes/read`,
      ],
      delete: [`${disks}/delete`],
    },
    source: "compute/linux_virtual_machine_resource.go",
  },
  azurerm_linux_virtual_machine_scale_set: {
    kind: sets,
    // The provider removes the machines of a set before the set.
    also: { delete: [`${sets}/write`, `${sets}/rollingUpgrades/read`] },
    source: "compute/linux_virtual_machine_scale_set_resource.go",
  },
  azurerm_managed_disk: { kind: disks, source: "compute/managed_disk_resource.go" },
  azurerm_network_interface: { kind: interfaces, source: "network/network_interface_resource.go" },
  azurerm_network_interface_application_security_group_association: {
    kind: interfaces,
    changes: true,
    on: "network_interface_id",
    source: "network/network_interface_application_security_group_association_resource.go",
  },
  azurerm_network_interface_backend_address_pool_association: {
    kind: interfaces,
    changes: true,
    on: "network_interface_id",
    source: "network/network_interface_backend_address_pool_association_resource.go",
  },
  azurerm_private_dns_a_record: {
    kind: network("privateDnsZones/A"),
    on: "private_dns_zone_id",
    source: "privatedns/private_dns_a_record_resource.go",
  },
  azurerm_role_definition: {
    kind: "Microsoft.Authorization/roleDefinitions",
    on: "scope",
    source: "authorization/role_definition_resource.go",
  },
  azurerm_storage_management_policy: {
    kind: "Microsoft.Storage/storageAccounts/managementPolicies",
    on: "storage_account_id",
    source: "storage/storage_management_policy_resource.go",
  },
  azurerm_virtual_machine_data_disk_attachment: {
    kind: machines,
    changes: true,
    on: "virtual_machine_id",
    also: { read: [`${disks}/read`] },
    source: "compute/virtual_machine_data_disk_attachment_resource.go",
  },
  azurerm_virtual_machine_run_command: {
    kind: `${machines}/runCommands`,
    on: "virtual_machine_id",
    source: "compute/virtual_machine_run_command_resource.go",
  },
};

const operations =
  "https://learn.microsoft.com/azure/role-based-access-control/permissions/networking#microsoftnetwork";
const computeOperations =
  "https://learn.microsoft.com/azure/role-based-access-control/permissions/compute#microsoftcompute";

/** What the caller needs on resources that only kubeadm stacks name, by their type. */
export const machineLinks: Readonly<Record<string, { readonly action: string; readonly source: string }>> = {
  [groups]: { action: `${groups}/joinIpConfiguration/action`, source: operations },
  [interfaces]: { action: `${interfaces}/join/action`, source: operations },
  [pools]: { action: `${pools}/join/action`, source: operations },
  // A custom image.
  [compute("images")]: { action: `${compute("images")}/read`, source: computeOperations },
  [compute("galleries/images/versions")]: {
    action: `${compute("galleries/images/versions")}/read`,
    source: computeOperations,
  },
};

/** The types to which arguments of kubeadm stacks refer. */
export const machineArguments: Readonly<Record<string, string>> = {
  application_security_group_id: groups,
  application_security_group_ids: groups,
  backend_address_pool_id: pools,
  backend_address_pool_ids: pools,
  destination_application_security_group_ids: groups,
  network_interface_ids: interfaces,
  source_application_security_group_ids: groups,
};
