import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { AutoscalingGroupTagA } from "@cdktf/provider-aws/lib/autoscaling-group-tag";
import { AutoscalingLifecycleHook } from "@cdktf/provider-aws/lib/autoscaling-lifecycle-hook";
import { AutoscalingSchedule } from "@cdktf/provider-aws/lib/autoscaling-schedule";
import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { EksClusterProps, EksNodeGroupSpec } from "../../../modules/eks/spec";
import { synthesizeEks } from "../../support/eks";

const workers = {
  name: "workers",
  kind: "self-managed",
  machineTypes: ["m7i.large"],
  size: { min: 10, max: 20 },
} as const satisfies EksNodeGroupSpec;

const withGroup = (group: Partial<EksNodeGroupSpec> = {}, props: Partial<EksClusterProps> = {}) =>
  synthesizeEks({ nodeGroups: [{ ...workers, ...group }], ...props });
const autoScalingGroup = (group?: Partial<EksNodeGroupSpec>) => withGroup(group).resource(AutoscalingGroup);
const group = "aws_autoscaling_group.node_groups_workers";

describe("ten workers on an Auto Scaling group", () => {
  const stack = withGroup();

  test("have the number of the file, in the private subnets of all zones", () => {
    expect(stack.resource(AutoscalingGroup)).toMatchObject({
      min_size: 10,
      max_size: 20,
      desired_capacity: 10,
      vpc_zone_identifier: ["a", "b", "c"].map(
        (letter) => `\${aws_subnet.network_private_eu_central_1${letter}.id}`,
      ),
    });
    expect(stack.resources(EksNodeGroup)).toEqual({});
  });

  test("use the newest version of their launch template", () => {
    const template = "aws_launch_template.node_groups_workers_launch_template";
    expect(stack.resource(AutoscalingGroup).launch_template).toEqual({
      id: `\${${template}.id}`,
      version: `\${${template}.latest_version}`,
    });
    expect(stack.resource(LaunchTemplate)).toMatchObject({
      instance_type: "m7i.large",
      image_id: "${data.aws_ssm_parameter.node_groups_workers_image.insecure_value}",
      iam_instance_profile: {
        arn: "${aws_iam_instance_profile.node_groups_self_managed_node_instance_profile.arn}",
      },
    });
  });

  test("have the image of the pinned release, whose parameter never changes", () => {
    expect(stack.resource(LaunchTemplate).image_id).toContain("insecure_value");
    expect(stack.dataSources(DataAwsSsmParameter).node_groups_workers_image.name).toBe(
      "/aws/service/eks/optimized-ami/1.35/amazon-linux-2023/x86_64/standard/amazon-eks-node-al2023-x86_64-standard-1.35-v20260930/image_id",
    );
  });

  test("have a separate role, with an access entry that EKS does not create", () => {
    expect(stack.resource(EksAccessEntry, "node_groups_self_managed_node_access_entry")).toMatchObject({
      cluster_name: "${aws_eks_cluster.control_plane.id}",
      principal_arn: "${aws_iam_role.node_groups_self_managed_node_role.arn}",
      type: "EC2_LINUX",
    });
    expect(stack.resource(IamInstanceProfile).role).toBe(
      "${aws_iam_role.node_groups_self_managed_node_role.id}",
    );
    const rights = Object.values(stack.resources(IamRolePolicyAttachment)).filter(
      ({ role }) => role === "${aws_iam_role.node_groups_self_managed_node_role.id}",
    );
    expect(rights.map(({ policy_arn }) => policy_arn.split("/").pop()).sort()).toEqual([
      "AmazonEC2ContainerRegistryPullOnly",
      "AmazonEKSWorkerNodePolicy",
    ]);
  });

  test.each([
    "aws_eks_access_entry.node_groups_self_managed_node_access_entry",
    "aws_iam_role_policy_attachment.node_groups_self_managed_node_role_worker_policy",
    "aws_iam_role_policy_attachment.node_groups_self_managed_node_role_registry_policy",
    "aws_iam_instance_profile.node_groups_self_managed_node_instance_profile",
    "aws_eks_addon.add_ons_vpc_cni",
    "aws_eks_addon.add_ons_kube_proxy",
    "aws_vpc_security_group_ingress_rule.node_groups_security_group_control_plane_from_nodes",
    "aws_route.network_private_eu_central_1a_internet",
  ])("start after %s", (address) => {
    expect(stack.graph.isOrdered(address, group)).toBe(true);
  });

  test("are created before resources that need nodes, and destroyed after them", () => {
    expect(stack.graph.isOrdered(group, "aws_eks_addon.add_ons_coredns")).toBe(true);
    expect(stack.graph.isOrdered(group, "aws_eks_addon.storage_block")).toBe(true);
    expect(stack.graph.cycle).toBeUndefined();
    expect(stack.graph.unresolved).toEqual([]);
  });

  test("have user data to join, with values that Terraform inserts", () => {
    const { user_data } = stack.resource(LaunchTemplate);
    for (const reference of [
      "aws_eks_cluster.control_plane.endpoint",
      "aws_eks_cluster.control_plane.certificate_authority[0].data",
      "aws_eks_cluster.control_plane.kubernetes_network_config[0].service_ipv4_cidr",
    ]) {
      expect(user_data).toContain(reference);
    }
    const [, encoded] = /base64decode\("([^"]+)"\)/.exec(user_data)!;
    expect(Buffer.from(encoded, "base64").toString()).toContain('"name": "shop"');
  });

  test("have a number that the autoscaler changes and Terraform ignores", () => {
    expect(stack.resource(AutoscalingGroup).lifecycle).toEqual({ ignore_changes: ["desired_capacity"] });
    expect(autoScalingGroup({ size: 10 }).lifecycle).toEqual({});
  });

  test("are not moved between zones, and replaced when they fail", () => {
    expect(stack.resource(AutoscalingGroup).suspended_processes).toEqual(["AZRebalance"]);
    expect(autoScalingGroup({ size: 10 }).suspended_processes).toBeUndefined();
    expect(autoScalingGroup({ size: 10, repair: false }).suspended_processes).toEqual(["ReplaceUnhealthy"]);
  });

  test("are in the outputs like managed node groups", () => {
    expect(stack.terraform.output.node_groups.value.workers).toEqual({
      all: { name: `\${${group}.name}`, auto_scaling_group: `\${${group}.id}` },
    });
  });
});

test("a group in each zone has its share of all totals", () => {
  const stack = withGroup({
    spread: "per-zone",
    capacity: "spot",
    machineTypes: ["m7i.large", "m6i.large"],
    autoScalingGroup: {
      onDemandBase: 4,
      terminationWaitSeconds: 60,
      schedules: [{ name: "night", recurrence: "0 20 * * *", size: { min: 5, max: 8 } }],
    },
  });
  const groups = stack.resources(AutoscalingGroup);
  const parts = Object.entries(groups).map(([name, { min_size, max_size, mixed_instances_policy }]) => [
    name,
    min_size,
    max_size,
    mixed_instances_policy.instances_distribution.on_demand_base_capacity,
  ]);
  expect(parts).toEqual([
    ["node_groups_workers_eu_central_1a", 4, 7, 2],
    ["node_groups_workers_eu_central_1b", 3, 7, 1],
    ["node_groups_workers_eu_central_1c", 3, 6, 1],
  ]);
  expect(new Set(Object.values(groups).map(({ name }) => name)).size).toBe(3);
  expect(Object.values(stack.resources(LaunchTemplate))).toHaveLength(1);
  expect(Object.keys(stack.resources(AutoscalingLifecycleHook))).toHaveLength(3);
  const schedules = Object.values(stack.resources(AutoscalingSchedule));
  expect(schedules.map(({ min_size, max_size }) => [min_size, max_size])).toEqual([
    [2, 3],
    [2, 3],
    [1, 2],
  ]);
});

describe("the kind of a group", () => {
  const fields: Partial<EksNodeGroupSpec> = {
    labels: { workload: "batch" },
    taints: [{ key: "dedicated", value: "batch", effect: "PreferNoSchedule" }],
    disk: { sizeGiB: 80, iops: 4000 },
    maxPods: 50,
    tags: { team: "a" },
    userData: "#!/bin/sh\ntrue\n",
  };
  const own = withGroup(fields).resource(LaunchTemplate);
  const managed = withGroup({ ...fields, kind: "managed" }).resource(LaunchTemplate);

  test("does not change disks, tags, names and security groups", () => {
    // The last two record the kind, so that a change of it is refused.
    const differing = [
      ...["image_id", "instance_type", "iam_instance_profile", "user_data", "//"],
      ...["tags", "lifecycle"],
    ];
    const rest = Object.fromEntries(
      Object.entries(own).filter(([argument]) => !differing.includes(argument)),
    );
    const others = Object.fromEntries(
      Object.entries(managed).filter(([argument]) => !differing.includes(argument)),
    );
    expect(rest).toEqual(others);
    expect(own.tag_specifications).toEqual(managed.tag_specifications);
  });

  test("does not change labels, taints and pods, which EKS or user data sets", () => {
    const [, encoded] = /base64decode\("([^"]+)"\)/.exec(own.user_data)!;
    const text = Buffer.from(encoded, "base64").toString();
    expect(text).toContain("--node-labels=workload=batch");
    expect(text).toContain("--register-with-taints=dedicated=batch:PreferNoSchedule");
    for (const one of [text, Buffer.from(managed.user_data, "base64").toString()]) {
      expect(one).toContain('"maxPods": 50');
      expect(one).toContain("#!/bin/sh\ntrue");
    }
  });
});

describe("both kinds in one cluster", () => {
  const stack = synthesizeEks({
    nodeGroups: [
      { ...workers, name: "own" },
      { ...workers, name: "managed", kind: "managed" },
      { ...workers, name: "windows", image: { family: "windows", release: "latest" } },
      {
        ...workers,
        name: "managed-windows",
        kind: "managed",
        image: { family: "windows", release: "latest" },
      },
    ],
    network: { cidr: "10.0.0.0/16" },
  });

  test("have separate roles, so that access entries of EKS and of the cluster do not conflict", () => {
    const entries = Object.values(stack.resources(EksAccessEntry)).filter(({ type }) => type !== "STANDARD");
    expect(entries.map(({ principal_arn, type }) => [principal_arn, type])).toEqual([
      ["${aws_iam_role.node_groups_self_managed_node_role.arn}", "EC2_LINUX"],
      ["${aws_iam_role.node_groups_self_managed_windows_node_role.arn}", "EC2_WINDOWS"],
    ]);
    expect(stack.resource(EksNodeGroup, "node_groups_managed").node_role_arn).toBe(
      "${aws_iam_role.node_groups_node_role.arn}",
    );
    expect(stack.resource(EksNodeGroup, "node_groups_managed_windows").node_role_arn).toBe(
      "${aws_iam_role.node_groups_windows_node_role.arn}",
    );
  });

  test("have different names of roles and profiles", () => {
    const names = Object.values(stack.terraform.resource.aws_iam_role).map(
      (role) => (role as { name: string }).name,
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("tags", () => {
  const tagsOf = (stack: ReturnType<typeof withGroup>) =>
    Object.fromEntries(
      (
        stack.resource(AutoscalingGroup).tag as { key: string; value: string; propagate_at_launch: boolean }[]
      ).map(({ key, value, propagate_at_launch }) => [key, [value, propagate_at_launch]]),
    );
  const fields: Partial<EksNodeGroupSpec> = {
    labels: { workload: "batch" },
    taints: [{ key: "dedicated", value: "batch", effect: "PreferNoSchedule" }],
    tags: { team: "a" },
  };

  test("describe group and nodes for the autoscaler; machines have the tag of the cluster", () => {
    const stack = withGroup(fields, { tags: { owner: "shop" } });
    const prefix = "k8s.io/cluster-autoscaler";
    expect(tagsOf(stack)).toEqual({
      Name: ["shop-workers", false],
      owner: ["shop", false],
      team: ["a", false],
      "kubernetes.io/cluster/shop": ["owned", true],
      [`${prefix}/enabled`]: ["true", false],
      [`${prefix}/shop`]: ["owned", false],
      [`${prefix}/node-template/label/workload`]: ["batch", false],
      [`${prefix}/node-template/taint/dedicated`]: ["batch:PreferNoSchedule", false],
    });
    expect(stack.resources(AutoscalingGroupTagA)).toEqual({});
  });

  test.each([
    ["a fixed size", { size: 10 }, {}],
    ["no autoscaler", {}, { autoscaling: "none" }],
  ] as const)("have no tags for an autoscaler with %s", (_, patch, props) => {
    expect(Object.keys(tagsOf(withGroup({ ...fields, ...patch }, props)))).toEqual([
      "Name",
      "team",
      "kubernetes.io/cluster/shop",
    ]);
  });
});

describe("machines", () => {
  test("of several types are on demand, in the order of the file", () => {
    const { mixed_instances_policy, launch_template } = autoScalingGroup({
      machineTypes: ["m7i.large", "m6i.large"],
    });
    expect(launch_template).toBeUndefined();
    expect(mixed_instances_policy).toEqual({
      instances_distribution: {
        on_demand_allocation_strategy: "prioritized",
        on_demand_base_capacity: 0,
        on_demand_percentage_above_base_capacity: 100,
      },
      launch_template: {
        launch_template_specification: expect.objectContaining({
          launch_template_id: expect.stringContaining("launch_template"),
        }),
        override: [{ instance_type: "m7i.large" }, { instance_type: "m6i.large" }],
      },
    });
  });

  test("can be spot with an on-demand base, and are replaced before an interruption", () => {
    const stack = withGroup({ capacity: "spot", autoScalingGroup: { onDemandBase: 2, onDemandPercent: 25 } });
    const { mixed_instances_policy, capacity_rebalance } = stack.resource(AutoscalingGroup);
    expect(mixed_instances_policy.instances_distribution).toEqual({
      on_demand_allocation_strategy: "prioritized",
      on_demand_base_capacity: 2,
      on_demand_percentage_above_base_capacity: 25,
      spot_allocation_strategy: "price-capacity-optimized",
    });
    expect(capacity_rebalance).toBe(true);
    expect(stack.resource(LaunchTemplate).instance_type).toBeUndefined();
  });

  test("can be selected by requirements", () => {
    const { mixed_instances_policy } = autoScalingGroup({
      machineTypes: ["m7i.*", "r7i.*"],
      machines: { vcpus: { min: 4, max: 8 }, memoryGiB: { min: 16 } },
    });
    expect(mixed_instances_policy.launch_template.override).toEqual([
      {
        instance_requirements: {
          allowed_instance_types: ["m7i.*", "r7i.*"],
          vcpu_count: { min: 4, max: 8 },
          memory_mib: { min: 16384 },
          burstable_performance: "excluded",
        },
      },
    ]);
    expect(mixed_instances_policy.instances_distribution.on_demand_allocation_strategy).toBe("lowest-price");
  });
});
