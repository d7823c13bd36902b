import { addressPart } from "../../modules/cluster/names";
import type { NodeGroupSpec } from "../../modules/cluster/vocabulary";

/** A node pool in the JSON with its taints, as `key effect`. */
export interface TaintedPool {
  readonly name: string;
  readonly taints: readonly string[];
}

/**
 * Taints of the file that the node pools of its groups lack, as `pool: key effect`. The effect has no case and no separators, in which
 * the clouds differ.
 *
 * @param poolsOf - the node pools whose name is, or begins with, `node_groups_<group>`
 */
export function missingTaints(
  groups: readonly Pick<NodeGroupSpec, "name" | "taints">[],
  poolsOf: (prefix: string) => readonly TaintedPool[],
): string[] {
  return groups.flatMap(({ name, taints = [] }) =>
    poolsOf(`node_groups_${addressPart(name)}`).flatMap((pool) =>
      taints
        .map(({ key, effect }) => `${key} ${effect}`)
        .filter((taint) => !pool.taints.some((found) => same(found, taint)))
        .map((taint) => `${pool.name}: ${taint}`),
    ),
  );
}

const same = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (taint: string): string => taint.replaceAll("_", "").toLowerCase();
