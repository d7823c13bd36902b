import type { EksNodeGroupSpec } from "../spec";

/** Whether the cluster owns the Auto Scaling group. */
export const isSelfManaged = ({ kind }: Pick<EksNodeGroupSpec, "kind">): boolean => kind === "self-managed";

/** Whether user data must join the node to the cluster. EKS does that for its own images in managed node groups. */
export const needsBootstrapUserData = (spec: Pick<EksNodeGroupSpec, "kind" | "image">): boolean =>
  isSelfManaged(spec) || spec.image?.id !== undefined;

/** Whether the Auto Scaling group of a self-managed group selects machine types. If not, the launch template has the type. */
export function choosesMachines({
  capacity,
  machineTypes,
  machines,
}: Pick<EksNodeGroupSpec, "capacity" | "machineTypes" | "machines">): boolean {
  return capacity === "spot" || machineTypes.length > 1 || machines !== undefined;
}

/** The capacity type of EKS. */
export function capacityTypeOf({ reservation, capacity }: EksNodeGroupSpec): string {
  if (reservation?.type === "capacity-block") return "CAPACITY_BLOCK";
  return capacity === "spot" ? "SPOT" : "ON_DEMAND";
}
