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
      error([...path, index], `${shown(value)} is there already, at position ${first}`),
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
        return [error(path, "must name at least one zone; left out, it is all of the network's")];
      return [
        ...repeated(knownEntries(zones)).map(({ index, value, first }) =>
          error([...path, index], `${shown(value)} is there already, at position ${first}`),
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

/** Of a region that is not known neither are the names of its zones. Most often it is misspelt; a new one is there with its zones. */
export function unknownRegion(region: string, known: readonly string[]): Finding {
  const meant = nearest(region, known);
  const unknown = `unknown region ${shown(region)}`;
  return error(
    ["region"],
    meant === undefined
      ? `${unknown}; if it is new, name network.zones`
      : `${unknown}; did you mean ${shown(meant)}? If it is new, name network.zones`,
  );
}
