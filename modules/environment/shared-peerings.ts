import { defaults } from "../aks/fields.generated";
import { Cidr } from "../cluster/addresses";
import { defineProblems, type Problem } from "../cluster/problem";
import type { PlatformClusterSpec } from "./types";

const report = defineProblems("environment", {
  /**
   * New networks of clusters that are connected to the same network have separate ranges: Azure refuses the second peering, with
   * `VnetAddressSpaceOverlapsWithAlreadyPeeredVnet`.
   *
   * @see https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview
   */
  "shared-peering-ranges": "error",
});

/**
 * Checks the ranges of networks that a hub connects.
 *
 * @param clusters - by their positions in the file; undefined if a cluster has errors
 */
export function sharedPeeringProblems(clusters: readonly (PlatformClusterSpec | undefined)[]): Problem[] {
  const connected = new Map<string, { name: string; range: Cidr }[]>();
  return clusters.flatMap((cluster, i) => {
    if (cluster?.platform !== "aks" || cluster.network?.existing) return [];
    const { name, network = {} } = cluster;
    const { cidr = defaults["network.cidr"] } = network;
    // A reference has no known range.
    const range = Cidr.parse(cidr);
    if (!range) return [];
    return (network.peerings ?? []).flatMap(({ networkId }) => {
      const others = connected.get(networkId.toLowerCase()) ?? [];
      connected.set(networkId.toLowerCase(), [...others, { name, range }]);
      const other = others.find((one) => one.range.overlaps(range));
      if (!other) return [];
      return [
        report["shared-peering-ranges"](
          ["clusters", i, "network", "cidr"],
          `${cidr}${network.cidr === undefined ? " (the default)" : ""} overlaps ${other.range.toString()} of ${other.name}, and both are ` +
            `connected to ${networkId.split("/").at(-1)}: Azure refuses the second peering; use a separate range`,
        ),
      ];
    });
  });
}
