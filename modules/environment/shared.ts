import {
  type SharedCapacity,
  sharedCapacities,
  nearLimitAbove,
  usedOf,
  type CapacityStatus,
  statusOf,
} from "../cluster/plan";
import { defineProblems, type Problem } from "../cluster/problem";
import { planOf } from "./plan";
import type { PlatformClusterSpec } from "./types";

const report = defineProblems("environment", {
  /**
   * A resource that several clusters share, such as a subnet, is large enough for all of them at their maximum size.
   *
   * @remarks Decision of this project: the cloud reports exhausted addresses only when nodes or pods do not start.
   */
  "shared-capacity": "error",

  /**
   * A quota is large enough for all clusters, and a shared resource has 20 % left.
   *
   * @remarks Decision of this project: quotas can be raised, which is not visible in the file.
   */
  "shared-capacity-low": "warning",
});

/**
 * Checks the resources that clusters of an environment share. The rules of a platform check each cluster separately; this reports
 * what is exceeded only by the sum.
 *
 * @param clusters - by their positions in the file; undefined if a cluster has errors
 */
export function sharedProblems(clusters: readonly (PlatformClusterSpec | undefined)[]): Problem[] {
  const checked = clusters.flatMap((cluster, position) => (cluster ? [{ position, cluster }] : []));
  if (checked.length < 2) return [];
  return sharedCapacities(checked.map(({ cluster }) => planOf(cluster))).flatMap((capacity) => {
    const status = statusOf(capacity);
    const separately = Math.max(...capacity.shares.map((share) => severities[statusOf(share.capacity)]));
    if (severities[status] <= separately) return [];

    // Reported at the last cluster, which exceeds what the others leave.
    const last = capacity.shares.at(-1)!;
    const path = ["clusters", checked[last.plan].position, ...last.capacity.path];
    const message = capacityMessage(capacity, (plan) => checked[plan].cluster.name);
    const kind = status === "exceeded" && !capacity.isQuota ? "shared-capacity" : "shared-capacity-low";
    return [report[kind](path, message)];
  });
}

const severities: Readonly<Record<CapacityStatus, number>> = { ok: 0, "near-limit": 1, exceeded: 2 };

function capacityMessage(capacity: SharedCapacity, nameOf: (plan: number) => string): string {
  const { name, detail, size, isQuota, shares } = capacity;
  const used = usedOf(capacity);
  const each = shares.map((share) => `${nameOf(share.plan)} ${usedOf(share.capacity)}`).join(", ");
  const what = detail === undefined ? name : `${name} (${detail})`;
  if (isQuota) {
    return (
      `the clusters of this environment take ${used} of the ${size} ${what} that the cloud allows in one account unless the ` +
      `quota was raised: ${each}`
    );
  }
  const much = used > size ? "" : `, more than ${nearLimitAbove * 100} % of it`;
  return (
    `the clusters that share it may need ${used} of the ${size} addresses of ${what}${much}: ${each}; give one of them ` +
    "a larger or a separate one, or lower size or maxPods"
  );
}
