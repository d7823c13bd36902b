import { type Supply, tightAbove, usedOf, verdictOf } from "../../../cluster/plan";
import { error, warning } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import { addressSupplies, neededForReplacement } from "../../capacity/plan";
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
    // Sums of sizes that can't be help nobody.
    if (nodeCounts(cluster, context).length > 0) return [];
    return addressSupplies(cluster)
      .filter((supply) => verdictOf(supply) === "short")
      .map((supply) => error(supply.path, `${story(supply)}; use a larger range, or lower sizes or maxPods`));
  },

  /**
   * A range that is nearly used up has no addresses for another group, and ranges cannot grow later.
   *
   * @remarks Decision of this project: a warning in time costs less than another cluster.
   */
  "addresses-for-growth"(cluster) {
    return addressSupplies(cluster)
      .filter((supply) => verdictOf(supply) === "tight")
      .map((supply) => warning(supply.path, `${story(supply)}: more than ${tightAbove * 100} % of it`));
  },

  /**
   * A node pool is replaced by a second one where Azure can't change it in place. Both need addresses.
   *
   * @remarks Decision of this project: the limit is the default replacement, `blue-green`.
   */
  "addresses-for-replacement"(cluster) {
    return addressSupplies(cluster)
      .filter((supply) => verdictOf(supply) === "fits")
      .flatMap((supply) => {
        const { group, needed } = neededForReplacement(cluster, supply) ?? { group: "", needed: 0 };
        if (needed <= supply.size) return [];
        return [
          warning(
            supply.path,
            `${supply.name}: the replacement of ${group}, for example for another VM size, needs ${needed}, available ` +
              `${supply.size} (${supply.detail})`,
          ),
        ];
      });
  },
});

function story(supply: Supply): string {
  const { name, detail, size, demands } = supply;
  const by = demands.map(({ by: group, count, each }) => `${group} ${count} nodes x ${each}`).join(", ");
  return `${name} may need ${usedOf(supply)}, available ${size} (${detail}): ${by}, upgrade surge included`;
}
