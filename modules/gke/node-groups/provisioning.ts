import type { GkeNodeGroupSpec } from "../spec";

/**
 * Whether the machines of a group start when capacity is available. GKE replaces these machines at the end of their run: it neither
 * repairs nor upgrades them (strategy SHORT_LIVED).
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/dws
 */
export const waitsForCapacity = ({ provisioning }: Pick<GkeNodeGroupSpec, "provisioning">): boolean =>
  provisioning === "flex-start" || provisioning === "queued";

/** The longest run of a machine, seven days. https://cloud.google.com/kubernetes-engine/docs/concepts/dws */
export const longestRunSeconds = 7 * 24 * 60 * 60;
