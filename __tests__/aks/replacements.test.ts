import { type Argument, argumentTable } from "../../modules/aks/arguments";
import type { AksClusterProps } from "../../modules/aks/spec";
import { loadEnvironments } from "../../modules/environment";
import { minimal, synthesizeAks } from "../support/aks";
import type { Arguments, Synthesized } from "../support/synthesized";
import { hub, isolated, registry, vnet } from "./rule-support";

/** The arguments of a type in the argument table that force its replacement. */
const forcing = (type: keyof typeof argumentTable): string[] =>
  Object.entries<Argument>(argumentTable[type].arguments)
    .filter(([, { forcesReplacement }]) => forcesReplacement)
    .map(([name]) => name);

/**
 * Terraform gives `create_before_destroy` to all resources that a node pool depends on. A resource that is replaced then exists twice,
 * so that its name must change with the arguments that force its replacement. The rows have these arguments, as the provider has them.
 *
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#create_before_destroy
 */
const forcingArguments: Readonly<Record<string, readonly string[]>> = {
  // The provider changes the size and the zones only with a temporary name, which a pool that is created first does not have.
  azurerm_kubernetes_cluster_node_pool: [
    ...forcing("azurerm_kubernetes_cluster_node_pool"),
    "vm_size",
    "zones",
  ],
  azurerm_nat_gateway: ["sku_name", "zones"],
  azurerm_public_ip: ["sku", "zones", "allocation_method"],
  azurerm_private_endpoint: ["subnet_id", "private_service_connection"],
  azurerm_virtual_network_peering: [
    "virtual_network_name",
    "resource_group_name",
    "remote_virtual_network_id",
  ],
  azurerm_route_table: [],
  azurerm_network_security_group: [],
  azurerm_network_security_rule: [],
  azurerm_subnet: ["virtual_network_name"],
  azurerm_virtual_network: [],
  azurerm_private_dns_zone: [],
  azurerm_private_dns_zone_virtual_network_link: ["virtual_network_id", "private_dns_zone_name"],
  azurerm_resource_group: [],
  azurerm_user_assigned_identity: [],
  azurerm_log_analytics_workspace: ["sku"],
  azurerm_disk_encryption_set: [],
  // The provider generates the name; Azure refuses only a second assignment of the same role to the same principal and scope.
  azurerm_role_assignment: [],
  // The two ids are the name.
  azurerm_nat_gateway_public_ip_association: [],
  azurerm_subnet_network_security_group_association: ["network_security_group_id"],
  azurerm_subnet_nat_gateway_association: ["nat_gateway_id"],
  azurerm_subnet_route_table_association: ["route_table_id"],
  azurerm_kubernetes_cluster: forcing("azurerm_kubernetes_cluster"),
};

/** The addresses with an own or an inherited `create_before_destroy`. */
function createdFirst(stack: Synthesized): string[] {
  const resources = Object.entries(stack.terraform.resource as Arguments).flatMap(([type, all]) =>
    Object.entries(all as Arguments).map(([name, config]) => [`${type}.${name}`, config] as const),
  );
  const pools = resources.filter(([, { lifecycle }]) => lifecycle?.create_before_destroy).map(([at]) => at);
  return resources
    .map(([address]) => address)
    .filter(
      (address) => pools.includes(address) || pools.some((pool) => stack.graph.isOrdered(address, pool)),
    );
}

const late = { ...minimal.nodeGroups[0], name: "late" };
const withPool: Partial<AksClusterProps> = { nodeGroups: [...minimal.nodeGroups, late], protection: false };
const synthesize = (props: Partial<AksClusterProps>) => synthesizeAks({ ...withPool, ...props });

/** The name that Azure accepts once: of a peering within its network. */
const nameOf = ({ name, virtual_network_name, resource_group_name }: Arguments): string =>
  JSON.stringify([resource_group_name, virtual_network_name, name]);

/** The resources that an edit replaces under a name that stays. */
function clashesOf(before: Partial<AksClusterProps>, after: Partial<AksClusterProps>): string[] {
  const [old, next] = [synthesize(before), synthesize(after)];
  const at = (stack: Synthesized, address: string): Arguments | undefined => {
    const [type, name] = address.split(".");
    return (stack.terraform.resource as Arguments)[type]?.[name];
  };
  const changed = new Set<string>();
  const isReplaced = (address: string): boolean => {
    const [a, b] = [at(old, address), at(next, address)];
    if (!a || !b) return false;
    return ["name", ...forcingArguments[address.split(".")[0]]].some(
      (name) =>
        JSON.stringify(a[name]) !== JSON.stringify(b[name]) ||
        // The id of a replaced resource changes.
        [...changed].some((other) => JSON.stringify(b[name] ?? null).includes(`\${${other}.id}`)),
    );
  };
  for (let size = -1; size !== changed.size;) {
    size = changed.size;
    for (const address of createdFirst(next)) if (isReplaced(address)) changed.add(address);
  }
  return [...changed].filter((address) => nameOf(at(old, address)!) === nameOf(at(next, address)!)).sort();
}

test("all resources that are created first have a row with the arguments that force replacement", () => {
  const { environments } = loadEnvironments("examples", { today: new Date("2026-11-23") });
  const clusters = environments
    .flatMap(({ clusters: all }) => all)
    .filter(({ platform }) => platform === "aks");
  expect(clusters.length).toBeGreaterThan(10);
  const types = clusters.flatMap((cluster) =>
    createdFirst(synthesizeAks(cluster as unknown as AksClusterProps)).map(
      (address) => address.split(".")[0],
    ),
  );
  const missing = new Set(types.filter((type) => !forcingArguments[type]));
  expect([...missing]).toEqual([]);
});

const noEgress = (registryId: string): Partial<AksClusterProps> => ({
  ...isolated,
  network: { egress: { type: "none", registryId } },
});

test.each<[string, Partial<AksClusterProps>, Partial<AksClusterProps>]>([
  ["another registry", noEgress(registry), noEgress(`${registry}2`)],
  [
    "another connected network",
    { network: { peerings: [hub] } },
    { network: { peerings: [{ ...hub, networkId: `${hub.networkId}-2` }] } },
  ],
  [
    "other clients",
    { loadBalancing: { controller: true } },
    { loadBalancing: { publicPorts: ["1/tcp"], publicFrom: ["203.0.113.0/24"] } },
  ],
  ["no gateway", {}, { network: { egress: { type: "load-balancer" } } }],
  [
    "a gateway over all zones, after that",
    { network: { egress: { type: "load-balancer" } } },
    { network: { nat: "regional" }, aks: { providerMinimum: "4.67.0" } },
  ],
])("%s leaves no two things with one name", (_, before, after) => {
  expect(clashesOf(before, after)).toEqual([]);
});

test("another NAT gateway and its address have other names; only the association needs a deployment before", () => {
  const regional: Partial<AksClusterProps> = {
    network: { nat: "regional" },
    aks: { providerMinimum: "4.67.0" },
  };
  // Azure accepts one gateway for a subnet: docs/aks.md has the two deployments.
  expect(clashesOf({}, regional)).toEqual(["azurerm_subnet_nat_gateway_association.network_nodes_nat"]);
});

test("another route table needs a deployment before", () => {
  const routes = (name: string): Partial<AksClusterProps> => ({
    network: {
      peerings: [hub],
      egress: {
        type: "route-table",
        routeTableId: `${vnet.replace("virtualNetworks", "routeTables")}${name}`,
      },
    },
  });
  expect(clashesOf(routes("a"), routes("b"))).toEqual([
    "azurerm_subnet_route_table_association.network_nodes_routes",
  ]);
});

test("a setting that replaces an unprotected cluster needs a deployment before", () => {
  const parts = clashesOf({}, { aks: { nodeResourceGroup: "shop-nodes-2" } });
  expect(parts).toContain("azurerm_kubernetes_cluster.control_plane");
});

test.each<[string, object]>([
  ["machines", { machineTypes: ["Standard_D8ds_v5"] }],
  [
    "dedicated hosts",
    { placement: { hostGroupId: vnet.replace("Network/virtualNetworks", "Compute/hostGroups") } },
  ],
  ["the capacity", { capacity: "spot" }],
])("another value of %s replaces a node pool under another name", (_, patch) => {
  expect(clashesOf({}, { nodeGroups: [...minimal.nodeGroups, { ...late, ...patch }] })).toEqual([]);
});

test("protection refuses to destroy the subnets of nodes, whose addresses other subnets would take", () => {
  const subnets = (protection: boolean) =>
    Object.entries(
      synthesizeAks({ protection, network: { podNetwork: "pod-subnet" } }).terraform.resource
        .azurerm_subnet as Arguments,
    )
      .filter(([, { lifecycle }]) => lifecycle?.prevent_destroy)
      .map(([name]) => name);
  expect(subnets(true)).toEqual(["network_api_server", "network_nodes", "network_pods"]);
  expect(subnets(false)).toEqual([]);
});
