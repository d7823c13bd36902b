import { aksTable, byId, inGroup } from "./aks-resources";
import type { Repeatable, Search } from "./eks-resources";
import type { CloudTable } from "./table";

/** A part of a load balancer. */
const ofBalancer = (kind: string): Search => ({
  find: `az resource show --ids {loadbalancer_id}/${kind}/{name} --query id`,
  importId: `{loadbalancer_id}/${kind}/{name}`,
});

/** The resource types that only kubeadm clusters have. */
const resources: Readonly<Record<string, Search | Repeatable>> = {
  azurerm_application_security_group: inGroup("Microsoft.Network/applicationSecurityGroups/{name}"),
  azurerm_lb: inGroup("Microsoft.Network/loadBalancers/{name}"),
  azurerm_lb_backend_address_pool: ofBalancer("backendAddressPools"),
  azurerm_lb_probe: ofBalancer("probes"),
  azurerm_lb_rule: ofBalancer("loadBalancingRules"),
  azurerm_linux_virtual_machine: inGroup("Microsoft.Compute/virtualMachines/{name}"),
  azurerm_linux_virtual_machine_scale_set: inGroup("Microsoft.Compute/virtualMachineScaleSets/{name}"),
  azurerm_managed_disk: inGroup("Microsoft.Compute/disks/{name}"),
  azurerm_network_interface: inGroup("Microsoft.Network/networkInterfaces/{name}"),
  azurerm_network_interface_application_security_group_association: {
    repeatable: "another apply adds the interface to the same group again",
  },
  azurerm_network_interface_backend_address_pool_association: {
    repeatable: "another apply adds the interface to the same pool again",
  },
  azurerm_private_dns_a_record: byId("{derived.zone}/A/{name}"),
  azurerm_role_assignment: {
    // Custom roles are assigned by their ids.
    find: `az role assignment list --scope {scope} --query "[?principalId=='{principal_id}' && (roleDefinitionName=='{derived.assigned}' || roleDefinitionId=='{derived.assigned}')].id"`,
    importId: "{found}",
  },
  azurerm_role_definition: {
    // Its id has a UUID that Azure creates.
    find: `az role definition list --custom-role-only --scope {scope} --query "[?starts_with(roleName, '{derived.role}')].id"`,
    importId: "{found}|{scope}",
  },
  azurerm_storage_management_policy: {
    find: "az resource show --ids {storage_account_id}/managementPolicies/default --query id",
    importId: "{storage_account_id}/managementPolicies/default",
  },
  azurerm_virtual_machine_data_disk_attachment: {
    find: 'az vm show --ids {virtual_machine_id} --query "storageProfile.dataDisks[?lun==`0`].name"',
    importId: "{virtual_machine_id}/dataDisks/{found}",
  },
  azurerm_virtual_machine_run_command: {
    find: "az resource show --ids {virtual_machine_id}/runCommands/{name} --query id",
    importId: "{virtual_machine_id}/runCommands/{name}",
  },
};

/** The search for resources of stacks with kubeadm clusters on Azure: those of AKS stacks, and more. */
export const kubeadmAzureTable: CloudTable = {
  ...aksTable,
  resources: { ...aksTable.resources, ...resources },
  derivedOf: (values, scope) => ({
    ...aksTable.derivedOf(values, scope),
    // The end of the name is the id of the resource group, which is a reference.
    assigned: values.role_definition_name ?? values.role_definition_id,
    role: typeof values.name === "string" ? values.name.split(" (")[0] : undefined,
  }),
};
