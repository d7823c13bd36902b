import { Ec2Tag } from "@cdktf/provider-aws/lib/ec2-tag";
import { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { TerraformVariable } from "cdktf";
import { EksCluster } from "../../../modules/eks";
import type { EksExistingNetwork } from "../../../modules/eks/spec";
import { minimal, synthesizeEks, synthesizePlain } from "../../support/eks";

const subnetIds = {
  a: "subnet-0aaaaaaaaaaaaaaaa",
  alsoA: "subnet-0aaaaaaaaaaaaaab1",
  b: "subnet-0bbbbbbbbbbbbbbbb",
};

const existing: EksExistingNetwork = {
  vpcId: "vpc-0123456789abcdef0",
  nodeSubnets: [
    { id: subnetIds.a, zone: "eu-central-1a" },
    { id: subnetIds.alsoA, zone: "eu-central-1a" },
    { id: subnetIds.b, zone: "eu-central-1b" },
  ],
};

describe("an existing VPC", () => {
  const stack = synthesizeEks({
    network: { existing },
    nodeGroups: [
      { name: "workers", machineTypes: ["m7i.large"], size: 3 },
      { name: "zonal", machineTypes: ["m7i.large"], size: 3, spread: "per-zone" },
      { name: "one", machineTypes: ["m7i.large"], size: 1, zones: ["eu-central-1b"] },
    ],
  });
  const subnetsOf = (group: string) => stack.resource(EksNodeGroup, `node_groups_${group}`).subnet_ids;

  test("gets no network resources", () => {
    expect(stack.addresses.filter((address) => address.includes(".network"))).toEqual([]);
    const types = Object.keys(stack.terraform.resource);
    const ours =
      /^aws_(vpc|subnet|route|route_table|nat_gateway|eip|internet_gateway|flow_log|vpc_endpoint)$/;
    expect(types.filter((type) => ours.test(type))).toEqual([]);
    expect(types).not.toContain("aws_default_security_group");
  });

  test("has the nodes in its subnets, those of a group with zones in those of its zones", () => {
    expect(subnetsOf("workers")).toEqual([subnetIds.a, subnetIds.alsoA, subnetIds.b]);
    expect(subnetsOf("one")).toEqual([subnetIds.b]);
  });

  test("has per-zone groups in the subnets of their zones, one group for each zone", () => {
    expect(subnetsOf("zonal_eu_central_1a")).toEqual([subnetIds.a, subnetIds.alsoA]);
    expect(subnetsOf("zonal_eu_central_1b")).toEqual([subnetIds.b]);
    const zonal = Object.keys(stack.resources(EksNodeGroup)).filter((name) => name.includes("zonal"));
    expect(zonal).toHaveLength(2);
  });

  test("has the control plane in the node subnets by default", () => {
    expect(stack.resource(AwsEksCluster).vpc_config.subnet_ids).toEqual(Object.values(subnetIds));
  });

  test("has the nodes' security group", () => {
    expect(stack.resource(SecurityGroup).vpc_id).toBe("vpc-0123456789abcdef0");
  });

  test("is in the outputs", () => {
    expect(stack.terraform.output.network_id.value).toBe("vpc-0123456789abcdef0");
    expect(stack.terraform.output.node_subnet_ids.value).toEqual(Object.values(subnetIds));
  });
});

test("the control plane uses the subnets of the file", () => {
  const controlPlaneSubnetIds = ["subnet-0cccccccccccccccc", "subnet-0dddddddddddddddd"];
  const stack = synthesizeEks({ network: { existing: { ...existing, controlPlaneSubnetIds } } });
  expect(stack.resource(AwsEksCluster).vpc_config.subnet_ids).toEqual(controlPlaneSubnetIds);
});

describe("a VPC that the same stack creates", () => {
  const build = (others: number) =>
    synthesizePlain((stack) => {
      Array.from({ length: others }, (_, i) => new TerraformVariable(stack, `other${i}`, {}).stringValue);
      const subnets = ["a", "b"].map(
        (letter) => new Subnet(stack, letter, { vpcId: "vpc-0123456789abcdef0", cidrBlock: "10.0.0.0/20" }),
      );
      new EksCluster(stack, "cluster", {
        ...minimal,
        network: {
          existing: {
            vpcId: "vpc-0123456789abcdef0",
            nodeSubnets: subnets.map(({ id }, i) => ({ id, zone: `eu-central-1${"ab"[i]}` })),
          },
        },
      });
    });

  test("is a reference", () => {
    const stack = build(0);
    expect(stack.resource(EksNodeGroup).subnet_ids).toEqual(["${aws_subnet.a.id}", "${aws_subnet.b.id}"]);
    expect(stack.graph.unresolved).toEqual([]);
  });

  test("results in names that do not depend on other resources of the stack", () => {
    expect(build(5).resource(EksNodeGroup).node_group_name).toBe(
      build(0).resource(EksNodeGroup).node_group_name,
    );
  });
});

describe("several clusters in one VPC", () => {
  const tagsOf = (name: string) =>
    Object.values(
      synthesizeEks({ name, network: { existing: { ...existing, tagSubnets: true } } }).resources(Ec2Tag),
    ).map(({ resource_id, key, value }) => `${resource_id} ${key}=${value}`);

  test("each set a separate tag on the node subnets", () => {
    expect(tagsOf("shop")).toEqual(
      Object.values(subnetIds).map((id) => `${id} kubernetes.io/cluster/shop=shared`),
    );
    expect(tagsOf("search").filter((tag) => tagsOf("shop").includes(tag))).toEqual([]);
  });

  test("set no tag by default", () => {
    expect(synthesizeEks({ network: { existing } }).resources(Ec2Tag)).toEqual({});
  });

  test("use the references of subnets as ids of tags", () => {
    const stack = synthesizePlain((plain) => {
      const subnet = new TerraformVariable(plain, "subnet", {});
      new EksCluster(plain, "cluster", {
        ...minimal,
        network: {
          existing: {
            vpcId: existing.vpcId,
            tagSubnets: true,
            nodeSubnets: [
              { id: subnet.stringValue, zone: "eu-central-1a" },
              { id: subnetIds.b, zone: "eu-central-1b" },
            ],
          },
        },
      });
    });
    const paths = Object.values(stack.resources(Ec2Tag)).map((tag) => tag["//"].metadata.path);
    expect(paths).toEqual([
      "plain/cluster/network/tag_subnet_0bbbbbbbbbbbbbbbb",
      "plain/cluster/network/tag_var_subnet",
    ]);
  });
});
