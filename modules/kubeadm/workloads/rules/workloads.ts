import { error } from "../../../cluster/problem";
import { defineRules, entries, isKnown } from "../../../cluster/rules/rule";
import { workloadsRules } from "../../../workloads/rules/workloads";
import type { ClusterWithWorkloads } from "../../spec";
import { newestReleases } from "../../versions";
import { programs } from "../programs";
import { runsOnControlPlane, takesPodsAtStart } from "../values";

const isEmpty = (list: readonly string[] | undefined): boolean =>
  list === undefined || (isKnown(list) && list.length === 0);

const ofKubeadm = defineRules<ClusterWithWorkloads>("kubeadm/workloads", {
  /**
   * The machine that deploys reaches the API server, and is an administrator: its private address and name are known in connected networks only.
   *
   * @remarks Decision of this project: the API server has no public address, and without administrators no identity can authenticate.
   */
  "api-server-reachable"({ workloads, access }) {
    if (workloads === undefined) return [];
    const alternative =
      "omit workloads and put the manifests in the folder of kubeadm.software.manifests, which the machines apply";
    return [
      ...(isEmpty(access.privateFrom)
        ? [
            error(
              ["workloads"],
              "only the machines of the cluster can reach the API server, no person and no pipeline that installs programs: list the network " +
                `of the machine that deploys in access.privateFrom, or ${alternative}`,
            ),
          ]
        : []),
      ...(isEmpty(access.admins)
        ? [
            error(
              ["workloads"],
              `no identity can install programs: list the one that deploys in access.admins, or ${alternative}`,
            ),
          ]
        : []),
    ];
  },

  /**
   * Nodes can pull the images of the programs, which are in public registries.
   *
   * @remarks Decision of this project: `kubeadm.software.imageRepository` replaces the registry of Kubernetes only.
   */
  "images-reachable"({ workloads, network = {} }) {
    if (workloads === undefined || (network.private !== true && network.nat !== "none")) return [];
    return [
      error(
        ["workloads"],
        "nodes without egress cannot pull the images of the programs from public registries; omit workloads and put manifests with images " +
          "of your registry in the folder of kubeadm.software.manifests",
      ),
    ];
  },
});

export const rules = [
  ...workloadsRules<ClusterWithWorkloads>({
    cloud: "the cloud",
    programs,
    kubernetesVersions: newestReleases,
    hasNode: ({ nodeGroups }, program) =>
      runsOnControlPlane(program) ||
      !isKnown(nodeGroups) ||
      entries(nodeGroups).some(([, group]) => takesPodsAtStart(group)),
    nodeNeeded:
      "one group must have min of at least 1 and no taint NoSchedule or NoExecute other than CriticalAddonsOnly",
  }),
  ...ofKubeadm,
];
