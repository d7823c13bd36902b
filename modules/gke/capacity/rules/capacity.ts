import { tightAbove, usedOf, verdictOf } from "../../../cluster/plan";
import { error, warning } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import { type AddressSupply, addressSupplies, apiServer, quotaSupplies } from "../plan";
import type { AnyGkeClusterProps } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/capacity", {
  /**
   * Nodes find addresses in their subnet, and blocks for their pods, with every group at its largest and all of them in the middle
   * of an upgrade. [GKE] flexible pod CIDR
   */
  "room-for-nodes"(cluster, { zones }) {
    return suppliesThat("short", cluster, zones).map((supply) =>
      error(supply.path, `${story(supply)}; ${wayOut(cluster, supply)}`),
    );
  },

  /** What is nearly used up has no room for the next group; the range of pods can't be made larger. */
  "room-to-grow"(cluster, { zones }) {
    return suppliesThat("tight", cluster, zones).map((supply) =>
      warning(
        supply.path,
        `${story(supply)}: more than ${tightAbove * 100} % of it; ${wayOut(cluster, supply)}`,
      ),
    );
  },

  /** [GKE] quotas and limits: nodes of a cluster. */
  "within-quotas"(cluster, { zones }) {
    return quotaSupplies(cluster, zones ?? [])
      .filter((supply) => verdictOf(supply) === "short")
      .map((supply) =>
        warning(
          supply.path,
          `may come to ${usedOf(supply)} nodes, and GKE takes ${supply.size} in a cluster unless you had the limit raised`,
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
    `${holds === "nodes" ? "nodes and the API server" : name} may need ${needed} addresses, and there are ${size} ` +
    `(${ranges.join(", ")}): ` +
    ofNodes.map(({ by, count, each }) => `${by} ${count} nodes${each > 1 ? ` x ${each}` : ""}`).join(", ") +
    ", surge of an upgrade included"
  );
}

function wayOut({ network }: AnyGkeClusterProps, { holds }: AddressSupply): string {
  if (holds === "nodes") {
    return network?.existing
      ? "give it a larger subnet, or lower size"
      : "give the network a larger range, or lower size";
  }
  return network?.existing
    ? "name more ranges in network.existing.morePodRanges, or lower size or maxPods"
    : "add a range to network.morePodCidrs, or lower size or maxPods";
}
