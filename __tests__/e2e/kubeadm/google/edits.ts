import { join } from "node:path";
import { type Document } from "yaml";
import { type CloudEdit, inPlace, refused, removal, replaced, rolling } from "../../support/cloud-edits";
import { ClusterDocument } from "../../support/edits";
import { documentOf, unprotect } from "../../support/environments";
import { exampleDirectory } from "../../support/synthesis";

const replacedTemplate = "replaced, create before destroy";
const groups = "google_compute_region_instance_group_manager.node_groups";
const store = "google_storage_bucket.control_plane_store";
const disks = [0, 1, 2].map((slot) => `google_compute_disk.control_plane_slot_${slot}_etcd`);
const clients = "google_compute_firewall.network_security_load_balancer_from_clients";
const template = (of: string) => `google_compute_instance_template.${of}_instance_template`;
const manager = (of: string) => `google_compute_instance_group_manager.${of}`;

type Plan = Readonly<Record<string, string>>;

const all = (addresses: readonly string[], action: string): Plan =>
  Object.fromEntries(addresses.map((address) => [address, action]));
const zones = (group: string) => ["b", "c", "d"].map((zone) => manager(`${group}_europe_west1_${zone}`));
const slots = [0, 1, 2].map((slot) => `control_plane_slot_${slot}`);
const slotGroups = all(
  slots.map((slot) => manager(`${slot}_group`)),
  "update",
);

/** New templates, with which groups replace their machines: slots one after the other, nodes by the surge of their group. */
const newSlots: Plan = { ...all(slots.map(template), replacedTemplate), ...slotGroups };
const newWorkers: Plan = {
  [template("node_groups_workers")]: replacedTemplate,
  ...all(zones("node_groups_workers"), "update"),
};
const newBatch: Plan = {
  [template("node_groups_batch")]: replacedTemplate,
  [`${groups}_batch_group`]: "update",
};

/**
 * The reference cluster of kubeadm on Google Cloud with a second node group, and an edit. It has no protection, so that it can be destroyed.
 *
 * @param change - edits the file
 */
export function editedKubeadmOnGoogle(change: (cluster: ClusterDocument) => void): Document {
  const document = documentOf(join(exampleDirectory, "kubeadm-google.yaml"), "kubeadm");
  unprotect(document);
  const edited = new ClusterDocument(document);
  edited.set("nodeGroups.1", {
    name: "batch",
    machineTypes: ["n2-standard-4"],
    size: 3,
    taints: [{ key: "batch", effect: "NoSchedule" }],
  });
  change(edited);
  return document;
}

/** The edits of {@link editedKubeadmOnGoogle}, which the deploy test applies, and `compare` predicts. */
export const KUBEADM_GOOGLE_EDITS: readonly CloudEdit[] = [
  inPlace("another administrator", (one) => one.set("access.admins.1", "user:bob@example.com"), {
    "google_storage_bucket_object.control_plane_administrators": "update",
  }),
  inPlace("another range of clients", (one) => one.set("access.privateFrom.1", "10.9.0.0/16"), {
    [clients]: "update",
  }),
  inPlace("longer retention of backups", (one) => one.set("controlPlane.etcd.retentionDays", 60), {
    [store]: "update",
  }),
  inPlace(
    "more time for control-plane machines",
    (one) => one.set("controlPlane.timeoutMinutes", 40),
    slotGroups,
  ),
  inPlace("no repair of nodes", (one) => one.set("nodeGroups.1.repair", false), {
    [`${groups}_batch_group`]: "update",
  }),
  inPlace(
    "another node group",
    (one) => one.set("nodeGroups.2", { name: "extra", machineTypes: ["n2-standard-4"], size: 3 }),
    { [template("node_groups_extra")]: "create", [`${groups}_extra_group`]: "create" },
  ),
  rolling("a label of nodes", (one) => one.set("nodeGroups.0.labels.team", "shop"), newWorkers),
  rolling(
    "other machines of nodes",
    (one) => one.set("nodeGroups.0.machineTypes", ["n2-standard-8"]),
    newWorkers,
  ),
  rolling(
    "other machines of the control plane",
    (one) => one.set("controlPlane.machineType", "n2-standard-4"),
    newSlots,
  ),
  rolling("the next Kubernetes version", (one) => one.set("kubernetesVersion", "1.36.3"), {
    ...newSlots,
    ...newWorkers,
    ...newBatch,
    "google_storage_bucket_object.control_plane_manifests_cloud_controller_manager_json": "update",
    "google_storage_bucket_object.control_plane_manifests_index": "update",
  }),
  rolling("spot machines", (one) => one.set("nodeGroups.1.capacity", "spot"), newBatch),
  replaced("a node group with another name", (one) => one.set("nodeGroups.1.name", "jobs"), {
    [template("node_groups_batch")]: "delete",
    [`${groups}_batch_group`]: "delete",
    [template("node_groups_jobs")]: "create",
    [`${groups}_jobs_group`]: "create",
  }),
  replaced("a node group in each zone", (one) => one.set("nodeGroups.1.spread", "per-zone"), {
    [`${groups}_batch_group`]: "delete",
    ...all(zones("node_groups_batch"), "create"),
  }),
  replaced(
    "a node group in two zones",
    (one) => one.set("nodeGroups.1.zones", ["europe-west1-b", "europe-west1-c"]),
    { [`${groups}_batch_group`]: "replaced, destroy before create" },
  ),
  refused(
    "another region, with protection",
    (one) => {
      one.set("protection", true);
      one.set("region", "europe-west4");
    },
    ["google_compute_network.network_vpc", ...disks, store],
  ),
  refused(
    "another name, with protection",
    (one) => {
      one.set("protection", true);
      one.set("name", "other");
    },
    ["google_compute_network.network_vpc", ...disks, store],
  ),
  refused(
    "a smaller etcd disk, with protection",
    (one) => {
      one.set("protection", true);
      one.set("controlPlane.etcd.sizeGiB", 10);
    },
    disks,
  ),
  removal("labels of nodes", (one) => one.remove("nodeGroups.0.labels"), newWorkers),
  removal("taints of nodes", (one) => one.remove("nodeGroups.1.taints"), newBatch),
  removal("clients", (one) => one.remove("access.privateFrom"), { [clients]: "delete" }),
  removal("block volumes", (one) => one.set("storage.block", false), {
    "google_project_iam_custom_role.storage_block_driver_role": "delete",
    "google_project_iam_member.storage_block_driver": "delete",
    "google_service_account_iam_member.storage_block_driver_control_plane": "delete",
    "google_service_account_iam_member.storage_block_driver_workers": "delete",
  }),
];
