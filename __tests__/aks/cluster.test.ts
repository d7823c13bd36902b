import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { TerraformResource } from "cdktf";
import { AksCluster, type AksClusterProps } from "../../modules/aks";
import { minimal, synthesizeAks, synthesizePlain } from "../support/aks";
import type { Arguments, Synthesized } from "../support/synthesized";
import { existing } from "./rule-support";

const cluster = "azurerm_kubernetes_cluster.control_plane";

/** All resources of a stack as `[type, name, arguments]`. */
const resourcesOf = ({ terraform }: Synthesized) =>
  Object.entries(terraform.resource as Record<string, Record<string, Arguments>>).flatMap(([type, all]) =>
    Object.entries(all).map(([name, config]) => [type, name, config] as const),
  );

describe("twice in one stack, with two provider aliases", () => {
  const plain = synthesizePlain((stack) => {
    const provider = (alias: string) => new AzurermProvider(stack, alias, { alias, features: [{}] });
    const [west, north] = [provider("west"), provider("north")];
    const more = {
      storage: { file: true, backup: true },
      observability: { managedPrometheus: true },
      nodeGroups: [...minimal.nodeGroups, { ...minimal.nodeGroups[0], name: "more" }],
    };
    new AksCluster(stack, "a", { ...minimal, ...more, name: "shop", provider: west, tags: { team: "a" } });
    new AksCluster(stack, "b", { ...minimal, ...more, name: "mall", provider: north, region: "northeurope" });
  });

  test("two clusters, each with its network and its resource group", () => {
    expect(Object.keys(plain.resources(KubernetesCluster))).toHaveLength(2);
    expect(Object.keys(plain.resources(VirtualNetwork))).toHaveLength(2);
    // Each has a resource group for its resources, and one for snapshots.
    expect(Object.keys(plain.resources(ResourceGroup))).toHaveLength(4);
  });

  test("all resources have the provider of their cluster", () => {
    const providers = { a: new Set(), b: new Set() };
    for (const [, name, { provider }] of resourcesOf(plain)) providers[name[0] as "a" | "b"].add(provider);
    expect(providers).toEqual({ a: new Set(["azurerm.west"]), b: new Set(["azurerm.north"]) });
  });

  test("names that must be unique in a subscription, or in Azure, differ", () => {
    for (const [type, count] of [
      [ResourceGroup, 4],
      [StorageAccount, 4],
    ] as const) {
      const names = Object.values(plain.resources(type)).map(({ name }) => name);
      expect(new Set(names).size).toBe(count);
    }
    const nodes = Object.values(plain.resources(KubernetesCluster)).map((each) => each.node_resource_group);
    expect(nodes).toEqual(["shop-nodes", "mall-nodes"]);
  });

  test("references resolve, and there is no cycle", () => {
    expect(plain.graph.unresolved).toEqual([]);
    expect(plain.graph.cycle).toBeUndefined();
  });

  test("no resource of one cluster refers to the other cluster", () => {
    const foreign = resourcesOf(plain).filter(([, name, config]) => {
      const other = name[0] === "a" ? "b" : "a";
      return new RegExp(`azurerm_[a-z_]+\\.${other}_`).test(JSON.stringify({ ...config, "//": undefined }));
    });
    expect(foreign).toEqual([]);
  });

  test("tags of a cluster are only on its resources", () => {
    const tags = Object.entries(plain.resources(VirtualNetwork)).map(([name, vnet]) => [name[0], vnet.tags]);
    expect(Object.fromEntries(tags)).toEqual({ a: { team: "a" }, b: {} });
  });
});

test("two clusters of an existing network have storage accounts of different names", () => {
  const plain = synthesizePlain((stack) => {
    const shared: Partial<AksClusterProps> = { network: { existing }, storage: { file: true, backup: true } };
    new AksCluster(stack, "a", { ...minimal, ...shared, name: "shop" });
    new AksCluster(stack, "b", { ...minimal, ...shared, name: "mall" });
  });
  const names = Object.values(plain.resources(StorageAccount)).map(({ name }) => name);
  expect(new Set(names).size).toBe(4);
});

test("resources of other providers in a cluster keep their provider", () => {
  const plain = synthesizePlain((stack) => {
    const west = new AzurermProvider(stack, "west", { alias: "west", features: [{}] });
    const shop = new AksCluster(stack, "cluster", { ...minimal, provider: west });
    new TerraformResource(shop, "other", { terraformResourceType: "null_resource" });
  });
  const [other] = Object.values(plain.terraform.resource.null_resource as Record<string, Arguments>);
  expect(other).not.toHaveProperty("provider");
});

describe("tags", () => {
  const stack = synthesizeAks({
    tags: { team: "shop", stage: "test" },
    nodeGroups: [
      { ...minimal.nodeGroups[0], tags: { stage: "first" } },
      { ...minimal.nodeGroups[0], name: "late", tags: { stage: "late" } },
    ],
    storage: { file: true, backup: true, netApp: { sizeTiB: 2 } },
    observability: { managedPrometheus: true },
    encryption: {
      disks: "customer-key",
      disksKeyId: "https://shop.vault.azure.net/keys/disks",
      disksKeyVaultId: "/subscriptions/0/resourceGroups/shop/providers/Microsoft.KeyVault/vaults/shop",
    },
  });

  /** Resource types of Azure without tags. */
  const untaggable = [
    "azurerm_data_protection_backup_instance_kubernetes_cluster",
    "azurerm_data_protection_backup_policy_kubernetes_cluster",
    "azurerm_kubernetes_cluster_extension",
    "azurerm_kubernetes_cluster_trusted_access_role_binding",
    "azurerm_monitor_data_collection_rule_association",
    "azurerm_monitor_diagnostic_setting",
    "azurerm_nat_gateway_public_ip_association",
    "azurerm_role_assignment",
    "azurerm_storage_container",
    "azurerm_storage_share",
    "azurerm_subnet",
    "azurerm_subnet_nat_gateway_association",
    "azurerm_subnet_network_security_group_association",
  ];

  test("are on all resources that support them", () => {
    const without = resourcesOf(stack).filter(([, , { tags }]) => tags?.team !== "shop");
    expect([...new Set(without.map(([type]) => type))].sort()).toEqual(untaggable);
  });

  test("of a group override those of its cluster, also in the first node pool", () => {
    expect(stack.resource(KubernetesCluster).default_node_pool.tags).toEqual({
      team: "shop",
      stage: "first",
    });
    expect(stack.resource(KubernetesClusterNodePool).tags).toEqual({ team: "shop", stage: "late" });
  });
});

describe("invalid props", () => {
  test("are reported together, with the path of the construct", () => {
    const broken = () =>
      synthesizePlain((stack) => {
        new AksCluster(stack, "cluster", {
          ...minimal,
          kubernetesVersion: "1.2",
          nodeGroups: [{ ...minimal.nodeGroups[0], size: { min: 3, max: 2 } }],
        });
      });
    expect(broken).toThrow(expect.objectContaining({ isInputError: true }));
    expect(broken).toThrow(/^plain\/cluster: invalid props\n/);
    expect(broken).toThrow(/\n {2}kubernetesVersion: /);
    expect(broken).toThrow(/\n {2}nodeGroups\[0\]\.size\.max: must be at least min \(3\), got 2/);
  });

  test("are compiler errors if the types show them", () => {
    const props = (_: AksClusterProps) => true;
    // @ts-expect-error -- admins are explicit
    props({ ...minimal, access: {} });
    // @ts-expect-error -- the VM size is a list of one
    props({ ...minimal, nodeGroups: [{ name: "workers", machineTypes: "Standard_D4ds_v5", size: 3 }] });
    // @ts-expect-error -- there are no clusters with IPv6 only
    props({ ...minimal, network: { ipFamily: "ipv6" } });
    // @ts-expect-error -- without egress, images come from a registry
    props({ ...minimal, network: { egress: { type: "none" } } });
    // @ts-expect-error -- a NAT gateway has no next hop
    props({ ...minimal, network: { egress: { type: "nat-gateway", nextHopAddress: "10.0.0.4" } } });
    // @ts-expect-error -- logs need a workspace
    props({ ...minimal, observability: { keepLogs: true } });
    // @ts-expect-error -- keys of the vault are not supported
    props({ ...minimal, storage: { backup: { keyId: "https://shop.vault.azure.net/keys/copies" } } });
    // @ts-expect-error -- Windows nodes have an administrator with a password
    props({ ...minimal, aks: { windows: {} } });
    expect(props({ ...minimal, network: { egress: { type: "load-balancer", ips: 2 } } })).toBe(true);
  });
});

describe("elements that are added later", () => {
  const late = { name: "late", machineTypes: ["Standard_D4ds_v5"], size: 3 };

  test("a node group is the same as one in the props", () => {
    const later = synthesizeAks({}, (shop) => {
      shop.addNodeGroup(late);
    });
    const first = synthesizeAks({ nodeGroups: [...minimal.nodeGroups, late] });
    expect(later.resource(KubernetesClusterNodePool)).toEqual(first.resource(KubernetesClusterNodePool));
    expect(later.graph.isOrdered(cluster, "azurerm_kubernetes_cluster_node_pool.node_groups_late")).toBe(
      true,
    );
    expect(
      later.graph.isOrdered(
        "azurerm_subnet_nat_gateway_association.network_nodes_nat",
        "azurerm_kubernetes_cluster_node_pool.node_groups_late",
      ),
    ).toBe(true);
  });

  test("a node group is not the first node pool, even if it could be", () => {
    const plain = synthesizeAks().resource(KubernetesCluster);
    const later = synthesizeAks({}, (shop) => {
      shop.addNodeGroup({ ...late, mode: "system" });
    });
    expect(later.resource(KubernetesCluster).default_node_pool).toEqual(plain.default_node_pool);
    expect(later.resource(KubernetesClusterNodePool).mode).toBe("System");
  });

  test("a node group is checked with the same rules, together with existing ones", () => {
    const twice = () =>
      synthesizeAks({}, (shop) => {
        shop.addNodeGroup(minimal.nodeGroups[0]);
      });
    expect(twice).toThrow(/nodeGroups\[1\]\.name: .*workers/);
  });

  test("a workload identity is the same as one in the props", () => {
    const workload = {
      namespace: "shop",
      serviceAccount: "orders",
      grants: [{ role: "Reader", scope: "/subscriptions/0/resourceGroups/shop" }],
    };
    const later = synthesizeAks({}, (shop) => {
      shop.addWorkloadIdentity(workload);
    });
    const first = synthesizeAks({ workloadIdentities: [workload] });
    expect(later.terraform.resource).toEqual(first.terraform.resource);
    expect(later.graph.isOrdered(cluster, credentialOf(later))).toBe(true);
  });

  const credentialOf = (stack: Synthesized) =>
    `azurerm_federated_identity_credential.${Object.keys(stack.resources(FederatedIdentityCredential))[0]}`;

  test("single resources are accessible", () => {
    const stack = synthesizeAks({}, (shop) => {
      shop.controlPlane.cluster.addOverride("timeouts.create", "120m");
      shop.addNodeGroup(late).nodePools[0].resource.addOverride("scale_down_mode", "Deallocate");
    });
    expect(stack.resource(KubernetesCluster).timeouts.create).toBe("120m");
    expect(stack.resource(KubernetesClusterNodePool).scale_down_mode).toBe("Deallocate");
  });
});

describe("protection", () => {
  const guarded = (props: Partial<AksClusterProps>) =>
    resourcesOf(synthesizeAks({ storage: { file: true, backup: true, netApp: { sizeTiB: 1 } }, ...props }))
      .filter(([, , { lifecycle }]) => lifecycle?.prevent_destroy)
      .map(([type, name]) => `${type}.${name}`)
      .sort();

  test("is on the cluster, on its required resources, and on resources with data", () => {
    expect(guarded({})).toEqual([
      "azurerm_data_protection_backup_instance_kubernetes_cluster.storage_backup",
      "azurerm_data_protection_backup_vault.storage_backup_vault",
      cluster,
      "azurerm_log_analytics_workspace.observability_workspace",
      "azurerm_netapp_volume.storage_netapp",
      "azurerm_resource_group.resource_group",
      "azurerm_resource_group.storage_backup_snapshots",
      "azurerm_storage_account.storage_backup_account",
      "azurerm_storage_account.storage_file_account",
      "azurerm_storage_share.storage_file",
      "azurerm_subnet.network_api_server",
      "azurerm_subnet.network_nodes",
      "azurerm_virtual_network.network_vnet",
    ]);
  });

  test("is disabled everywhere with one field", () => {
    expect(guarded({ protection: false })).toEqual([]);
  });
});

test("an existing resource group is used unchanged", () => {
  const stack = synthesizeAks({ aks: { resourceGroup: "platform" } });
  expect(stack.resources(ResourceGroup)).toEqual({});
  expect(stack.resource(KubernetesCluster)).toMatchObject({
    name: "shop",
    resource_group_name: "platform",
    location: "westeurope",
    node_resource_group: "shop-nodes",
  });
});
