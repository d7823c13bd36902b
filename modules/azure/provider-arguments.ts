import type { TerraformResource } from "cdktf";
import { type ArgumentVersionTable, forProvider } from "../cluster/provider-arguments";
import { azurermProvider } from "./provider";

/**
 * Arguments that some supported versions of the provider lack. All others are in all versions.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/5.0-upgrade-guide
 */
export const argumentVersions = {
  azurerm_federated_identity_credential: {
    parent_id: { until: "5.0.0" },
    resource_group_name: { until: "5.0.0" },
    user_assigned_identity_id: { since: "5.0.0" },
  },
  azurerm_kubernetes_cluster: {
    // Optional until 5.0, then required.
    node_provisioning_profile: { since: "4.57.0" },
  },
  azurerm_private_dns_a_record: {
    private_dns_zone_id: { since: "5.0.0" },
    resource_group_name: { until: "5.0.0" },
    zone_name: { until: "5.0.0" },
  },
  azurerm_private_dns_zone_virtual_network_link: {
    private_dns_zone_id: { since: "5.0.0" },
    private_dns_zone_name: { until: "5.0.0" },
    resource_group_name: { until: "5.0.0" },
  },
  azurerm_subnet: {
    service_endpoint: { since: "5.0.0" },
    service_endpoints: { until: "5.0.0" },
  },
} as const satisfies ArgumentVersionTable;

/**
 * Writes a resource for the provider versions of its cluster.
 *
 * @param newer - values of arguments that the bindings lack
 */
export function forAzurerm<T extends TerraformResource>(
  resource: T,
  newer: Readonly<Record<string, unknown>> = {},
): T {
  return forProvider(resource, { table: argumentVersions, oldest: azurermProvider.minimum }, newer);
}
