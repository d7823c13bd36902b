import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { PlacementGroup } from "@cdktf/provider-aws/lib/placement-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import * as TOML from "smol-toml";
import type { EksClusterProps, EksNodeGroupSpec } from "../../../modules/eks/spec";
import { synthesizeEks } from "../../support/eks";
import type { Synthesized } from "../../support/synthesized";

const workers = { name: "workers", machineTypes: ["m7i.large"], size: 3 } as const satisfies EksNodeGroupSpec;
const zones = ["eu-central-1a"];
const id = "cr-0123456789abcdef0";
const ami = "ami-0123456789abcdef0";

const withGroup = (group: Partial<EksNodeGroupSpec> = {}, props: Partial<EksClusterProps> = {}) =>
  synthesizeEks({ nodeGroups: [{ ...workers, ...group }], ...props });

/** The user data of the one launch template, with marks where Terraform puts something in. */
function userDataOf(stack: Synthesized, name?: string): string | undefined {
  const { user_data } = stack.resource(LaunchTemplate, name);
  if (user_data === undefined) return undefined;
  return Buffer.from(/base64decode\("([^"]+)"\)/.exec(user_data)?.[1] ?? user_data, "base64").toString();
}

describe("a custom image in a managed node group", () => {
  const stack = withGroup({ image: { id: ami }, labels: { workload: "a" } });

  test("is in the launch template, and the node group has no AMI type and no version", () => {
    expect(stack.resource(LaunchTemplate).image_id).toBe(ami);
    const { ami_type, version, release_version } = stack.resource(EksNodeGroup);
    expect({ ami_type, version, release_version }).toEqual({});
    expect(stack.dataSources(DataAwsSsmParameter)).toEqual({});
  });

  test("has complete user data, since EKS adds nothing; EKS manages its role", () => {
    expect(userDataOf(stack)).toContain('"apiServerEndpoint"');
    expect(userDataOf(stack)).toContain("--node-labels=workload=a");
    expect(stack.resource(LaunchTemplate).iam_instance_profile).toBeUndefined();
    expect(stack.resource(EksNodeGroup).labels).toEqual({ workload: "a" });
  });

  test("has user data in the format of its family", () => {
    const userData = userDataOf(withGroup({ image: { id: ami, family: "bottlerocket" } }))!;
    expect(TOML.parse(userData)).toMatchObject({ settings: { kubernetes: { "cluster-name": "shop" } } });
  });

  test("replaces the group, and another custom image does not", () => {
    const name = (image?: EksNodeGroupSpec["image"]) =>
      withGroup({ image }).resource(EksNodeGroup).node_group_name;
    expect(name({ id: ami })).not.toBe(name());
    expect(name({ id: ami })).toBe(name({ id: "ami-00000000000000001" }));
  });
});

test("accelerators select the image with their drivers", () => {
  const amiType = (machineType: string) =>
    withGroup(
      { machineTypes: [machineType] },
      { nodeGroups: [workers, { ...workers, name: "gpu", machineTypes: [machineType] }] },
    ).resource(EksNodeGroup, "node_groups_gpu").ami_type;
  expect(amiType("g6.xlarge")).toBe("AL2023_x86_64_NVIDIA");
  expect(amiType("trn1.2xlarge")).toBe("AL2023_x86_64_NEURON");
});

describe("reserved machines", () => {
  test("are those of a reservation, or of a group of reservations", () => {
    const groupArn = "arn:aws:resource-groups:eu-central-1:111122223333:group/reserved";
    const target = (reservation: EksNodeGroupSpec["reservation"]) =>
      withGroup({ reservation }).resource(LaunchTemplate).capacity_reservation_specification;
    expect(target({ id })).toEqual({ capacity_reservation_target: { capacity_reservation_id: id } });
    expect(target({ groupArn })).toEqual({
      capacity_reservation_target: { capacity_reservation_resource_group_arn: groupArn },
    });
  });

  const block: Partial<EksNodeGroupSpec> = {
    machineTypes: ["p5.48xlarge"],
    zones,
    reservation: { id, type: "capacity-block" },
  };

  test("of a Capacity Block have their type in the launch template only", () => {
    const stack = withGroup(block);
    expect(stack.resource(LaunchTemplate)).toMatchObject({
      instance_type: "p5.48xlarge",
      instance_market_options: { market_type: "capacity-block" },
      capacity_reservation_specification: { capacity_reservation_target: { capacity_reservation_id: id } },
    });
    expect(stack.resource(EksNodeGroup).capacity_type).toBe("CAPACITY_BLOCK");
    expect(stack.resource(EksNodeGroup).instance_types).toBeUndefined();
  });

  test("of a Capacity Block can be self-managed", () => {
    expect(withGroup({ ...block, kind: "self-managed" }).resource(LaunchTemplate)).toMatchObject({
      instance_type: "p5.48xlarge",
      instance_market_options: { market_type: "capacity-block" },
    });
  });
});

describe("Elastic Fabric Adapters", () => {
  const stack = withGroup({ machineTypes: ["p5.48xlarge"], zones, efa: true, placementGroup: "cluster" });
  const fabric = "${aws_security_group.node_groups_workers_fabric.id}";
  const interfaces = stack.resource(LaunchTemplate).network_interfaces as Record<string, unknown>[];

  test("are on each network card, and the first has the address of the node", () => {
    expect(interfaces).toHaveLength(32);
    expect(interfaces.map(({ network_card_index }) => network_card_index)).toEqual([...Array(32).keys()]);
    expect(interfaces[0]).toMatchObject({ device_index: 0, interface_type: "efa" });
    for (const one of interfaces.slice(1)) {
      expect(one).toMatchObject({ device_index: 1, interface_type: "efa-only" });
    }
  });

  test("have a security group with rules within itself in both directions, without the tag of the cluster", () => {
    const own = stack.resource(SecurityGroup, "node_groups_workers_fabric");
    expect(Object.keys(own.tags)).toEqual(["Name"]);
    const self = { security_group_id: fabric, referenced_security_group_id: fabric, ip_protocol: "-1" };
    expect(
      stack.resource(VpcSecurityGroupIngressRule, "node_groups_workers_fabric_from_itself"),
    ).toMatchObject(self);
    expect(stack.resource(VpcSecurityGroupEgressRule, "node_groups_workers_fabric_to_itself")).toMatchObject(
      self,
    );
    expect(
      stack.graph.isOrdered(
        "aws_vpc_security_group_egress_rule.node_groups_workers_fabric_to_itself",
        "aws_eks_node_group.node_groups_workers",
      ),
    ).toBe(true);
  });

  test("have the security groups, which the machine does not have", () => {
    const groups = ["${aws_security_group.node_groups_security_group.id}", fabric];
    for (const one of interfaces) expect(one.security_groups).toEqual(groups);
    expect(stack.resource(LaunchTemplate).vpc_security_group_ids).toBeUndefined();
  });

  test("are one on most types, and not on the first card of some", () => {
    const of = (machineType: string) =>
      withGroup({ machineTypes: [machineType], zones, efa: true }).resource(LaunchTemplate)
        .network_interfaces as {
        interface_type: string;
      }[];
    expect(of("c7gn.16xlarge").map(({ interface_type }) => interface_type)).toEqual(["efa"]);
    const b300 = of("p6-b300.48xlarge").map(({ interface_type }) => interface_type);
    expect([b300.length, b300[0], b300[1]]).toEqual([17, "interface", "efa-only"]);
  });

  test("are close together", () => {
    expect(stack.resource(PlacementGroup)).toMatchObject({ strategy: "cluster" });
    expect(stack.resource(LaunchTemplate).placement).toEqual({
      group_name: "${aws_placement_group.node_groups_workers_placement_group.name}",
    });
  });
});

test.each([
  ["partition", { strategy: "partition", partition_count: 7 }],
  ["spread", { strategy: "spread", spread_level: "rack" }],
] as const)("a placement group %s", (placementGroup, expected) => {
  expect(withGroup({ placementGroup }).resource(PlacementGroup)).toMatchObject(expected);
});

test("each security group is attached", () => {
  const stack = synthesizeEks({
    network: { endpoints: ["ecr.api"] },
    nodeGroups: [
      workers,
      { ...workers, name: "fabric", machineTypes: ["p5.48xlarge"], zones, efa: true },
      { ...workers, name: "own", kind: "self-managed" },
    ],
  });
  const carriers = JSON.stringify([
    stack.resources(LaunchTemplate),
    stack.terraform.resource.aws_vpc_endpoint,
  ]);
  const made = Object.keys(stack.resources(SecurityGroup));
  expect(made.length).toBeGreaterThan(2);
  for (const name of made) expect(carriers).toContain(`\${aws_security_group.${name}.id}`);
  const tagged = Object.values(stack.resources(SecurityGroup)).filter(
    ({ tags }) => "kubernetes.io/cluster/shop" in tags,
  );
  expect(tagged).toHaveLength(1);
});

describe("prefix delegation", () => {
  const prefixes = { network: { podAddresses: "prefixes" } } as const;
  const settings = (stack: Synthesized) =>
    JSON.parse(stack.resource(EksAddon, "add_ons_vpc_cni").configuration_values ?? "{}");

  test("is a setting of the pod network, in addition to others", () => {
    expect(settings(withGroup({}, prefixes))).toEqual({ env: { ENABLE_PREFIX_DELEGATION: "true" } });
    const addOns = {
      "vpc-cni": { configuration: { env: { WARM_PREFIX_TARGET: "2" }, nodeAgent: { enabled: true } } },
    };
    expect(settings(withGroup({}, { ...prefixes, eks: { addOns } }))).toEqual({
      env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "2" },
      nodeAgent: { enabled: true },
    });
  });

  test("is off by default", () => {
    expect(settings(withGroup())).toEqual({});
  });

  const pods = (group: Partial<EksNodeGroupSpec>) =>
    /"maxPods": (\d+)/.exec(userDataOf(withGroup(group, prefixes)) ?? "")?.[1];

  test("raises the number of pods in user data, for both kinds of groups", () => {
    expect(pods({})).toBe("110");
    expect(pods({ kind: "self-managed" })).toBe("110");
    expect(pods({ kind: "self-managed", machineTypes: ["m7i.16xlarge"] })).toBe("250");
    expect(pods({ kind: "self-managed", machineTypes: ["m7i.16xlarge", "m7i.large"] })).toBe("110");
    expect(pods({ image: { id: ami } })).toBe("110");
    expect(pods({ kind: "self-managed", maxPods: 60 })).toBe("60");
  });
});

describe("a Windows group", () => {
  const windows: EksNodeGroupSpec = {
    ...workers,
    name: "windows",
    image: { family: "windows", release: "latest" },
    disk: { sizeGiB: 100 },
  };
  const stack = synthesizeEks({ nodeGroups: [workers, windows] });
  const group = "aws_eks_node_group.node_groups_windows";

  test("has the newest release, which is a field of its parameter", () => {
    expect(stack.resource(EksNodeGroup, "node_groups_windows")).toMatchObject({
      ami_type: "WINDOWS_CORE_2022_x86_64",
      release_version:
        "${jsondecode(data.aws_ssm_parameter.node_groups_windows_latest_release.insecure_value).release_version}",
    });
  });

  test("has its disk on the device of Windows", () => {
    expect(
      stack.resource(LaunchTemplate, "node_groups_windows_launch_template").block_device_mappings,
    ).toMatchObject([{ device_name: "/dev/sda1", ebs: { volume_size: 100, encrypted: "true" } }]);
  });

  test("gets addresses from the control plane, which has the policy for it before the first node", () => {
    const right = "control_plane_role_vpc_resource_controller_policy";
    expect(stack.resource(IamRolePolicyAttachment, right)).toMatchObject({
      role: "${aws_iam_role.control_plane_role.id}",
      policy_arn: "arn:aws:iam::aws:policy/AmazonEKSVPCResourceController",
    });
    expect(JSON.parse(stack.resource(EksAddon, "add_ons_vpc_cni").configuration_values)).toEqual({
      enableWindowsIpam: "true",
    });
    expect(stack.graph.isOrdered(`aws_iam_role_policy_attachment.${right}`, group)).toBe(true);
    expect(stack.graph.isOrdered("aws_eks_addon.add_ons_vpc_cni", group)).toBe(true);
  });

  test("changes nothing in a cluster without Windows", () => {
    const { addresses } = synthesizeEks();
    expect(addresses.filter((address) => /windows|vpc_resource_controller/.test(address))).toEqual([]);
  });

  test("can be added later, and twice", () => {
    const later = synthesizeEks({}, (cluster) => {
      cluster.addNodeGroup(windows);
      cluster.addNodeGroup({ ...windows, name: "more" });
    });
    expect(
      later.graph.isOrdered(
        "aws_iam_role_policy_attachment.control_plane_role_vpc_resource_controller_policy",
        group,
      ),
    ).toBe(true);
    expect(later.graph.cycle).toBeUndefined();
  });
});
