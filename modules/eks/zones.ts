import { isUnresolved } from "../cluster/tokens";
import { defaults } from "./fields.generated";
import type { EksClusterProps } from "./spec";
import { defaultZones } from "../aws/regions";

/**
 * The zones of a cluster by name, each once and in alphabetical order: those of the existing subnets, those of `network.zones`, or the first ones of
 * the region. Undefined if they are unknown, such as a number of zones in an unknown region.
 */
export function zoneNames({
  region,
  network,
}: Pick<EksClusterProps, "region" | "network">): string[] | undefined {
  const names = network?.existing
    ? known(network.existing.nodeSubnets)?.map((subnet) => subnet.zone)
    : (network?.zones ?? defaults["network.zones"]);

  if (names === undefined || isUnresolved(names)) return undefined;
  if (typeof names === "number") return isCount(names) ? defaultZones(region, names) : undefined;
  return known(names)?.some(isUnresolved) === false ? [...new Set(names)].sort() : undefined;
}

const known = <T>(list: readonly T[]): readonly T[] | undefined =>
  Array.isArray(list) && !isUnresolved(list) ? list : undefined;

const isCount = (value: number): boolean => Number.isInteger(value) && value > 0;
