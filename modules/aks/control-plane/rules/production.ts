import { warning } from "../../../cluster/problem";
import { entries, isKnown, defineRules } from "../../../cluster/rules/rule";
import { sizeOf } from "../../../cluster/scaling";
import type { AksClusterProps } from "../../spec";
import { firstGroupOf, isCriticalAddOnsOnly } from "../../settings";

/**
 * What a cluster that is to be kept should have. Source: the rules Azure.AKS.AvailabilityZone and Azure.AKS.MinUserPoolNodes of
 * PSRule for Azure. Its other ones are defaults here, or rules of their own.
 */

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /** [AKS docs] The guarantee of 99.95 % is for nodes in three zones. */
  "production-has-zones"({ protection = true }, { zones }) {
    if (!protection || !zones || zones.length >= 3) return [];
    return [
      warning(
        ["network", "zones"],
        `this cluster is protected, so it is to be kept, but has nodes in ${zones.length === 1 ? "one zone" : "two zones"}: say 3`,
      ),
    ];
  },

  /** [PSRule Azure.AKS.MinUserPoolNodes] Workloads on demand have three nodes at least, wherever those are. */
  "production-has-workers"(cluster) {
    if (!(cluster.protection ?? true) || cluster.autoscaling === "auto-provisioning") return [];
    const groups = entries(cluster.nodeGroups);
    const open = groups.filter(([, { taints }]) =>
      isKnown(taints) || taints === undefined
        ? !entries(taints).some(([, taint]) => isCriticalAddOnsOnly(taint))
        : true,
    );
    const first = firstGroupOf(groups.map(([, group]) => group));
    // The first group alone has a rule of its own.
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
            `workloads may be left with ${least} nodes on demand: a zone's failure, or spot machines taken back, could stop them`,
          ),
        ];
  },
});
