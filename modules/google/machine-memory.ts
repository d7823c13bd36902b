import { familyName, vcpusOf } from "./machine-types";

/**
 * GiB of memory for each vCPU of `standard`, `highmem` and `highcpu` types, by family; the least of a family whose small types have less.
 *
 * @see https://cloud.google.com/compute/docs/general-purpose-machines
 * @see https://cloud.google.com/compute/docs/compute-optimized-machines
 */
const perVcpu: Readonly<Record<string, readonly [standard: number, highmem?: number, highcpu?: number]>> = {
  c2: [4],
  c2d: [4, 8, 2],
  c3: [4, 8, 2],
  c3d: [4, 8, 2],
  c4: [3.5, 7.5, 2],
  c4a: [4, 8, 2],
  c4d: [3.5, 7.5, 1.5],
  e2: [4, 8, 1],
  n1: [3.75, 6.5, 0.9],
  n2: [4, 8, 1],
  n2d: [4, 8, 1],
  n4: [4, 8, 2],
  t2a: [4],
  t2d: [4],
};

/** Machines that share CPUs. */
const sharedCore: Readonly<Record<string, number>> = { "e2-micro": 1, "e2-small": 2, "e2-medium": 4 };

const classes = ["standard", "highmem", "highcpu"];

/** GiB of memory of a machine type; undefined if it is unknown. */
export function memoryGiBOf(machineType: string): number | undefined {
  if (Object.hasOwn(sharedCore, machineType)) return sharedCore[machineType];
  const [, custom] = /-custom-\d+-(\d+)/.exec(machineType) ?? [];
  if (custom !== undefined) return Number(custom) / 1024;
  const family = familyName(machineType);
  const [, kind = ""] = machineType.split("-");
  const vcpus = vcpusOf(machineType);
  if (vcpus === undefined || !Object.hasOwn(perVcpu, family)) return undefined;
  const memory = perVcpu[family][classes.indexOf(kind)];
  return memory === undefined ? undefined : memory * vcpus;
}
