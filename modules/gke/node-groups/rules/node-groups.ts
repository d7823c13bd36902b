import { error, type Path, type Problem, warning } from "../../../cluster/problem";
import {
  entries,
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  shown,
  defineRules,
} from "../../../cluster/rules/rule";
import { maxPodsProblems } from "../../../cluster/rules/node-groups";
import { limits } from "../../limits";
import type { AnyGkeClusterProps, GkeBlueGreenSpec, GkeNodeGroupSpec, GkeNodeUpgradeSpec } from "../../spec";
import { isSize, partsOf } from "../parts";
import { refused, wholeProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/node-groups", {
  /** [GKE] node pools: all machines of a pool are of one type. */
  "one-machine-type"(cluster) {
    return forEachGroup(cluster, ({ machineTypes }, group) =>
      !isKnown(machineTypes) || machineTypes.length < 2
        ? []
        : [
            error(
              [...group, "machineTypes"],
              `must be one type: a node pool of GKE has no choice, got ${machineTypes.length}; make a group of each`,
            ),
          ],
    );
  },

  /** [GKE] maximum Pods per node: 8 to 256 in Standard. */
  "max-pods-range"(cluster) {
    return maxPodsProblems(cluster, { least: 8, most: 256 });
  },

  /** [GKE] quotas and limits: nodes of a pool in each zone. */
  "nodes-per-zone"(cluster, { zones }) {
    return forEachGroup(cluster, (spec, group) => {
      const parts = partsOf(spec, zones);
      const most = Math.max(0, ...parts.map(({ size, zones: own }) => Math.ceil(size.max / own.length)));
      if (most <= limits.nodesPerPoolZone) return [];
      return [
        error(
          [...group, "size", ...(typeof spec.size === "object" ? ["max"] : [])],
          `makes up to ${most} nodes in a zone, and GKE takes ${limits.nodesPerPoolZone} of a pool: share the nodes out over more groups`,
        ),
      ];
    });
  },

  /** A range is moved in by an autoscaler; without one the group stays at `min`. */
  "ranges-have-autoscaler"(cluster) {
    if (cluster.autoscaling !== "none") return [];
    return forEachGroup(cluster, ({ size }, group) => {
      if (typeof size !== "object" || !isSize(size) || size.min === size.max) return [];
      return [
        warning(
          [...group, "size"],
          `nobody changes the number of nodes with autoscaling "none": the group stays at ${size.min} unless someone does ` +
            "by hand; give a fixed size, or name an autoscaler",
        ),
      ];
    });
  },

  /** [GKE] node pools: what GKE itself runs, such as DNS and metrics, runs on Linux and tolerates no taints of ours. */
  "system-pods-have-node"(cluster, { nodeGroupsMayFollow }) {
    const { nodeGroups, gke, autoscaling } = cluster;
    if (!isKnown(nodeGroups) || gke?.mode === "autopilot" || autoscaling === "auto-provisioning") return [];
    if (nodeGroups.length === 0) {
      const message = "there is no node group: DNS, and all workloads, would have nowhere to run";
      return [nodeGroupsMayFollow ? warning(["nodeGroups"], message) : error(["nodeGroups"], message)];
    }
    if (nodeGroups.some((group) => hasNodes(group) && isLinux(group) && !repels(group))) return [];
    return [
      warning(
        ["nodeGroups"],
        "no Linux group without taints NoSchedule or NoExecute has a node at the start: DNS, metrics and other pods of GKE's " +
          "may have nowhere to run",
      ),
    ];
  },

  /** [GKE] Windows Server node pools: what GKE itself runs, runs on Linux. */
  "windows-has-linux"({ nodeGroups, autoscaling }) {
    const groups = entries(nodeGroups);
    if (autoscaling === "auto-provisioning" || groups.length === 0) return [];
    if (!groups.every(([, group]) => group.image?.family === "windows")) return [];
    return [
      error(["nodeGroups"], "a cluster needs a group of Linux nodes beside those of Windows, got none"),
    ];
  },

  /** [GKE] cluster autoscaler: spot machines are taken where there are some; to balance them is to wait for them. */
  "balance-of-spot"(cluster) {
    return forEachGroup(cluster, ({ balance, capacity, size }, group) => {
      if (balance === undefined) return [];
      const path = [...group, "balance"];
      if (typeof size === "number") {
        return [error(path, "is the autoscaler's, which a group of fixed size has not; leave it out")];
      }
      return balance === "balanced" && capacity === "spot"
        ? [
            warning(
              path,
              "spot machines may be gone in one zone and not in others; any takes them where they are",
            ),
          ]
        : [];
    });
  },

  /** [provider] google_container_node_pool, `upgrade_settings`: one strategy, with its own settings. */
  "upgrade-strategy"(cluster) {
    return forEachUpgrade(
      cluster,
      ({ strategy, maxSurge, maxUnavailable, maxUnavailablePercent, blueGreen }, path) =>
        strategy === "blue-green"
          ? refused(
              [
                [[...path, "maxSurge"], maxSurge],
                [[...path, "maxUnavailable"], maxUnavailable],
                [[...path, "maxUnavailablePercent"], maxUnavailablePercent],
              ],
              'belongs to strategy "surge"; leave it out with "blue-green"',
            )
          : refused([[[...path, "blueGreen"], blueGreen]], 'needs strategy "blue-green"'),
    );
  },

  /** [provider doc] google_container_node_pool, `max_surge`, `max_unavailable`: together at most 20, and not both nothing. */
  surge(cluster) {
    return forEachUpgrade(cluster, ({ maxSurge, maxUnavailable, maxUnavailablePercent }, path) => {
      const most = limits.nodesInUpgrade;
      const problems = [
        ...wholeProblems([...path, "maxSurge"], maxSurge, 0, most),
        ...(isWhole(maxUnavailable, 1)
          ? wholeProblems([...path, "maxUnavailable"], maxUnavailable, 1, most)
          : []),
      ];
      if (problems.length > 0) return problems;
      if (maxSurge === 0 && maxUnavailable === undefined && maxUnavailablePercent === undefined) {
        return [error([...path, "maxSurge"], "0 needs maxUnavailable: no node could be replaced otherwise")];
      }
      const sum = (maxSurge ?? 0) + (maxUnavailable ?? 0);
      return sum > most
        ? [error(path, `maxSurge and maxUnavailable must be ${most} together at most, got ${sum}`)]
        : [];
    });
  },

  /** [provider] google_container_node_pool, `blue_green_settings`: one size of batch; waits of a week at most. */
  "blue-green-pace"(cluster) {
    return forEachUpgrade(cluster, ({ blueGreen }, path) => {
      if (!isKnown(blueGreen)) return [];
      const at = [...path, "blueGreen"];
      const { batchNodes, batchPercent, batchSoakSeconds, soakSeconds }: GkeBlueGreenSpec = blueGreen;
      return [
        ...(batchNodes !== undefined && batchPercent !== undefined
          ? [error(at, "must have one of batchNodes and batchPercent, got both")]
          : []),
        ...(isKnown(batchNodes) && !isWhole(batchNodes, 1)
          ? [error([...at, "batchNodes"], `must be a whole number of at least 1, got ${shown(batchNodes)}`)]
          : []),
        ...wholeProblems([...at, "batchPercent"], batchPercent, 1, 100),
        ...wholeProblems([...at, "batchSoakSeconds"], batchSoakSeconds, 0, 604800),
        ...wholeProblems([...at, "soakSeconds"], soakSeconds, 0, 604800),
      ];
    });
  },

  /** [GKE] release channels: nodes of a cluster in a channel are repaired, but for those that a queue waits for. */
  "repair-in-channel"(cluster) {
    const channel = cluster.upgrades?.channel ?? "regular";
    if (!isKnown(channel) || channel === "none") return [];
    return forEachGroup(cluster, ({ repair, provisioning }, group) =>
      repair === false && provisioning !== "queued"
        ? [
            error(
              [...group, "repair"],
              `GKE repairs the nodes of clusters in a release channel (${channel}); leave it out, or leave the channels`,
            ),
          ]
        : [],
    );
  },
});

/** What is said of the upgrade of groups, and of machines that GKE makes. */
function forEachUpgrade(
  cluster: AnyGkeClusterProps,
  check: (upgrade: GkeNodeUpgradeSpec, path: Path) => Problem[],
): Problem[] {
  const auto = cluster.gke?.autoProvisioning?.upgrade;
  return [
    ...forEachGroup(cluster, ({ upgrade }, group) =>
      isKnown(upgrade) ? check(upgrade, [...group, "upgrade"]) : [],
    ),
    ...(isKnown(auto) ? check(auto, ["gke", "autoProvisioning", "upgrade"]) : []),
  ];
}

function hasNodes({ size }: GkeNodeGroupSpec): boolean {
  return !isSize(size) || (typeof size === "number" ? size : size.min) > 0;
}

const isLinux = ({ image }: GkeNodeGroupSpec): boolean => image?.family !== "windows";

/** GPUs and TPUs are tainted by GKE itself. */
function repels({ taints, gpu, tpu, sandbox }: GkeNodeGroupSpec): boolean {
  return (
    gpu !== undefined ||
    tpu !== undefined ||
    sandbox === "gvisor" ||
    knownEntries(taints).some(([, { effect }]) => effect !== "PreferNoSchedule")
  );
}
