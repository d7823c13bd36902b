import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { AutoscalingLifecycleHook } from "@cdktf/provider-aws/lib/autoscaling-lifecycle-hook";
import { AutoscalingSchedule } from "@cdktf/provider-aws/lib/autoscaling-schedule";
import type { EksClusterProps, EksNodeGroupSpec } from "../../../modules/eks/spec";
import { minimal, synthesizeEks } from "../../support/eks";

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

describe("replacing machines", () => {
  const pace = (patch: Partial<EksNodeGroupSpec>) => {
    const { instance_refresh, instance_maintenance_policy: policy } = autoScalingGroup(patch);
    expect(instance_refresh).toMatchObject({
      strategy: "Rolling",
      preferences: { ...policy, skip_matching: true },
    });
    return [policy.min_healthy_percentage, policy.max_healthy_percentage];
  };

  test.each([
    ["a third more at once", {}, [100, 133]],
    ["a percentage of them", { upgrade: { maxUnavailablePercent: 10 } }, [100, 110]],
    ["a number of them, of the most that there can be", { upgrade: { maxUnavailable: 2 } }, [100, 110]],
    ["a third less at once", { autoScalingGroup: { replacement: "terminate" } }, [67, 100]],
  ] as const)("takes %s", (_, patch, bounds) => {
    expect(pace(patch)).toEqual(bounds);
  });

  test("can be disabled", () => {
    expect(
      autoScalingGroup({ autoScalingGroup: { instanceRefresh: "none" } }).instance_refresh,
    ).toBeUndefined();
  });

  test("can happen after a number of days", () => {
    expect(autoScalingGroup({ autoScalingGroup: { maxInstanceLifetimeDays: 7 } }).max_instance_lifetime).toBe(
      604_800,
    );
  });

  test("can wait until the node is drained", () => {
    const stack = withGroup({ autoScalingGroup: { terminationWaitSeconds: 300 } });
    expect(stack.resource(AutoscalingLifecycleHook)).toMatchObject({
      autoscaling_group_name: `\${${group}.id}`,
      lifecycle_transition: "autoscaling:EC2_INSTANCE_TERMINATING",
      heartbeat_timeout: 300,
      default_result: "CONTINUE",
    });
  });
});

test("a warm pool has stopped machines, which are created again after use", () => {
  expect(autoScalingGroup({ autoScalingGroup: { warmPool: { size: 2 } } }).warm_pool).toEqual({
    min_size: 2,
    pool_state: "Stopped",
    instance_reuse_policy: { reuse_on_scale_in: false },
  });
});

test("schedules change the bounds, which Terraform ignores", () => {
  const stack = withGroup({
    autoScalingGroup: {
      schedules: [
        { name: "night", recurrence: "0 20 * * *", timeZone: "Europe/Berlin", size: { min: 0, max: 5 } },
      ],
    },
  });
  expect(stack.resource(AutoscalingSchedule, "node_groups_workers_schedule_night")).toMatchObject({
    scheduled_action_name: "night",
    recurrence: "0 20 * * *",
    time_zone: "Europe/Berlin",
    min_size: 0,
    max_size: 5,
    desired_capacity: -1,
  });
  expect(stack.resource(AutoscalingGroup).lifecycle.ignore_changes).toEqual([
    "desired_capacity",
    "min_size",
    "max_size",
  ]);
});

describe("names", () => {
  test("of Auto Scaling groups do not change with anything but cluster, group and zone", () => {
    const { name } = autoScalingGroup();
    expect(name).toMatch(/^shop-workers-[0-9a-f]{8}$/);
    expect(
      autoScalingGroup({
        machineTypes: ["c7g.large", "c6g.large"],
        capacity: "spot",
        image: { family: "bottlerocket" },
      }).name,
    ).toBe(name);
  });

  test("of `a-b` of `c` and `b-c` of `a` differ", () => {
    const named = (name: string, groupName: string) =>
      synthesizeEks({ name, nodeGroups: [{ ...workers, name: groupName }] }).resource(AutoscalingGroup).name;
    expect(named("shop-a", "b")).not.toBe(named("shop", "a-b"));
  });
});

test("with a termination handler, groups wait for it, and it finds their machines", () => {
  const stack = synthesizeEks({
    nodeGroups: [
      { ...minimal.nodeGroups[0], name: "system" },
      { ...workers, name: "own" },
    ],
    eks: { nodeTerminationHandler: true },
  });
  const [group] = Object.values(stack.resources(AutoscalingGroup));
  expect(group.tag).toContainEqual({
    key: "aws-node-termination-handler/managed",
    value: "true",
    propagate_at_launch: true,
  });
  const hooks = Object.values(
    stack.terraform.resource.aws_autoscaling_lifecycle_hook as Record<string, object>,
  );
  expect(hooks).toHaveLength(1);
  expect(hooks[0]).toMatchObject({ autoscaling_group_name: "${aws_autoscaling_group.node_groups_own.id}" });
});
