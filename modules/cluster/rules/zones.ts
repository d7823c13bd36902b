import { nearest } from "../nearest";
import { error, type Finding } from "../problem";
import type { ClusterSpec } from "../vocabulary";
import { forEachGroup, isKnown, isWhole, knownEntries, repeated, shown, defineRules } from "./rule";

export const rules = defineRules<ClusterSpec>("cluster/network", {
  /**
   * The number of zones is a whole number of at least 1. Names of zones are not empty and not repeated.
   *
   * @remarks Decision of this project: the order of zones decides the address ranges of subnets.
   */
  "network-zones"({ network }) {
    const zones = network?.zones;
    const path = ["network", "zones"];
    if (!isKnown(zones)) return [];
    if (typeof zones === "number") {
      return isWhole(zones, 1) ? [] : [error(path, `must be a whole number of at least 1, got ${zones}`)];
    }
    if (zones.length === 0) return [error(path, "must name at least one zone, got an empty list")];
    return repeated(knownEntries(zones)).map(({ index, value, first }) =>
      error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
    );
  },

  /**
   * The zones of a node group are zones of the network, each once.
   *
   * @remarks Decision of this project: only zones of the network have subnets for nodes.
   */
  "group-zones"(cluster, { zones: networkZones }) {
    return forEachGroup(cluster, ({ zones }, group) => {
      if (!isKnown(zones)) return [];
      const path = [...group, "zones"];
      if (zones.length === 0)
        return [
          error(path, "must name at least one zone; if omitted, the group uses all zones of the network"),
        ];
      return [
        ...repeated(knownEntries(zones)).map(({ index, value, first }) =>
          error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
        ),
        ...knownEntries(zones)
          .filter(([, zone]) => networkZones && !networkZones.includes(zone))
          .map(([i, zone]) =>
            error(
              [...path, i],
              `must be a zone of the network (${networkZones!.join(", ")}), got ${shown(zone)}`,
            ),
          ),
      ];
    });
  },
});

/** Reports an unknown region, whose zone names are unknown, too. Most often it is a typo. A new region needs the names of its zones. */
export function unknownRegion(region: string, known: readonly string[]): Finding {
  const intended = nearest(region, known);
  const unknown = `unknown region ${shown(region)}`;
  return error(
    ["region"],
    intended === undefined
      ? `${unknown}; if it is new, set network.zones`
      : `${unknown}; did you mean ${shown(intended)}? If it is new, set network.zones`,
  );
}
