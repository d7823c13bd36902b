import type { NodeGroupSpec, SizeRange } from "./vocabulary";

/** Deals a total out as evenly as it goes, the first ones getting one more: 10 over 3 is 4, 3, 3. */
export function deal(total: number, hands: number): number[] {
  const each = Math.floor(total / hands);
  const rest = total % hands;
  return Array.from({ length: hands }, (_, i) => each + (i < rest ? 1 : 0));
}

/** Fixed sizes and ranges in one shape. */
export interface Size extends SizeRange {
  /** Nodes at the start. */
  readonly desired: number;

  /** Who changes the number afterwards: Terraform holds a fixed one, an autoscaler owns a range. */
  readonly owner: "terraform" | "autoscaler";
}

export function sizeOf(size: NodeGroupSpec["size"]): Size {
  if (typeof size === "number") return { min: size, max: size, desired: size, owner: "terraform" };
  return { ...size, desired: size.min, owner: "autoscaler" };
}

/** One native group of the cloud: a node group as a whole, or its part in one zone. */
export interface NodePlacement {
  /** The zone that tells this part from its siblings; undefined when the group is one. */
  readonly zone?: string;

  /** Zones that its nodes may be in. */
  readonly zones: readonly string[];

  readonly size: Size;
}

/** The native groups that a node group becomes, with the total dealt out over them. */
export function placements(
  group: Pick<NodeGroupSpec, "size" | "zones" | "spread">,
  networkZones: readonly string[],
): NodePlacement[] {
  const zones = group.zones ?? networkZones;
  const size = sizeOf(group.size);
  if (group.spread !== "per-zone") return [{ zones, size }];

  // Dealt in the same order, so that no part's min exceeds its max.
  const [min, max, desired] = [size.min, size.max, size.desired].map((total) => deal(total, zones.length));
  return zones.map((zone, i) => ({
    zone,
    zones: [zone],
    size: { min: min[i], max: max[i], desired: desired[i], owner: size.owner },
  }));
}
