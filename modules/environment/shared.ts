import {
  type SharedSupply,
  sharedSupplies,
  tightAbove,
  usedOf,
  type Verdict,
  verdictOf,
} from "../cluster/plan";
import { error, type Problem, warning } from "../cluster/problem";
import { planOf } from "./plan";
import type { PlatformClusterSpec } from "./types";

/**
 * What the clusters of an environment draw on together is enough for all of them. Each is judged for itself by the rules of
 * its platform; this says what only the sum shows.
 *
 * @param clusters - by their positions in the file; undefined where one can't be judged
 */
export function sharedProblems(clusters: readonly (PlatformClusterSpec | undefined)[]): Problem[] {
  const judged = clusters.flatMap((cluster, at) => (cluster ? [{ at, plan: cluster }] : []));
  if (judged.length < 2) return [];
  return sharedSupplies(judged.map(({ plan }) => planOf(plan))).flatMap((supply) => {
    const verdict = verdictOf(supply);
    const alone = Math.max(...supply.shares.map((share) => severities[verdictOf(share.supply)]));
    if (severities[verdict] <= alone) return [];

    // Where the last of them stands, which is the one that was one too many.
    const last = supply.shares.at(-1)!;
    const path = ["clusters", judged[last.plan].at, ...last.supply.path];
    const story = storyOf(supply, (plan) => judged[plan].plan.name);
    return [verdict === "short" && !supply.isQuota ? error(path, story) : warning(path, story)];
  });
}

const severities: Readonly<Record<Verdict, number>> = { fits: 0, tight: 1, short: 2 };

function storyOf(supply: SharedSupply, nameOf: (plan: number) => string): string {
  const { name, detail, size, isQuota, shares } = supply;
  const used = usedOf(supply);
  const each = shares.map((share) => `${nameOf(share.plan)} ${usedOf(share.supply)}`).join(", ");
  const what = detail === undefined ? name : `${name} (${detail})`;
  if (isQuota) {
    return (
      `the clusters of this environment take ${used} of the ${size} ${what} that the cloud allows in one account unless you ` +
      `had the quota raised: ${each}`
    );
  }
  const much = used > size ? "" : `, more than ${tightAbove * 100} % of it`;
  return (
    `the clusters that share it may need ${used} of the ${size} addresses of ${what}${much}: ${each}; give one of them ` +
    "a larger place or one of its own, or lower size or maxPods"
  );
}
