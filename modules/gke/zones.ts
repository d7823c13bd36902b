import { isUnresolved } from "../cluster/tokens";
import type { AnyGkeClusterProps } from "./spec";
import { defaultZones } from "../google/regions";
import { defaults } from "./fields.generated";

/**
 * The names of the zones of a cluster, without duplicates and in alphabetical order: the given ones, or the first ones of the region. Undefined if they are
 * unknown, such as a number of zones in an unknown region. A subnet includes all zones of its region, so an existing network does
 * not limit them.
 */
export function zoneNames({
  region,
  network,
}: Pick<AnyGkeClusterProps, "region" | "network">): string[] | undefined {
  const names = isUnresolved(network) ? undefined : (network?.zones ?? defaults["network.zones"]);
  if (names === undefined || isUnresolved(names)) return undefined;
  if (typeof names === "number") {
    return Number.isInteger(names) && names > 0 ? defaultZones(region, names) : undefined;
  }
  if (!Array.isArray(names) || names.length === 0 || names.some(isUnresolved)) return undefined;
  return [...new Set(names)].sort();
}
