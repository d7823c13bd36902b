import { zonesOfAzure } from "../azure/zones";
import { isUnresolved } from "../cluster/tokens";
import type { AksClusterProps } from "./spec";
import { defaults } from "./fields.generated";

/** Names of the network's zones, in ascending order; undefined if they are references. */
export function zoneNames({ network = {} }: Pick<AksClusterProps, "network">): readonly string[] | undefined {
  const { zones = defaults["network.zones"] } = network;
  if (isUnresolved(zones)) return undefined;
  if (typeof zones !== "number") return zones.some(isUnresolved) ? undefined : [...zones].sort();
  return Number.isInteger(zones) && zones >= 1 && zones <= zonesOfAzure.length
    ? zonesOfAzure.slice(0, zones)
    : undefined;
}
