import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import { NatGateway } from "@cdktf/provider-azurerm/lib/nat-gateway";
import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { RouteTable } from "@cdktf/provider-azurerm/lib/route-table";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNatGatewayAssociation } from "@cdktf/provider-azurerm/lib/subnet-nat-gateway-association";
import { SubnetNetworkSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/subnet-network-security-group-association";
import { SubnetRouteTableAssociation } from "@cdktf/provider-azurerm/lib/subnet-route-table-association";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import type { AksClusterProps, AksNetworkSpec } from "../../../modules/aks/spec";
import { minimal, synthesizeAks } from "../../support/aks";
import type { Synthesized } from "../../support/synthesized";
import { existing, hub, routed, subnet, vnet } from "../rule-support";

const byDefault = synthesizeAks();
const withNetwork = (network: AksNetworkSpec, more: Partial<AksClusterProps> = {}) =>
  synthesizeAks({ network, ...more });
const profileOf = (stack: Synthesized) => stack.resource(KubernetesCluster).network_profile;

/** Ranges of the subnets, by name in Azure. */
const rangesOf = (stack: Synthesized) =>
  Object.fromEntries(
    Object.values(stack.resources(Subnet)).map(({ name, address_prefixes }) => [name, address_prefixes]),
  );

const perZone = [{ ...minimal.nodeGroups[0], spread: "per-zone" }] as const;

describe("a new network", () => {
  test("has subnets for nodes, the API server and private endpoints", () => {
    expect(byDefault.resource(VirtualNetwork).address_space).toEqual(["10.0.0.0/16"]);
    expect(rangesOf(byDefault)).toEqual({
      nodes: ["10.0.0.0/17"],
      "api-server": ["10.0.192.0/28"],
      endpoints: ["10.0.192.32/27"],
    });
    expect(rangesOf(withNetwork({ cidr: "10.8.0.0/20" })).nodes).toEqual(["10.8.0.0/21"]);
  });

  test("has no default outbound access", () => {
    const stack = withNetwork({ podNetwork: "pod-subnet" }, { storage: { netApp: { sizeTiB: 1 } } });
    const subnets = Object.values(stack.resources(Subnet));
    expect(subnets).toHaveLength(5);
    expect(subnets.map(({ default_outbound_access_enabled: open }) => open)).toEqual(Array(5).fill(false));
  });

  test("has security groups for the subnets of nodes and endpoints, with the default rules of Azure", () => {
    const groups = Object.values(byDefault.resources(NetworkSecurityGroup));
    expect(groups.map(({ name }) => name)).toEqual(["shop-endpoints", "shop-nodes"]);
    expect(groups.map(({ security_rule: rules }) => rules)).toEqual([undefined, undefined]);
    const guarded = Object.values(byDefault.resources(SubnetNetworkSecurityGroupAssociation));
    expect(guarded.map(({ subnet_id }) => subnet_id)).toEqual([
      "${azurerm_subnet.network_endpoints.id}",
      "${azurerm_subnet.network_nodes.id}",
    ]);
    expect(byDefault.resource(Subnet, "network_endpoints").private_endpoint_network_policies).toBe("Enabled");
  });

  test("delegates the subnet of the API server to AKS, and has none with a private endpoint", () => {
    expect(byDefault.resource(Subnet, "network_api_server").delegation).toEqual([
      {
        name: "delegation",
        service_delegation: {
          name: "Microsoft.ContainerService/managedClusters",
          actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"],
        },
      },
    ]);
    const outside = synthesizeAks({ access: { ...minimal.access, private: false } });
    expect(Object.keys(rangesOf(outside))).toEqual(["endpoints", "nodes"]);
  });

  test("has a separate subnet for pods, with the same security group and egress", () => {
    const stack = withNetwork(
      { podNetwork: "pod-subnet" },
      {
        nodeGroups: [minimal.nodeGroups[0], { ...minimal.nodeGroups[0], name: "late" }],
      },
    );
    expect(rangesOf(stack).pods).toEqual(["10.0.128.0/18"]);
    expect(stack.resource(Subnet, "network_pods").delegation[0].service_delegation.name).toBe(
      "Microsoft.ContainerService/managedClusters",
    );
    const pods = "${azurerm_subnet.network_pods.id}";
    for (const type of [SubnetNetworkSecurityGroupAssociation, SubnetNatGatewayAssociation]) {
      expect(Object.values(stack.resources(type)).map(({ subnet_id }) => subnet_id)).toContain(pods);
    }
    expect(stack.resource(KubernetesCluster).default_node_pool.pod_subnet_id).toBe(pods);
    expect(stack.resource(KubernetesClusterNodePool).pod_subnet_id).toBe(pods);
  });

  test("has service endpoints of storage for nodes and pods, if storage is used", () => {
    const endpoints = (props: Partial<AksClusterProps>) =>
      Object.values(synthesizeAks(props).resources(Subnet))
        .filter(({ service_endpoints: services }) => services)
        .map(({ name, service_endpoints: services }) => [name, services]);
    expect(endpoints({})).toEqual([]);
    expect(endpoints({ storage: { file: true } })).toEqual([["nodes", ["Microsoft.Storage"]]]);
    expect(
      endpoints({ storage: { file: true }, network: { podNetwork: "pod-subnet" } }).map(([name]) => name),
    ).toEqual(["nodes", "pods"]);
    expect(
      endpoints({ storage: { file: true }, network: { nat: "per-zone" }, nodeGroups: perZone }).map(
        ([name]) => name,
      ),
    ).toEqual(["nodes-1", "nodes-2", "nodes-3"]);
  });
});

describe("one NAT gateway", () => {
  test("serves all nodes, with an address that does not change with the zones", () => {
    expect(byDefault.resource(NatGateway)).toMatchObject({ name: "shop-nat", sku_name: "Standard" });
    expect(byDefault.resource(NatGateway)).not.toHaveProperty("zones");
    expect(byDefault.resource(PublicIp)).toMatchObject({
      sku: "Standard",
      allocation_method: "Static",
      zones: ["1", "2", "3"],
    });
    expect(profileOf(byDefault).outbound_type).toBe("userAssignedNATGateway");
  });

  test("keeps idle connections for the set time", () => {
    expect(byDefault.resource(NatGateway)).not.toHaveProperty("idle_timeout_in_minutes");
    const patient = withNetwork({ egress: { type: "nat-gateway", idleTimeoutMinutes: 30 } });
    expect(patient.resource(NatGateway).idle_timeout_in_minutes).toBe(30);
  });

  test("is in all zones with provider 4.67", () => {
    const stack = withNetwork({ nat: "regional" }, { aks: { providerMinimum: "4.67.0" } });
    expect(stack.resource(NatGateway).sku_name).toBe("StandardV2");
    expect(stack.resource(PublicIp).sku).toBe("StandardV2");
  });
});

describe("NAT gateways per zone", () => {
  const stack = withNetwork({ nat: "per-zone", zones: 2 }, { nodeGroups: perZone });

  test("are each in one zone, with an address and a node subnet", () => {
    expect(stack.resource(NatGateway, "network_nat_2")).toMatchObject({ name: "shop-nat-2", zones: ["2"] });
    expect(stack.resource(PublicIp, "network_nat_2_address").zones).toEqual(["2"]);
    expect(rangesOf(stack)).toMatchObject({ "nodes-1": ["10.0.0.0/19"], "nodes-2": ["10.0.32.0/19"] });
    expect(stack.resource(SubnetNatGatewayAssociation, "network_nodes_2_nat")).toMatchObject({
      subnet_id: "${azurerm_subnet.network_nodes_2.id}",
      nat_gateway_id: "${azurerm_nat_gateway.network_nat_2.id}",
    });
  });

  test("serve the nodes of their zone", () => {
    expect(stack.resource(KubernetesCluster).default_node_pool).toMatchObject({
      zones: ["1"],
      vnet_subnet_id: "${azurerm_subnet.network_nodes_1.id}",
    });
    expect(stack.resource(KubernetesClusterNodePool)).toMatchObject({
      zones: ["2"],
      vnet_subnet_id: "${azurerm_subnet.network_nodes_2.id}",
    });
    expect(stack.terraform.output.node_subnet_ids.value).toHaveLength(2);
  });

  test("of another zone do not change the existing ones", () => {
    const grown = withNetwork({ nat: "per-zone", zones: 3 }, { nodeGroups: [{ ...perZone[0], size: 4 }] });
    expect(grown.resources(NatGateway)).toMatchObject(stack.resources(NatGateway));
    expect(grown.resources(Subnet)).toMatchObject(stack.resources(Subnet));
    const { name } = stack.resource(KubernetesClusterNodePool);
    expect(grown.resource(KubernetesClusterNodePool, "node_groups_workers_zone_2").name).toBe(name);
  });
});

describe("other egress", () => {
  test("with a route to an appliance, in a new route table", () => {
    const stack = withNetwork(routed);
    expect(stack.resource(RouteTable)).toMatchObject({
      bgp_route_propagation_enabled: false,
      route: [
        {
          name: "internet",
          address_prefix: "0.0.0.0/0",
          next_hop_type: "VirtualAppliance",
          next_hop_in_ip_address: "10.200.0.4",
        },
      ],
    });
    expect(stack.resource(SubnetRouteTableAssociation)).toMatchObject({
      subnet_id: "${azurerm_subnet.network_nodes.id}",
      route_table_id: "${azurerm_route_table.network_routes.id}",
    });
    expect(profileOf(stack).outbound_type).toBe("userDefinedRouting");
    expect(stack.resources(NatGateway)).toEqual({});
  });

  test("with an existing route table", () => {
    const routeTableId = vnet.replace("virtualNetworks", "routeTables");
    const stack = withNetwork({ egress: { type: "route-table", routeTableId }, peerings: [hub] });
    expect(stack.resources(RouteTable)).toEqual({});
    expect(stack.resource(SubnetRouteTableAssociation).route_table_id).toBe(routeTableId);
  });

  test("with the load balancer, with addresses of AKS or existing ones", () => {
    const ipIds = [vnet.replace("virtualNetworks", "publicIPAddresses")];
    const prefixIds = [vnet.replace("virtualNetworks", "publicIPPrefixes")];
    const profile = (egress: object) =>
      profileOf(withNetwork({ egress: { type: "load-balancer", ...egress } })).load_balancer_profile;
    const rest = { idle_timeout_in_minutes: 30, outbound_ports_allocated: 0 };
    expect(profile({})).toEqual({ ...rest, managed_outbound_ip_count: 1 });
    expect(profile({ ips: 2, portsPerNode: 1024, idleTimeoutMinutes: 5 })).toEqual({
      managed_outbound_ip_count: 2,
      outbound_ports_allocated: 1024,
      idle_timeout_in_minutes: 5,
    });
    expect(profile({ ipIds })).toEqual({ ...rest, outbound_ip_address_ids: ipIds });
    expect(profile({ prefixIds })).toEqual({ ...rest, outbound_ip_prefix_ids: prefixIds });
    const stack = withNetwork({ egress: { type: "load-balancer" } });
    expect(profileOf(stack).outbound_type).toBe("loadBalancer");
    expect(stack.resources(NatGateway)).toEqual({});
  });
});

describe("an existing network", () => {
  const groups = [minimal.nodeGroups[0], { ...minimal.nodeGroups[0], name: "late" }];
  const stack = withNetwork({ existing }, { nodeGroups: groups });

  test("is used unchanged", () => {
    const made = Object.keys(stack.terraform.resource as object);
    const ofNetworks = made.filter((type) =>
      /subnet|nat_gateway|route|virtual_network$|security_group|public_ip/.test(type),
    );
    expect(ofNetworks).toEqual([]);
    expect(stack.resource(KubernetesCluster)).toMatchObject({
      default_node_pool: { vnet_subnet_id: existing.nodeSubnetId },
      api_server_access_profile: { subnet_id: existing.apiServerSubnetId },
    });
    expect(stack.resource(KubernetesClusterNodePool).vnet_subnet_id).toBe(existing.nodeSubnetId);
    expect(stack.terraform.output.network_id.value).toBe(vnet);
  });

  test("has the egress of its owner", () => {
    expect(profileOf(stack).outbound_type).toBe("userAssignedNATGateway");
    const routeTableId = vnet.replace("virtualNetworks", "routeTables");
    const routed = withNetwork({ existing, egress: { type: "route-table", routeTableId } });
    expect(profileOf(routed).outbound_type).toBe("userDefinedRouting");
    expect(routed.resources(SubnetRouteTableAssociation)).toEqual({});
  });

  test("has a pod subnet if pods need one", () => {
    const podSubnetId = subnet("pods");
    const pods = withNetwork(
      { podNetwork: "pod-subnet", existing: { ...existing, podSubnetId } },
      { nodeGroups: groups },
    );
    expect(pods.resource(KubernetesCluster).default_node_pool.pod_subnet_id).toBe(podSubnetId);
    expect(pods.resource(KubernetesClusterNodePool).pod_subnet_id).toBe(podSubnetId);
  });
});

describe("addresses of pods", () => {
  const rest = {
    load_balancer_sku: "standard",
    outbound_type: "userAssignedNATGateway",
    ip_versions: ["IPv4"],
  };
  const services = { service_cidr: "172.16.0.0/16", dns_service_ip: '${cidrhost("172.16.0.0/16", 10)}' };

  test.each<[AksNetworkSpec, object]>([
    [
      {},
      {
        network_plugin: "azure",
        network_plugin_mode: "overlay",
        network_data_plane: "cilium",
        network_policy: "cilium",
        pod_cidr: "10.244.0.0/16",
      },
    ],
    [
      { networkPolicy: "calico", podCidr: "10.128.0.0/12" },
      {
        network_plugin: "azure",
        network_plugin_mode: "overlay",
        network_data_plane: "azure",
        network_policy: "calico",
        pod_cidr: "10.128.0.0/12",
      },
    ],
    [
      { podNetwork: "pod-subnet" },
      { network_plugin: "azure", network_data_plane: "cilium", network_policy: "cilium" },
    ],
    [
      { podNetwork: "flat" },
      { network_plugin: "azure", network_data_plane: "azure", network_policy: "azure" },
    ],
    [
      { podNetwork: "flat", networkPolicy: "none" },
      { network_plugin: "azure", network_data_plane: "azure" },
    ],
    [{ podNetwork: "none" }, { network_plugin: "none" }],
  ])("of %j", (network, expected) => {
    expect(profileOf(withNetwork(network))).toEqual({ ...rest, ...services, ...expected });
  });

  test("with kubenet need routes", () => {
    expect(profileOf(withNetwork({ ...routed, podNetwork: "kubenet" }))).toMatchObject({
      network_plugin: "kubenet",
      network_policy: "calico",
      pod_cidr: "10.244.0.0/16",
    });
  });

  test("of services are in another range, with DNS at the tenth address", () => {
    expect(profileOf(withNetwork({ serviceCidr: "192.168.0.0/20" }))).toMatchObject({
      service_cidr: "192.168.0.0/20",
      dns_service_ip: '${cidrhost("192.168.0.0/20", 10)}',
    });
  });

  test("can have observability and FQDN policies", () => {
    expect(profileOf(byDefault)).not.toHaveProperty("advanced_networking");
    expect(
      profileOf(withNetwork({ advancedNetworking: { observability: true } })).advanced_networking,
    ).toEqual({ observability_enabled: true, security_enabled: false });
  });
});
