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

test("each machine of a slot decides when it leaves, and Terraform deletes the hook before the group", () => {
  expect(Object.keys(stack.resources(AutoscalingLifecycleHook))).toHaveLength(slots.length);
  for (const slot of slots) {
    expect(stack.resource(AutoscalingLifecycleHook, `control_plane_slot_${slot}_leave_hook`)).toMatchObject({
      name: "leave",
      autoscaling_group_name: `\${aws_autoscaling_group.control_plane_slot_${slot}_group.name}`,
      lifecycle_transition: "autoscaling:EC2_INSTANCE_TERMINATING",
      default_result: "CONTINUE",
      heartbeat_timeout: 120,
    });
    const template = stack.resource(LaunchTemplate, `control_plane_slot_${slot}_launch_template`);
    expect(template.user_data).toContain("kubernetes-leave.timer");
  }
  const workers = Object.entries(stack.resources(LaunchTemplate)).filter(
    ([id]) => !id.startsWith("control_plane"),
  );
  expect(workers.length).toBeGreaterThan(0);
  for (const [, { user_data: text }] of workers) expect(text).not.toContain("kubernetes-leave.timer");
});
