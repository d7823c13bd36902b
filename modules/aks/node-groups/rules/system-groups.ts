import { error, warning } from "../../../cluster/problem";
import { defineRules, forEachGroup, isKnown, isWhole } from "../../../cluster/rules/rule";
import { sizeOf } from "../../../cluster/scaling";
import { firstGroupOf, isWindows, shownSystemGroup, systemGroupsOf } from "../settings";
import type { AksClusterProps, AksNodeGroupSpec } from "../../spec";
import { defaults } from "../../fields.generated";

export const rules = defineRules<AksClusterProps>("aks/node-groups", {
  /**
   * AKS creates a cluster together with a first node pool, which is Linux, on-demand and without taints
   * except `CriticalAddonsOnly`.
   *
   * @see https://learn.microsoft.com/azure/aks/use-system-pools
   */
  "first-pool-possible"(cluster) {
    const { nodeGroups } = cluster;
    if (!Array.isArray(nodeGroups) || firstGroupOf(nodeGroups)) return [];
    const systemAt = nodeGroups.findIndex(({ mode }: AksNodeGroupSpec) => mode === "system");
    return [
      error(
        systemAt < 0 ? ["nodeGroups"] : ["nodeGroups", systemAt],
        "one group must qualify as the cluster's first node pool: Linux, on-demand, at least one node, " +
          `no taints except CriticalAddonsOnly=true:NoSchedule, and not mode "user"`,
      ),
    ];
  },

  /**
   * The first node pool has only the settings for which the provider has an argument.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#default_node_pool
   */
  "first-pool-settings"(cluster) {
    const first = Array.isArray(cluster.nodeGroups) ? firstGroupOf(cluster.nodeGroups) : undefined;
    return forEachGroup(cluster, (group, path) => {
      if (group !== first) return [];
      const { upgrade } = group;
      const isSlow = upgrade?.maxUnavailable !== undefined || upgrade?.maxUnavailablePercent !== undefined;
      return [
        ...(isSlow
          ? [
              error(
                [...path, "upgrade"],
                `the cluster's first node pool supports only maxSurge; omit maxUnavailable`,
              ),
            ]
          : []),
        ...(group.replacement !== undefined
          ? [error([...path, "replacement"], "the cluster's first node pool is always rotated; omit it")]
          : []),
        ...(group.formerName !== undefined
          ? [
              error(
                [...path, "formerName"],
                "the cluster's first node pool keeps its nodes under another name of the group; omit it",
              ),
            ]
          : []),
      ];
    });
  },

  /**
   * A system group is Linux, on-demand and never empty.
   *
   * @see https://learn.microsoft.com/azure/aks/use-system-pools
   */
  "system-group-settings"(cluster) {
    return forEachGroup(cluster, (group, path) => {
      if (group.mode !== "system") return [];
      return [
        ...(isWindows(group) ? [error([...path, "mode"], "a system group must be Linux, not Windows")] : []),
        ...(group.capacity === "spot"
          ? [error([...path, "mode"], "a system group must be on-demand, not spot")]
          : []),
        ...(isKnown(group.size) && sizeOf(group.size).min < 1
          ? [
              error(
                [...path, "size", ...(typeof group.size === "object" ? ["min"] : [])],
                `must be at least 1 in a system group, got ${sizeOf(group.size).min}`,
              ),
            ]
          : []),
      ];
    });
  },

  /**
   * A system node pool is never empty. With `spread: per-zone` there is one in each zone.
   *
   * @see https://learn.microsoft.com/azure/aks/use-system-pools
   */
  "system-group-in-each-zone"(cluster, { zones: networkZones }) {
    const isSystem = systemGroupsOf(cluster);
    return forEachGroup(cluster, (group, path) => {
      const { spread, size, zones = networkZones } = group;
      if (
        !isSystem(group) ||
        spread !== "per-zone" ||
        !isKnown(zones) ||
        !isKnown(size) ||
        typeof size === "number"
      )
        return [];
      if (!isWhole(size.min, 1) || size.min >= zones.length) return [];
      return [
        error(
          [...path, "size", "min"],
          `must be at least the number of zones (${zones.length}) with spread "per-zone" in ${shownSystemGroup(group)}, got ${size.min}`,
        ),
      ];
    });
  },

  /**
   * A protected cluster should have at least three nodes for system pods.
   *
   * @see https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.AKS.MinNodeCount/
   */
  "system-group-size"(cluster) {
    if (!(cluster.protection ?? defaults.protection)) return [];
    const first = Array.isArray(cluster.nodeGroups) ? firstGroupOf(cluster.nodeGroups) : undefined;
    return forEachGroup(cluster, (group, path) =>
      group === first && isKnown(group.size) && sizeOf(group.size).min < 3
        ? [warning([...path, "size"], "has fewer than three nodes for system pods: a zone outage stops them")]
        : [],
    );
  },
});
