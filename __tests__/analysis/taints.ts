import { addressPart } from "../../modules/cluster/names";
import type { NodeGroupSpec } from "../../modules/cluster/vocabulary";
import type { Arguments } from "../support/synthesized";
import type { Element, Elements } from "./elements";

type Group = Pick<NodeGroupSpec, "name" | "taints">;

/**
 * The node pools of a group: one, or one for each zone. A pool belongs to the group with the longest name with which its own begins: `a-b`
 * is not a zone of `a`.
 */
export function poolsOf(json: Elements, type: string, group: string, groups: readonly Group[]): Element[] {
  const fits = (pool: string, name: string): boolean => {
    const id = `node_groups_${addressPart(name)}`;
    return pool === id || pool.startsWith(`${id}_`);
  };
  const longer = groups.map(({ name }) => name).filter((name) => name.length > group.length);
  return json.all(type).filter(({ name }) => fits(name, group) && !longer.some((other) => fits(name, other)));
}

/**
 * Taints of the file that the node pools of its groups lack, as `pool: key effect`. The effect has no case and no separators, in which
 * the clouds differ.
 *
 * @param taintsOf - the taints of a node pool, as `key effect`
 */
export function missingTaints(
  groups: readonly Group[],
  json: Elements,
  type: string,
  taintsOf: (args: Arguments) => readonly string[],
): string[] {
  return groups.flatMap(({ name, taints = [] }) =>
    poolsOf(json, type, name, groups).flatMap((pool) =>
      taints
        .map(({ key, effect }) => `${key} ${effect}`)
        .filter((taint) => !taintsOf(pool.args).some((found) => same(found, taint)))
        .map((taint) => `${pool.name}: ${taint}`),
    ),
  );
}

const same = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (taint: string): string => taint.replaceAll("_", "").toLowerCase();
