import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { EksClusterProps, EksNetworkSpec } from "../../../modules/eks/spec";
import { synthesizeEks } from "../../support/eks";
import type { Synthesized } from "../../support/synthesized";
import { existing } from "../rule-support";

const cniSettings = (stack: Synthesized) => {
  const values = stack.resource(EksAddon, "add_ons_vpc_cni").configuration_values;
  return values === undefined ? undefined : JSON.parse(values);
};

/** The number of pods in user data. */
const maxPods = (stack: Synthesized): number | undefined => {
  const { user_data } = stack.resource(LaunchTemplate);
  const text = Buffer.from(user_data ?? "", "base64").toString();
  const match = /"maxPods": (\d+)/.exec(text);
  return match ? Number(match[1]) : undefined;
};

const withNetwork = (network: EksNetworkSpec, props: Partial<EksClusterProps> = {}) =>
  synthesizeEks({ network, ...props });

describe("secondary addresses, the default", () => {
  const stack = synthesizeEks();

  test("need no settings of the add-on or of nodes", () => {
    expect([cniSettings(stack), maxPods(stack)]).toEqual([{}, undefined]);
  });

  test("have no separate subnets", () => {
    expect(stack.resources(VpcIpv4CidrBlockAssociation)).toEqual({});
  });
});

describe("prefixes", () => {
  test("are enabled in the add-on, and user data sets the number of pods", () => {
    const stack = withNetwork({ podAddresses: "prefixes" });
    expect(cniSettings(stack)).toEqual({ env: { ENABLE_PREFIX_DELEGATION: "true" } });
    expect(maxPods(stack)).toBe(110);
  });

  test("keep other settings of the add-on", () => {
    const configuration = { env: { WARM_PREFIX_TARGET: "2" }, enableNetworkPolicy: "true" };
    const stack = withNetwork(
      { podAddresses: "prefixes" },
      { eks: { addOns: { "vpc-cni": { configuration } } } },
    );
    expect(cniSettings(stack)).toEqual({
      env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "2" },
      enableNetworkPolicy: "true",
    });
  });

  test.each([
    ["the group's own limit", { maxPods: 40 }, 40],
    ["the smallest of the group's types", { machineTypes: ["m7i.16xlarge", "t3.nano"] }, 34],
    ["no type that is known", { machineTypes: ["m99i.large"] }, undefined],
    [
      "a limit in the group's own user data",
      {
        userData:
          "apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec: {kubelet: {config: {maxPods: 50}}}",
      },
      undefined,
    ],
  ])("take %s", (_, patch, limit) => {
    const workers = { name: "workers", machineTypes: ["m7i.large"], size: 3, ...patch };
    expect(maxPods(withNetwork({ podAddresses: "prefixes" }, { nodeGroups: [workers] }))).toBe(limit);
  });
});

describe("a range for pods", () => {
  const stack = withNetwork({ podCidr: "100.64.0.0/16", zones: 2, endpoints: ["ec2"] });
  const podSubnets = (of: Synthesized) =>
    Object.fromEntries(
      Object.entries(of.resources(Subnet))
        .filter(([name]) => name.includes("_pods_"))
        .map(([name, subnet]) => [name, `${subnet.availability_zone} ${subnet.cidr_block}`]),
    );

  test("is added to the VPC, with a subnet in each zone", () => {
    expect(stack.resource(VpcIpv4CidrBlockAssociation)).toMatchObject({
      vpc_id: "${aws_vpc.network_vpc.id}",
      cidr_block: "100.64.0.0/16",
    });
    expect(podSubnets(stack)).toEqual({
      network_pods_eu_central_1a: "eu-central-1a 100.64.0.0/19",
      network_pods_eu_central_1b: "eu-central-1b 100.64.32.0/19",
    });
  });

  test("is created before its subnets, and removed after them", () => {
    for (const name of Object.keys(podSubnets(stack))) {
      expect(
        stack.graph.isOrdered("aws_vpc_ipv4_cidr_block_association.network_pod_range", `aws_subnet.${name}`),
      ).toBe(true);
    }
  });

  test("keeps its subnets when a zone is added", () => {
    const three = withNetwork({
      podCidr: "100.64.0.0/16",
      zones: ["eu-central-1c", "eu-central-1a", "eu-central-1b"],
    });
    expect(podSubnets(three)).toMatchObject(podSubnets(stack));
  });

  test("has subnets without load balancers and nodes", () => {
    expect(stack.resource(Subnet, "network_pods_eu_central_1a").tags).toEqual({
      Name: "shop-pods-eu-central-1a",
      "kubernetes.io/role/cni": "1",
    });
  });

  test("uses the egress of the nodes of its zone, before the first node starts", () => {
    const association = stack.resource(RouteTableAssociation, "network_pods_eu_central_1b_association");
    expect(association).toMatchObject({
      subnet_id: "${aws_subnet.network_pods_eu_central_1b.id}",
      route_table_id: "${aws_route_table.network_private_eu_central_1b_routes.id}",
    });
    expect(
      stack.graph.isOrdered(
        "aws_route_table_association.network_pods_eu_central_1b_association",
        "aws_eks_node_group.node_groups_workers",
      ),
    ).toBe(true);
  });

  test("configures the subnet of each zone in the add-on, before the first node starts", () => {
    expect(cniSettings(stack)).toEqual({
      env: {
        AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true",
        ENI_CONFIG_LABEL_DEF: "topology.kubernetes.io/zone",
      },
      eniConfig: {
        create: true,
        region: "eu-central-1",
        subnets: {
          "eu-central-1a": { id: "${aws_subnet.network_pods_eu_central_1a.id}" },
          "eu-central-1b": { id: "${aws_subnet.network_pods_eu_central_1b.id}" },
        },
      },
    });
    expect(
      stack.graph.isOrdered(
        "aws_subnet.network_pods_eu_central_1a",
        "aws_eks_node_group.node_groups_workers",
      ),
    ).toBe(true);
  });

  test("takes one interface of each node", () => {
    expect(maxPods(stack)).toBe(20);
  });

  test("is allowed to reach the endpoints", () => {
    const ranges = Object.entries(stack.resources(VpcSecurityGroupIngressRule))
      .filter(([name]) => name.startsWith("network_endpoints"))
      .map(([, rule]) => `${rule.cidr_ipv4} ${rule.from_port}-${rule.to_port}`);
    expect(ranges).toEqual(["10.0.0.0/16 443-443", "100.64.0.0/16 443-443"]);
  });

  test("has no separate security group: pods have those of their node", () => {
    expect(Object.keys(stack.resources(SecurityGroup)).sort()).toEqual([
      "network_endpoints",
      "node_groups_security_group",
    ]);
  });
});

test("existing subnets for pods are configured in the add-on, without new resources", () => {
  const podSubnets = [
    { id: "subnet-00000000000000011", zone: "eu-central-1a" },
    { id: "subnet-00000000000000012", zone: "eu-central-1b" },
  ];
  const stack = withNetwork({ existing: { ...existing, podSubnets } });
  expect(cniSettings(stack).eniConfig.subnets).toEqual({
    "eu-central-1a": { id: "subnet-00000000000000011" },
    "eu-central-1b": { id: "subnet-00000000000000012" },
  });
  expect(maxPods(stack)).toBe(20);
  expect(stack.addresses.filter((address) => address.includes(".network_"))).toEqual([]);
});
