import type { NodeGroupSpec, SizeRange } from "./vocabulary";

/** The size of a node group, fixed or a range. */
export interface Size extends SizeRange {
  /** Initial number of nodes. */
  readonly desired: number;

  /** Owner of the number of nodes: Terraform for a fixed number, an autoscaler for a range. */
  readonly owner: "terraform" | "autoscaler";
}

export function sizeOf(size: NodeGroupSpec["size"]): Size {
  if (typeof size === "number") return { min: size, max: size, desired: size, owner: "terraform" };
  return { ...size, desired: size.min, owner: "autoscaler" };
}
