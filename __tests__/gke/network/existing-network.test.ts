import { ComputeFirewall } from "@cdktf/provider-google/lib/compute-firewall";
import { ComputeSubnetworkIamMember } from "@cdktf/provider-google/lib/compute-subnetwork-iam-member";
import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { FilestoreInstance } from "@cdktf/provider-google/lib/filestore-instance";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import type { GkeExistingNetwork, GkeNetworkSpec } from "../../../modules/gke/spec";
import { synthesizeGke } from "../../support/gke";

const own: GkeExistingNetwork = {
  network: "own",
  subnetwork: "nodes",
  podRange: "shop-pods",
  serviceRange: "shop-services",
};
const shared: GkeExistingNetwork = {
  ...own,
  network: "projects/host-network/global/networks/shared",
  subnetwork: "projects/host-network/regions/europe-west3/subnetworks/nodes",
  hostProject: "host-network",
};
const within = (existing: GkeExistingNetwork, network: GkeNetworkSpec = {}) =>
  synthesizeGke({ network: { ...network, existing } });

describe("an existing network", () => {
  const stack = within({ ...own, morePodRanges: ["more-pods"] });

  test("is used unchanged, and none of its resources are created", () => {
    expect(stack.addresses.filter((address) => address.includes(".network_"))).toEqual([]);
    expect(stack.resource(ContainerCluster)).toMatchObject({
      network: "own",
      subnetwork: "nodes",
      ip_allocation_policy: {
        cluster_secondary_range_name: "shop-pods",
        services_secondary_range_name: "shop-services",
        additional_pod_ranges_config: { pod_range_names: ["more-pods"] },
      },
    });
  });

  test("is in the outputs of the stack", () => {
    expect(stack.terraform.output.network_id.value).toBe("own");
    expect(stack.terraform.output.node_subnet_ids.value).toEqual(["nodes"]);
  });

  test("gets firewall rules if they are enabled", () => {
    const rules = within(
      { ...own, nodeCidr: "10.1.0.0/20", podCidr: "10.2.0.0/16" },
      { webhookPorts: [9443], egressRules: true },
    ).resources(ComputeFirewall);
    expect(rules.network_webhooks).toMatchObject({ network: "own", source_tags: ["gke-shop"] });
    expect(rules.network_egress_cluster.destination_ranges).toEqual(["10.1.0.0/20", "10.2.0.0/16"]);
  });
});

describe("a shared VPC", () => {
  const stack = within(shared);
  const number = "${data.google_project.project_project.number}";
  const gke = `serviceAccount:service-${number}@container-engine-robot.iam.gserviceaccount.com`;

  test("allows the service agents of the project to use the subnet", () => {
    const members = Object.values(stack.resources(ComputeSubnetworkIamMember));
    expect(members).toHaveLength(2);
    for (const member of members) {
      expect(member).toMatchObject({
        project: "host-network",
        region: "europe-west3",
        subnetwork: shared.subnetwork,
        role: "roles/compute.networkUser",
      });
    }
    expect(members.map(({ member }) => member).sort()).toEqual([
      `serviceAccount:${number}@cloudservices.gserviceaccount.com`,
      gke,
    ]);
  });

  test("allows the service agent of GKE to manage the host project", () => {
    expect(stack.json).toHaveResourceWithProperties(ProjectIamMember, {
      project: "host-network",
      role: "roles/container.hostServiceAgentUser",
      member: gke,
    });
  });

  test("has these permissions before the cluster", () => {
    for (const address of [
      "google_compute_subnetwork_iam_member.network_host_user_gke",
      "google_compute_subnetwork_iam_member.network_host_user_google_apis",
      "google_project_iam_member.network_host_service_agent_user",
    ]) {
      expect(stack.graph.isOrdered(address, "google_container_cluster.control_plane")).toBe(true);
    }
  });

  test("can be without these permissions", () => {
    const addresses = within({ ...shared, hostGrants: false }).addresses;
    expect(addresses.filter((address) => address.includes("host_"))).toEqual([]);
  });

  test("has firewall rules in the host project, also if the cluster is in another project", () => {
    const rules = synthesizeGke({
      gke: { project: "shop-production" },
      network: { existing: shared, webhookPorts: [9443] },
    });
    expect(rules.resource(ComputeFirewall).project).toBe("host-network");
    expect(rules.resource(ContainerCluster).project).toBe("shop-production");
  });

  test("is connected to a file system with private services access", () => {
    const files = synthesizeGke({ network: { existing: shared }, storage: { file: true } });
    expect(files.resource(FilestoreInstance).networks).toEqual([
      { network: shared.network, modes: ["MODE_IPV4"], connect_mode: "PRIVATE_SERVICE_ACCESS" },
    ]);
  });
});

test("an existing network can have more subnets of nodes and pods, in a host project with their roles", () => {
  const more = "projects/host-network/regions/europe-west3/subnetworks/more";
  const stack = within({ ...shared, moreSubnets: [{ subnetwork: more, podRanges: ["pods-2", "pods-3"] }] });
  expect(stack.resource(ContainerCluster).ip_allocation_policy.additional_ip_ranges_config).toEqual([
    { subnetwork: more, pod_ipv4_range_names: ["pods-2", "pods-3"] },
  ]);
  const users = Object.values(stack.resources(ComputeSubnetworkIamMember));
  expect(users.filter(({ subnetwork }) => subnetwork === more)).toHaveLength(2);
});
