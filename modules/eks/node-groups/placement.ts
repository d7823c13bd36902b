import { isKnown, isWhole } from "../../cluster/rules/rule";
import { type NodePlacement, placements } from "../../cluster/scaling";
import type { EksNodeGroupSpec } from "../spec";

/** Whether the configuration of an add-on sets tolerations, which replace those of the add-on. */
export function tolerates(configuration: unknown): boolean {
  return (configuration as { tolerations?: unknown } | undefined)?.tolerations !== undefined;
}

/** Whether pods that tolerate only `CriticalAddonsOnly` can run on the group before an autoscaler runs. */
export function takesPodsAtStart(group: EksNodeGroupSpec): boolean {
  return hasNodes(group) && isLinux(group) && !repels(group);
}

/** Whether a group has a node from the start. */
export function hasNodes({ size }: EksNodeGroupSpec): boolean {
  return !isSize(size) || (typeof size === "number" ? size : size.min) > 0;
}

/**
 * Pods of the cluster itself run on Linux.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html
 */
export const isLinux = ({ image }: EksNodeGroupSpec): boolean => image?.family !== "windows";

/** CoreDNS tolerates the taint for add-ons: see the default configuration of the coredns add-on. */
function repels({ taints }: EksNodeGroupSpec): boolean {
  return (
    isKnown(taints) &&
    taints.some(({ key, effect }) => effect !== "PreferNoSchedule" && key !== "CriticalAddonsOnly")
  );
}

/** Whether a size is known and valid. */
export function isSize(size: EksNodeGroupSpec["size"]): boolean {
  if (!isKnown(size)) return false;
  return typeof size === "object" ? isWhole(size.min, 0) && isWhole(size.max, size.min) : isWhole(size, 0);
}

/** The node pools of a node group; empty if its size or its zones are unknown. */
export function nodePools(
  group: EksNodeGroupSpec,
  networkZones: readonly string[] | undefined,
): NodePlacement[] {
  const zones = group.zones ?? networkZones;
  if (!isKnown(zones) || zones.length === 0 || !zones.every(isKnown) || !isSize(group.size)) return [];
  return placements(group, zones);
}
