import { synthesizeAks } from "../support/aks";
import type { Arguments, Synthesized } from "../support/synthesized";
import {
  admin,
  blobs,
  dnsZone,
  identity,
  key,
  keyVersion,
  other,
  registry,
  routed,
  vault,
} from "./rule-support";

const cluster = "azurerm_kubernetes_cluster.control_plane";
const pool = "azurerm_kubernetes_cluster_node_pool.node_groups_late";

/** Whether Terraform creates these before the cluster, after it, or in any order. */
function placesOf(stack: Synthesized, type: RegExp, of: RegExp = /./): Record<string, string> {
  const { graph } = stack;
  const place = (address: string) => {
    if (graph.isOrdered(address, cluster)) return "before";
    return graph.isOrdered(cluster, address) ? "after" : "whenever";
  };
  return Object.fromEntries(
    stack.addresses
      .filter((address) => type.test(address.split(".")[0]) && of.test(address.split(".")[1]))
      .map((address) => [address.split(".")[1], place(address)]),
  );
}

const late = { name: "late", machineTypes: ["Standard_D4ds_v5"], size: 3 };
const workers = { ...late, name: "workers" };

const full = synthesizeAks({
  access: {
    admins: [admin],
    viewers: [{ principal: other, namespaces: ["shop"] }],
  },
  nodeGroups: [
    workers,
    {
      ...late,
      placement: {
        capacityReservationGroupId:
          "/subscriptions/0/resourceGroups/shop/providers/Microsoft.Compute/capacityReservationGroups/shop",
      },
    },
  ],
  network: { podNetwork: "pod-subnet" },
  encryption: {
    secrets: "customer-key",
    keyId: keyVersion,
    keyVaultId: vault,
    keyVaultIsPrivate: true,
    disks: "customer-key",
    disksKeyId: key,
    disksKeyVaultId: vault,
  },
  storage: { file: true, backup: true, object: { buckets: [blobs] } },
  dns: { zones: [dnsZone] },
  workloadIdentities: [
    { namespace: "shop", serviceAccount: "orders", grants: [{ role: "Reader", scope: vault }] },
  ],
  aks: { registries: [registry] },
});

describe("role assignments", () => {
  test("of the control plane and of kubelets are created before the cluster and destroyed after it; all others depend on the cluster", () => {
    expect(placesOf(full, /^azurerm_role_assignment$/)).toEqual({
      control_plane_disk_encryption_set_key: "before",
      identity_control_plane_api_server: "before",
      identity_control_plane_disks_key: "before",
      identity_control_plane_dns_zone: "before",
      identity_control_plane_kubelet_operator: "before",
      identity_control_plane_nodes: "before",
      identity_control_plane_pods: "before",
      identity_control_plane_reservation_0: "before",
      identity_control_plane_secrets_key: "before",
      identity_control_plane_secrets_vault: "before",
      identity_control_plane_vnet: "before",
      identity_kubelet_pull_shop: "before",
      identity_admin_11111111_2222_3333_4444_555555555555: "after",
      identity_admin_11111111_2222_3333_4444_555555555555_user: "after",
      identity_viewer_99999999_8888_7777_6666_555555555555_shop: "after",
      identity_viewer_99999999_8888_7777_6666_555555555555_user: "after",
      storage_backup_cluster_snapshots: "whenever",
      storage_backup_extension_account: "after",
      storage_backup_vault_account: "whenever",
      storage_backup_vault_cluster: "after",
      storage_backup_vault_disks: "whenever",
      storage_backup_vault_snapshot_contents: "whenever",
      storage_backup_vault_snapshots: "whenever",
      // Only running pods need them.
      identity_shop_orders_grant_Reader_shop_vaults_shop: "whenever",
      load_balancing_records_example_com: "whenever",
      load_balancing_zone_list_shop: "whenever",
      storage_object_shop_models: "whenever",
    });
  });

  test("of the vault, the extension and the cluster are created before the first backup", () => {
    const grants = full.addresses.filter((address) => address.includes("storage_backup_"));
    const instance = "azurerm_data_protection_backup_instance_kubernetes_cluster.storage_backup";
    const unordered = grants.filter((address) => !full.graph.isOrdered(address, instance));
    expect(grants.length).toBeGreaterThan(10);
    expect(unordered).toEqual([]);
  });

  test("of workloads depend on the cluster, which issues their tokens", () => {
    expect(Object.values(placesOf(full, /^azurerm_federated_identity_credential$/))).toEqual([
      "after",
      "after",
    ]);
  });

  test("of principals delay no resource", () => {
    const people = "azurerm_role_assignment.identity_admin_11111111_2222_3333_4444_555555555555";
    expect(full.graph.isOrdered(people, pool)).toBe(false);
  });

  test("of existing identities are created before the cluster, too", () => {
    const existing = { id: identity, principalId: other };
    const stack = synthesizeAks({
      aks: {
        identities: { controlPlane: existing, kubelet: { ...existing, clientId: admin } },
        registries: [registry],
      },
    });
    const places = placesOf(stack, /^azurerm_role_assignment$/, /control_plane|pull/);
    expect(Object.keys(places)).toHaveLength(6);
    expect(new Set(Object.values(places))).toEqual(new Set(["before"]));
  });
});

/** Associations of subnets, and links of networks to DNS zones. */
const joints = /_association$|_link$/;

describe("the network", () => {
  test.each<[string, Parameters<typeof synthesizeAks>[0], number]>([
    // Security groups of the subnets of nodes and endpoints, the gateway's address, the egress of nodes, the DNS zone.
    ["one NAT gateway", {}, 5],
    ["pods with a subnet", { network: { podNetwork: "pod-subnet" } }, 7],
    [
      "a gateway in each zone",
      { network: { nat: "per-zone" }, nodeGroups: [{ ...workers, spread: "per-zone" }] },
      11,
    ],
    ["routes", { network: routed }, 4],
    [
      "routes of pods too",
      {
        network: { ...routed, podNetwork: "pod-subnet" },
      },
      6,
    ],
    ["a load balancer", { network: { egress: { type: "load-balancer" } } }, 3],
  ])(
    "with %s is connected before the cluster is created, and disconnected after it is destroyed",
    (_, props, count) => {
      const stack = synthesizeAks(props);
      const places = placesOf(stack, joints, /^(network|control_plane)_/);
      expect(Object.keys(places)).toHaveLength(count);
      expect(new Set(Object.values(places))).toEqual(new Set(["before"]));
    },
  );

  test("grants permissions for routes, with kubenet, before the cluster is created", () => {
    const stack = synthesizeAks({
      network: { ...routed, podNetwork: "kubenet" },
    });
    expect(placesOf(stack, /^azurerm_role_assignment$/, /routes/)).toEqual({
      identity_control_plane_routes: "before",
    });
  });
});

describe("node pools", () => {
  const depends = (stack: Synthesized, name: string): string[] =>
    (stack.terraform.resource.azurerm_kubernetes_cluster_node_pool as Arguments)[name].depends_on;

  test("depend on the cluster and on the egress", () => {
    expect(full.graph.isOrdered(cluster, pool)).toBe(true);
    expect(depends(full, "node_groups_late")).toEqual(
      expect.arrayContaining([
        "azurerm_subnet_network_security_group_association.network_nodes_rules",
        "azurerm_subnet_network_security_group_association.network_pods_rules",
        "azurerm_subnet_nat_gateway_association.network_nodes_nat",
        "azurerm_subnet_nat_gateway_association.network_pods_nat",
        "azurerm_nat_gateway_public_ip_association.network_nat_address_association",
      ]),
    );
  });

  test("depend on the permissions to pull their images", () => {
    expect(full.graph.isOrdered("azurerm_role_assignment.identity_kubelet_pull_shop", pool)).toBe(true);
  });
});

test("permissions for keys are created before the cluster that they encrypt", () => {
  expect(full.graph.isOrdered("azurerm_disk_encryption_set.control_plane_disk_encryption_set", cluster)).toBe(
    true,
  );
  expect(full.graph.isOrdered("azurerm_role_assignment.control_plane_disk_encryption_set_key", cluster)).toBe(
    true,
  );
});

test("has no circular dependency, and no undeclared reference", () => {
  expect(full.graph.cycle).toBeUndefined();
  expect(full.graph.unresolved).toEqual([]);
});
