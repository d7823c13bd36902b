import { minimal, synthesizeAks } from "../support/aks";
import type { Arguments } from "../support/synthesized";
import { blobs, dnsZone, key, vault } from "../aks/rule-support";

const cluster = "azurerm_kubernetes_cluster.control_plane";

describe("outputs", () => {
  const stack = synthesizeAks({
    nodeGroups: [
      { ...minimal.nodeGroups[0], spread: "per-zone" },
      { ...minimal.nodeGroups[0], name: "late" },
    ],
    dns: { zones: [dnsZone] },
    workloadIdentities: [{ namespace: "shop", serviceAccount: "orders" }],
  });
  const outputs: Record<string, Arguments> = stack.terraform.output;
  const values = Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));

  test("are those of all platforms, and some of AKS", () => {
    const pool = (name: string) => ({
      name: `\${azurerm_kubernetes_cluster_node_pool.node_groups_${name}.name}`,
    });
    const client = (name: string) => `\${azurerm_user_assigned_identity.${name}.client_id}`;
    expect(values).toEqual({
      cluster_name: `\${${cluster}.name}`,
      cluster_endpoint: `\${join("", ["https://", ${cluster}.private_fqdn, ":443"])}`,
      cluster_ca_certificate: `\${${cluster}.kube_config[0].cluster_ca_certificate}`,
      kubernetes_version: `\${${cluster}.current_kubernetes_version}`,
      kubeconfig_command:
        "az aks get-credentials --resource-group ${azurerm_resource_group.resource_group.name} --name shop && kubelogin convert-kubeconfig -l azurecli",
      oidc_issuer_url: `\${${cluster}.oidc_issuer_url}`,
      network_id: "${azurerm_virtual_network.network_vnet.id}",
      node_subnet_ids: ["${azurerm_subnet.network_nodes.id}"],
      node_groups: {
        workers: { "1": { name: "system" }, "2": pool("workers_zone_2"), "3": pool("workers_zone_3") },
        late: { all: pool("late") },
      },
      cluster_id: `\${${cluster}.id}`,
      resource_group: "${azurerm_resource_group.resource_group.name}",
      node_resource_group: `\${${cluster}.node_resource_group}`,
      storage_manifests: { apiVersion: "v1", kind: "List", items: [] },
      workload_identity_client_ids: {
        "shop/orders": client("identity_shop_orders"),
        "external-dns/external-dns": client("load_balancing_external_dns"),
      },
    });
  });

  test("have descriptions", () => {
    expect(Object.values(outputs).filter(({ description }) => !description)).toEqual([]);
  });

  test("are not sensitive, except the certificate authority", () => {
    const hidden = Object.entries(outputs).filter(([, { sensitive }]) => sensitive);
    expect(hidden.map(([name]) => name)).toEqual(["cluster_ca_certificate"]);
  });

  test("have no output for workloads if there are none", () => {
    expect(synthesizeAks().terraform.output).not.toHaveProperty("workload_identity_client_ids");
  });
});

describe("Terraform settings", () => {
  const { terraform, json } = synthesizeAks();

  test("take the provider of the bindings, or a newer one on request, up to the next major", () => {
    expect(terraform.terraform.required_providers).toEqual({
      azurerm: { source: "hashicorp/azurerm", version: ">= 4.55.0, < 5.0.0" },
    });
    const newer = synthesizeAks({ aks: { providerMinimum: "4.67.0" } });
    expect(newer.terraform.terraform.required_providers.azurerm.version).toBe(">= 4.67.0, < 5.0.0");
  });

  test("keep the state in the project folder, with a path that is the same on every machine", () => {
    expect(terraform.terraform.backend).toEqual({ local: { path: "../../../terraform.shop.tfstate" } });
    expect(json).not.toContain(process.cwd());
  });

  test("have no other provider", () => {
    const types = [...Object.keys(terraform.resource), ...Object.keys(terraform.data ?? {})];
    expect(types.filter((type) => !type.startsWith("azurerm_"))).toEqual([]);
  });

  test("disable requests of the provider to storage accounts that only the cluster can access", () => {
    const [{ features }] = terraform.provider.azurerm as Arguments[];
    expect(features).toEqual([expect.objectContaining({ storage: [{ data_plane_available: false }] })]);
  });
});

describe("addresses", () => {
  const { addresses } = synthesizeAks({
    network: { nat: "per-zone" },
    nodeGroups: [{ ...minimal.nodeGroups[0], spread: "per-zone" }],
    storage: { file: true, backup: true, netApp: { sizeTiB: 1 }, object: { buckets: [blobs] } },
    encryption: { disks: "customer-key", disksKeyId: key, disksKeyVaultId: vault },
    observability: { managedPrometheus: true },
    dns: { zones: [dnsZone] },
    workloadIdentities: [
      { namespace: "shop", serviceAccount: "orders", grants: [{ role: "Reader", scope: vault }] },
    ],
  });

  test("begin with the component, and have no hashes", () => {
    const components = "network|control_plane|node_groups|storage|identity|load_balancing|observability";
    const readable = new RegExp(
      `^(data\\.)?azurerm_[a-z0-9_]+\\.((${components})(_[A-Za-z0-9_]+)?|resource_group)$`,
    );
    expect(addresses.filter((address) => !readable.test(address))).toEqual([]);
    expect(addresses.filter((address) => /_[0-9A-F]{8}$/i.test(address))).toEqual([]);
  });

  test("are those of the documentation", () => {
    expect(addresses).toEqual(
      expect.arrayContaining([
        cluster,
        "azurerm_resource_group.resource_group",
        "azurerm_virtual_network.network_vnet",
        "azurerm_subnet.network_nodes_1",
        "azurerm_kubernetes_cluster_node_pool.node_groups_workers_zone_2",
        "azurerm_storage_share.storage_file",
        "azurerm_log_analytics_workspace.observability_workspace",
        "azurerm_user_assigned_identity.load_balancing_external_dns",
      ]),
    );
  });
});

test("the resources of the stack have the tags of the file", () => {
  const { terraform } = synthesizeAks({ tags: { team: "shop" } });
  expect(terraform.resource.azurerm_resource_group.resource_group.tags).toEqual({ team: "shop" });
  expect(terraform.resource.azurerm_kubernetes_cluster.control_plane.tags).toEqual({ team: "shop" });
});
