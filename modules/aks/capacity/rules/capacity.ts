import { type Supply, tightAbove, usedOf, verdictOf } from "../../../cluster/plan";
import { error, warning } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import { addressSupplies, neededForReplacement } from "../plan";
import type { AksClusterProps } from "../../spec";
import { nodeCounts } from "../../node-groups/rules/node-groups";

export const rules = defineRules<AksClusterProps>("aks/capacity", {
  /** [AKS docs] Nodes, pods and outbound ports find room, with every group at its largest and all of them in an upgrade. */
  "room-for-nodes"(cluster, context) {
    // Sums of sizes that can't be help nobody.
    if (nodeCounts(cluster, context).length > 0) return [];
    return addressSupplies(cluster)
      .filter((supply) => verdictOf(supply) === "short")
      .map((supply) => error(supply.path, `${story(supply)}; make it larger, or lower sizes or maxPods`));
  },

  /** What is nearly used up has no room for the next group, and ranges can't be made larger. */
  "room-to-grow"(cluster) {
    return addressSupplies(cluster)
      .filter((supply) => verdictOf(supply) === "tight")
      .map((supply) => warning(supply.path, `${story(supply)}: more than ${tightAbove * 100} % of it`));
  },

  /** Another pool beside the old one is how what Azure can't change in place is changed: both need addresses. */
  "room-to-replace"(cluster) {
    return addressSupplies(cluster)
      .filter((supply) => verdictOf(supply) === "fits")
      .flatMap((supply) => {
        const { group, needed } = neededForReplacement(cluster, supply) ?? { group: "", needed: 0 };
        if (needed <= supply.size) return [];
        return [
          warning(
            supply.path,
            `${supply.name}: while ${group} stands twice, as when its VM size is changed, ${needed} would be needed, and there are ` +
              `${supply.size} (${supply.detail})`,
          ),
        ];
      });
  },
});

function story(supply: Supply): string {
  const { name, detail, size, demands } = supply;
  const by = demands.map(({ by: group, count, each }) => `${group} ${count} nodes x ${each}`).join(", ");
  return `${name} may need ${usedOf(supply)}, and there are ${size} (${detail}): ${by}, surge of an upgrade included`;
}
