import { addedRow, addedRows } from "../cluster/added-facts";
import type { Fact } from "../cluster/facts";
import { adviceOnUnknown } from "../cluster/nearest";
import { isCustomType, sizesOf, typesOfFamily } from "./machine-type-names";

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

export const machineFamiliesFact: Fact = {
  asOf: "2026-11-24",
  source: "https://cloud.google.com/compute/docs/machine-resource",
};

/** Types of boot disk. */
export type BootDiskType = "pd-standard" | "pd-balanced" | "pd-ssd" | "hyperdisk-balanced";

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
  const added = addedRow("gke", "machineFamilies", name);
  // The check of the file refuses other boot disks.
  if (added !== undefined) return added as MachineFamily;
  return Object.hasOwn(machineFamilies, name)
    ? machineFamilies[name as keyof typeof machineFamilies]
    : undefined;
}

/** The known families, with those that a user adds. */
export const knownFamilies = (): Readonly<Record<string, MachineFamily>> => ({
  ...machineFamilies,
  ...(addedRows("gke", "machineFamilies") as Readonly<Record<string, MachineFamily>>),
});

/**
 * What is wrong with a machine type of an unknown family, or that its family does not have; undefined if it is known. The types of a
 * family that a user adds are not checked.
 */
export function unknownType(machineType: string): string | undefined {
  const family = familyName(machineType);
  const { asOf } = machineFamiliesFact;
  if (!machineFamily(machineType)) {
    return `${JSON.stringify(family)} is an unknown machine family (as of ${asOf}); ${adviceOnUnknown(family, Object.keys(knownFamilies()))}`;
  }
  const known = typesOfFamily(family);
  const isAdded = addedRow("gke", "machineFamilies", family) !== undefined;
  if (isAdded || known.includes(machineType) || isCustomType(machineType)) return undefined;
  const row = sizesOf(machineType);
  const those = row === undefined ? "" : `sizes of ${row.shape}: ${row.sizes}; `;
  return `${JSON.stringify(machineType)} is not a known machine type (as of ${asOf}); ${those}${adviceOnUnknown(machineType, known)}`;
}

/** Families with a feature, for a message. */
export const familiesWith = (has: (family: MachineFamily) => boolean): string =>
  Object.entries(knownFamilies())
    .filter(([, family]) => has(family))
    .map(([name]) => name)
    .join(", ");

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

/**
 * Whether machines move to another host during its maintenance. The others stop and start again: their templates have to state it.
 *
 * @see https://cloud.google.com/compute/docs/instances/live-migration-process#limitations
 */
export function isMigrated(machineType: string): boolean {
  const family = machineFamily(machineType);
  // GPUs can be attached to N1 machines, but templates of this project attach none.
  const hasAccelerators = family?.gpu === "brought" || family?.tpu !== undefined;
  return !hasAccelerators && !/^(h3|h4d)-|-metal$|-highlssd(-|$)/.test(machineType);
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
