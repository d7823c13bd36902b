import { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import type { GkeLoadBalancingSpec } from "../../../modules/gke/spec";
import { synthesizeGke } from "../../support/gke";

const withLoadBalancing = (loadBalancing: GkeLoadBalancingSpec) => synthesizeGke({ loadBalancing });

test("GKE's controllers for Ingresses and Gateways are enabled, external addresses of Services are disabled", () => {
  expect(synthesizeGke().resource(ContainerCluster)).toMatchObject({
    addons_config: { http_load_balancing: { disabled: false } },
    gateway_api_config: { channel: "CHANNEL_STANDARD" },
    disable_l4_lb_firewall_reconciliation: false,
    service_external_ips_config: { enabled: false },
  });
});

test("each setting can be changed", () => {
  const spec = { controller: false, gateway: false, firewall: false, externalIps: true };
  expect(withLoadBalancing(spec).resource(ContainerCluster)).toMatchObject({
    addons_config: { http_load_balancing: { disabled: true } },
    gateway_api_config: { channel: "CHANNEL_DISABLED" },
    disable_l4_lb_firewall_reconciliation: true,
    service_external_ips_config: { enabled: true },
  });
});

test("proxies of regional load balancers can have a subnet", () => {
  const proxies = "load_balancing_proxies";
  expect(
    withLoadBalancing({ proxyCidr: "10.0.192.0/23" }).resource(ComputeSubnetwork, proxies),
  ).toMatchObject({
    name: "shop-europe-west3-proxies",
    network: "${google_compute_network.network_vpc.id}",
    region: "europe-west3",
    ip_cidr_range: "10.0.192.0/23",
    purpose: "REGIONAL_MANAGED_PROXY",
    role: "ACTIVE",
  });
  expect(Object.keys(synthesizeGke().resources(ComputeSubnetwork))).toEqual(["network_subnetwork"]);
});
