import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { synthesizeEks } from "../../support/eks";
import type { Arguments, Synthesized } from "../../support/synthesized";

const nodes = "${aws_security_group.node_groups_security_group.id}";
const controlPlane = "${aws_eks_cluster.control_plane.vpc_config[0].cluster_security_group_id}";

const stack = synthesizeEks({ network: { endpoints: ["ecr.api"] } });

/** A rule as `peer -> group: protocol ports` or `group -> peer: …`. */
function rules(
  type: typeof VpcSecurityGroupIngressRule | typeof VpcSecurityGroupEgressRule,
  of: Synthesized = stack,
): string[] {
  const party = (id: string) => (id === nodes ? "nodes" : id === controlPlane ? "control plane" : id);
  return Object.entries(of.resources(type))
    .filter(([name]) => name.startsWith("node_groups_"))
    .map(([, rule]: [string, Arguments]) => {
      const group = party(rule.security_group_id);
      const peer = rule.cidr_ipv4 ?? party(rule.referenced_security_group_id);
      const ports = rule.from_port === undefined ? "" : ` ${rule.from_port}-${rule.to_port}`;
      const ends = type === VpcSecurityGroupIngressRule ? [peer, group] : [group, peer];
      return `${ends.join(" -> ")}: ${rule.ip_protocol}${ports}`;
    })
    .sort();
}

test("ingress of nodes and of the control plane is exactly this", () => {
  expect(rules(VpcSecurityGroupIngressRule)).toEqual([
    "control plane -> nodes: tcp 1025-65535",
    "control plane -> nodes: tcp 443-443",
    "nodes -> control plane: tcp 443-443",
    "nodes -> nodes: -1",
  ]);
});

test("egress of nodes is unrestricted", () => {
  expect(rules(VpcSecurityGroupEgressRule)).toEqual(["nodes -> 0.0.0.0/0: -1"]);
});

test("rules are separate resources: a rule within a group would remove the others", () => {
  for (const group of Object.values(stack.resources(SecurityGroup))) {
    expect([group.ingress, group.egress]).toEqual([undefined, undefined]);
  }
});

test("each rule has a description", () => {
  const all = [VpcSecurityGroupIngressRule, VpcSecurityGroupEgressRule].flatMap((type) =>
    Object.values(stack.resources(type)),
  );
  expect(all.filter(({ description }) => !description)).toEqual([]);
});

test("only the group of nodes has the tags by which controllers find it", () => {
  const tagged = (key: string) =>
    Object.entries(stack.resources(SecurityGroup)).flatMap(([name, { tags }]) => (key in tags ? [name] : []));
  expect(tagged("kubernetes.io/cluster/shop")).toEqual(["node_groups_security_group"]);
  expect(tagged("karpenter.sh/discovery")).toEqual(["node_groups_security_group"]);
  expect(stack.resource(SecurityGroup, "node_groups_security_group").tags).toEqual({
    Name: "shop-nodes",
    "kubernetes.io/cluster/shop": "owned",
    "karpenter.sh/discovery": "shop",
  });
});

test("each security group is attached", () => {
  const attached = [
    ...Object.values(stack.resources(LaunchTemplate)).flatMap((one) => one.vpc_security_group_ids),
    ...Object.values(stack.resources(VpcEndpoint)).flatMap((one) => one.security_group_ids ?? []),
  ];
  for (const name of Object.keys(stack.resources(SecurityGroup))) {
    expect(attached).toContain(`\${aws_security_group.${name}.id}`);
  }
});

test("all rules are created before the first node, and destroyed after the last", () => {
  for (const type of [VpcSecurityGroupIngressRule, VpcSecurityGroupEgressRule]) {
    for (const name of Object.keys(stack.resources(type)).filter((rule) => rule.startsWith("node_groups_"))) {
      expect(
        stack.graph.isOrdered(`${type.tfResourceType}.${name}`, "aws_eks_node_group.node_groups_workers"),
      ).toBe(true);
    }
  }
});

test("all groups of nodes share the one security group", () => {
  const two = synthesizeEks({
    nodeGroups: [
      { name: "a", machineTypes: ["m7i.large"], size: 1 },
      { name: "b", machineTypes: ["m7g.large"], size: 1 },
    ],
  });
  expect(Object.keys(two.resources(EksNodeGroup))).toHaveLength(2);
  expect(Object.keys(two.resources(SecurityGroup))).toEqual(["node_groups_security_group"]);
});

describe("restricted rules", () => {
  const restricted = synthesizeEks({ network: { nodeRules: "restricted", webhookPorts: [9443, 443, 80] } });

  test("are DNS and unprivileged ports among nodes; kubelets, HTTPS and webhooks from the control plane", () => {
    expect(rules(VpcSecurityGroupIngressRule, restricted)).toEqual([
      "control plane -> nodes: tcp 10250-10250",
      "control plane -> nodes: tcp 443-443",
      "control plane -> nodes: tcp 80-80",
      "control plane -> nodes: tcp 9443-9443",
      "nodes -> control plane: tcp 443-443",
      "nodes -> nodes: tcp 1025-65535",
      "nodes -> nodes: tcp 53-53",
      "nodes -> nodes: udp 53-53",
    ]);
    expect(rules(VpcSecurityGroupEgressRule, restricted)).toEqual(["nodes -> 0.0.0.0/0: -1"]);
  });

  test("keep the addresses of rules of both sets, so that a change does not interrupt traffic", () => {
    const names = (of: Synthesized) => Object.keys(of.resources(VpcSecurityGroupIngressRule));
    const both = names(restricted).filter((name) => names(stack).includes(name));
    expect(both).toEqual([
      "node_groups_security_group_control_plane_from_nodes",
      "node_groups_security_group_nodes_from_control_plane_https",
    ]);
  });
});

test("webhook ports allow ports that the standard rules do not allow", () => {
  const low = synthesizeEks({ network: { webhookPorts: [9443, 80] } });
  expect(rules(VpcSecurityGroupIngressRule, low)).toEqual([
    "control plane -> nodes: tcp 1025-65535",
    "control plane -> nodes: tcp 443-443",
    "control plane -> nodes: tcp 80-80",
    "nodes -> control plane: tcp 443-443",
    "nodes -> nodes: -1",
  ]);
});

test("additional security groups are on the machines of their group only", () => {
  const databases = "sg-0a1b2c3d4e5f60718";
  const two = synthesizeEks({
    nodeGroups: [
      { name: "a", machineTypes: ["m7i.large"], size: 1, securityGroups: [databases] },
      { name: "b", machineTypes: ["m7i.large"], size: 1 },
    ],
  });
  const groupsOf = (group: string) =>
    two.resource(LaunchTemplate, `node_groups_${group}_launch_template`).vpc_security_group_ids;
  expect(groupsOf("a")).toEqual([nodes, databases]);
  expect(groupsOf("b")).toEqual([nodes]);
});
