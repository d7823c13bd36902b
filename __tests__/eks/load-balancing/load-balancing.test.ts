import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { synthesizeEks } from "../../support/eks";
import type { Arguments, Synthesized } from "../../support/synthesized";

const stack = synthesizeEks({
  loadBalancing: { controller: true, sharedSecurityGroup: true },
  dns: { zones: ["Z0123456789ABCDEFGHIJ", "Z9"] },
});

const statements = (of: Synthesized, name: string): Arguments[] =>
  JSON.parse(of.resource(IamRolePolicy, `load_balancing_${name}_role_statements`).policy).Statement;

test("does not exist by default", () => {
  const { addresses, terraform } = synthesizeEks();
  expect(addresses.filter((address) => address.includes(".load_balancing"))).toEqual([]);
  expect(terraform.output).not.toHaveProperty("load_balancer_security_group_id");
});

test.each([
  ["controller", "kube-system", "aws-load-balancer-controller"],
  ["external_dns", "external-dns", "external-dns"],
])("%s gets its role as %s/%s", (name, namespace, serviceAccount) => {
  expect(stack.resource(EksPodIdentityAssociation, `load_balancing_${name}`)).toMatchObject({
    namespace,
    service_account: serviceAccount,
    role_arn: `\${aws_iam_role.load_balancing_${name}_role.arn}`,
  });
});

describe("the load balancer controller", () => {
  const all = statements(stack, "controller");
  const allowing = (action: string) => all.filter(({ Action }) => Action.includes(action));
  const ownTag = { "aws:ResourceTag/elbv2.k8s.aws/cluster": ["shop"] };

  test.each([
    "elasticloadbalancing:DeleteLoadBalancer",
    "elasticloadbalancing:SetSecurityGroups",
    "elasticloadbalancing:DeleteTargetGroup",
    "elasticloadbalancing:RemoveTags",
    "elasticloadbalancing:CreateListener",
    "elasticloadbalancing:CreateRule",
    "elasticloadbalancing:DeleteListener",
    "elasticloadbalancing:ModifyRule",
    "elasticloadbalancing:RegisterTargets",
    "elasticloadbalancing:DeregisterTargets",
    "elasticloadbalancing:SetWebAcl",
    "ec2:DeleteSecurityGroup",
    "ec2:DeleteTags",
  ])("does %s to what carries the tag of its cluster", (action) => {
    const scoped = allowing(action);
    expect(scoped).not.toHaveLength(0);
    for (const { Condition } of scoped) expect(Condition.StringEquals).toMatchObject(ownTag);
  });

  test("cannot remove or add the tag of the owner", () => {
    for (const sid of ["Tag", "TagGroups"]) {
      expect(all.find(({ Sid }) => Sid === sid)!.Condition.Null).toEqual({
        "aws:RequestTag/elbv2.k8s.aws/cluster": ["true"],
      });
    }
  });

  test("creates only resources with the tag of its cluster, and groups only in its network", () => {
    for (const { Sid, Condition } of [
      ...allowing("elasticloadbalancing:CreateLoadBalancer"),
      ...allowing("ec2:CreateSecurityGroup").filter((one) => one.Sid !== "MakeGroupsInVpc"),
    ]) {
      expect([Sid, Condition.StringEquals]).toEqual([
        Sid,
        { "aws:RequestTag/elbv2.k8s.aws/cluster": ["shop"] },
      ]);
    }
    expect(all.find(({ Sid }) => Sid === "MakeGroupsInVpc")!.Resource).toEqual([
      "arn:aws:ec2:eu-central-1:*:vpc/${aws_vpc.network_vpc.id}",
    ]);
  });

  test("changes the group with the tag of the cluster", () => {
    const { Condition } = all.find(({ Sid }) => Sid === "OpenNodes")!;
    expect(Condition.StringEquals).toEqual({ "aws:ResourceTag/kubernetes.io/cluster/shop": ["owned"] });
    expect(stack.resource(SecurityGroup, "node_groups_security_group").tags).toMatchObject({
      "kubernetes.io/cluster/shop": "owned",
    });
  });

  test("stays in its region and its partition", () => {
    const china = statements(
      synthesizeEks({
        region: "cn-north-1",
        access: { admins: ["arn:aws-cn:iam::111122223333:role/Admin"] },
        network: { zones: ["cn-north-1a", "cn-north-1b"] },
        loadBalancing: { controller: true },
      }),
      "controller",
    );
    const arns = china.flatMap(({ Resource }) => Resource).filter((arn: string) => arn !== "*");
    expect(arns.filter((arn: string) => !/^arn:aws-cn:[a-z0-9-]+:(cn-north-1|):/.test(arn))).toEqual([]);
  });
});

test("ExternalDNS writes into the zones of the file", () => {
  expect(statements(stack, "external_dns")[1].Resource).toEqual([
    "arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ",
    "arn:aws:route53:::hostedzone/Z9",
  ]);
});

test("the shared security group reaches the nodes, does not have their tag, and is an output", () => {
  const group = "${aws_security_group.load_balancing_security_group.id}";
  const nodes = "${aws_security_group.node_groups_security_group.id}";
  const ports = { ip_protocol: "tcp", from_port: 0, to_port: 65535 };
  expect(stack.resource(VpcSecurityGroupEgressRule, "load_balancing_load_balancers_to_nodes")).toMatchObject({
    security_group_id: group,
    referenced_security_group_id: nodes,
    ...ports,
  });
  expect(
    stack.resource(VpcSecurityGroupIngressRule, "load_balancing_nodes_from_load_balancers"),
  ).toMatchObject({ security_group_id: nodes, referenced_security_group_id: group, ...ports });
  expect(stack.resource(SecurityGroup, "load_balancing_security_group").tags).not.toHaveProperty([
    "kubernetes.io/cluster/shop",
  ]);
  expect(stack.terraform.output.load_balancer_security_group_id.value).toBe(group);
});

test("has no cycle, and nothing undeclared in it", () => {
  expect(stack.graph.cycle).toBeUndefined();
  expect(stack.graph.unresolved).toEqual([]);
});
