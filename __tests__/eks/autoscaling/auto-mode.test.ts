import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { EksClusterProps } from "../../../modules/eks/spec";
import { minimal, synthesizeEks } from "../../support/eks";
import type { Arguments, Synthesized } from "../../support/synthesized";

const auto: Partial<EksClusterProps> = {
  autoscaling: "auto-provisioning",
  nodeGroups: [],
  eks: { autoProvisioning: { by: "auto-mode" } },
};
const alone = synthesizeEks(auto);
const mixed = synthesizeEks({ ...auto, nodeGroups: minimal.nodeGroups });
const ownPools = synthesizeEks({ ...auto, eks: { autoProvisioning: { by: "auto-mode", pools: [] } } });
const switchedOff = synthesizeEks({ eks: { autoMode: "off" } });

const nodeRole = "${aws_iam_role.control_plane_auto_mode_node_role";
const policiesOf = (stack: Synthesized, role: string) =>
  Object.values(stack.resources(IamRolePolicyAttachment))
    .filter((attachment) => attachment.role === `${role}.id}`)
    .map(({ policy_arn }) => policy_arn.replace(/.*\//, ""))
    .sort();
const clusterPolicies = [
  "AmazonEKSBlockStoragePolicy",
  "AmazonEKSClusterPolicy",
  "AmazonEKSComputePolicy",
  "AmazonEKSLoadBalancingPolicy",
  "AmazonEKSNetworkingPolicy",
];
const subnets = (tier: string) =>
  ["a", "b", "c"].map((zone) => `\${aws_subnet.network_${tier}_eu_central_1${zone}.id}`);

/** Whether compute, storage and load balancing are on; undefined if they are not set. */
const switches = ({ compute_config, storage_config, kubernetes_network_config }: Arguments) => [
  compute_config?.enabled,
  storage_config?.block_storage.enabled,
  kubernetes_network_config?.elastic_load_balancing?.enabled,
];

describe("Auto Mode", () => {
  test("is compute, storage and load balancing, all on", () => {
    expect(switches(alone.resource(EksCluster))).toEqual([true, true, true]);
    expect(alone.resource(EksCluster).compute_config).toEqual({
      enabled: true,
      node_pools: ["general-purpose", "system"],
      node_role_arn: `${nodeRole}.arn}`,
    });
  });

  test("is not configured in a cluster that never had it", () => {
    expect(switches(synthesizeEks().resource(EksCluster))).toEqual([undefined, undefined, undefined]);
  });

  test("keeps other settings of the network", () => {
    const stack = synthesizeEks({ ...auto, network: { serviceCidr: "172.20.0.0/16" } });
    expect(stack.resource(EksCluster).kubernetes_network_config).toEqual({
      ip_family: "ipv4",
      service_ipv4_cidr: "172.20.0.0/16",
      elastic_load_balancing: { enabled: true },
    });
  });

  test("adds four policies of the control plane, and two of nodes, before the cluster is created", () => {
    expect(policiesOf(alone, "${aws_iam_role.control_plane_role")).toEqual(clusterPolicies);
    expect(policiesOf(alone, nodeRole)).toEqual([
      "AmazonEC2ContainerRegistryPullOnly",
      "AmazonEKSWorkerNodeMinimalPolicy",
    ]);
    const attachments = alone.addresses.filter((address) =>
      /^aws_iam_role_policy_attachment\.control_plane/.test(address),
    );
    expect(attachments).toHaveLength(7);
    for (const attachment of attachments) {
      expect(alone.graph.isOrdered(attachment, "aws_eks_cluster.control_plane")).toBe(true);
    }
  });

  test("has a control plane that may tag its sessions", () => {
    const { assume_role_policy } = alone.resource(IamRole, "control_plane_role");
    expect(JSON.parse(assume_role_policy).Statement[0].Action).toEqual(["sts:AssumeRole", "sts:TagSession"]);
  });

  test("has nodes with egress: the cluster is in the private subnets, and stays there", () => {
    const { vpc_config, lifecycle } = alone.resource(EksCluster);
    expect(vpc_config.subnet_ids).toEqual(subnets("private"));
    expect(lifecycle.ignore_changes).not.toContain("vpc_config[0].subnet_ids");
    expect(synthesizeEks().resource(EksCluster).vpc_config.subnet_ids).toEqual(subnets("intra"));
  });

  test("creates no access entry: EKS rejects a second one", () => {
    expect(Object.values(alone.resources(EksAccessEntry)).map(({ type }) => type)).toEqual(["STANDARD"]);
  });

  test("outputs the name of the role of nodes", () => {
    expect(alone.terraform.output.auto_mode_node_role_name.value).toBe(`${nodeRole}.name}`);
  });
});

describe("Auto Mode only", () => {
  test("needs no add-ons, and no role and security group of nodes", () => {
    expect(alone.resources(EksAddon)).toEqual({});
    expect(alone.resources(SecurityGroup)).toEqual({});
    expect(alone.addresses.filter((address) => /\.(node_groups|add_ons|storage)_/.test(address))).toEqual([]);
    expect(alone.terraform.output.node_role_arn).toBeUndefined();
    expect(alone.terraform.output.node_groups.value).toEqual({});
  });

  test("supports no node group later", () => {
    expect(() => synthesizeEks(auto, (cluster) => void cluster.addNodeGroup(minimal.nodeGroups[0]))).toThrow(
      "was created for EKS Auto Mode or Fargate only: set its first node group in nodeGroups",
    );
    expect(() => synthesizeEks(auto, (cluster) => void cluster.addOns)).toThrow("has no add-ons");
  });

  test("resolves, without a cycle", () => {
    for (const stack of [alone, mixed, ownPools, switchedOff]) {
      expect(stack.graph.unresolved).toEqual([]);
      expect(stack.graph.cycle).toBeUndefined();
    }
  });
});

describe("Auto Mode and node groups", () => {
  test("keeps the add-ons", () => {
    expect(
      Object.values(mixed.resources(EksAddon))
        .map(({ addon_name }) => addon_name)
        .sort(),
    ).toEqual(["aws-ebs-csi-driver", "coredns", "eks-pod-identity-agent", "kube-proxy", "vpc-cni"]);
  });

  test("allows traffic between pods on both", () => {
    const open = Object.values(mixed.resources(VpcSecurityGroupIngressRule)).filter(
      ({ ip_protocol }) => ip_protocol === "-1",
    );
    const nodes = "${aws_security_group.node_groups_security_group.id}";
    const eks = "${aws_eks_cluster.control_plane.vpc_config[0].cluster_security_group_id}";
    expect(
      open.map(({ security_group_id, referenced_security_group_id }) => [
        referenced_security_group_id,
        security_group_id,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [eks, nodes],
        [nodes, eks],
      ]),
    );
  });
});

describe("custom pools", () => {
  test("need no setting of EKS, and the role of nodes gets access", () => {
    expect(ownPools.resource(EksCluster).compute_config).toEqual({ enabled: true, node_pools: [] });
    expect(ownPools.resource(EksAccessEntry, "control_plane_auto_mode_node_access")).toMatchObject({
      type: "EC2",
      principal_arn: `${nodeRole}.arn}`,
    });
    expect(
      ownPools.resource(EksAccessPolicyAssociation, "control_plane_auto_mode_node_access_policy"),
    ).toMatchObject({
      policy_arn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy",
      access_scope: { type: "cluster" },
    });
  });

  test("select the subnets of their nodes", () => {
    expect(ownPools.resource(EksCluster).vpc_config.subnet_ids).toEqual(subnets("intra"));
  });
});

describe("the removal of Auto Mode", () => {
  test("disables all three, without pools", () => {
    expect(switches(switchedOff.resource(EksCluster))).toEqual([false, false, false]);
    expect(switchedOff.resource(EksCluster).compute_config).toEqual({ enabled: false, node_pools: [] });
  });

  test("keeps the roles and their policies, to terminate machines", () => {
    expect(policiesOf(switchedOff, "${aws_iam_role.control_plane_role")).toEqual(clusterPolicies);
    for (const address of alone.addresses.filter((one) => one.includes("control_plane_auto_mode"))) {
      expect(switchedOff.addresses).toContain(address);
    }
  });
});
