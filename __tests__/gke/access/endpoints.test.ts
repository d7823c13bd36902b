import { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import type { GkeAccessSpec } from "../../../modules/gke/spec";
import { synthesizeGke } from "../../support/gke";

describe("access to the API server", () => {
  const withAccess = (access: Partial<GkeAccessSpec>) => synthesizeGke({ access: { admins: [], ...access } });

  test("is a DNS endpoint with permissions of IAM, and a private endpoint in the network", () => {
    const stack = withAccess({});
    expect(stack.resource(ContainerCluster)).toMatchObject({
      control_plane_endpoints_config: {
        dns_endpoint_config: { allow_external_traffic: false },
        ip_endpoints_config: { enabled: true },
      },
      private_cluster_config: {
        enable_private_nodes: true,
        enable_private_endpoint: true,
        master_global_access_config: { enabled: true },
      },
    });
    expect(stack.terraform.output.kubeconfig_command.value).toContain(" --internal-ip");
    expect(stack.terraform.output.cluster_dns_endpoint).toBeUndefined();
  });

  test("is also the DNS endpoint on request, from everywhere", () => {
    const stack = withAccess({ dnsEndpoint: true });
    expect(stack.resource(ContainerCluster).control_plane_endpoints_config.dns_endpoint_config).toEqual({
      allow_external_traffic: true,
    });
    expect(stack.terraform.output.kubeconfig_command.value).toContain(" --dns-endpoint");
  });

  // Without the block all addresses have access.
  test("is refused for other addresses", () => {
    expect(withAccess({}).resource(ContainerCluster).master_authorized_networks_config).toEqual({
      cidr_blocks: [],
      gcp_public_cidrs_access_enabled: false,
      private_endpoint_enforcement_enabled: true,
    });
  });

  test("is a public endpoint if publicFrom has ranges", () => {
    const stack = withAccess({
      publicFrom: ["203.0.113.0/24"],
      privateFrom: ["10.200.0.0/16"],
      dnsEndpoint: false,
    });
    expect(stack.resource(ContainerCluster)).toMatchObject({
      private_cluster_config: { enable_private_endpoint: false },
      master_authorized_networks_config: {
        cidr_blocks: [{ cidr_block: "203.0.113.0/24" }, { cidr_block: "10.200.0.0/16" }],
      },
    });
    expect(stack.terraform.output.kubeconfig_command.value).toMatch(/--project \S+$/);
  });

  test("can be the private endpoint only", () => {
    const stack = withAccess({ privateFrom: ["10.200.0.0/16"], dnsEndpoint: false, globalAccess: false });
    expect(stack.resource(ContainerCluster).private_cluster_config).toMatchObject({
      enable_private_endpoint: true,
      master_global_access_config: { enabled: false },
    });
    expect(stack.terraform.output.kubeconfig_command.value).toContain(" --internal-ip");
  });

  test("can be the DNS endpoint only", () => {
    const stack = withAccess({ ipEndpoint: false, dnsEndpoint: true });
    const cluster = stack.resource(ContainerCluster);
    expect(cluster.control_plane_endpoints_config.ip_endpoints_config).toEqual({ enabled: false });
    expect(cluster.master_authorized_networks_config).toBeUndefined();
    expect(stack.terraform.output.cluster_endpoint.value).toBe(
      stack.terraform.output.cluster_dns_endpoint.value,
    );
  });

  test("can be in a separate subnet with Private Service Connect", () => {
    const stack = withAccess({ endpointAddress: { cidr: "10.0.192.0/28" } });
    expect(stack.resource(ComputeSubnetwork, "network_endpoint_subnetwork")).toMatchObject({
      name: "shop-endpoint",
      ip_cidr_range: "10.0.192.0/28",
    });
    expect(stack.resource(ContainerCluster).private_cluster_config.private_endpoint_subnetwork).toBe(
      "${google_compute_subnetwork.network_endpoint_subnetwork.id}",
    );
  });

  test("has the security group for Google Groups", () => {
    const cluster = withAccess({ securityGroup: "gke-security-groups@example.com" }).resource(
      ContainerCluster,
    );
    expect(cluster.authenticator_groups_config).toEqual({
      security_group: "gke-security-groups@example.com",
    });
  });

  // The provider disables the groups if the name is empty, and keeps them if the block is removed.
  test("turns off Google Groups with an empty name", () => {
    const cluster = withAccess({ securityGroup: "none" }).resource(ContainerCluster);
    expect(cluster.authenticator_groups_config).toEqual({ security_group: "" });
  });
});
