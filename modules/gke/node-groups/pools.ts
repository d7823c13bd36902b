import { placements, sizeOf } from "../../cluster/scaling";
import type { Autoscaling } from "../../cluster/vocabulary";
import type { GkeNodeGroupSpec } from "../spec";

/** Distinguishes the pools of a group: the zone, or `rest` for what does not divide by the number of zones. */
export type PoolPart = string | undefined;

/** One node pool, in the units that GKE counts in. */
export interface PoolPlan {
  /** Undefined for the one pool over all zones. */
  readonly part: PoolPart;

  readonly zones: readonly string[];

  /** Nodes in each zone: how many there are, or how many the pool starts with. */
  readonly nodesPerZone: number;

  /** Bounds of the total that the autoscaler keeps; undefined where Terraform holds the number. */
  readonly bounds?: { readonly min: number; readonly max: number };

  /** Terraform manages the number of nodes; otherwise it ignores changes of it. */
  readonly isFixed: boolean;
}

/**
 * The pools that a group becomes. GKE counts nodes by the zone, so that a fixed total over several zones is a pool with as
 * many nodes in each zone as go, and a second one with the rest: one node in each of the first zones.
 *
 * ```text
 *   10 over a, b, c    ->  3 in each of a, b, c;  1 in a
 *    2 over a, b, c    ->  1 in each of a, b
 *   10 by the zone     ->  4 in a;  3 in b;  3 in c
 *   10 to 20           ->  4 in each to start with, between 10 and 20 together
 * ```
 */
export function poolsOf(
  group: Pick<GkeNodeGroupSpec, "size" | "zones" | "spread">,
  networkZones: readonly string[],
  autoscaling: Autoscaling,
): PoolPlan[] {
  if (group.spread !== "per-zone" && typeof group.size === "number") {
    return fixedOverZones(group.size, group.zones ?? networkZones);
  }
  return placements(group, networkZones).map(({ zone, zones, size }) => ({
    part: zone,
    zones,
    nodesPerZone: size.owner === "terraform" ? size.desired : startPerZone(size, zones.length),
    bounds:
      size.owner === "terraform" || autoscaling === "none" ? undefined : { min: size.min, max: size.max },
    isFixed: size.owner === "terraform",
  }));
}

function fixedOverZones(total: number, zones: readonly string[]): PoolPlan[] {
  const each = Math.floor(total / zones.length);
  const rest = total % zones.length;
  const all: PoolPlan = { part: undefined, zones, nodesPerZone: each, isFixed: true };
  if (rest === 0) return [all];
  // A pool's zones can be changed in place: it grows into the others.
  if (each === 0) return [{ ...all, zones: zones.slice(0, rest), nodesPerZone: 1 }];
  return [all, { part: "rest", zones: zones.slice(0, rest), nodesPerZone: 1, isFixed: true }];
}

/**
 * The autoscaler does not always raise a pool to its smallest size: it starts with that, rounded up to whole zones, where this
 * is not above the largest.
 */
function startPerZone({ min, max }: { readonly min: number; readonly max: number }, zones: number): number {
  const up = Math.ceil(min / zones);
  return up * zones <= max ? up : Math.floor(min / zones);
}

/** Fewest nodes of a group, over all zones. */
export const smallest = (group: Pick<GkeNodeGroupSpec, "size">): number => sizeOf(group.size).min;
