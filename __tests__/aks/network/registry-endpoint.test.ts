import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import { synthesizeAks } from "../../support/aks";
import { isolated, registry, subnet, vnet } from "../rule-support";

const egress = { type: "none", registryId: registry } as const;
const cluster = "azurerm_kubernetes_cluster.control_plane";
const existing = {
  vnetId: vnet,
  nodeSubnetId: subnet("nodes"),
  apiServerSubnetId: subnet("api"),
};

test("without egress a registry endpoint is created before the first node starts", () => {
  const stack = synthesizeAks({ network: { private: true, egress }, ...isolated });
  expect(stack.resource(PrivateEndpoint)).toMatchObject({
    subnet_id: "${azurerm_subnet.network_endpoints.id}",
    private_service_connection: {
      private_connection_resource_id: registry,
      subresource_names: ["registry"],
      is_manual_connection: false,
    },
    private_dns_zone_group: {
      private_dns_zone_ids: ["${azurerm_private_dns_zone.network_registry_dns_zone.id}"],
    },
  });
  expect(stack.resource(PrivateDnsZone, "network_registry_dns_zone").name).toBe("privatelink.azurecr.io");
  expect(stack.graph.isOrdered("azurerm_private_endpoint.network_registry", cluster)).toBe(true);
  expect(
    stack.graph.isOrdered(
      "azurerm_private_dns_zone_virtual_network_link.network_registry_dns_zone_link",
      cluster,
    ),
  ).toBe(true);
});

test("its name has at most 64 characters, the limit of Azure", () => {
  const name = "a-cluster-whose-name-is-about-as-long-as-a-name-may-be-in-azure";
  const stack = synthesizeAks({ name, network: { private: true, egress }, ...isolated });
  expect(stack.resource(PrivateEndpoint).name).toMatch(/^a-cluster-whose-name-.{25,34}-[0-9a-f]{8}$/);
  expect(
    synthesizeAks({ network: { private: true, egress }, ...isolated }).resource(PrivateEndpoint).name,
  ).toMatch(/^shop-registry-[0-9a-f]{8}$/);
});

test("with egress there is no registry endpoint", () => {
  expect(Object.keys(synthesizeAks().resources(PrivateEndpoint))).toEqual([]);
});

test("an existing network has one if the file sets a subnet for it", () => {
  const endpointSubnetId = subnet("endpoints");
  const stack = synthesizeAks({
    network: { existing: { ...existing, endpointSubnetId }, egress },
    ...isolated,
  });
  expect(stack.resource(PrivateEndpoint).subnet_id).toBe(endpointSubnetId);
  expect(stack.graph.isOrdered("azurerm_private_endpoint.network_registry", cluster)).toBe(true);
});

test("an existing network without such a subnet needs no endpoint", () => {
  const stack = synthesizeAks({ network: { existing, egress }, ...isolated });
  expect(Object.keys(stack.resources(PrivateEndpoint))).toEqual([]);
});
