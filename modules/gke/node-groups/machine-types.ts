import { isKnown } from "../../cluster/rules/rule";
import { familyName, isMachineType, machineFamily, type MachineFamily } from "../../google/machine-types";
import { localSsdsOf } from "./local-ssd";
import type { GkeNodeGroupSpec } from "../spec";

export * from "../../google/machine-types";

/** The machine type of a group; undefined if it is unknown or malformed. */
export function machineTypeOf({ machineTypes }: Pick<GkeNodeGroupSpec, "machineTypes">): string | undefined {
  const type = isKnown(machineTypes) ? machineTypes[0] : undefined;
  return isKnown(type) && isMachineType(type) ? type : undefined;
}

/** GPUs that a machine type includes. */
export interface BroughtGpus {
  /** Name of the accelerator, such as `nvidia-l4`. */
  readonly type: string;
  readonly count: number;
}

/** Accelerators by the shape that includes them. The count is in the last part of the name, or in the table. */
const gpusByShape: Readonly<Record<string, string>> = {
  "a2-highgpu": "nvidia-tesla-a100",
  "a2-megagpu": "nvidia-tesla-a100",
  "a2-ultragpu": "nvidia-a100-80gb",
  "a3-edgegpu": "nvidia-h100-80gb",
  "a3-highgpu": "nvidia-h100-80gb",
  "a3-megagpu": "nvidia-h100-mega-80gb",
  "a3-ultragpu": "nvidia-h200-141gb",
  "a4-highgpu": "nvidia-b200",
  "a4x-highgpu": "nvidia-gb200",
  "g2-standard": "nvidia-l4",
  "g4-standard": "nvidia-rtx-pro-6000",
};

/** The number of GPUs of G2 and G4 machine types by vCPUs, which are in their names. */
const gpusByVcpus: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  g2: { 4: 1, 8: 1, 12: 1, 16: 1, 24: 2, 32: 1, 48: 4, 96: 8 },
  g4: { 48: 1, 96: 2, 192: 4, 384: 8 },
};

/** The GPUs that a machine type includes; undefined if it has none or is unknown. */
export function gpusOf(machineType: string): BroughtGpus | undefined {
  const [family, shape, size = ""] = machineType.split("-");
  const type = gpusByShape[`${family}-${shape}`];
  if (!type) return undefined;
  const count = gpusByVcpus[family]?.[Number(size)] ?? Number(/^(\d+)g$/.exec(size)?.[1]);
  return count > 0 ? { type, count } : undefined;
}

/** GPUs that can be attached to N1 machines, with their numbers. https://cloud.google.com/compute/docs/gpus#n1-gpus */
export const attachableGpus: Readonly<Record<string, readonly number[]>> = {
  "nvidia-tesla-p100": [1, 2, 4],
  "nvidia-tesla-p4": [1, 2, 4],
  "nvidia-tesla-t4": [1, 2, 4],
  "nvidia-tesla-v100": [1, 2, 4, 8],
};

/** GPUs that can be partitioned. https://cloud.google.com/kubernetes-engine/docs/how-to/gpus-multi */
export const isPartitionable = (gpu: string): boolean =>
  /^nvidia-(tesla-a100|a100-|h100-|h200-|b200|gb200|rtx-pro-6000)/.test(gpu);

/** Whether a machine type includes TPU chips. */
export const isTpu = (machineType: string): boolean =>
  machineFamily(machineType)?.tpu !== undefined || /^(ct\d|tpu\d)/.test(machineType);

/** TPU chips of one machine, from the last part of its name: `ct5lp-hightpu-4t` has 4. */
export function tpuChipsOf(machineType: string): number | undefined {
  const chips = Number(/-(\d+)t$/.exec(machineType)?.[1]);
  return isTpu(machineType) && chips > 0 ? chips : undefined;
}

/** Whether a machine has local SSDs: a chosen number, those of its type, or none; undefined if unknown. */
export function localSsdOf(machineType: string): MachineFamily["localSsd"] | undefined {
  const family = machineFamily(machineType);
  if (localSsdsOf(machineType)) return "brought";
  if (family?.localSsd !== "brought" || gpusOf(machineType) || familyName(machineType) === "z3") {
    return family?.localSsd;
  }
  return machineType.endsWith("-lssd") ? "brought" : "none";
}
