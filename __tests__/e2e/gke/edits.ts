import { type Document } from "yaml";
import { type CloudEdit, inPlace, refused, removal, replaced, rolling } from "../support/cloud-edits";
import { ClusterDocument } from "../support/edits";
import { documentOf, unprotect } from "../support/environments";
import { environmentFile } from "../support/synthesis";

const cluster = "google_container_cluster.control_plane";
const network = "google_compute_network.network_vpc";
const key = "google_kms_crypto_key.control_plane_secrets_key";
const batch = "google_container_node_pool.node_groups_batch";
const workers = (action: string) =>
  Object.fromEntries(
    ["a", "b", "c"].map((zone) => [
      `google_container_node_pool.node_groups_workers_europe_west3_${zone}`,
      action,
    ]),
  );
const updated = { [cluster]: "update" };
/** Terraform forgets an API that the cluster does not need any more; it stays enabled. */
const withoutApi = (name: string) => ({ ...updated, [`google_project_service.project_${name}`]: "delete" });
const batchUpdated = { [batch]: "update" };
const batchReplaced = { [batch]: "replaced, create before destroy" };

/**
 * The reference cluster of GKE with settings that can be removed, and an edit. It has no protection, so that it can be destroyed.
 *
 * @param change - edits the file
 */
export function editedGke(change: (cluster: ClusterDocument) => void): Document {
  const document = documentOf(environmentFile("production"), "gke");
  unprotect(document);
  const edited = new ClusterDocument(document);
  edited.set("nodeGroups.1", {
    name: "batch",
    machineTypes: ["n2-standard-4"],
    size: 3,
    labels: { tier: "batch" },
    maxPods: 64,
    imageStreaming: true,
    logging: "max-throughput",
    linux: { sysctls: { "net.core.somaxconn": "4096" } },
  });
  edited.set("gke", { ray: true, identityService: true, meshCertificates: true });
  edited.set("storage", { block: true, parallelstore: true, lustre: true, statefulHa: true });
  edited.set("access.securityGroup", "gke-security-groups@example.com");
  edited.set("observability", { notifications: true, trafficMetrics: true });
  change(edited);
  return document;
}

/** The edits of {@link editedGke}, which the deploy test applies, and `compare` predicts. */
export const GKE_EDITS: readonly CloudEdit[] = [
  inPlace(
    "a larger range of nodes",
    (one) => one.set("nodeGroups.0.size", { min: 10, max: 26 }),
    workers("update"),
  ),
  inPlace("a label", (one) => one.set("nodeGroups.1.labels.team", "shop"), batchUpdated),
  inPlace("another window of upgrades", (one) => one.set("upgrades.window.hours", 8), updated),
  inPlace("another range with access", (one) => one.set("access.publicFrom", ["203.0.113.0/25"]), updated),
  inPlace("no viewer", (one) => one.remove("access.viewers"), {
    "google_project_iam_member.identity_group_developers_example_com_viewer": "delete",
  }),
  inPlace(
    "another node group",
    (one) => one.set("nodeGroups.2", { name: "extra", machineTypes: ["n4-standard-4"], size: 3 }),
    { "google_container_node_pool.node_groups_extra": "create" },
  ),
  // GKE replaces the machines of a pool by its surge.
  rolling("other machines", (one) => one.set("nodeGroups.1.machineTypes", ["n2-standard-8"]), batchUpdated),
  rolling("a larger disk", (one) => one.set("nodeGroups.1.disk.sizeGiB", 200), batchUpdated),
  rolling(
    "another limit of the kernel",
    (one) => one.set("nodeGroups.1.linux.sysctls", { "net.core.somaxconn": "8192" }),
    batchUpdated,
  ),
  replaced("fewer pods on a node", (one) => one.set("nodeGroups.1.maxPods", 32), batchReplaced),
  replaced("spot machines", (one) => one.set("nodeGroups.1.capacity", "spot"), batchReplaced),
  replaced(
    "a minimal platform",
    (one) => one.set("nodeGroups.1.machine", { minCpuPlatform: "Intel Ice Lake" }),
    batchReplaced,
  ),
  refused(
    "another region, with protection",
    (one) => {
      one.set("protection", true);
      one.set("region", "europe-west4");
    },
    [network, key],
  ),
  refused(
    "another name, with protection",
    (one) => {
      one.set("protection", true);
      one.set("name", "other");
    },
    [network, key],
  ),
  refused(
    "another range of the network, with protection",
    (one) => {
      one.set("protection", true);
      one.set("network.cidr", "10.60.0.0/16");
    },
    ["google_compute_subnetwork.network_subnetwork"],
  ),
  removal("Ray", (one) => one.remove("gke.ray"), updated),
  removal("identity services", (one) => one.remove("gke.identityService"), updated),
  removal("certificates of meshes", (one) => one.remove("gke.meshCertificates"), withoutApi("privateca")),
  removal("Parallelstore", (one) => one.remove("storage.parallelstore"), withoutApi("parallelstore")),
  removal("Lustre", (one) => one.remove("storage.lustre"), withoutApi("lustre")),
  removal("high availability of stateful pods", (one) => one.remove("storage.statefulHa"), updated),
  removal("notifications", (one) => one.remove("observability.notifications"), {
    ...withoutApi("pubsub"),
    "google_pubsub_topic.control_plane_notifications": "delete",
  }),
  removal("metrics of traffic", (one) => one.remove("observability.trafficMetrics"), updated),
  removal("the group of groups", (one) => one.set("access.securityGroup", "none"), updated),
  removal("image streaming", (one) => one.remove("nodeGroups.1.imageStreaming"), batchUpdated),
  removal("the throughput of logs", (one) => one.remove("nodeGroups.1.logging"), batchUpdated),
  removal("labels", (one) => one.remove("nodeGroups.1.labels"), batchUpdated),
  removal("settings of the kernel", (one) => one.remove("nodeGroups.1.linux"), batchUpdated),
  removal("the number of pods on a node", (one) => one.remove("nodeGroups.1.maxPods"), batchReplaced),
];
