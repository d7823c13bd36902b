import { error, warning } from "../../../cluster/problem";
import { entries, forEachGroup, isKnown, knownEntries, defineRules } from "../../../cluster/rules/rule";
import { fixedRangeWarnings, maxPodsProblems, onDemandWarning } from "../../../cluster/rules/node-groups";
import { hasAutoProvisioning } from "../../autoscaling/auto-provisioned";
import { defaults } from "../../fields.generated";
import { limits } from "../../limits";
import type { AnyGkeClusterProps, GkeNodeGroupSpec } from "../../spec";
import { memoryGiBOf } from "../../../google/machine-memory";
import { machineFamily, machineTypeOf } from "../machine-types";
import { isSize, partsOf } from "../parts";

export const rules = defineRules<AnyGkeClusterProps>("gke/node-groups", {
  /**
   * A node group has one machine type: all machines of a node pool are of one type.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/node-pools
   */
  "one-machine-type"(cluster) {
    return forEachGroup(cluster, ({ machineTypes }, group) =>
      !isKnown(machineTypes) || machineTypes.length < 2
        ? []
        : [
            error(
              [...group, "machineTypes"],
              `must have one entry: a node pool has one machine type, got ${machineTypes.length}; use a group for each`,
            ),
          ],
    );
  },

  /**
   * Workloads without tolerations have on-demand nodes, unless the cluster has no protection: the cloud can interrupt all spot machines
   * at the same time.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/spot-vms#best-practices
   */
  "on-demand-workloads"(cluster) {
    // Node auto-provisioning adds other nodes.
    if (hasAutoProvisioning(cluster)) return [];
    return onDemandWarning(cluster, cluster.protection ?? defaults.protection);
  },

  /**
   * A node runs at most 8 to 256 pods.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/flexible-pod-cidr
   */
  "max-pods-range"(cluster) {
    return maxPodsProblems(cluster, { least: 8, most: 256 });
  },

  /**
   * A node pool has at most 1,000 nodes in each zone.
   *
   * @see https://cloud.google.com/kubernetes-engine/quotas#limits_per_cluster
   */
  "nodes-per-zone"(cluster, { zones }) {
    return forEachGroup(cluster, (spec, group) => {
      const parts = partsOf(spec, zones);
      const most = Math.max(0, ...parts.map(({ size, zones: own }) => Math.ceil(size.max / own.length)));
      if (most <= limits.nodesPerPoolZone) return [];
      return [
        error(
          [...group, "size", ...(typeof spec.size === "object" ? ["max"] : [])],
          `needs up to ${most} nodes in a zone, and a node pool has at most ${limits.nodesPerPoolZone}; use more groups`,
        ),
      ];
    });
  },

  /**
   * A size range needs an autoscaler. Without one the group stays at its minimum.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-autoscaler
   */
  "range-needs-autoscaler"(cluster) {
    return fixedRangeWarnings(cluster);
  },

  /**
   * A Linux node without taints that repel pods exists at the start: system pods of GKE such as DNS and metrics need one.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/node-taints
   */
  "add-ons-need-node"(cluster, { nodeGroupsMayFollow }) {
    const { nodeGroups, gke, autoscaling } = cluster;
    if (!isKnown(nodeGroups) || gke?.mode === "autopilot" || autoscaling === "auto-provisioning") return [];
    if (nodeGroups.length === 0) {
      const message = "must have a group: DNS and all workloads need nodes";
      return [nodeGroupsMayFollow ? warning(["nodeGroups"], message) : error(["nodeGroups"], message)];
    }
    if (nodeGroups.some((group) => hasNodes(group) && isLinux(group) && !repels(group))) return [];
    return [
      warning(
        ["nodeGroups"],
        "no Linux group without taints NoSchedule or NoExecute has a node at the start: DNS, metrics and other system " +
          "pods of GKE may stay pending",
      ),
    ];
  },

  /**
   * Pods without tolerations have nodes: GKE taints nodes with Arm processors, and adds the toleration only to pods that select such nodes.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/prepare-arm-workloads-for-deployment
   */
  "workloads-have-nodes"(cluster) {
    const { nodeGroups, gke } = cluster;
    if (!isKnown(nodeGroups) || gke?.mode === "autopilot" || hasAutoProvisioning(cluster)) return [];
    // Another rule reports a cluster in which all groups have other taints.
    const open = knownEntries(nodeGroups).filter(([, group]) => isLinux(group) && !repels(group));
    if (open.length === 0 || !open.every(([, group]) => isArm(group))) return [];
    return [
      warning(
        ["nodeGroups", open[0][0], "machineTypes", 0],
        "GKE taints nodes with Arm processors (kubernetes.io/arch=arm64:NoSchedule), and no group without taints has others: pods without " +
          "the node selector kubernetes.io/arch: arm64 or a toleration stay pending; add it to all workloads, or add a group of x86 machines",
      ),
    ];
  },

  /**
   * Machines have at least 2 GiB of memory: GKE reserves a part, and its agents on each node use most of the rest.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes
   */
  "machine-memory"(cluster) {
    return forEachGroup<GkeNodeGroupSpec>(cluster, (group, path) => {
      const type = machineTypeOf(group);
      const memoryGiB = type === undefined ? undefined : memoryGiBOf(type);
      if (memoryGiB === undefined || memoryGiB >= 2) return [];
      return [
        warning(
          [...path, "machineTypes", 0],
          `${type} has ${memoryGiB} GiB of memory, most of which GKE and its agents use: pods stay pending; use at least 2 GiB, such as e2-medium`,
        ),
      ];
    });
  },

  /**
   * A cluster with Windows nodes has Linux nodes for the system pods of GKE.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/creating-a-cluster-windows
   */
  "windows-needs-linux"({ nodeGroups, autoscaling }) {
    const groups = entries(nodeGroups);
    if (autoscaling === "auto-provisioning" || groups.length === 0) return [];
    if (!groups.every(([, group]) => group.image?.family === "windows")) return [];
    return [
      error(
        ["nodeGroups"],
        "must contain a group of Linux nodes: the system pods of GKE do not run on Windows",
      ),
    ];
  },

  /**
   * `balance` needs a size range. Spot machines are not balanced: a zone may have none.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-autoscaler#balancing_across_zones
   */
  "balance-needs-range"(cluster) {
    return forEachGroup(cluster, ({ balance, capacity, size }, group) => {
      if (balance === undefined) return [];
      const path = [...group, "balance"];
      if (typeof size === "number") {
        return [error(path, "has no effect with a fixed size; omit it")];
      }
      return balance === "balanced" && capacity === "spot"
        ? [warning(path, "spot machines may be unavailable in one zone; use any")]
        : [];
    });
  },
});

function hasNodes({ size }: GkeNodeGroupSpec): boolean {
  return !isSize(size) || (typeof size === "number" ? size : size.min) > 0;
}

const isLinux = ({ image }: GkeNodeGroupSpec): boolean => image?.family !== "windows";

function isArm(group: GkeNodeGroupSpec): boolean {
  const type = machineTypeOf(group);
  return type !== undefined && machineFamily(type)?.architecture === "arm64";
}

/** GPUs and TPUs are tainted by GKE itself. */
function repels({ taints, gpu, tpu, sandbox }: GkeNodeGroupSpec): boolean {
  return (
    gpu !== undefined ||
    tpu !== undefined ||
    sandbox === "gvisor" ||
    knownEntries(taints).some(([, { effect }]) => effect !== "PreferNoSchedule")
  );
}
