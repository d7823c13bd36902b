import { isKnown, isWhole } from "../../cluster/rules/rule";
import { type NodePlacement, placements } from "../../cluster/scaling";
import type { GkeNodeGroupSpec } from "../spec";

/** The parts of a node group, one for each zone with `spread: per-zone`; none if its size or zones are unknown. */
export function partsOf(
  group: GkeNodeGroupSpec,
  networkZones: readonly string[] | undefined,
): NodePlacement[] {
  const zones = group.zones ?? networkZones;
  if (!isKnown(zones) || zones.length === 0 || !zones.every(isKnown) || !isSize(group.size)) return [];
  return placements(group, zones);
}

/** Whether a size is known and well-formed. */
export function isSize(size: GkeNodeGroupSpec["size"]): boolean {
  if (!isKnown(size)) return false;
  return typeof size === "object" ? isWhole(size.min, 0) && isWhole(size.max, size.min) : isWhole(size, 0);
}
