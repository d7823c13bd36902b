import { isUnresolved } from "../cluster/tokens";
import { cloudOf } from "./clouds";
import { defaults } from "./fields.generated";
import type { KubeadmClusterProps } from "./spec";

/** The zones of a cluster by name, each once: those of `network.zones`, or the first ones of the region. Undefined if they are unknown. */
export function zoneNames({
  cloud,
  region,
  network,
}: Pick<KubeadmClusterProps, "cloud" | "region" | "network">): string[] | undefined {
  const names = network?.zones ?? defaults["network.zones"];
  if (isUnresolved(names)) return undefined;
  if (typeof names === "number") {
    const isCount = Number.isInteger(names) && names > 0;
    return isCount ? cloudOf({ cloud })?.regions.defaultZones(region, names) : undefined;
  }
  return Array.isArray(names) && !names.some(isUnresolved) ? [...new Set(names)] : undefined;
}
