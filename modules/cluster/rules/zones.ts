import { nearest, nearestUnlessNewer } from "../nearest";
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

/**
 * What an unknown region may be, for the end of a message: the known region of which it is a typo, or else those of the same continent. Names
 * of another cloud differ in their separators: `us-east1` and `us-east-1`.
 */
export function regionAdvice(region: string, known: readonly string[]): string {
  // Without the continent, "eu-west-1" would be near to "us-west1".
  const sameStart = known.filter((name) => name.slice(0, 2) === region.slice(0, 2).toLowerCase());
  // Two letters are the difference of "east" and "west".
  const meant = nearestUnlessNewer(region, sameStart, 1);
  if (meant !== undefined) return `; did you mean ${shown(meant)}?`;
  const prefix = region.slice(0, region.indexOf("-") + 1);
  const alike = prefix === "" ? [] : known.filter((name) => name.startsWith(prefix));
  return alike.length > 0 ? ` (known regions with ${prefix}: ${alike.join(", ")})` : "";
}
