import { type Supply, tightAbove, usedOf, verdictOf } from "../../cluster/plan";
import { error, type Problem, warning } from "../../cluster/problem";
import { planOf } from "../capacity";
import type { AksClusterProps } from "../props";

/** [AKS docs] Nodes, pods and outbound ports find room, with every group at its largest and all of them in an upgrade. */
export function roomForNodes(cluster: AksClusterProps): Problem[] {
  return planOf(cluster)
    .supplies.filter((supply) => verdictOf(supply) === "short")
    .map((supply) => error(supply.path, `${story(supply)}; make it larger, or lower sizes or maxPods`));
}

/** What is nearly used up has no room for the next group, and ranges can't be made larger. */
export function roomToGrow(cluster: AksClusterProps): Problem[] {
  return planOf(cluster)
    .supplies.filter((supply) => verdictOf(supply) === "tight")
    .map((supply) => warning(supply.path, `${story(supply)}: more than ${tightAbove * 100} % of it`));
}

function story(supply: Supply): string {
  const { name, detail, size, demands } = supply;
  const by = demands.map(({ by: group, count, each }) => `${group} ${count} nodes x ${each}`).join(", ");
  return `${name} may need ${usedOf(supply)}, and there are ${size} (${detail}): ${by}, surge of an upgrade included`;
}
