import { ComputeAddress } from "@cdktf/provider-google/lib/compute-address";
import { ComputeFirewall } from "@cdktf/provider-google/lib/compute-firewall";
import { ComputeNetwork } from "@cdktf/provider-google/lib/compute-network";
import { ComputeRouterNat } from "@cdktf/provider-google/lib/compute-router-nat";
import { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { DnsManagedZone } from "@cdktf/provider-google/lib/dns-managed-zone";
import { DnsRecordSet } from "@cdktf/provider-google/lib/dns-record-set";
import type { GkeNetworkSpec } from "../../../modules/gke/spec";
import { synthesizeGke } from "../../support/gke";

const withNetwork = (network: GkeNetworkSpec) => synthesizeGke({ network });
const vpcId = "${google_compute_network.network_vpc.id}";

describe("a new network", () => {
  const stack = synthesizeGke({ network: { cidr: "10.40.0.0/16" } });

  test("is a VPC without automatic subnets", () => {
    expect(stack.json).toHaveResourceWithProperties(ComputeNetwork, {
      name: "shop-europe-west3",
      auto_create_subnetworks: false,
      routing_mode: "REGIONAL",
      timeouts: { delete: "20m" },
    });
  });

  test("has one subnet for all zones, with the planned ranges", () => {
    expect(stack.resource(ComputeSubnetwork)).toMatchObject({
      name: "shop",
      region: "europe-west3",
      network: vpcId,
      ip_cidr_range: "10.40.128.0/20",
      secondary_ip_range: [
        { range_name: "pods", ip_cidr_range: "10.40.0.0/17" },
        { range_name: "services", ip_cidr_range: "10.40.144.0/20" },
      ],
      private_ip_google_access: true,
    });
  });

  test("gives the names of its ranges to the cluster", () => {
    expect(stack.resource(ContainerCluster).ip_allocation_policy).toEqual({
      cluster_secondary_range_name: "pods",
      services_secondary_range_name: "services",
      stack_type: "IPV4",
    });
  });

  test("has flow logs unless they are disabled", () => {
    expect(stack.resource(ComputeSubnetwork).log_config.flow_sampling).toBe(0.5);
    expect(withNetwork({ flowLogs: false }).resource(ComputeSubnetwork).log_config).toBeUndefined();
  });

  test("is protected together with the cluster", () => {
    for (const type of [ComputeNetwork, ComputeSubnetwork]) {
      expect(stack.resource(type).lifecycle).toEqual({ prevent_destroy: true });
      expect(synthesizeGke({ protection: false }).resource(type).lifecycle ?? {}).toEqual({});
    }
  });

  test("has more pod ranges, named by position", () => {
    const more = withNetwork({ morePodCidrs: ["100.64.0.0/16", "100.65.0.0/16"] });
    expect(more.resource(ComputeSubnetwork).secondary_ip_range.slice(2)).toEqual([
      { range_name: "pods-1", ip_cidr_range: "100.64.0.0/16" },
      { range_name: "pods-2", ip_cidr_range: "100.65.0.0/16" },
    ]);
    expect(more.resource(ContainerCluster).ip_allocation_policy.additional_pod_ranges_config).toEqual({
      pod_range_names: ["pods-1", "pods-2"],
    });
  });
});

describe("egress", () => {
  test("is Cloud NAT for nodes and pods, with dynamic port allocation", () => {
    expect(synthesizeGke().resource(ComputeRouterNat)).toMatchObject({
      nat_ip_allocate_option: "AUTO_ONLY",
      source_subnetwork_ip_ranges_to_nat: "LIST_OF_SUBNETWORKS",
      subnetwork: [
        {
          name: "${google_compute_subnetwork.network_subnetwork.id}",
          source_ip_ranges_to_nat: ["ALL_IP_RANGES"],
        },
      ],
      enable_dynamic_port_allocation: true,
      enable_endpoint_independent_mapping: false,
      min_ports_per_vm: 64,
      max_ports_per_vm: 4096,
    });
  });

  test.each(["single", "per-zone", "regional"] as const)("is the same with nat: %s", (nat) => {
    expect(withNetwork({ nat }).json).toBe(synthesizeGke().json);
  });

  test("does not exist with nat: none", () => {
    const none = withNetwork({ nat: "none" });
    expect(none.resources(ComputeRouterNat)).toEqual({});
    expect(none.resources(DnsManagedZone)).toEqual({});
  });

  test("has an empty list without static addresses, because the provider keeps those of an omitted list", () => {
    expect(withNetwork({}).resource(ComputeRouterNat)).toMatchObject({
      nat_ip_allocate_option: "AUTO_ONLY",
      nat_ips: [],
    });
  });

  test("can have static addresses", () => {
    const two = withNetwork({ natAddresses: 2, natPorts: { min: 128, max: 8192 } });
    expect(Object.values(two.resources(ComputeAddress)).map(({ name }) => name)).toEqual([
      "shop-nat-1",
      "shop-nat-2",
    ]);
    // Cloud NAT no longer uses a removed address when Terraform deletes it.
    for (const { lifecycle } of Object.values(two.resources(ComputeAddress)))
      expect(lifecycle).toEqual({ create_before_destroy: true });
    expect(two.resource(ComputeRouterNat)).toMatchObject({
      nat_ip_allocate_option: "MANUAL_ONLY",
      nat_ips: [
        "${google_compute_address.network_nat_address_1.id}",
        "${google_compute_address.network_nat_address_2.id}",
      ],
      min_ports_per_vm: 128,
      max_ports_per_vm: 8192,
    });
    expect(two.terraform.output.nat_addresses.value).toHaveLength(2);
  });
});

describe("a private network", () => {
  const stack = withNetwork({ private: true });

  test("has no NAT, and no DNS endpoint of its API server", () => {
    expect(stack.resources(ComputeRouterNat)).toEqual({});
    expect(stack.resource(ContainerCluster).control_plane_endpoints_config.dns_endpoint_config).toEqual({
      allow_external_traffic: false,
    });
    expect(stack.terraform.output.cluster_dns_endpoint).toBeUndefined();
  });

  test("resolves Google's services to private addresses", () => {
    const zones = Object.values(stack.resources(DnsManagedZone));
    expect(zones.map((zone) => zone.dns_name)).toEqual([
      "gke.goog.",
      "googleapis.com.",
      "gcr.io.",
      "pkg.dev.",
    ]);
    for (const zone of zones) {
      expect(zone).toMatchObject({
        visibility: "private",
        private_visibility_config: { networks: [{ network_url: vpcId }] },
      });
    }
    expect(stack.json).toHaveResourceWithProperties(DnsRecordSet, {
      name: "pkg.dev.",
      type: "A",
      rrdatas: ["199.36.153.8", "199.36.153.9", "199.36.153.10", "199.36.153.11"],
    });
    expect(stack.json).toHaveResourceWithProperties(DnsRecordSet, {
      name: "*.pkg.dev.",
      type: "CNAME",
      rrdatas: ["pkg.dev."],
    });
  });
});

describe("the firewall", () => {
  test("allows requests of the control plane to webhooks on nodes", () => {
    expect(synthesizeGke().resource(ComputeFirewall)).toMatchObject({
      name: "shop-europe-west3-webhooks",
      network: vpcId,
      direction: "INGRESS",
      allow: [{ protocol: "tcp", ports: ["8443", "9443", "15017"] }],
      source_tags: ["gke-shop"],
      target_tags: ["gke-shop"],
    });
    expect(synthesizeGke().resource(ComputeFirewall).source_ranges).toBeUndefined();
  });

  test("allows them from the range of the control plane, if it has one", () => {
    const own = synthesizeGke({
      access: { admins: [], endpointAddress: { peeringCidr: "172.16.0.0/28" } },
    });
    expect(own.resource(ComputeFirewall).source_ranges).toEqual(["172.16.0.0/28"]);
    expect(own.resource(ContainerCluster).private_cluster_config.master_ipv4_cidr_block).toBe(
      "172.16.0.0/28",
    );
  });

  test("has no rule without ports", () => {
    expect(withNetwork({ webhookPorts: [] }).resources(ComputeFirewall)).toEqual({});
  });

  test("allows egress of nodes if a policy denies it", () => {
    const rules = withNetwork({ webhookPorts: [], egressRules: true }).resources(ComputeFirewall);
    expect(rules.network_egress_cluster).toMatchObject({
      direction: "EGRESS",
      allow: [{ protocol: "all" }],
      destination_ranges: ["10.0.128.0/20", "10.0.0.0/17", "10.0.144.0/20"],
      target_tags: ["gke-shop"],
    });
    expect(rules.network_egress_google).toMatchObject({
      allow: [{ protocol: "tcp", ports: ["443"] }],
      destination_ranges: ["199.36.153.4/30", "199.36.153.8/30", "34.126.0.0/18"],
    });
  });
});

describe("IPv6 addresses", () => {
  test("are private ones", () => {
    const dual = withNetwork({ ipFamily: "ipv6" });
    expect(dual.resource(ComputeNetwork).enable_ula_internal_ipv6).toBe(true);
    expect(dual.resource(ComputeSubnetwork)).toMatchObject({
      stack_type: "IPV4_IPV6",
      ipv6_access_type: "INTERNAL",
    });
    expect(dual.resource(ContainerCluster).ip_allocation_policy.stack_type).toBe("IPV4_IPV6");
  });

  test("can be public ones", () => {
    const dual = withNetwork({ ipFamily: "ipv6", ipv6Access: "external" });
    expect(dual.resource(ComputeNetwork).enable_ula_internal_ipv6).toBeUndefined();
    expect(dual.resource(ComputeSubnetwork).ipv6_access_type).toBe("EXTERNAL");
  });

  test("have no arguments with IPv4", () => {
    expect(withNetwork({ ipFamily: "ipv4" }).json).toBe(synthesizeGke().json);
  });
});

describe("traffic of pods", () => {
  test("uses Dataplane V2, with visibility in the VPC", () => {
    expect(synthesizeGke().resource(ContainerCluster)).toMatchObject({
      datapath_provider: "ADVANCED_DATAPATH",
      enable_intranode_visibility: true,
      networking_mode: "VPC_NATIVE",
    });
  });

  test("can use Calico", () => {
    const cluster = withNetwork({ dataplane: "calico" }).resource(ContainerCluster);
    expect(cluster).toMatchObject({
      datapath_provider: "LEGACY_DATAPATH",
      network_policy: { enabled: true, provider: "CALICO" },
      addons_config: { network_policy_config: { disabled: false } },
    });
  });

  test("can be encrypted, with FQDN policies and cluster-wide policies", () => {
    const cluster = withNetwork({
      encryptedTraffic: true,
      fqdnPolicies: true,
      clusterwidePolicies: true,
      multiNetworking: true,
    }).resource(ContainerCluster);
    expect(cluster).toMatchObject({
      in_transit_encryption_config: "IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT",
      enable_fqdn_network_policy: true,
      enable_cilium_clusterwide_network_policy: true,
      enable_multi_networking: true,
    });
  });

  test("can keep the addresses of pods, and use smaller blocks", () => {
    const cluster = withNetwork({ sourceNat: false, podAddressReserve: false }).resource(ContainerCluster);
    expect(cluster.default_snat_status).toEqual({ disabled: true });
    expect(cluster.ip_allocation_policy.pod_cidr_overprovision_config).toEqual({ disabled: true });
  });
});

describe("DNS of the cluster", () => {
  test("is Cloud DNS, with a cache on each node", () => {
    const cluster = synthesizeGke().resource(ContainerCluster);
    expect(cluster.dns_config).toEqual({ cluster_dns: "CLOUD_DNS", cluster_dns_scope: "CLUSTER_SCOPE" });
    expect(cluster.addons_config.dns_cache_config).toEqual({ enabled: true });
  });

  test("can be available in the VPC", () => {
    const inVpc = withNetwork({ dns: { scope: "vpc", domain: "shop.example" } }).resource(ContainerCluster);
    expect(inVpc.dns_config).toMatchObject({
      cluster_dns_scope: "VPC_SCOPE",
      cluster_dns_domain: "shop.example",
    });
    const additive = withNetwork({ dns: { vpcDomain: "shop.example" } }).resource(ContainerCluster);
    expect(additive.dns_config).toMatchObject({
      cluster_dns_scope: "CLUSTER_SCOPE",
      additive_vpc_scope_dns_domain: "shop.example",
    });
  });

  test("can be kube-dns", () => {
    const cluster = withNetwork({ dns: { by: "kube-dns", nodeCache: false } }).resource(ContainerCluster);
    expect(cluster.dns_config).toEqual({ cluster_dns: "PLATFORM_DEFAULT" });
    expect(cluster.addons_config.dns_cache_config).toEqual({ enabled: false });
  });
});
