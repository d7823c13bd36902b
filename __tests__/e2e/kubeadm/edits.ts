import { ClusterDocument, type Edit } from "../support/edits";
import { documentOf, unprotect } from "../support/environments";
import { exampleDirectory } from "../support/synthesis";
import { type Document } from "yaml";

const ZONES = ["a", "b", "c"].map((zone) => `eu_central_1${zone}`);

type Plan = Readonly<Record<string, string>>;

const all = (names: readonly string[], action: string): Plan =>
  Object.fromEntries(names.map((name) => [name, action]));
const slots = (of: string, indices: readonly number[] = [0, 1, 2]) =>
  indices.map((index) => of.replace("*", String(index)));
const pools = (of: string) => ZONES.map((zone) => of.replace("*", zone));

const slotTemplates = "aws_launch_template.control_plane_slot_*_launch_template";
const slotGroups = "aws_autoscaling_group.control_plane_slot_*_group";
const slotHooks = "aws_autoscaling_lifecycle_hook.control_plane_slot_*_leave_hook";
const slotReadyHooks = "aws_autoscaling_lifecycle_hook.control_plane_slot_*_ready_hook";
const poolReadyHooks = "aws_autoscaling_lifecycle_hook.node_groups_workers_*_ready_hook";
const slotDisks = "aws_ebs_volume.control_plane_slot_*_etcd";
const poolTemplates = "aws_launch_template.node_groups_workers_*_launch_template";
const poolGroups = "aws_autoscaling_group.node_groups_workers_*";

/** New launch templates, which the groups use for their next machines, or at once with an instance refresh. */
const newSlotTemplates: Plan = {
  ...all(slots(slotTemplates), "update"),
  ...all(slots(slotGroups), "update"),
};
const newPoolTemplates: Plan = {
  ...all(pools(poolTemplates), "update"),
  ...all(pools(poolGroups), "update"),
};

/** The reference cluster of kubeadm, without protection so that it can be destroyed, and an edit. */
export function editedKubeadm(change: (cluster: ClusterDocument) => void): Document {
  const document = documentOf(`${exampleDirectory}/kubeadm.yaml`, "kubeadm");
  unprotect(document);
  change(new ClusterDocument(document));
  return document;
}

/** The edits of {@link editedKubeadm}, which the deploy test plans with Terraform, and `compare` predicts. */
export const KUBEADM_EDITS: readonly Edit[] = [
  {
    title: "a larger range of nodes",
    change: (cluster) => cluster.set("nodeGroups.0.size", { min: 10, max: 24 }),
    plan: all(pools(poolGroups), "update"),
  },
  {
    title: "a label of nodes",
    change: (cluster) => cluster.set("nodeGroups.0.labels.team", "shop"),
    plan: newPoolTemplates,
  },
  {
    title: "another machine type of nodes",
    change: (cluster) => cluster.set("nodeGroups.0.machineTypes", ["m7i.2xlarge"]),
    plan: newPoolTemplates,
  },
  {
    title: "another machine type of the control plane",
    change: (cluster) => cluster.set("controlPlane.machineType", "m7i.xlarge"),
    plan: newSlotTemplates,
  },
  {
    title: "the next Kubernetes minor",
    change: (cluster) => cluster.set("kubernetesVersion", "1.36.3"),
    plan: {
      ...newSlotTemplates,
      ...newPoolTemplates,
      "aws_s3_object.control_plane_manifests_cloud_controller_manager_json": "update",
      "aws_s3_object.control_plane_manifests_index": "update",
    },
  },
  {
    title: "larger etcd disks",
    change: (cluster) => cluster.set("controlPlane.etcd.sizeGiB", 40),
    plan: all(slots(slotDisks), "update"),
  },
  {
    title: "another administrator",
    change: (cluster) => cluster.set("access.admins.1", "arn:aws:iam::111122223333:role/OnCall"),
    plan: { "aws_s3_object.control_plane_authenticator": "update" },
  },
  {
    title: "another range of clients",
    change: (cluster) => cluster.set("access.privateFrom.1", "10.9.0.0/16"),
    plan: {
      "aws_vpc_security_group_ingress_rule.network_security_load_balancer_from_clients_10_9_0_0_16": "create",
    },
  },
  {
    title: "longer retention of backups",
    change: (cluster) => cluster.set("controlPlane.etcd.retentionDays", 60),
    plan: { "aws_s3_bucket_lifecycle_configuration.control_plane_store_lifecycle": "update" },
  },
  {
    title: "another node group",
    change: (cluster) => cluster.set("nodeGroups.1", { name: "batch", machineTypes: ["m7i.large"], size: 2 }),
    plan: {
      "aws_launch_template.node_groups_batch_launch_template": "create",
      "aws_autoscaling_group.node_groups_batch_group": "create",
      "aws_autoscaling_lifecycle_hook.node_groups_batch_leave_hook": "create",
      "aws_autoscaling_lifecycle_hook.node_groups_batch_ready_hook": "create",
    },
  },
  {
    title: "more time for the start of machines",
    change: (cluster) => {
      cluster.set("controlPlane.timeoutMinutes", 40);
      cluster.set("nodeGroups.0.timeoutHours", 2);
    },
    plan: {
      ...all([...slots(slotGroups), ...slots(slotReadyHooks)], "update"),
      ...all([...pools(poolGroups), ...pools(poolReadyHooks)], "update"),
    },
  },
  {
    title: "no block volumes",
    change: (cluster) => cluster.set("storage.block", false),
    plan: { "aws_iam_role_policy_attachment.storage_block_driver": "delete" },
  },
  {
    title: "protection",
    change: (cluster) => cluster.set("protection", true),
    plan: { "aws_lb.access_load_balancer": "update", "aws_s3_bucket.control_plane_store": "update" },
  },
  {
    title: "two more control-plane machines",
    change: (cluster) => cluster.set("controlPlane.machines", 5),
    plan: {
      ...newSlotTemplates,
      ...newPoolTemplates,
      ...all(
        [slotTemplates, slotGroups, slotHooks, slotReadyHooks, slotDisks]
          .concat([
            "aws_network_interface.control_plane_slot_*_interface",
            "aws_lb_target_group_attachment.access_load_balancer_target_*",
          ])
          .flatMap((of) => slots(of, [3, 4])),
        "create",
      ),
    },
  },
  {
    title: "another range of the network, with protection",
    change: (cluster) => {
      cluster.set("protection", true);
      cluster.set("network.cidr", "10.80.0.0/16");
    },
    refused: /Instance cannot be destroyed[^]*aws_vpc\.network_vpc/,
  },
  {
    title: "another range of pods, also without protection",
    change: (cluster) => cluster.set("network.podCidr", "10.128.0.0/12"),
    refused: /network\.podCidr: the addresses of pods cannot change/,
  },
  {
    title: "another network of pods, also without protection",
    change: (cluster) => cluster.set("network.cni", "none"),
    refused: /network\.cni: pods keep the network that they started with/,
  },
];
