import { synthesizeAks } from "../support/aks";
import type { Arguments } from "../support/synthesized";
import { group } from "./rule-support";

/** Valid names of Azure and of the provider. Sources: validators of azurerm 4.55, and Azure's "Naming rules". */
const syntax: Readonly<Record<string, RegExp>> = {
  azurerm_data_protection_backup_policy_kubernetes_cluster: /^[-a-zA-Z0-9]{3,150}$/,
  azurerm_data_protection_backup_vault: /^[-a-zA-Z0-9]{2,50}$/,
  azurerm_disk_encryption_set: /^[-\w]{1,80}$/,
  azurerm_federated_identity_credential: /^[a-zA-Z0-9][-\w]{2,119}$/,
  azurerm_kubernetes_cluster: /^[a-zA-Z0-9]([-\w]{0,61}[a-zA-Z0-9])?$/,
  azurerm_kubernetes_cluster_node_pool: /^[a-z][a-z0-9]{0,11}$/,
  azurerm_log_analytics_workspace: /^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/,
  azurerm_monitor_alert_prometheus_rule_group: /^.{1,260}$/,
  azurerm_monitor_data_collection_endpoint: /^[a-zA-Z0-9][-\w]{1,43}$/,
  azurerm_monitor_data_collection_rule: /^[a-zA-Z0-9][-\w]{1,63}$/,
  azurerm_nat_gateway: /^[a-zA-Z0-9][-\w.]{0,78}\w$/,
  azurerm_netapp_account: /^[-\w]{3,64}$/,
  azurerm_netapp_pool: /^[a-zA-Z][-\w]{2,63}$/,
  azurerm_netapp_volume: /^[a-zA-Z][-\w]{0,63}$/,
  azurerm_network_security_group: /^[a-zA-Z0-9][-\w.]{0,78}\w$/,
  azurerm_private_dns_zone_virtual_network_link: /^[a-zA-Z0-9][-\w.]{0,78}\w$/,
  azurerm_public_ip: /^[a-zA-Z0-9][-\w.]{0,78}\w$/,
  azurerm_resource_group: /^[-\w().]{0,89}[-\w()]$/,
  azurerm_user_assigned_identity: /^[a-zA-Z0-9][-\w]{2,127}$/,
  azurerm_virtual_network: /^[a-zA-Z0-9][-\w.]{0,62}\w$/,
};

const namesOf = (name: string) =>
  Object.entries(
    synthesizeAks({
      name,
      nodeGroups: [group(), group({ name: `late-${"x".repeat(30)}` })],
      storage: { backup: true, netApp: { sizeTiB: 1 } },
      observability: { managedPrometheus: true },
      dns: {
        zones: ["/subscriptions/0/resourceGroups/shop/providers/Microsoft.Network/dnsZones/example.com"],
      },
      workloadIdentities: [{ namespace: "n".repeat(63), serviceAccount: "s".repeat(63) }],
      encryption: {
        disks: "customer-key",
        disksKeyId: "https://shop.vault.azure.net/keys/disks",
        disksKeyVaultId: "/subscriptions/0/resourceGroups/shop/providers/Microsoft.KeyVault/vaults/shop",
      },
    }).terraform.resource as Record<string, Record<string, Arguments>>,
  ).flatMap(([type, all]) => Object.values(all).map((resource) => [type, resource.name as string] as const));

describe.each([
  ["two letters", "ab"],
  ["63 characters", `${"a".repeat(31)}-${"b".repeat(31)}`],
])("a cluster's name of %s", (_, name) => {
  const names = namesOf(name);

  test("creates names that are valid in Azure", () => {
    expect(names.filter(([type, text]) => syntax[type] && !syntax[type].test(text))).toEqual([]);
  });

  test("creates only names that this test checks", () => {
    const looked = new Set(names.map(([type]) => type).filter((type) => syntax[type]));
    expect([...looked].sort()).toEqual(Object.keys(syntax).sort());
  });
});
