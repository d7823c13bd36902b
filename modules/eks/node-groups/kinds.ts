import type { EksNodeGroupSpec } from "../spec";

/** Whether the Auto Scaling group is ours. */
export const isSelfManaged = ({ kind }: Pick<EksNodeGroupSpec, "kind">): boolean => kind === "self-managed";

/** Whether a node is told by its user data how to join; on EKS' own images of managed groups EKS does that. */
export const isToldByUs = (spec: Pick<EksNodeGroupSpec, "kind" | "image">): boolean =>
  isSelfManaged(spec) || spec.image?.id !== undefined;

/** Whether the Auto Scaling group of a self-managed group chooses its machines' types; or the launch template has the one. */
export function choosesMachines({
  capacity,
  machineTypes,
  machines,
}: Pick<EksNodeGroupSpec, "capacity" | "machineTypes" | "machines">): boolean {
  return capacity === "spot" || machineTypes.length > 1 || machines !== undefined;
}
