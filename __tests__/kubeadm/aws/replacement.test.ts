import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { AutoscalingLifecycleHook } from "@cdktf/provider-aws/lib/autoscaling-lifecycle-hook";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { predict } from "../../../modules/compare/predict";
import { minimal, synthesizeKubeadm } from "../../support/kubeadm";

const stack = synthesizeKubeadm();
const slots = [0, 1, 2];

test("a changed launch template replaces the machine of a slot, which ends before the next one starts", () => {
  for (const slot of slots) {
    const group = stack.resource(AutoscalingGroup, `control_plane_slot_${slot}_group`);
    expect(group.launch_template).toMatchObject({
      version: `\${aws_launch_template.control_plane_slot_${slot}_launch_template.latest_version}`,
    });
    expect(group.instance_refresh).toEqual({
      strategy: "Rolling",
      preferences: { min_healthy_percentage: 0, max_healthy_percentage: 100, skip_matching: true },
    });
    expect(group.instance_maintenance_policy).toEqual({
      min_healthy_percentage: 0,
      max_healthy_percentage: 100,
    });
  }
});

const groups = Object.keys(stack.resources(AutoscalingGroup));
const hooksNamed = (name: string) =>
  Object.values(stack.resources(AutoscalingLifecycleHook)).filter((hook) => hook.name === name);

test("each machine decides when it leaves, and Terraform deletes the hook before the group", () => {
  const hooks = hooksNamed("leave");
  expect(groups.length).toBeGreaterThan(slots.length);
  expect(hooks.map((hook) => hook.autoscaling_group_name)).toEqual(
    groups.map((group) => `\${aws_autoscaling_group.${group}.name}`),
  );
  for (const hook of hooks) {
    expect(hook).toMatchObject({
      lifecycle_transition: "autoscaling:EC2_INSTANCE_TERMINATING",
      default_result: "CONTINUE",
      heartbeat_timeout: 120,
    });
  }
  for (const { user_data: text } of Object.values(stack.resources(LaunchTemplate))) {
    expect(text).toContain("kubernetes-leave.timer");
  }
});

test("the time for the start of machines changes in a separate hook, because the one in the group would replace it", () => {
  const hooks = hooksNamed("ready");
  expect(hooks).toHaveLength(groups.length);
  for (const hook of hooks) {
    const [name] = /(?<=aws_autoscaling_group\.)\w+/.exec(String(hook.autoscaling_group_name))!;
    const { initial_lifecycle_hook: initial, lifecycle } = stack.resource(AutoscalingGroup, name);
    const { lifecycle_transition, heartbeat_timeout, default_result } = hook;
    expect(initial).toEqual([{ name: "ready", lifecycle_transition, heartbeat_timeout, default_result }]);
    expect(lifecycle.ignore_changes).toContain("initial_lifecycle_hook");
  }
});

test("more time for the start of machines replaces no group", () => {
  const more = synthesizeKubeadm({ controlPlane: { ...minimal.controlPlane, timeoutMinutes: 40 } });
  const { changes } = predict(stack.terraform, more.terraform);
  expect(new Set(changes.map(({ action }) => action))).toEqual(new Set(["update"]));
  expect(changes.map(({ address }) => address.split(".")[0])).toContain("aws_autoscaling_lifecycle_hook");
});
