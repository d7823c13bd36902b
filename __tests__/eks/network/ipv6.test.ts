import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Route } from "@cdktf/provider-aws/lib/route";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { synthesizeEks } from "../../support/eks";
import type { Synthesized } from "../../support/synthesized";

const stack = synthesizeEks({ network: { ipFamily: "ipv6", zones: 2 } });

/** Number of each subnet's /64, by name. */
const numbers = (of: Synthesized) =>
  Object.fromEntries(
    Object.entries(of.resources(Subnet)).map(([name, subnet]) => [
      name.replace("network_", ""),
      Number(
        /^\$\{cidrsubnet\(aws_vpc\.network_vpc\.ipv6_cidr_block, 8, (\d+)\)\}$/.exec(
          subnet.ipv6_cidr_block,
        )?.[1],
      ),
    ]),
  );

/** Routes of the family, as `name -> gateway`. */
const ipv6Routes = (of: Synthesized) =>
  Object.entries(of.resources(Route))
    .filter(([, route]) => route.destination_ipv6_cidr_block === "::/0")
    .map(([name, route]) => `${name} -> ${route.egress_only_gateway_id ?? route.gateway_id}`)
    .sort();

test("the cluster has the family, and no IPv4 range of services", () => {
  expect(stack.resource(EksCluster).kubernetes_network_config).toEqual({ ip_family: "ipv6" });
});

test("the default family IPv4 is not set, so that existing clusters do not change", () => {
  const ipv4 = synthesizeEks({ network: { ipFamily: "ipv4" } });
  expect(ipv4.json).toBe(synthesizeEks().json);
});

describe("subnets", () => {
  test("have a /64 each by their zone's slot, in a VPC with a range of Amazon's", () => {
    expect(stack.resource(Vpc).assign_generated_ipv6_cidr_block).toBe(true);
    expect(numbers(stack)).toEqual({
      private_eu_central_1a: 0,
      private_eu_central_1b: 1,
      public_eu_central_1a: 16,
      public_eu_central_1b: 17,
      intra_eu_central_1a: 32,
      intra_eu_central_1b: 33,
    });
  });

  test("keep it when a zone is added before", () => {
    const zones = ["eu-central-1c", "eu-central-1a", "eu-central-1b"];
    expect(numbers(synthesizeEks({ network: { ipFamily: "ipv6", zones } }))).toMatchObject(numbers(stack));
  });

  test("assign an address to each interface, as EKS requires", () => {
    for (const subnet of Object.values(stack.resources(Subnet))) {
      expect(subnet.assign_ipv6_address_on_creation).toBe(true);
    }
  });
});

describe("egress", () => {
  const gateway = "${aws_egress_only_internet_gateway.network_egress_only_gateway.id}";

  test("of private subnets is an egress-only gateway; intra subnets have none", () => {
    expect(ipv6Routes(stack)).toEqual([
      `network_private_eu_central_1a_internet_ipv6 -> ${gateway}`,
      `network_private_eu_central_1b_internet_ipv6 -> ${gateway}`,
      "network_public_internet_ipv6 -> ${aws_internet_gateway.network_internet_gateway.id}",
    ]);
  });

  test("is created before the first node", () => {
    expect(
      stack.graph.isOrdered(
        "aws_route.network_private_eu_central_1a_internet_ipv6",
        "aws_eks_node_group.node_groups_workers",
      ),
    ).toBe(true);
  });

  test("is allowed by the security group of nodes", () => {
    const ranges = Object.values(stack.resources(VpcSecurityGroupEgressRule)).map(
      (rule) => rule.cidr_ipv4 ?? rule.cidr_ipv6,
    );
    expect(ranges.sort()).toEqual(["0.0.0.0/0", "::/0"]);
  });

  test("does not exist in a private network", () => {
    const isolated = synthesizeEks({ network: { ipFamily: "ipv6", private: true } });
    expect(ipv6Routes(isolated)).toEqual([]);
    expect(isolated.resources(EgressOnlyInternetGateway)).toEqual({});
  });
});

describe("the policies of the pod network", () => {
  const rights = "add_ons_vpc_cni_role_statements";

  test("are inline, since AWS manages no policy for them and a second one of a name would conflict", () => {
    const attached = Object.keys(stack.resources(IamRolePolicyAttachment));
    expect(attached.filter((name) => name.includes("cni"))).toEqual([]);
    expect(stack.resources(IamPolicy)).toEqual({});
    expect(JSON.parse(stack.resource(IamRolePolicy, rights).policy).Statement).toEqual([
      {
        Sid: "GiveAddresses",
        Effect: "Allow",
        Action: ["ec2:AssignIpv6Addresses", "ec2:CreateTags"],
        Resource: ["arn:aws:ec2:eu-central-1:*:network-interface/*"],
      },
      {
        Sid: "Look",
        Effect: "Allow",
        Action: [
          "ec2:DescribeInstances",
          "ec2:DescribeInstanceTypes",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeTags",
          "ec2:DescribeSubnets",
          "ec2:DescribeSecurityGroups",
        ],
        Resource: ["*"],
      },
    ]);
  });

  test("are created before the add-on", () => {
    const addOn = Object.keys(stack.resources(EksAddon)).find((name) => name.includes("cni"))!;
    expect(stack.graph.isOrdered(`aws_iam_role_policy.${rights}`, `aws_eks_addon.${addOn}`)).toBe(true);
  });
});
