import { tightAbove, usedOf, verdictOf } from "../../../cluster/plan";
import { error, warning } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import { type AddressSupply, addressSupplies, apiServer, quotaSupplies } from "../plan";
import type { AnyGkeClusterProps } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/capacity", {
  /**
   * The subnet has addresses for all nodes, and the pod ranges have blocks for their pods, with every node group at its
   * maximum size during an upgrade.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/flexible-pod-cidr
   */
  "addresses-for-nodes"(cluster, { zones }) {
    return suppliesThat("short", cluster, zones).map((supply) =>
      error(supply.path, `${story(supply)}; ${wayOut(cluster, supply)}`),
    );
  },

  /**
   * Ranges have free addresses for growth: the range of pods cannot be enlarged.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/flexible-pod-cidr
   */
  "addresses-for-growth"(cluster, { zones }) {
    return suppliesThat("tight", cluster, zones).map((supply) =>
      warning(
        supply.path,
        `${story(supply)}: more than ${tightAbove * 100} % of it; ${wayOut(cluster, supply)}`,
      ),
    );
  },

  /**
   * The number of nodes stays within the limit of a cluster.
   *
   * @see https://cloud.google.com/kubernetes-engine/quotas#limits_per_cluster
   */
  "within-quotas"(cluster, { zones }) {
    return quotaSupplies(cluster, zones ?? [])
      .filter((supply) => verdictOf(supply) === "short")
      .map((supply) =>
        warning(
          supply.path,
          `may need ${usedOf(supply)} nodes, and GKE allows ${supply.size} in a cluster unless Google raised the limit`,
        ),
      );
  },
});

function suppliesThat(
  verdict: "tight" | "short",
  cluster: AnyGkeClusterProps,
  zones: readonly string[] | undefined,
): AddressSupply[] {
  return addressSupplies(cluster, zones ?? []).filter((supply) => verdictOf(supply) === verdict);
}

function story({ holds, name, size, ranges, demands }: AddressSupply): string {
  const ofNodes = demands.filter(({ by }) => by !== apiServer);
  const needed = demands.reduce((sum, { count, each }) => sum + count * each, 0);
  return (
    `${holds === "nodes" ? "nodes and the API server" : name} may need ${needed} addresses, the capacity is ${size} ` +
    `(${ranges.join(", ")}): ` +
    ofNodes.map(({ by, count, each }) => `${by} ${count} nodes${each > 1 ? ` x ${each}` : ""}`).join(", ") +
    ", including surge of an upgrade"
  );
}

function wayOut({ network }: AnyGkeClusterProps, { holds }: AddressSupply): string {
  if (holds === "nodes") {
    return network?.existing
      ? "use a larger subnet, or lower size"
      : "use a larger range for the network, or lower size";
  }
  return network?.existing
    ? "add ranges to network.existing.morePodRanges, or lower size or maxPods"
    : "add a range to network.morePodCidrs, or lower size or maxPods";
}
