import { NetworkSecurityRule } from "@cdktf/provider-azurerm/lib/network-security-rule";
import { VirtualNetworkPeering } from "@cdktf/provider-azurerm/lib/virtual-network-peering";
import type { AksClusterProps, AksLoadBalancingSpec } from "../../../modules/aks/spec";
import { minimal, synthesizeAks } from "../../support/aks";
import { existing, hub, isolated, registry, routed } from "../rule-support";

/** The ports that are open to the internet, by source. */
function openPorts(props: Partial<AksClusterProps>): Record<string, string[]> {
  const rules = Object.values(synthesizeAks(props).resources(NetworkSecurityRule));
  for (const rule of rules) {
    expect(rule).toMatchObject({ access: "Allow", direction: "Inbound", source_port_range: "*" });
    expect(rule.network_security_group_name).toBe(
      "${azurerm_network_security_group.network_nodes_security_group.name}",
    );
  }
  expect(new Set(rules.map(({ priority }) => priority)).size).toBe(rules.length);
  return Object.fromEntries(
    rules.map((rule) => [
      `${rule.protocol} from ${rule.source_address_prefix ?? rule.source_address_prefixes.join(" ")}`,
      rule.destination_port_ranges,
    ]),
  );
}

const balanced = (loadBalancing: AksLoadBalancingSpec) => openPorts({ loadBalancing });

describe("the security group of nodes (Azure/AKS #674)", () => {
  test("opens nothing by default, and nothing for clients in the network", () => {
    expect(openPorts({})).toEqual({});
    expect(
      balanced({
        controller: true,
        ingress: "internal",
        istio: { revisions: ["asm-1-29"], internalGateway: true },
      }),
    ).toEqual({});
    expect(openPorts({ nodeGroups: [{ ...minimal.nodeGroups[0], publicAddress: {} }] })).toEqual({});
  });

  test.each<[string, AksLoadBalancingSpec]>([
    ["the NGINX ingress", { controller: true }],
    ["the same, explicitly external", { controller: true, ingress: "external" }],
    ["the external gateway of Istio", { istio: { revisions: ["asm-1-29"], externalGateway: true } }],
    ["both", { controller: true, istio: { revisions: ["asm-1-29"], externalGateway: true } }],
  ])("opens the ports 80 and 443 for %s", (_, loadBalancing) => {
    expect(balanced(loadBalancing)).toEqual({ "Tcp from Internet": ["80", "443"] });
  });

  test("opens the ports of public Services, to the ranges of the file", () => {
    expect(balanced({ publicPorts: ["5432/tcp", "443/tcp", "5060-5070/udp"] })).toEqual({
      "Tcp from Internet": ["443", "5432"],
      "Udp from Internet": ["5060-5070"],
    });
    expect(
      balanced({ controller: true, publicPorts: ["440-445/tcp"], publicFrom: ["203.0.113.0/24"] }),
    ).toEqual({
      "Tcp from 203.0.113.0/24": ["80", "440-445"],
    });
  });

  test("opens host ports of all node groups", () => {
    const group = (name: string, ...hostPorts: string[]) => ({
      ...minimal.nodeGroups[0],
      name,
      publicAddress: { hostPorts },
    });
    expect(
      openPorts({ nodeGroups: [group("a", "8080/tcp"), group("b", "30000-30100/udp", "22/tcp")] }),
    ).toEqual({
      "Tcp from Internet": ["22", "8080"],
      "Udp from Internet": ["30000-30100"],
    });
  });

  test("is not changed in an existing network", () => {
    expect(openPorts({ network: { existing }, loadBalancing: { controller: true } })).toEqual({});
  });
});

describe("a connected network (Azure/AKS #1794)", () => {
  const stack = synthesizeAks({ network: routed });
  const names = ["network_peering_hub", "network_peering_hub_return"];

  test("is connected in both directions", () => {
    expect(Object.keys(stack.resources(VirtualNetworkPeering))).toEqual(names);
    expect(stack.resource(VirtualNetworkPeering, names[0])).toMatchObject({
      name: expect.stringMatching(/^hub-[0-9a-f]{8}$/),
      virtual_network_name: "${azurerm_virtual_network.network_vnet.name}",
      remote_virtual_network_id: hub.networkId,
      allow_forwarded_traffic: true,
      use_remote_gateways: false,
    });
    expect(stack.resource(VirtualNetworkPeering, names[1])).toMatchObject({
      name: "shop-hub",
      resource_group_name: "shop",
      virtual_network_name: "shop-hub",
      remote_virtual_network_id: "${azurerm_virtual_network.network_vnet.id}",
      allow_gateway_transit: false,
    });
  });

  test.each(names)("%s is there before the first node, and before other nodes", (name) => {
    const late = { ...minimal.nodeGroups[0], name: "late" };
    const { graph } = synthesizeAks({ network: routed, nodeGroups: [...minimal.nodeGroups, late] });
    for (const nodes of [
      "azurerm_kubernetes_cluster.control_plane",
      "azurerm_kubernetes_cluster_node_pool.node_groups_late",
    ])
      expect(graph.isOrdered(`azurerm_virtual_network_peering.${name}`, nodes)).toBe(true);
  });

  test("shares its gateways on request, and its owner can connect it", () => {
    const peerings = [{ ...hub, remoteGateways: true }];
    const shared = synthesizeAks({ network: { ...routed, peerings } });
    expect(shared.resource(VirtualNetworkPeering, names[0]).use_remote_gateways).toBe(true);
    expect(shared.resource(VirtualNetworkPeering, names[1]).allow_gateway_transit).toBe(true);
    const foreign = synthesizeAks({ network: { ...routed, peerings: [{ ...hub, returnPeering: false }] } });
    expect(Object.keys(foreign.resources(VirtualNetworkPeering))).toEqual([names[0]]);
  });

  test("can be a reference", () => {
    const peerings = [{ name: "hub", networkId: "${var.hub}" }];
    const { resource_group_name, virtual_network_name } = synthesizeAks({
      network: { ...routed, peerings },
    }).resource(VirtualNetworkPeering, names[1]);
    expect([resource_group_name, virtual_network_name]).toEqual([
      '${element(split("/", "${var.hub}"), 4)}',
      '${element(split("/", "${var.hub}"), 8)}',
    ]);
  });
});

test("a network without egress creates no resource that sends logs or metrics", () => {
  const stack = synthesizeAks({ ...isolated, network: { egress: { type: "none", registryId: registry } } });
  expect(stack.addresses.filter((address) => /data_collection/.test(address))).toEqual([]);
});
