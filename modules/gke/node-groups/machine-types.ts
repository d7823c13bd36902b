import { isKnown } from "../../cluster/rules/rule";
import { localSsdsOf } from "./local-ssd";
import type { GkeNodeGroupSpec } from "../spec";

/**
 * Machine families of Compute Engine with the features of their machines. A missing family may be new: it is not checked, and the
 * defaults of Google apply.
 *
 * Sources:
 * - disks: https://cloud.google.com/compute/docs/disks/persistent-disks#machine_series_support and
 *   https://cloud.google.com/compute/docs/disks/hyperdisks#machine-type-support
 * - local SSDs: https://cloud.google.com/compute/docs/disks/local-ssd#lssd_machine_types
 * - GPUs: https://cloud.google.com/compute/docs/gpus; TPUs: https://cloud.google.com/kubernetes-engine/docs/concepts/tpus
 * - confidential: https://cloud.google.com/confidential-computing/confidential-vm/docs/supported-configurations
 * - minimum CPU platform: https://cloud.google.com/compute/docs/instances/specify-min-cpu-platform
 * - compact placement: https://cloud.google.com/kubernetes-engine/docs/how-to/compact-placement
 */

/** Types of a node's boot disk: the values of the field. */
export type BootDiskType = NonNullable<NonNullable<GkeNodeGroupSpec["disk"]>["type"]>;

/** Techniques of confidential machines. [provider] google_container_node_pool, `confidential_instance_type` */
export type ConfidentialTechnique = "SEV" | "SEV_SNP" | "TDX";

/** The features of a machine family. */
export interface MachineFamily {
  readonly architecture: "x86_64" | "arm64";

  /** Supported types of boot disk. The first one is the default. */
  readonly bootDisks: readonly BootDiskType[];

  /** Local SSDs: a chosen number, a fixed number for the machine type (such as `-lssd`), or none. */
  readonly localSsd: "chosen" | "brought" | "none";

  /** GPUs that its machine types include, or that can be attached. */
  readonly gpu?: "brought" | "attached";

  /** TPU chips of its machine types, and the number of dimensions of their topologies. */
  readonly tpu?: { readonly dimensions: 2 | 3 };

  readonly confidential?: readonly ConfidentialTechnique[];

  /** Whether it has several generations of CPUs, so that a minimum CPU platform can be set. */
  readonly minCpuPlatform?: true;

  /** Whether it supports compact placement. */
  readonly compact?: true;

  /** Whether it supports Windows nodes. */
  readonly windows?: true;
}

const anyPd = ["pd-balanced", "pd-standard", "pd-ssd"] as const;
const ssdPd = ["pd-balanced", "pd-ssd"] as const;
const both = ["pd-balanced", "pd-ssd", "hyperdisk-balanced"] as const;
const hyperdisk = ["hyperdisk-balanced"] as const;

const x86 = { architecture: "x86_64" } as const;
const arm = { architecture: "arm64" } as const;
const compact = { compact: true } as const;
const windows = { windows: true } as const;

/** By the part of a machine type's name before the first `-`. */
export const machineFamilies = {
  a2: { ...x86, bootDisks: anyPd, localSsd: "chosen", gpu: "brought", ...compact },
  a3: { ...x86, bootDisks: both, localSsd: "brought", gpu: "brought", confidential: ["TDX"], ...compact },
  a4: { ...x86, bootDisks: hyperdisk, localSsd: "brought", gpu: "brought", ...compact },
  a4x: { ...arm, bootDisks: hyperdisk, localSsd: "brought", gpu: "brought", ...compact },
  c2: { ...x86, bootDisks: anyPd, localSsd: "chosen", ...compact, ...windows },
  c2d: { ...x86, bootDisks: anyPd, localSsd: "chosen", confidential: ["SEV"], ...compact, ...windows },
  c3: { ...x86, bootDisks: both, localSsd: "brought", confidential: ["TDX"], ...compact, ...windows },
  c3d: { ...x86, bootDisks: both, localSsd: "brought", confidential: ["SEV"], ...compact, ...windows },
  c4: { ...x86, bootDisks: hyperdisk, localSsd: "brought", ...compact, ...windows },
  c4a: { ...arm, bootDisks: hyperdisk, localSsd: "brought", ...compact },
  c4d: { ...x86, bootDisks: hyperdisk, localSsd: "brought", confidential: ["SEV"], ...compact, ...windows },
  ct3: { ...x86, bootDisks: anyPd, localSsd: "none", tpu: { dimensions: 2 } },
  ct3p: { ...x86, bootDisks: anyPd, localSsd: "none", tpu: { dimensions: 2 } },
  ct4p: { ...x86, bootDisks: anyPd, localSsd: "none", tpu: { dimensions: 3 } },
  ct5lp: { ...x86, bootDisks: anyPd, localSsd: "none", tpu: { dimensions: 2 } },
  ct5p: { ...x86, bootDisks: anyPd, localSsd: "none", tpu: { dimensions: 3 } },
  ct6e: { ...x86, bootDisks: hyperdisk, localSsd: "none", tpu: { dimensions: 2 } },
  e2: { ...x86, bootDisks: anyPd, localSsd: "none", ...windows },
  g2: { ...x86, bootDisks: ssdPd, localSsd: "chosen", gpu: "brought", ...compact },
  g4: { ...x86, bootDisks: hyperdisk, localSsd: "brought", gpu: "brought", ...compact },
  h3: { ...x86, bootDisks: ["pd-balanced", "hyperdisk-balanced"], localSsd: "none", ...compact },
  h4d: { ...x86, bootDisks: hyperdisk, localSsd: "brought", ...compact },
  m1: { ...x86, bootDisks: [...anyPd, "hyperdisk-balanced"], localSsd: "chosen" },
  m2: { ...x86, bootDisks: [...anyPd, "hyperdisk-balanced"], localSsd: "none" },
  m3: { ...x86, bootDisks: both, localSsd: "chosen" },
  m4: { ...x86, bootDisks: hyperdisk, localSsd: "none" },
  n1: { ...x86, bootDisks: anyPd, localSsd: "chosen", gpu: "attached", minCpuPlatform: true, ...windows },
  n2: { ...x86, bootDisks: anyPd, localSsd: "chosen", minCpuPlatform: true, ...compact, ...windows },
  n2d: {
    ...x86,
    bootDisks: anyPd,
    localSsd: "chosen",
    minCpuPlatform: true,
    confidential: ["SEV", "SEV_SNP"],
    ...compact,
    ...windows,
  },
  n4: { ...x86, bootDisks: hyperdisk, localSsd: "none", ...windows },
  n4a: { ...arm, bootDisks: hyperdisk, localSsd: "none" },
  n4d: { ...x86, bootDisks: hyperdisk, localSsd: "none", ...windows },
  t2a: { ...arm, bootDisks: anyPd, localSsd: "none" },
  t2d: { ...x86, bootDisks: anyPd, localSsd: "none", ...windows },
  tpu7x: { ...x86, bootDisks: hyperdisk, localSsd: "none", tpu: { dimensions: 3 } },
  z3: { ...x86, bootDisks: both, localSsd: "brought", ...compact },
} as const satisfies Readonly<Record<string, MachineFamily>>;

/** Whether a text is spelt as a machine type: a family, then the shape, such as `n2-standard-8` or `n2-custom-4-8192`. */
export const isMachineType = (text: string): boolean => /^[a-z]+\d+[a-z]*(-[a-z0-9]+)+$/.test(text);

/** The family of a machine type, such as `n2`. */
export const familyName = (machineType: string): string => machineType.split("-")[0];

/** The features of the family of a machine type; undefined for an unknown family. */
export function machineFamily(machineType: string): MachineFamily | undefined {
  const name = familyName(machineType);
  return Object.hasOwn(machineFamilies, name)
    ? machineFamilies[name as keyof typeof machineFamilies]
    : undefined;
}

/** Families with a feature, for a message. */
export const familiesWith = (has: (family: MachineFamily) => boolean): string =>
  Object.entries<MachineFamily>(machineFamilies)
    .filter(([, family]) => has(family))
    .map(([name]) => name)
    .join(", ");

/** The machine type of a group; undefined if it is unknown or malformed. */
export function machineTypeOf({ machineTypes }: Pick<GkeNodeGroupSpec, "machineTypes">): string | undefined {
  const type = isKnown(machineTypes) ? machineTypes[0] : undefined;
  return isKnown(type) && isMachineType(type) ? type : undefined;
}

/** The default type of boot disk; undefined for an unknown family, so that GKE chooses. */
export function diskTypeOf(machineType: string): BootDiskType | undefined {
  // The largest A3 machines do not support Persistent Disk. https://cloud.google.com/compute/docs/gpus#a3-ultra
  if (machineType.startsWith("a3-ultragpu-")) return "hyperdisk-balanced";
  return machineFamily(machineType)?.bootDisks[0];
}

/** Supported types of boot disk of a machine type; undefined for an unknown family. */
export function bootDisksOf(machineType: string): readonly BootDiskType[] | undefined {
  return machineType.startsWith("a3-ultragpu-") ? hyperdisk : machineFamily(machineType)?.bootDisks;
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

/** vCPUs of a machine type, if its name contains them; shared-core machines have 2. */
export function vcpusOf(machineType: string): number | undefined {
  if (/^e2-(micro|small|medium)$/.test(machineType)) return 2;
  const match = /^[a-z0-9]+-(?:(?:standard|highmem|highcpu|megamem|ultramem)-(\d+)|custom-(\d+)-\d+)/.exec(
    machineType,
  );
  const vcpus = Number(match?.[1] ?? match?.[2]);
  return vcpus > 0 ? vcpus : undefined;
}
