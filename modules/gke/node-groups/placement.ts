import { isKnown, knownEntries } from "../../cluster/rules/rule";
import { sizeOf } from "../../cluster/scaling";
import type { GkeNodeGroupSpec } from "../spec";
import { machineFamily, machineTypeOf } from "./machine-types";

/** Taint of dedicated nodes for add-ons. */
const addOnsOnly = "CriticalAddonsOnly";

/**
 * Whether pods that tolerate only `CriticalAddonsOnly` can run on the group from the start. GKE taints nodes with GPUs, TPUs, gVisor and
 * Arm processors.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/reference/rest/v1/NodeConfig#ArchitectureTaintBehavior
 */
export function takesPodsAtStart(group: GkeNodeGroupSpec): boolean {
  const { image, gpu, tpu, sandbox, taints, size } = group;
  const type = machineTypeOf(group);
  return (
    image?.family !== "windows" &&
    gpu === undefined &&
    tpu === undefined &&
    sandbox !== "gvisor" &&
    !(isKnown(type) && machineFamily(type)?.architecture === "arm64") &&
    !knownEntries(taints).some(
      ([, { key, effect }]) => effect !== "PreferNoSchedule" && key !== addOnsOnly,
    ) &&
    (!isKnown(size) || sizeOf(size).min > 0)
  );
}
