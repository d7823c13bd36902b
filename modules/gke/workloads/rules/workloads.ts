import { error } from "../../../cluster/problem";
import { defineRules, entries, isKnown } from "../../../cluster/rules/rule";
import { workloadsRules } from "../../../workloads/rules/workloads";
import { endpointsOf } from "../../access/endpoints";
import { takesPodsAtStart } from "../../node-groups/placement";
import type { ClusterWithWorkloads } from "../../spec";
import { knownMinors } from "../../versions";
import { programs } from "../programs";
import { isAutopilot } from "../values";

const ofGke = defineRules<ClusterWithWorkloads>("gke/workloads", {
  /**
   * The machine that deploys reaches the API server: by its DNS endpoint, or from a range of the file.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation
   */
  "api-server-reachable"(cluster) {
    const { workloads, access } = cluster;
    const isEmpty = (list: readonly string[] | undefined) =>
      list === undefined || (isKnown(list) && list.length === 0);
    const { dns, ip } = endpointsOf(cluster);
    const hasClients =
      access.googleCloud === true || !isEmpty(access.publicFrom) || !isEmpty(access.privateFrom);
    if (workloads === undefined || dns || (ip && hasClients)) return [];
    return [
      error(
        ["workloads"],
        "only the nodes can reach the API server, no person and no pipeline that installs programs: set access.dnsEndpoint to true, or list the " +
          "addresses of the machine that deploys in access.publicFrom or access.privateFrom, or omit workloads and use gitops: config-sync, " +
          "which Google installs",
      ),
    ];
  },

  /**
   * Nodes can pull the images of the programs, which are in public registries.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation
   */
  "images-reachable"({ workloads, network = {} }) {
    if (workloads === undefined || network.existing) return [];
    if (network.private !== true && (network.nat !== "none" || network.nodeAddresses === "public")) return [];
    return [
      error(
        ["workloads"],
        "nodes without egress cannot pull the images of the programs from public registries; omit workloads and use gitops: config-sync with " +
          "images in Artifact Registry",
      ),
    ];
  },
});

export const rules = [
  ...workloadsRules<ClusterWithWorkloads>({
    cloud: "Google Cloud",
    programs,
    kubernetesVersions: knownMinors,
    // Nodes of auto-provisioning come within the timeout: GKE runs the provisioner.
    hasNode: (cluster) =>
      isAutopilot(cluster) ||
      cluster.autoscaling === "auto-provisioning" ||
      !isKnown(cluster.nodeGroups) ||
      entries(cluster.nodeGroups).some(([, group]) => takesPodsAtStart(group)),
    nodeNeeded:
      "one Linux group must have x86 machines without GPUs, TPUs and gVisor, min of at least 1, and no taint NoSchedule or NoExecute " +
      "other than CriticalAddonsOnly",
  }),
  ...ofGke,
];
