import { synthesizeEks } from "../support/eks";
import type { Graph } from "../support/graph";

const group = "aws_eks_node_group.node_groups_workers";

/** Checks that Terraform makes these one after the other, and takes them down the other way. */
function expectOrder(graph: Graph, ...addresses: string[]): void {
  for (let i = 1; i < addresses.length; i++) {
    const [before, after] = [addresses[i - 1], addresses[i]];
    expect({ before, after, ordered: graph.isOrdered(before, after) }).toEqual({
      before,
      after,
      ordered: true,
    });
  }
}

describe("the order of a cluster", () => {
  const { graph } = synthesizeEks({
    access: {
      admins: ["arn:aws:iam::111122223333:role/Admin"],
      viewers: [{ principal: "arn:aws:iam::111122223333:role/Developer" }],
    },
    network: { zones: 2, endpoints: ["ecr.api"] },
  });

  const agent = "aws_eks_addon.add_ons_eks_pod_identity_agent";
  const podNetwork = "aws_eks_addon.add_ons_vpc_cni";

  test.each([agent, podNetwork])("control plane, %s, nodes, then what needs nodes", (addOn) => {
    expectOrder(graph, "aws_eks_cluster.control_plane", addOn, group, "aws_eks_addon.add_ons_coredns");
  });

  test("the pod identity agent and the pod network are created in parallel", () => {
    expect(graph.isOrdered(agent, podNetwork)).toBe(false);
    expect(graph.isOrdered(podNetwork, agent)).toBe(false);
  });

  test("drivers are created after nodes", () => {
    expectOrder(graph, group, "aws_eks_addon.storage_block");
  });

  test("add-ons are created after their roles have their policies", () => {
    expectOrder(
      graph,
      "aws_iam_role_policy_attachment.add_ons_vpc_cni_role_policy_AmazonEKS_CNI_Policy",
      "aws_eks_addon.add_ons_vpc_cni",
    );
    expectOrder(
      graph,
      "aws_iam_role_policy_attachment.storage_block_role_policy_service_role_AmazonEBSCSIDriverPolicy",
      "aws_eks_addon.storage_block",
    );
  });

  test.each([
    "aws_eks_access_policy_association.identity_111122223333_role_Admin_admin",
    "aws_eks_addon.add_ons_kube_proxy",
    "aws_iam_role_policy_attachment.node_groups_node_role_worker_policy",
    "aws_iam_role_policy_attachment.node_groups_node_role_registry_policy",
    "aws_launch_template.node_groups_workers_launch_template",
    "aws_nat_gateway.network_nat_gateway_eu_central_1a",
    "aws_route.network_private_eu_central_1a_internet",
    "aws_route.network_private_eu_central_1b_internet",
    "aws_route_table_association.network_private_eu_central_1a_association",
    "aws_route_table_association.network_private_eu_central_1b_association",
    "aws_vpc_endpoint.network_endpoint_ecr_api",
  ])("nodes start after %s", (address) => {
    expectOrder(graph, address, group);
  });

  // A NAT gateway passes nothing on until its public subnet leads to the internet.
  test.each([
    "aws_route.network_public_internet",
    "aws_route_table_association.network_public_eu_central_1a_association",
    "aws_route_table_association.network_public_eu_central_1b_association",
  ])("nodes start after %s", (address) => {
    expectOrder(graph, address, group);
  });

  // Without NAT these are the only way to images.
  test.each([
    "aws_vpc_endpoint.network_endpoint_s3",
    "aws_vpc_security_group_ingress_rule.network_endpoints_https",
  ])("nodes start after %s", (address) => {
    expectOrder(graph, address, group);
  });

  // Their successor would be created before they are destroyed. To EKS it is the same permission, and the destruction of one would remove both.
  test("nodes do not depend on permissions with a scope", () => {
    expect(
      graph.isOrdered("aws_eks_access_policy_association.identity_111122223333_role_Developer_viewer", group),
    ).toBe(false);
  });

  test("the internet gateway is created before its dependents", () => {
    const gateway = "aws_internet_gateway.network_internet_gateway";
    expectOrder(graph, gateway, "aws_eip.network_nat_address_eu_central_1a");
    expectOrder(graph, gateway, "aws_nat_gateway.network_nat_gateway_eu_central_1a");
  });

  test("has no cycle, and nothing undeclared in it", () => {
    expect(graph.cycle).toBeUndefined();
    expect(graph.unresolved).toEqual([]);
  });
});

test("CoreDNS and the CSI driver come after all groups, per zone ones too", () => {
  const { graph, addresses } = synthesizeEks({
    nodeGroups: [
      { name: "workers", machineTypes: ["m7i.large"], size: 3, spread: "per-zone" },
      { name: "spot", machineTypes: ["m7g.large", "m6g.large"], size: { min: 0, max: 5 }, capacity: "spot" },
    ],
  });
  const groups = addresses.filter((address) => address.startsWith("aws_eks_node_group."));
  expect(groups).toHaveLength(4);
  for (const one of groups) {
    expectOrder(graph, one, "aws_eks_addon.add_ons_coredns");
    expectOrder(graph, one, "aws_eks_addon.storage_block");
  }
});
