import { nearLimitAbove, usedOf, statusOf } from "../../../cluster/plan";
import { error, warning } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import { type AddressCapacity, addressCapacities, apiServer, quotaCapacities } from "../plan";
import type { AnyGkeClusterProps } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/capacity", {
  /**
   * The subnet has addresses for all nodes, and the pod ranges have blocks for their pods, with every node group at its
   * maximum size during an upgrade.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/flexible-pod-cidr
   */
  "addresses-for-nodes"(cluster, { zones }) {
    return capacitiesWith("exceeded", cluster, zones).map((capacity) =>
      error(capacity.path, `${capacityMessage(capacity)}; ${remedy(cluster, capacity)}`),
    );
  },

  /**
   * Ranges have free addresses for growth: the range of pods cannot be enlarged.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/flexible-pod-cidr
   */
  "addresses-for-growth"(cluster, { zones }) {
    return capacitiesWith("near-limit", cluster, zones).map((capacity) =>
      warning(
        capacity.path,
        `${capacityMessage(capacity)}: more than ${nearLimitAbove * 100} % of it; ${remedy(cluster, capacity)}`,
      ),
    );
  },

  /**
   * The number of nodes stays within the limit of a cluster.
   *
   * @see https://cloud.google.com/kubernetes-engine/quotas#limits_per_cluster
   */
  "within-quotas"(cluster, { zones }) {
    return quotaCapacities(cluster, zones ?? [])
      .filter((capacity) => statusOf(capacity) === "exceeded")
      .map((capacity) =>
        warning(
          capacity.path,
          `may need ${usedOf(capacity)} nodes, and GKE allows ${capacity.size} in a cluster unless Google raised the limit`,
        ),
      );
  },
});

function capacitiesWith(
  status: "near-limit" | "exceeded",
  cluster: AnyGkeClusterProps,
  zones: readonly string[] | undefined,
): AddressCapacity[] {
  return addressCapacities(cluster, zones ?? []).filter((capacity) => statusOf(capacity) === status);
}

function capacityMessage({ holds, name, size, ranges, usages }: AddressCapacity): string {
  const ofNodes = usages.filter(({ by }) => by !== apiServer);
  const needed = usages.reduce((sum, { count, each }) => sum + count * each, 0);
  return (
    `${holds === "nodes" ? "nodes and the API server" : name} may need ${needed} addresses, the capacity is ${size} ` +
    `(${ranges.join(", ")}): ` +
    ofNodes.map(({ by, count, each }) => `${by} ${count} nodes${each > 1 ? ` x ${each}` : ""}`).join(", ") +
    ", including surge of an upgrade"
  );
}

function remedy({ network }: AnyGkeClusterProps, { holds }: AddressCapacity): string {
  if (holds === "nodes") {
    return network?.existing
      ? "use a larger subnet, or lower size"
      : "use a larger range for the network, or lower size";
  }
  return network?.existing
    ? "add ranges to network.existing.morePodRanges, or lower size or maxPods"
    : "add a range to network.morePodCidrs, or lower size or maxPods";
}
