import { ceilOf, floorOf, smallerOf } from "../../cluster/arithmetic";
import { placements, sizeOf } from "../../cluster/scaling";
import type { Autoscaling } from "../../cluster/vocabulary";
import type { GkeNodeGroupSpec } from "../spec";
import { asSet } from "../../cluster/sets";

/** Distinguishes the node pools of a group: the zone, or `rest` for the remainder of the size divided by the number of zones. */
export type PoolPart = string | undefined;

/** One node pool, with the numbers in the format of GKE. */
export interface PoolPlan {
  /** Undefined for a node pool in all zones. */
  readonly part: PoolPart;

  readonly zones: readonly string[];

  /** Number of nodes in each zone: fixed, or initial. */
  readonly nodesPerZone: number;

  /** Limits of the autoscaler for the total; undefined if Terraform sets the number. */
  readonly bounds?: { readonly min: number; readonly max: number };

  /** Whether Terraform manages the number of nodes. Otherwise it ignores changes. */
  readonly isFixed: boolean;
}

/**
 * The node pools of a group. GKE counts nodes for each zone, so a fixed total in several zones is a node pool with the same number of
 * nodes in each zone, and a second one with the remainder: one node in each of the first zones.
 *
 * ```text
 *   10 over a, b, c    ->  3 in each of a, b, c;  1 in a
 *    2 over a, b, c    ->  1 in each of a, b
 *   10 by the zone     ->  4 in a;  3 in b;  3 in c
 *   10 to 20           ->  4 in each to start with, between 10 and 20 together
 * ```
 *
 * @param size - the size as arguments get it; that of `group` decides which pools there are
 */
export function poolsOf(
  group: Pick<GkeNodeGroupSpec, "size" | "zones" | "spread">,
  networkZones: readonly string[],
  autoscaling: Autoscaling,
  size: GkeNodeGroupSpec["size"] = group.size,
): PoolPlan[] {
  if (group.spread !== "per-zone" && typeof group.size === "number") {
    return fixedOverZones(group.size, asSet(group.zones ?? networkZones), size as number);
  }
  return placements({ ...group, size }, networkZones).map(({ zone, zones, size }) => ({
    part: zone,
    zones,
    nodesPerZone: size.owner === "terraform" ? size.desired : startPerZone(size, zones.length),
    bounds:
      size.owner === "terraform" || autoscaling === "none" ? undefined : { min: size.min, max: size.max },
    isFixed: size.owner === "terraform",
  }));
}

function fixedOverZones(total: number, zones: readonly string[], size: number): PoolPlan[] {
  const each = Math.floor(total / zones.length);
  const rest = total % zones.length;
  const all: PoolPlan = {
    part: undefined,
    zones,
    nodesPerZone: floorOf(size, zones.length),
    isFixed: true,
  };
  if (rest === 0) return [all];
  // The zones of a node pool can be changed in place, so it can grow into the other zones.
  if (each === 0) return [{ ...all, zones: zones.slice(0, rest), nodesPerZone: 1 }];
  return [all, { part: "rest", zones: zones.slice(0, rest), nodesPerZone: 1, isFixed: true }];
}

/**
 * The initial number of nodes in each zone: the minimum rounded up to whole zones, or rounded down if that would exceed the maximum. The
 * autoscaler does not always scale a node pool up to its minimum.
 */
function startPerZone({ min, max }: { readonly min: number; readonly max: number }, zones: number): number {
  return smallerOf(ceilOf(min, zones), floorOf(max, zones));
}

/** Minimum number of nodes of a group, in all zones. */
export const smallest = (group: Pick<GkeNodeGroupSpec, "size">): number => sizeOf(group.size).min;
