import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { AutoscalingLifecycleHook } from "@cdktf/provider-aws/lib/autoscaling-lifecycle-hook";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { synthesizeKubeadm } from "../../support/kubeadm";

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

test("each machine decides when it leaves, and Terraform deletes the hook before the group", () => {
  const groups = Object.keys(stack.resources(AutoscalingGroup));
  const hooks = Object.values(stack.resources(AutoscalingLifecycleHook));
  expect(groups.length).toBeGreaterThan(slots.length);
  expect(hooks.map((hook) => hook.autoscaling_group_name)).toEqual(
    groups.map((group) => `\${aws_autoscaling_group.${group}.name}`),
  );
  for (const hook of hooks) {
    expect(hook).toMatchObject({
      name: "leave",
      lifecycle_transition: "autoscaling:EC2_INSTANCE_TERMINATING",
      default_result: "CONTINUE",
      heartbeat_timeout: 120,
    });
  }
  for (const { user_data: text } of Object.values(stack.resources(LaunchTemplate))) {
    expect(text).toContain("kubernetes-leave.timer");
  }
});
