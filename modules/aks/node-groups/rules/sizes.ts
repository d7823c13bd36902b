import { error, type Finding, warning } from "../../../cluster/problem";
import {
  defineRules,
  entries,
  forEachGroup,
  isKnown,
  knownEntries,
  type RuleContext,
} from "../../../cluster/rules/rule";
import { placements, sizeOf } from "../../../cluster/scaling";
import { limits } from "../../limits";
import { firstGroupOf, isCriticalAddOnsOnly } from "../settings";
import type { AksClusterProps, AksNodeGroupSpec } from "../../spec";
import { defaults } from "../../fields.generated";

export const rules = defineRules<AksClusterProps>("aks/node-groups", {
  /**
   * A node pool has at most 1000 nodes; a cluster has at most 5000 nodes and 100 node pools.
   *
   * @see https://learn.microsoft.com/azure/aks/quotas-skus-regions
   */
  "node-limits": nodeCounts,

  /**
   * The tier `free` is recommended for up to ten nodes.
   *
   * @see https://learn.microsoft.com/azure/aks/free-standard-pricing-tiers
   */
  "free-tier-size"(cluster) {
    if (cluster.aks?.tier !== "free") return [];
    const nodes = entries(cluster.nodeGroups).reduce(
      (sum, [, { size }]) => sum + (isKnown(size) ? sizeOf(size).max : 0),
      0,
    );
    return nodes > 10
      ? [
          warning(
            ["aks", "tier"],
            `"free" is meant for up to ten nodes and has no guarantee; this cluster may have ${nodes}`,
          ),
        ]
      : [];
  },

  /**
   * A protected cluster should have at least three on-demand nodes for workloads.
   *
   * @see https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.AKS.MinUserPoolNodes/
   */
  "workloads-have-three-nodes"(cluster) {
    if (!(cluster.protection ?? defaults.protection) || cluster.autoscaling === "auto-provisioning")
      return [];
    const groups = entries(cluster.nodeGroups);
    const open = groups.filter(([, { taints }]) =>
      isKnown(taints) || taints === undefined
        ? !entries(taints).some(([, taint]) => isCriticalAddOnsOnly(taint))
        : true,
    );
    const first = firstGroupOf(groups.map(([, group]) => group));
    // Another rule checks the first group.
    if (open.length === 0 || open.every(([, group]) => group === first)) return [];
    if (open.some(([, { size }]) => !isKnown(size))) return [];
    const least = open.reduce(
      (sum, [, { size, capacity }]) => sum + (capacity === "spot" ? 0 : sizeOf(size).min),
      0,
    );
    return least >= 3
      ? []
      : [
          warning(
            ["nodeGroups"],
            `workloads may have only ${least} on-demand nodes: a zone outage or the eviction of spot nodes could stop them`,
          ),
        ];
  },

  /**
   * At least one group has no taint `CriticalAddonsOnly`, so that workloads can run.
   *
   * @see https://learn.microsoft.com/azure/aks/use-system-pools
   */
  "workloads-have-nodes"(cluster, { nodeGroupsMayFollow }) {
    if (nodeGroupsMayFollow || !Array.isArray(cluster.nodeGroups) || cluster.nodeGroups.length === 0)
      return [];
    if (cluster.autoscaling === "auto-provisioning") return [];
    const closed = cluster.nodeGroups.every(({ taints }: AksNodeGroupSpec) =>
      knownEntries(taints).some(([, taint]) => isCriticalAddOnsOnly(taint)),
    );
    return closed
      ? [
          error(
            ["nodeGroups"],
            "all groups have the taint CriticalAddonsOnly: no workload could run; add a group without it",
          ),
        ]
      : [];
  },
});

/** Checks the number of nodes of each pool and of the cluster. The capacity rules sum up only valid sizes. */
export function nodeCounts(cluster: AksClusterProps, { zones = [] }: RuleContext): Finding[] {
  let pools = 0;
  let nodes = 0;
  const problems = forEachGroup(cluster, (group, path) => {
    if (
      !isKnown(group.size) ||
      (isKnown(group.zones) && group.zones.length === 0) ||
      (zones.length === 0 && !group.zones)
    )
      return [];
    const parts = placements(group, zones);
    pools += parts.length;
    nodes += sizeOf(group.size).max;
    const largest = Math.max(...parts.map(({ size }) => size.max));
    return largest > limits.nodesPerPool
      ? [
          error(
            [...path, "size", ...(typeof group.size === "object" ? ["max"] : [])],
            `must be at most ${limits.nodesPerPool} nodes in a pool, got ${largest}`,
          ),
        ]
      : [];
  });
  return [
    ...problems,
    ...(pools > limits.poolsPerCluster
      ? [error(["nodeGroups"], `must result in at most ${limits.poolsPerCluster} node pools, got ${pools}`)]
      : []),
    ...(nodes > limits.nodesPerCluster
      ? [error(["nodeGroups"], `must have at most ${limits.nodesPerCluster} nodes in all, got ${nodes}`)]
      : []),
  ];
}
