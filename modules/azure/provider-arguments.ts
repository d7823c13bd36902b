import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { TerraformResource } from "cdktf";
import { type ArgumentVersionTable, forProvider } from "../cluster/provider-arguments";
import { azurermProvider } from "./provider";

/**
 * Arguments that some supported versions of the provider lack. All others are in all versions.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/5.0-upgrade-guide
 */
export const argumentVersions = {
  azurerm: {
    // 4.x registers the set `core` without it, and 5.x registers nothing.
    resource_provider_registrations: { since: "5.0.0" },
  },
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
 * Writes a resource, or the configuration of the provider, for the provider versions of its cluster.
 *
 * @param newer - values of arguments that some versions lack
 * @param oldest - the oldest provider version of an element that is in no cluster
 */
export function forAzurerm<T extends TerraformResource | AzurermProvider>(
  element: T,
  newer: Readonly<Record<string, unknown>> = {},
  oldest: string = azurermProvider.minimum,
): T {
  return forProvider(element, { table: argumentVersions, oldest }, newer);
}
