import { isKnown } from "../../cluster/rules/rule";
import { sizeOf } from "../../cluster/scaling";
import { isUnresolved } from "../../cluster/tokens";
import type { Taint } from "../../cluster/vocabulary";
import type { PodNetwork } from "../network/settings";
import type { AksClusterProps, AksNodeGroupSpec } from "../spec";

/** Normalized settings of node groups, for rules and constructs. */

/**
 * The maximum number of pods on a node.
 *
 * @see https://learn.microsoft.com/azure/aks/quotas-skus-regions
 */
export function maxPodsOf(group: AksNodeGroupSpec, { isOverlay, mode }: PodNetwork): number {
  return group.maxPods ?? (isOverlay || mode === "none" ? 110 : 30);
}

/** The taint of node pools that run only system pods. */
export const criticalAddOnsOnly: Taint = { key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" };

export function isCriticalAddOnsOnly({ key, value, effect }: Taint): boolean {
  return (
    key === criticalAddOnsOnly.key &&
    value === criticalAddOnsOnly.value &&
    effect === criticalAddOnsOnly.effect
  );
}

/** Whether a group qualifies as the cluster's first node pool. */
export function canBeFirst(group: AksNodeGroupSpec): boolean {
  const { mode, capacity, taints = [], size } = group;
  return (
    mode !== "user" &&
    capacity !== "spot" &&
    !isWindows(group) &&
    // References are reported as such, not as a missing group.
    (isUnresolved(taints) || taints.every((taint) => isUnresolved(taint) || isCriticalAddOnsOnly(taint))) &&
    (isUnresolved(size) || sizeOf(size).min >= 1)
  );
}

/** The group with the cluster's first node pool: the first group of mode `system`, otherwise the first that qualifies. */
export function firstGroupOf(groups: readonly AksNodeGroupSpec[]): AksNodeGroupSpec | undefined {
  const candidates = groups.filter(canBeFirst);
  return candidates.find(({ mode }) => mode === "system") ?? candidates[0];
}

/** Whether system pods run on a group of a cluster: its mode is `system`, or it has the first node pool. */
export function systemGroupsOf({
  nodeGroups,
}: Pick<AksClusterProps, "nodeGroups">): (group: AksNodeGroupSpec) => boolean {
  const first = isKnown(nodeGroups) ? firstGroupOf(nodeGroups) : undefined;
  return (group) => group.mode === "system" || group === first;
}

/** What a group is in a message about what system pods need. A group without `mode` is one as the first. */
export const shownSystemGroup = ({ mode }: AksNodeGroupSpec): string =>
  `a system group${mode === "system" ? "" : ", as the cluster's first node pool is one"}`;

export function isWindows({ image }: AksNodeGroupSpec): boolean {
  return image?.family?.startsWith("windows") ?? false;
}

/** Whether pods that tolerate only `CriticalAddonsOnly` can run on the group from the start. AKS taints spot nodes. */
export function takesPodsAtStart(group: AksNodeGroupSpec): boolean {
  const { capacity, taints, size } = group;
  const repels =
    isKnown(taints) &&
    taints.some(({ key, effect }) => effect !== "PreferNoSchedule" && key !== "CriticalAddonsOnly");
  return !isWindows(group) && capacity !== "spot" && !repels && (!isKnown(size) || sizeOf(size).min > 0);
}
