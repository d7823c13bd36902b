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
    .filter((attachment) => attachment.role === `${role}.name}`)
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

/** Whether compute, storage and load balancing are on; undefined where nothing is said of them. */
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

  test("is not spoken of in a cluster that never had it", () => {
    expect(switches(synthesizeEks().resource(EksCluster))).toEqual([undefined, undefined, undefined]);
  });

  test("leaves what else is said of the network", () => {
    const stack = synthesizeEks({ ...auto, network: { serviceCidr: "172.20.0.0/16" } });
    expect(stack.resource(EksCluster).kubernetes_network_config).toEqual({
      service_ipv4_cidr: "172.20.0.0/16",
      elastic_load_balancing: { enabled: true },
    });
  });

  test("gives the control plane four policies more, and nodes two, before there is a cluster", () => {
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

  test("has a control plane that may tag its sessions, as its statements demand", () => {
    const { assume_role_policy } = alone.resource(IamRole, "control_plane_role");
    expect(JSON.parse(assume_role_policy).Statement[0].Action).toEqual(["sts:AssumeRole", "sts:TagSession"]);
  });

  test("puts nodes where there is a way out: the cluster is in the private subnets, and stays there", () => {
    const { vpc_config, lifecycle } = alone.resource(EksCluster);
    expect(vpc_config.subnet_ids).toEqual(subnets("private"));
    expect(lifecycle.ignore_changes).not.toContain("vpc_config[0].subnet_ids");
    expect(synthesizeEks().resource(EksCluster).vpc_config.subnet_ids).toEqual(subnets("intra"));
  });

  test("lets its own nodes in itself: EKS refuses a second entry", () => {
    expect(Object.values(alone.resources(EksAccessEntry)).map(({ type }) => type)).toEqual(["STANDARD"]);
  });

  test("tells the name of the nodes' role", () => {
    expect(alone.terraform.output.auto_mode_node_role_name.value).toBe(`${nodeRole}.name}`);
  });
});

describe("Auto Mode alone", () => {
  test("needs no add-ons, no role and no group of nodes", () => {
    expect(alone.resources(EksAddon)).toEqual({});
    expect(alone.resources(SecurityGroup)).toEqual({});
    expect(alone.addresses.filter((address) => /\.(node_groups|add_ons|storage)_/.test(address))).toEqual([]);
    expect(alone.terraform.output.node_role_arn).toBeUndefined();
    expect(alone.terraform.output.node_groups.value).toEqual({});
  });

  test("takes no node group later, since there is nothing that it could use", () => {
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

describe("Auto Mode beside node groups", () => {
  test("leaves them their add-ons", () => {
    expect(
      Object.values(mixed.resources(EksAddon))
        .map(({ addon_name }) => addon_name)
        .sort(),
    ).toEqual(["aws-ebs-csi-driver", "coredns", "eks-pod-identity-agent", "kube-proxy", "vpc-cni"]);
  });

  test("lets pods on both reach each other on any port", () => {
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

describe("pools of one's own", () => {
  test("are told to EKS by silence, and the nodes' role is let in", () => {
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

  test("say themselves where their nodes are", () => {
    expect(ownPools.resource(EksCluster).vpc_config.subnet_ids).toEqual(subnets("intra"));
  });
});

describe("the way off", () => {
  test("switches all three off, with no pools", () => {
    expect(switches(switchedOff.resource(EksCluster))).toEqual([false, false, false]);
    expect(switchedOff.resource(EksCluster).compute_config).toEqual({ enabled: false, node_pools: [] });
  });

  test("keeps the roles at their addresses, with their rights, to end what runs", () => {
    expect(policiesOf(switchedOff, "${aws_iam_role.control_plane_role")).toEqual(clusterPolicies);
    for (const address of alone.addresses.filter((one) => one.includes("control_plane_auto_mode"))) {
      expect(switchedOff.addresses).toContain(address);
    }
  });
});
