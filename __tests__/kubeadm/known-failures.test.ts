import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { EbsVolume } from "@cdktf/provider-aws/lib/ebs-volume";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { LbTargetGroupAttachment } from "@cdktf/provider-aws/lib/lb-target-group-attachment";
import { NetworkInterface } from "@cdktf/provider-aws/lib/network-interface";
import { minimal, synthesizeKubeadm } from "../support/kubeadm";

/**
 * What failed for users of other tools, and why it cannot fail here, as far as the Terraform JSON shows it. Other tests run the boot program:
 *
 * - A machine comes back, and its member and node are registered (kubernetes/kubeadm#2138): REPLACE in `boot/boot.long.test.ts`, and
 *   `lab/losses.lab.ts`.
 * - Nodes start with a taint that the cloud removes (kubernetes/kubernetes#93533): `lab/creation.lab.ts`.
 * - A node talks to its own load balancer (kubernetes/kubeadm#1685): that of the lab refuses all requests of slots.
 * - Serving certificates stay pending, or are not checked (kubernetes/kubernetes#73356): `boot/approve.long.test.ts`, `lab/creation.lab.ts`.
 * - A disk has another name, or is that of another cluster (Azure/aks-engine#3246): `boot/boot.long.test.ts`.
 * - The folder of etcd is not empty (kubernetes-sigs/cluster-api-provider-aws#1707): `boot/boot.long.test.ts`, whose disks have `lost+found`.
 */

const stack = synthesizeKubeadm({ controlPlane: { ...minimal.controlPlane, machines: 5 } });
const slots = [0, 1, 2, 3, 4];

test.each(slots)(
  "slot %i: a new machine finds the interface and the disk of the old one free, because the old one ends first",
  (slot) => {
    const group = stack.resource(AutoscalingGroup, `control_plane_slot_${slot}_group`);
    expect([group.min_size, group.max_size, group.desired_capacity]).toEqual([1, 1, 1]);
    expect(group.instance_maintenance_policy).toEqual({
      min_healthy_percentage: 0,
      max_healthy_percentage: 100,
    });
    // Terraform replaces a group, too, in this order only.
    const own = [AutoscalingGroup, LaunchTemplate, EbsVolume, NetworkInterface].flatMap((type) =>
      Object.entries(stack.resources(type)).filter(([name]) => name.startsWith(`control_plane_slot_${slot}`)),
    );
    expect(own).toHaveLength(4);
    for (const [, { lifecycle }] of own) expect(lifecycle?.create_before_destroy).toBeUndefined();
  },
);

test("nothing that depends on a slot makes Terraform create its replacement first", () => {
  const all = Object.values(
    stack.terraform.resource as Record<string, Record<string, Record<string, unknown>>>,
  );
  const creating = all
    .flatMap((type) => Object.entries(type))
    .filter(([, { lifecycle }]) => (lifecycle as { create_before_destroy?: boolean })?.create_before_destroy);
  expect(creating).toEqual([]);
});

test.each(slots)("slot %i: security groups are at the interface only, as EC2 requires", (slot) => {
  const template = stack.resource(LaunchTemplate, `control_plane_slot_${slot}_launch_template`);
  expect(template.vpc_security_group_ids).toBeUndefined();
  expect(template.network_interfaces).toEqual([
    {
      delete_on_termination: "false",
      device_index: 0,
      network_interface_id: `\${aws_network_interface.control_plane_slot_${slot}_interface.id}`,
    },
  ]);
  expect(template.tag_specifications.map((one: { resource_type: string }) => one.resource_type)).toEqual([
    "instance",
    "volume",
  ]);
  const { security_groups: groups } = stack.resource(
    NetworkInterface,
    `control_plane_slot_${slot}_interface`,
  );
  expect(groups).toEqual(["${aws_security_group.network_security_control_plane.id}"]);
});

test("the load balancer keeps no client address, and has the port of the machines", () => {
  const { port, preserve_client_ip: kept, target_type: kind } = stack.resource(LbTargetGroup);
  expect({ port, kept, kind }).toEqual({ port: 6443, kept: "false", kind: "ip" });
  expect(stack.resource(LbListener).port).toBe(port);
  const attachments = Object.values(stack.resources(LbTargetGroupAttachment));
  expect(attachments.map((one) => one.port)).toEqual(slots.map(() => port));
});

test.each(slots)("slot %i: the machine knows its disk by id, not by the name of a device", (slot) => {
  const { user_data: data } = stack.resource(LaunchTemplate, `control_plane_slot_${slot}_launch_template`);
  expect(data).toContain(`aws_ebs_volume.control_plane_slot_${slot}_etcd.id`);
  expect(data).not.toMatch(/\/dev\/(sd|xvd|nvme\d)/);
});

test("serving certificates come from the cluster, and no component skips their check", () => {
  const { user_data: data } = stack.resource(LaunchTemplate, "control_plane_slot_0_launch_template");
  expect(String(data)).toMatch(/serverTLSBootstrap\W+true/);
  expect(String(data)).not.toMatch(/insecure/i);
});
