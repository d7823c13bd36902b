import { error, type Path, type Finding } from "../../../cluster/problem";
import { defineRules, entries, forEachGroup, isKnown, isWhole, shown } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
import type { AnyGkeClusterProps, GkeBlueGreenSpec, GkeNodeUpgradeSpec } from "../../spec";
import { refused, wholeProblems } from "../../values";
import { defaults } from "../../fields.generated";

export const rules = defineRules<AnyGkeClusterProps>("gke/node-groups", {
  /**
   * Node groups of an alpha cluster have repair off: GKE does not support node auto-repair there.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/alpha-clusters
   */
  "alpha-without-repair"({ gke, nodeGroups }) {
    if (!isKnown(gke) || gke.alphaFeatures !== true) return [];
    return entries(nodeGroups)
      .filter(([, { repair }]) => repair !== false)
      .map(([i]) =>
        error(
          ["nodeGroups", i, "repair"],
          "must be false with gke.alphaFeatures: GKE does not repair nodes of alpha clusters",
        ),
      );
  },

  /**
   * An upgrade has the settings of its strategy only.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/node-pool-upgrade-strategies
   */
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
              'needs strategy "surge"; omit it with "blue-green"',
            )
          : refused([[[...path, "blueGreen"], blueGreen]], 'needs strategy "blue-green"'),
    );
  },

  /**
   * `maxSurge` and `maxUnavailable` are at most 20 together, and not both 0.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_node_pool#nested_upgrade_settings
   */
  "upgrade-surge"(cluster) {
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
        return [
          error(
            [...path, "maxSurge"],
            "must be above 0 without maxUnavailable: otherwise no node can be replaced",
          ),
        ];
      }
      const sum = (maxSurge ?? 0) + (maxUnavailable ?? 0);
      return sum > most
        ? [error(path, `maxSurge and maxUnavailable together must be at most ${most}, got ${sum}`)]
        : [];
    });
  },

  /**
   * A blue-green upgrade has one batch size, and waits at most seven days.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_node_pool#nested_blue_green_settings
   */
  "upgrade-blue-green"(cluster) {
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

  /**
   * Node groups in a release channel have repair on, except those with queued provisioning.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-repair
   */
  "repair-in-channel"(cluster) {
    const channel = cluster.upgrades?.channel ?? defaults["upgrades.channel"];
    if (!isKnown(channel) || channel === "none") return [];
    return forEachGroup(cluster, ({ repair, provisioning }, group) =>
      repair === false && provisioning !== "queued"
        ? [
            error(
              [...group, "repair"],
              `GKE repairs all nodes in a release channel (${channel}); omit it, or set upgrades.channel to "none"`,
            ),
          ]
        : [],
    );
  },
});

/** Checks the upgrade settings of node groups and of auto-provisioned machines. */
function forEachUpgrade(
  cluster: AnyGkeClusterProps,
  check: (upgrade: GkeNodeUpgradeSpec, path: Path) => Finding[],
): Finding[] {
  const auto = cluster.gke?.autoProvisioning?.upgrade;
  return [
    ...forEachGroup(cluster, ({ upgrade }, group) =>
      isKnown(upgrade) ? check(upgrade, [...group, "upgrade"]) : [],
    ),
    ...(isKnown(auto) ? check(auto, ["gke", "autoProvisioning", "upgrade"]) : []),
  ];
}
