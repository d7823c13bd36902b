import { type Capacity, nearLimitAbove, usedOf, statusOf } from "../../../cluster/plan";
import { error, warning } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import { addressCapacities, neededForReplacement } from "../../capacity/plan";
import { nodeCounts } from "../../node-groups/rules/sizes";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/capacity", {
  /**
   * Addresses of nodes and pods and outbound ports suffice for every group at its maximum size during a
   * rolling upgrade.
   *
   * @see https://learn.microsoft.com/azure/aks/concepts-network-ip-address-planning
   */
  "addresses-for-nodes"(cluster, context) {
    // Invalid sizes are reported by another rule and have no meaningful sum.
    if (nodeCounts(cluster, context).length > 0) return [];
    return addressCapacities(cluster)
      .filter((capacity) => statusOf(capacity) === "exceeded")
      .map((capacity) =>
        error(capacity.path, `${capacityMessage(capacity)}; use a larger range, or lower sizes or maxPods`),
      );
  },

  /**
   * A range that is nearly used up has no addresses for another group, and ranges cannot grow later.
   *
   * @remarks Decision of this project: a warning in time costs less than another cluster.
   */
  "addresses-for-growth"(cluster) {
    return addressCapacities(cluster)
      .filter((capacity) => statusOf(capacity) === "near-limit")
      .map((capacity) =>
        warning(capacity.path, `${capacityMessage(capacity)}: more than ${nearLimitAbove * 100} % of it`),
      );
  },

  /**
   * A node pool is replaced by a second one where Azure can't change it in place. Both need addresses.
   *
   * @remarks Decision of this project: the limit is the default replacement, `blue-green`.
   */
  "addresses-for-replacement"(cluster) {
    return addressCapacities(cluster)
      .filter((capacity) => statusOf(capacity) === "ok")
      .flatMap((capacity) => {
        const { group, needed } = neededForReplacement(cluster, capacity) ?? { group: "", needed: 0 };
        if (needed <= capacity.size) return [];
        return [
          warning(
            capacity.path,
            `${capacity.name}: the replacement of ${group}, for example for another VM size, needs ${needed}, available ` +
              `${capacity.size} (${capacity.detail})`,
          ),
        ];
      });
  },
});

function capacityMessage(capacity: Capacity): string {
  const { name, detail, size, usages } = capacity;
  const by = usages.map(({ by: group, count, each }) => `${group} ${count} nodes x ${each}`).join(", ");
  return `${name} may need ${usedOf(capacity)}, available ${size} (${detail}): ${by}, upgrade surge included`;
}
