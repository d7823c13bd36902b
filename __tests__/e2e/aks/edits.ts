import { type Document } from "yaml";
import { type CloudEdit, inPlace, refused, removal, replaced, rolling } from "../support/cloud-edits";
import { ClusterDocument } from "../support/edits";
import { documentOf, unprotect } from "../support/environments";
import { environmentFile } from "../support/synthesis";

const cluster = "azurerm_kubernetes_cluster.control_plane";
const group = "azurerm_resource_group.resource_group";
const pool = (name: string) => `azurerm_kubernetes_cluster_node_pool.node_groups_${name}`;
const pools = (action: string) =>
  Object.fromEntries(["apps", "models", "jobs"].map((name) => [pool(name), action]));
const viewer = "azurerm_role_assignment.identity_viewer_3b1c9f0a_52de_4f6e_8a0f_6f2b7d9c4e22";

/**
 * The reference cluster of AKS with settings that can be removed, and an edit. It has no protection, so that it can be destroyed.
 *
 * @param change - edits the file
 */
export function editedAks(change: (cluster: ClusterDocument) => void): Document {
  const document = documentOf(environmentFile("production"), "aks");
  unprotect(document);
  const edited = new ClusterDocument(document);
  edited.set("nodeGroups.1.linux", { transparentHugePage: "madvise" });
  edited.set("nodeGroups.1.taints", [{ key: "apps", effect: "PreferNoSchedule" }]);
  edited.set("nodeGroups.2", {
    name: "models",
    machineTypes: ["Standard_NC24ads_A100_v4"],
    size: { min: 1, max: 4 },
    gpu: { driver: true },
  });
  edited.set("nodeGroups.3", {
    name: "jobs",
    machineTypes: ["Standard_D4ds_v5"],
    size: 1,
    replacement: "rotate",
  });
  edited.set("aks", { keda: true, verticalPodAutoscaling: true, imageCleanerHours: 48 });
  change(edited);
  return document;
}

/** The edits of {@link editedAks}, which the deploy test applies, and `compare` predicts. */
export const AKS_EDITS: readonly CloudEdit[] = [
  inPlace("a larger range of nodes", (one) => one.set("nodeGroups.1.size", { min: 7, max: 14 }), {
    [pool("apps")]: "update",
  }),
  inPlace("a label", (one) => one.set("nodeGroups.1.labels.team", "shop"), { [pool("apps")]: "update" }),
  inPlace("another window of upgrades", (one) => one.set("upgrades.window.start", "03:00"), {
    [cluster]: "update",
  }),
  inPlace("logs for a shorter time", (one) => one.set("observability.retentionDays", 60), {
    "azurerm_log_analytics_workspace.observability_workspace": "update",
  }),
  inPlace("no viewer", (one) => one.remove("access.viewers"), {
    [viewer]: "delete",
    [`${viewer}_user`]: "delete",
  }),
  inPlace(
    "another node group",
    (one) => one.set("nodeGroups.4", { name: "extra", machineTypes: ["Standard_D4ds_v5"], size: 1 }),
    { [pool("extra")]: "create" },
  ),
  // AKS upgrades the control plane, and then the nodes of each pool by its surge.
  {
    ...rolling(
      "the next Kubernetes version, which the file owns",
      (one) => {
        one.set("upgrades.channel", "none");
        one.set("kubernetesVersion", "1.36");
      },
      { [cluster]: "update", ...pools("update") },
    ),
    // The provider does not plan that current_kubernetes_version changes.
    late: ["kubernetes_version"],
  },
  rolling(
    "other machines of the system group, which the provider rotates through a temporary pool",
    (one) => one.set("nodeGroups.0.machineTypes", ["Standard_D8ds_v5"]),
    { [cluster]: "update" },
  ),
  rolling(
    "other machines of a group that keeps its name",
    (one) => one.set("nodeGroups.3.machineTypes", ["Standard_D8ds_v5"]),
    { [pool("jobs")]: "update" },
  ),
  replaced("other machines", (one) => one.set("nodeGroups.1.machineTypes", ["Standard_D16ds_v5"]), {
    [pool("apps")]: "replaced, create before destroy",
  }),
  replaced("another disk", (one) => one.set("nodeGroups.1.disk.sizeGiB", 256), {
    [pool("apps")]: "replaced, create before destroy",
  }),
  replaced("fewer pods on a node", (one) => one.set("nodeGroups.1.maxPods", 60), {
    [pool("apps")]: "replaced, create before destroy",
  }),
  refused(
    "another region, with protection",
    (one) => {
      one.set("protection", true);
      one.set("region", "northeurope");
    },
    [group],
  ),
  refused(
    "another name, with protection",
    (one) => {
      one.set("protection", true);
      one.set("name", "other");
    },
    [group],
  ),
  refused(
    "another range of services, with protection",
    (one) => {
      one.set("protection", true);
      one.set("network.serviceCidr", "10.90.0.0/16");
    },
    [cluster],
  ),
  // AKS installs the driver without a setting, so nothing changes.
  removal("the driver of GPUs", (one) => one.remove("nodeGroups.2.gpu"), {}),
  removal("KEDA", (one) => one.remove("aks.keda"), { [cluster]: "update" }),
  removal("vertical autoscaling of pods", (one) => one.remove("aks.verticalPodAutoscaling"), {
    [cluster]: "update",
  }),
  removal("the image cleaner", (one) => one.set("aks.imageCleanerHours", 0), { [cluster]: "update" }),
  removal("labels", (one) => one.remove("nodeGroups.1.labels"), { [pool("apps")]: "update" }),
  removal("taints", (one) => one.remove("nodeGroups.1.taints"), { [pool("apps")]: "update" }),
  removal("settings of the kernel", (one) => one.remove("nodeGroups.1.linux"), {
    [pool("apps")]: "replaced, create before destroy",
  }),
];
