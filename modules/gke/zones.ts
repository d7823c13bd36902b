import { isUnresolved } from "../cluster/tokens";
import type { AnyGkeClusterProps } from "./spec";
import { defaultZones } from "./regions";
import { defaults } from "./fields.generated";

/**
 * The zones of a cluster by name, each once: those that are named, or the first ones of the region. Undefined when they can't
 * be known, such as a number of zones in an unknown region: they must be named. A subnet spans all zones of its region, so
 * that an existing network does not decide them.
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
  return [...new Set(names)];
}
