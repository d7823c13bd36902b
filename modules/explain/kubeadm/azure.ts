import { aksResources } from "../aks/resources";
import type { ResourceFacts } from "../platform";
import { blocks } from "../stack";
import { etcdDisk, fixedFieldsRecord, hours, machineBills, machineGroup, store } from "./machines";

const quick: ResourceFacts = { minutes: 0.1 };
const ofControlPlane: ResourceFacts = { minutes: 0.1, step: "control plane" };
const compute = "https://learn.microsoft.com/azure/virtual-machines";

/** Types that mean the same for AKS. */
const {
  azurerm_nat_gateway,
  azurerm_nat_gateway_public_ip_association,
  azurerm_network_security_group,
  azurerm_network_security_rule,
  azurerm_private_dns_zone,
  azurerm_private_dns_zone_virtual_network_link,
  azurerm_public_ip,
  azurerm_resource_group,
  azurerm_role_assignment,
  azurerm_storage_container,
  azurerm_subnet,
  azurerm_subnet_nat_gateway_association,
  azurerm_subnet_network_security_group_association,
  azurerm_user_assigned_identity,
  azurerm_virtual_network,
} = aksResources;

/** What is known of the resource types of kubeadm stacks on Azure. Times are estimates without a measurement. */
export const azureMachineResources: Readonly<Record<string, ResourceFacts>> = {
  terraform_data: fixedFieldsRecord,
  azurerm_nat_gateway,
  azurerm_nat_gateway_public_ip_association,
  azurerm_network_security_group,
  azurerm_network_security_rule,
  azurerm_public_ip,
  azurerm_resource_group,
  azurerm_role_assignment,
  azurerm_storage_container,
  azurerm_subnet,
  azurerm_subnet_nat_gateway_association,
  azurerm_subnet_network_security_group_association,
  azurerm_user_assigned_identity,
  azurerm_virtual_network,
  azurerm_private_dns_zone: { ...azurerm_private_dns_zone, step: "control plane" },
  azurerm_private_dns_zone_virtual_network_link: {
    ...azurerm_private_dns_zone_virtual_network_link,
    step: "control plane",
  },
  azurerm_private_dns_a_record: ofControlPlane,
  azurerm_application_security_group: quick,
  azurerm_lb: { ...ofControlPlane, bills: [hours("load balancer")] },
  azurerm_lb_backend_address_pool: ofControlPlane,
  azurerm_lb_probe: ofControlPlane,
  azurerm_lb_rule: ofControlPlane,
  azurerm_linux_virtual_machine: {
    ...machineGroup(`${compute}/linux/run-command-managed`, {
      text: "A run command on each control-plane machine ends when the machine works. Terraform waits for that.",
      source: `${compute}/linux/run-command-managed`,
    }),
    minutes: 1,
    bills: machineBills(
      () => true,
      ({ os_disk }) => blocks(os_disk)[0]?.disk_size_gb,
    ),
  },
  azurerm_linux_virtual_machine_scale_set: machineGroup(`${compute}/extensions/custom-script-linux`, {
    text: "An extension of each machine ends when its node works. Terraform waits for that.",
    source: `${compute}/extensions/custom-script-linux`,
  }),
  azurerm_managed_disk: {
    ...etcdDisk,
    bills: etcdDisk.bills!.map((bill) => ({
      ...bill,
      each: ({ disk_size_gb }) => Number(disk_size_gb) || 0,
    })),
  },
  azurerm_network_interface: quick,
  azurerm_network_interface_application_security_group_association: quick,
  azurerm_network_interface_backend_address_pool_association: ofControlPlane,
  azurerm_role_definition: { minutes: 0.3 },
  azurerm_storage_account: {
    ...store,
    minutes: 0.5,
    secret: {
      text: "The state contains the access keys of the storage account. Azure refuses them: only identities with roles have access.",
      source: "https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent",
    },
  },
  azurerm_storage_management_policy: quick,
  azurerm_virtual_machine_data_disk_attachment: { minutes: 0.5 },
  azurerm_virtual_machine_run_command: {
    minutes: 4,
    timeSource: `${compute}/linux/run-command-managed`,
  },
};
