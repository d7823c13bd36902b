import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { EksNodeGroupSpec } from "../../../modules/eks/spec";
import { kubernetesVersions } from "../../../modules/eks/versions";
import { synthesizeEks } from "../../support/eks";
import type { Synthesized } from "../../support/synthesized";

const workers = { name: "workers", machineTypes: ["m7i.large"], size: 3 } as const satisfies EksNodeGroupSpec;

/** A cluster with one group: `workers` with some fields. */
const withGroup = (group: Partial<EksNodeGroupSpec> = {}) =>
  synthesizeEks({ nodeGroups: [{ ...workers, ...group }] });
const nodeGroup = (group?: Partial<EksNodeGroupSpec>) => withGroup(group).resource(EksNodeGroup);

describe("a group with machine types and a size only", () => {
  const stack = withGroup();

  test("has the version of the cluster, with the pinned release", () => {
    expect(stack.resource(EksNodeGroup)).toMatchObject({
      cluster_name: "${aws_eks_cluster.control_plane.id}",
      version: "1.35",
      release_version: kubernetesVersions["1.35"].images.al2023,
    });
  });

  test("is on demand, in the private subnets of all zones", () => {
    expect(stack.resource(EksNodeGroup)).toMatchObject({
      capacity_type: "ON_DEMAND",
      instance_types: ["m7i.large"],
      subnet_ids: [
        "${aws_subnet.network_private_eu_central_1a.id}",
        "${aws_subnet.network_private_eu_central_1b.id}",
        "${aws_subnet.network_private_eu_central_1c.id}",
      ],
    });
  });

  test("has no labels, taints, or user data", () => {
    const { labels, taint } = stack.resource(EksNodeGroup);
    const { user_data } = stack.resource(LaunchTemplate);
    expect({ labels, taint, user_data }).toEqual({});
  });

  test("upgrades a third of its nodes at once, and repairs nodes", () => {
    expect(stack.resource(EksNodeGroup)).toMatchObject({
      update_config: { max_unavailable_percentage: 33 },
      node_repair_config: { enabled: true },
    });
  });

  test("uses the newest version of its launch template", () => {
    expect(stack.resource(EksNodeGroup).launch_template).toEqual({
      id: "${aws_launch_template.node_groups_workers_launch_template.id}",
      version: "${aws_launch_template.node_groups_workers_launch_template.latest_version}",
    });
  });

  test("is not created before its predecessor is destroyed, so that a failed creation can be repeated", () => {
    expect(stack.resource(EksNodeGroup)).not.toHaveProperty("lifecycle.create_before_destroy");
    expect(stack.resource(LaunchTemplate)).not.toHaveProperty("lifecycle.create_before_destroy");
  });
});

test("other settings of a group", () => {
  expect(
    nodeGroup({
      machineTypes: ["m7i.large", "m6i.large", "m5.large"],
      capacity: "spot",
      labels: { workload: "general", "example.com/pool": "a" },
      upgrade: { maxUnavailable: 2 },
      repair: false,
    }),
  ).toMatchObject({
    instance_types: ["m7i.large", "m6i.large", "m5.large"],
    capacity_type: "SPOT",
    labels: { workload: "general", "example.com/pool": "a" },
    update_config: { max_unavailable: 2 },
    node_repair_config: { enabled: false },
  });
});

test("updates are forced only if the file asks for it", () => {
  expect(withGroup({ upgrade: { force: true } }).resource(EksNodeGroup).force_update_version).toBe(true);
  expect(withGroup({}).resource(EksNodeGroup)).not.toHaveProperty("force_update_version");
});

test("taint effects are in the spelling of the EKS API", () => {
  const stack = synthesizeEks({
    nodeGroups: [
      workers,
      {
        ...workers,
        name: "tainted",
        taints: [
          { key: "a", value: "1", effect: "NoSchedule" },
          { key: "b", effect: "PreferNoSchedule" },
          { key: "c", value: "3", effect: "NoExecute" },
        ],
      },
    ],
  });
  expect(stack.resource(EksNodeGroup, "node_groups_tainted").taint).toEqual([
    { key: "a", value: "1", effect: "NO_SCHEDULE" },
    { key: "b", effect: "PREFER_NO_SCHEDULE" },
    { key: "c", value: "3", effect: "NO_EXECUTE" },
  ]);
});

describe("an image", () => {
  test.each([
    ["m7i.large", undefined, "AL2023_x86_64_STANDARD"],
    ["m7g.large", undefined, "AL2023_ARM_64_STANDARD"],
    ["m7i.large", { family: "bottlerocket" }, "BOTTLEROCKET_x86_64"],
    ["m7g.large", { family: "bottlerocket" }, "BOTTLEROCKET_ARM_64"],
  ] as const)("on %s, of %j, is %s", (machineType, image, amiType) => {
    expect(nodeGroup({ machineTypes: [machineType], image }).ami_type).toBe(amiType);
  });

  test("has the release that is pinned for its family", () => {
    expect(nodeGroup({ image: { family: "bottlerocket" } }).release_version).toBe(
      kubernetesVersions["1.35"].images.bottlerocket,
    );
  });

  test("has the release of the file", () => {
    expect(nodeGroup({ image: { release: "1.35.2-20260601" } }).release_version).toBe("1.35.2-20260601");
  });

  test.each([
    [
      "al2023",
      "/aws/service/eks/optimized-ami/1.35/amazon-linux-2023/arm64/standard/recommended/release_version",
    ],
    ["bottlerocket", "/aws/service/bottlerocket/aws-k8s-1.35/arm64/latest/image_version"],
  ] as const)("of %s has the newest release of all on request", (family, parameter) => {
    const stack = withGroup({ machineTypes: ["m7g.large"], image: { family, release: "latest" } });
    expect(stack.json).toHaveDataSourceWithProperties(DataAwsSsmParameter, { name: parameter });
    expect(stack.resource(EksNodeGroup).release_version).toBe(
      "${data.aws_ssm_parameter.node_groups_workers_latest_release.insecure_value}",
    );
  });

  test("is looked up only with `latest`", () => {
    expect(withGroup().dataSources(DataAwsSsmParameter)).toEqual({});
  });
});

describe("size", () => {
  test("as a number is managed by Terraform", () => {
    const { scaling_config, lifecycle } = nodeGroup({ size: 4 });
    expect(scaling_config).toEqual({ min_size: 4, max_size: 4, desired_size: 4 });
    expect(lifecycle.ignore_changes).toBeUndefined();
  });

  test("as a range starts at `min`, and the autoscaler changes it", () => {
    const { scaling_config, lifecycle } = nodeGroup({ size: { min: 2, max: 9 } });
    expect(scaling_config).toEqual({ min_size: 2, max_size: 9, desired_size: 2 });
    expect(lifecycle.ignore_changes).toEqual(["scaling_config[0].desired_size"]);
  });
});

describe("ten to twenty nodes in a group per zone", () => {
  const stack = withGroup({ size: { min: 10, max: 20 }, spread: "per-zone" });
  const groups = Object.entries(stack.resources(EksNodeGroup));

  test("are distributed evenly over the zones", () => {
    expect(groups.map(([name, { scaling_config }]) => [name, scaling_config])).toEqual([
      ["node_groups_workers_eu_central_1a", { min_size: 4, desired_size: 4, max_size: 7 }],
      ["node_groups_workers_eu_central_1b", { min_size: 3, desired_size: 3, max_size: 7 }],
      ["node_groups_workers_eu_central_1c", { min_size: 3, desired_size: 3, max_size: 6 }],
    ]);
  });

  test("are each in the subnet of their zone", () => {
    for (const [name, { subnet_ids }] of groups) {
      const zone = name.replace("node_groups_workers_", "");
      expect(subnet_ids).toEqual([`\${aws_subnet.network_private_${zone}.id}`]);
    }
  });

  test("share one launch template, and have different names", () => {
    expect(Object.keys(stack.resources(LaunchTemplate))).toHaveLength(1);
    expect(new Set(groups.map(([, { node_group_name }]) => node_group_name)).size).toBe(3);
  });

  test("are all managed by the autoscaler", () => {
    for (const [, { lifecycle }] of groups) {
      expect(lifecycle.ignore_changes).toEqual(["scaling_config[0].desired_size"]);
    }
  });

  test("can be in some zones only", () => {
    const zones = ["eu-central-1a", "eu-central-1c"];
    const some = withGroup({ size: 5, spread: "per-zone", zones }).resources(EksNodeGroup);
    expect(Object.values(some).map(({ scaling_config }) => scaling_config.desired_size)).toEqual([3, 2]);
    expect(Object.keys(some)).toEqual([
      "node_groups_workers_eu_central_1a",
      "node_groups_workers_eu_central_1c",
    ]);
  });
});

describe("the role of nodes", () => {
  const stack = withGroup();

  test("is the same for all groups, and machines assume it", () => {
    const { assume_role_policy } = stack.resource(IamRole, "node_groups_node_role");
    expect(JSON.parse(assume_role_policy).Statement).toEqual([
      { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: ["sts:AssumeRole"] },
    ]);
    expect(stack.resource(EksNodeGroup).node_role_arn).toBe("${aws_iam_role.node_groups_node_role.arn}");
  });

  const policiesOf = (from: Synthesized) =>
    Object.values(from.resources(IamRolePolicyAttachment))
      .filter(({ role }) => role === "${aws_iam_role.node_groups_node_role.id}")
      .map(({ policy_arn }) => policy_arn)
      .sort();
  const joinAndPull = [
    "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
    "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
  ];

  test("joins the cluster and pulls images; it has no policy of the pod network, and none of Systems Manager", () => {
    expect(policiesOf(stack)).toEqual(joinAndPull);
  });

  test("allows Session Manager only with `eks.sessionManager`", () => {
    expect(policiesOf(synthesizeEks({ eks: { sessionManager: false } }))).toEqual(joinAndPull);
    expect(policiesOf(synthesizeEks({ eks: { sessionManager: true } }))).toEqual([
      ...joinAndPull,
      "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    ]);
  });

  test("can be an existing one, which is not changed", () => {
    const nodeRoleArn = "arn:aws:iam::111122223333:role/Node";
    const existing = synthesizeEks({ eks: { nodeRoleArn } });
    expect(existing.resource(EksNodeGroup).node_role_arn).toBe(nodeRoleArn);
    expect(existing.addresses.filter((address) => address.includes("node_groups_node_role"))).toEqual([]);
    expect(existing.terraform.output.node_role_arn.value).toBe(nodeRoleArn);
  });
});

test("the repair of a group has the limits of its policy", () => {
  const repairPolicy = {
    stopAbovePercent: 20,
    maxParallel: 1,
    overrides: [
      {
        condition: "AcceleratedHardwareReady",
        reason: "NvidiaXID64Error",
        afterMinutes: 5,
        action: "Reboot",
      } as const,
    ],
  };
  expect(nodeGroup({ repairPolicy }).node_repair_config).toEqual({
    enabled: true,
    max_unhealthy_node_threshold_percentage: 20,
    max_parallel_nodes_repaired_count: 1,
    node_repair_config_overrides: [
      {
        node_monitoring_condition: "AcceleratedHardwareReady",
        node_unhealthy_reason: "NvidiaXID64Error",
        min_repair_wait_time_mins: 5,
        repair_action: "Reboot",
      },
    ],
  });
});
