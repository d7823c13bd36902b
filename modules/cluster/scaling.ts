import { floorOf, plus } from "./arithmetic";
import { type Size, sizeOf } from "./size";
import type { NodeGroupSpec } from "./vocabulary";
import { asSet } from "./sets";

export { type Size, sizeOf };

/** Distributes a total over a number of parts. The first parts get the rest: 10 over 3 is 4, 3, 3. */
export function distributeEvenly(total: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, i) => floorOf(plus(total, parts - 1 - i), parts));
}

/** One node pool of a node group: the whole group, or its part in one zone. */
export interface NodePlacement {
  /** The zone of this part; undefined if the node group has one node pool. */
  readonly zone?: string;

  /** Possible zones of its nodes. */
  readonly zones: readonly string[];

  readonly size: Size;
}

/** The node pools of a node group. The total size is distributed over them. */
export function placements(
  group: Pick<NodeGroupSpec, "size" | "zones" | "spread">,
  networkZones: readonly string[],
): NodePlacement[] {
  const zones = asSet(group.zones ?? networkZones);
  const size = sizeOf(group.size);
  if (group.spread !== "per-zone") return [{ zones, size }];

  // The same order for all three, so that min does not exceed max in any part.
  const [min, max, desired] = [size.min, size.max, size.desired].map((total) =>
    distributeEvenly(total, zones.length),
  );
  return zones.map((zone, i) => ({
    zone,
    zones: [zone],
    size: { min: min[i], max: max[i], desired: desired[i], owner: size.owner },
  }));
}
