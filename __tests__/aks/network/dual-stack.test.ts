import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { planIpv6 } from "../../../modules/aks/network/address-plan";
import { synthesizeAks } from "../../support/aks";

const egress = { type: "load-balancer" } as const;

test("with one family all ranges are IPv4", () => {
  const stack = synthesizeAks({ network: { egress } });
  expect(stack.resource(VirtualNetwork).address_space).toEqual(["10.0.0.0/16"]);
  expect(stack.resource(KubernetesCluster).network_profile).toMatchObject({
    pod_cidr: "10.244.0.0/16",
    service_cidr: "172.16.0.0/16",
    // The provider keeps omitted families, and would not see the removal of dualStack.
    ip_versions: ["IPv4"],
  });
});

test("with two families network, nodes, pods and services have ranges of both", () => {
  const stack = synthesizeAks({ network: { cidr: "10.65.0.0/16", dualStack: true, egress } });
  expect(stack.resource(VirtualNetwork).address_space).toEqual(["10.65.0.0/16", "fd00:a41::/48"]);
  expect(stack.resource(Subnet, "network_nodes").address_prefixes).toEqual(["10.65.0.0/17", "fd00:a41::/64"]);
  expect(stack.resource(Subnet, "network_endpoints").address_prefixes).toHaveLength(1);
  const profile = stack.resource(KubernetesCluster).network_profile;
  expect(profile).toMatchObject({
    ip_versions: ["IPv4", "IPv6"],
    pod_cidrs: ["10.244.0.0/16", "fd12:3456:789a::/64"],
    service_cidrs: ["172.16.0.0/16", "fd12:3456:789a:1::/108"],
  });
  expect(profile).not.toHaveProperty("pod_cidr");
  expect(profile).not.toHaveProperty("service_cidr");
});

test("networks with different IPv4 ranges have different IPv6 ranges", () => {
  expect(planIpv6("10.65.0.0/16").network).toBe("fd00:a41::/48");
  expect(planIpv6("10.65.16.0/20").network).toBe("fd00:a41:1000::/48");
});
