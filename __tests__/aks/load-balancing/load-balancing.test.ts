import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import type { AksLoadBalancingSpec } from "../../../modules/aks/spec";
import { synthesizeAks } from "../../support/aks";
import { dnsZone, privateZone, subnet } from "../rule-support";

const cluster = "azurerm_kubernetes_cluster.control_plane";
const withLoadBalancing = (loadBalancing: AksLoadBalancingSpec, zones?: string[]) =>
  synthesizeAks({ loadBalancing, dns: zones && { zones } });
const clusterWith = (...args: Parameters<typeof withLoadBalancing>) =>
  withLoadBalancing(...args).resource(KubernetesCluster);

test("services of type LoadBalancer need no resource; no ingress controller is enabled by default", () => {
  const plain = synthesizeAks().resource(KubernetesCluster);
  expect(plain.network_profile.load_balancer_sku).toBe("standard");
  for (const addOn of ["web_app_routing", "ingress_application_gateway", "service_mesh_profile"]) {
    expect(plain).not.toHaveProperty(addOn);
  }
});

describe("the application routing add-on", () => {
  test.each([
    [undefined, "External"],
    ["external", "External"],
    ["internal", "Internal"],
    ["none", "None"],
  ] as const)("with ingress %s has an NGINX that is %s", (ingress, kind) => {
    expect(clusterWith({ controller: true, ingress }).web_app_routing).toEqual({
      default_nginx_controller: kind,
      dns_zone_ids: [],
    });
  });

  test("writes records into the zones with its own identity", () => {
    const stack = withLoadBalancing({ controller: true }, [dnsZone]);
    expect(stack.resource(KubernetesCluster).web_app_routing.dns_zone_ids).toEqual([dnsZone]);
    expect(stack.resource(RoleAssignment, "load_balancing_records_example_com")).toMatchObject({
      role_definition_name: "DNS Zone Contributor",
      scope: dnsZone,
      principal_id: `\${${cluster}.web_app_routing[0].web_app_routing_identity[0].object_id}`,
    });
    expect(stack.resources(FederatedIdentityCredential)).toEqual({});
  });
});

describe("ExternalDNS", () => {
  const stack = withLoadBalancing({}, [dnsZone, privateZone("example.com")]);

  test("has an identity that only its service account can use", () => {
    expect(stack.resource(FederatedIdentityCredential).subject).toBe(
      "system:serviceaccount:external-dns:external-dns",
    );
    expect(stack.resource(UserAssignedIdentity, "load_balancing_external_dns").name).toMatch(
      /^shop-external-dns-/,
    );
  });

  test("may write into public and private zones, also with the same name", () => {
    const principal_id = "${azurerm_user_assigned_identity.load_balancing_external_dns.principal_id}";
    expect(stack.resource(RoleAssignment, "load_balancing_records_example_com")).toMatchObject({
      role_definition_name: "DNS Zone Contributor",
      scope: dnsZone,
      principal_id,
    });
    expect(stack.resource(RoleAssignment, "load_balancing_private_records_example_com")).toMatchObject({
      role_definition_name: "Private DNS Zone Contributor",
      scope: privateZone("example.com"),
      principal_id,
    });
  });

  test("may list the zones of each resource group, once", () => {
    const named = (zone: string, name: string) => zone.replace(/[^/]+$/, name);
    const other = named(dnsZone, "other.org").replace("/resourceGroups/", "/resourceGroups/other-");
    const sameGroup = named(dnsZone, "example.org").replace("resourceGroups", "RESOURCEGROUPS");
    const readers = Object.entries(
      withLoadBalancing({}, [sameGroup, dnsZone, other]).resources(RoleAssignment),
    ).filter(([, { role_definition_name: role }]) => role === "Reader");
    const groupOf = (zone: string) => zone.slice(0, zone.indexOf("/providers/"));
    expect(readers.map(([name, { scope }]) => [name, scope])).toEqual([
      ["load_balancing_zone_list_other_shop", groupOf(other)],
      ["load_balancing_zone_list_shop", groupOf(dnsZone)],
    ]);
  });

  test("does not exist without zones", () => {
    expect(synthesizeAks().resources(FederatedIdentityCredential)).toEqual({});
  });
});

describe("the Application Gateway", () => {
  const gatewayId = subnet("x").replace(/virtualNetworks.*/, "applicationGateways/shop");
  const principal_id = `\${${cluster}.ingress_application_gateway[0].ingress_application_gateway_identity[0].object_id}`;

  test("is an existing one, which the add-on may change", () => {
    const stack = withLoadBalancing({ applicationGateway: { gatewayId } });
    expect(stack.resource(KubernetesCluster).ingress_application_gateway).toEqual({ gateway_id: gatewayId });
    expect(stack.resource(RoleAssignment, "load_balancing_gateway")).toMatchObject({
      role_definition_name: "Contributor",
      scope: gatewayId,
      principal_id,
    });
  });

  test("is created in a subnet, which the add-on may join", () => {
    const subnetId = subnet("gateway");
    const stack = withLoadBalancing({ applicationGateway: { subnetId } });
    expect(stack.resource(KubernetesCluster).ingress_application_gateway).toEqual({ subnet_id: subnetId });
    expect(stack.resource(RoleAssignment, "load_balancing_gateway_subnet")).toMatchObject({
      role_definition_name: "Network Contributor",
      scope: subnetId,
      principal_id,
    });
  });
});

test("Istio has revisions, and optional gateways", () => {
  expect(clusterWith({ istio: { revisions: ["asm-1-29"] } }).service_mesh_profile).toEqual({
    mode: "Istio",
    revisions: ["asm-1-29"],
    internal_ingress_gateway_enabled: false,
    external_ingress_gateway_enabled: false,
  });
  const gateways = { internalGateway: true, externalGateway: true };
  expect(clusterWith({ istio: { revisions: ["asm-1-29"], ...gateways } }).service_mesh_profile).toMatchObject(
    {
      internal_ingress_gateway_enabled: true,
      external_ingress_gateway_enabled: true,
    },
  );
});
