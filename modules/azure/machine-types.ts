import { addedRow, addedRows } from "../cluster/added-facts";
import type { Fact } from "../cluster/facts";
import { adviceOnUnknown } from "../cluster/nearest";
import table from "./machine-type-table.json";

/**
 * VM sizes: their architecture, CPUs, memory and the quota that they count against.
 *
 * `machine-type-table.json` is the list of Azure's resource SKUs of the Kubernetes Cluster Autoscaler, of August 2026;
 * `scripts/vm-sizes.mjs` and `npm run refresh -- aks` write it. A size that is missing may be newer.
 */

/** Age and source of the table of VM sizes. */
export const machineTypesFact: Fact = {
  asOf: "2026-08-31",
  source: "https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler/cloudprovider/azure",
};

/** CPU architecture of a machine. */
export type Architecture = "x86_64" | "arm64";

/** A VM size. */
export interface VmSize {
  /** Such as `Standard_D4ds_v5`. */
  readonly name: string;

  /** The name of its family in Azure's quotas of vCPUs, such as `standardDDSv5Family`. */
  readonly family: string;
  readonly architecture: Architecture;
  readonly vcpus: number;
  readonly memoryGiB: number;
}

interface Family {
  readonly architecture: Architecture;

  /** Size without `Standard_` -> vCPUs, GiB of memory, GPUs if any. */
  readonly sizes: Readonly<Record<string, readonly number[]>>;
}

const families = table as Readonly<Record<string, Family>>;

const familyBySize: ReadonlyMap<string, string> = new Map(
  Object.entries(families).flatMap(([family, { sizes }]) =>
    Object.keys(sizes).map((size) => [`Standard_${size}`, family] as const),
  ),
);

/** Names of all sizes of the table. */
export const vmSizeNames = (): string[] => [
  ...new Set([...familyBySize.keys(), ...Object.keys(addedRows("aks", "machineTypes"))]),
];

/** What is wrong with a size that the table does not have; undefined if it has it. */
export const unknownSize = (size: string): string | undefined =>
  vmSize(size)
    ? undefined
    : `${JSON.stringify(size)} is not a known VM size (as of ${machineTypesFact.asOf}); ${adviceOnUnknown(size, vmSizeNames())}`;

/** The table's row of a size; undefined if the table has none. */
export function vmSize(name: string): VmSize | undefined {
  const added = addedRow("aks", "machineTypes", name);
  if (added !== undefined) {
    const { architecture, vcpus, memoryGiB = 0, family = name } = added;
    return { name, family, architecture, vcpus, memoryGiB };
  }
  const family = familyBySize.get(name);
  if (family === undefined) return undefined;
  const { architecture, sizes } = families[family];
  const [vcpus, memoryGiB] = sizes[name.slice("Standard_".length)];
  return { name, family, architecture, vcpus, memoryGiB };
}

/**
 * The parts of a size's name: `Standard_E4-2ads_v5` is of family `E`, has the disks and memory of 4 vCPUs, features `ads`, and is of
 * version 5. https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions
 */
interface SizeName {
  readonly family: string;
  readonly number: number;
  readonly features: string;

  /** Accelerator or chip, such as `A100`. */
  readonly extra?: string;
  readonly version: number;
}

function parseName(name: string): SizeName | undefined {
  const match = /^Standard_([A-Z]+)(\d+)(?:-\d+)?([a-z]*)(?:_([A-Z][A-Za-z0-9]*))?(?:_v(\d+))?$/.exec(name);
  if (!match) return undefined;
  const [, family, number, features, extra, version = "1"] = match;
  return { family, number: Number(number), features, extra, version: Number(version) };
}

/** Architecture of a size, for an unknown size by its name: feature `p` is an Arm processor. */
export function architectureOf(name: string): Architecture | undefined {
  return vmSize(name)?.architecture ?? architectureByName(name);
}

/** The architecture that the name of a size states; undefined if the name is not valid. */
export function architectureByName(name: string): Architecture | undefined {
  const parsed = parseName(name);
  return parsed && (parsed.features.startsWith("p") ? "arm64" : "x86_64");
}

/** The number of vCPUs that the name of a size states; undefined before version 3, and for sizes with fewer vCPUs than their machine. */
export function vcpusByName(name: string): number | undefined {
  const parsed = /\d-\d/.test(name) ? undefined : parseName(name);
  return parsed && parsed.version >= 3 ? parsed.number : undefined;
}

/** The same as regular expressions, which Terraform reads too: names of sizes, and those with a processor of ARM. */
export const sizePatterns = {
  any: "^Standard_[A-Z][A-Za-z0-9]*(-[0-9]+[a-z]*)?(_[A-Za-z0-9]+)*$",
  arm64: "^Standard_[A-Z]+[0-9]+(-[0-9]+)?p",
  gpu: "^Standard_N[CDGV]",
} as const;

/** GPUs of AMD, for which AKS has no driver. https://learn.microsoft.com/azure/aks/use-amd-gpus */
export const hasAmdGpus = (name: string): boolean =>
  /_(MI\d+X|V620|V710)(_|$)/.test(name) || /^Standard_NV\d+as_v4$/.test(name);

/** Machines with GPUs: families NC, ND, NG and NV. NP has field-programmable gate arrays. */
export const hasGpus = (name: string): boolean => new RegExp(sizePatterns.gpu).test(name);

/** GPUs that can be cut into instances: NVIDIA's since A100, for learning. https://learn.microsoft.com/azure/aks/gpu-multi-instance */
export const isPartitionable = (name: string): boolean =>
  /_(A100|H100|H200|GB200|GB300)_/.test(name) || name === "Standard_ND96asr_v4";

/** Local storage for an ephemeral system disk, by series. */
interface LocalStorage {
  readonly families: readonly string[];
  readonly versions: readonly number[];

  /** Whether the features fit the row. */
  readonly fits: (features: string) => boolean;
  readonly gibPerVcpu: number;

  /** GiB of one local disk: the system disk uses only one. */
  readonly most?: number;
}

const withDisk = (features: string): boolean => features.includes("d");
const withoutDisk = (features: string): boolean => !features.includes("d");

/**
 * Temporary disk or cache, whichever is larger. Series that are missing are not checked.
 * Source: https://learn.microsoft.com/azure/virtual-machines/sizes/overview, the pages of each series.
 */
const localStorage: readonly LocalStorage[] = [
  { families: ["D", "E"], versions: [4, 5], fits: withDisk, gibPerVcpu: 37.5 },
  { families: ["D", "E"], versions: [6], fits: withDisk, gibPerVcpu: 55, most: 440 },
  // Machines with AMD processors of version 4 have temporary disks without a "d" in their name.
  {
    families: ["D", "E"],
    versions: [4],
    fits: (features) => withoutDisk(features) && !features.includes("a"),
    gibPerVcpu: 0,
  },
  { families: ["D", "E", "DC", "EC"], versions: [5, 6, 7], fits: withoutDisk, gibPerVcpu: 0 },
  { families: ["B"], versions: [2], fits: withoutDisk, gibPerVcpu: 0 },
  { families: ["F"], versions: [6, 7], fits: withoutDisk, gibPerVcpu: 0 },
  { families: ["D", "E"], versions: [3], fits: (features) => features === "s", gibPerVcpu: 25 },
  { families: ["F"], versions: [2], fits: (features) => features === "s", gibPerVcpu: 16 },
];

/** GiB that an ephemeral system disk can have on a machine; 0 if it has no local storage, undefined if it is unknown. */
export function ephemeralStorageGiB(name: string): number | undefined {
  const size = parseName(name);
  const row =
    size &&
    localStorage.find(
      ({ families: those, versions, fits }) =>
        those.includes(size.family) && versions.includes(size.version) && fits(size.features),
    );
  return row && Math.min(row.most ?? Infinity, Math.floor(row.gibPerVcpu * size.number));
}

/** Whether a machine attaches premium disks: feature `s`, or an old family such as DS. Unknown names are assumed to. */
export function hasPremiumDisks(name: string): boolean {
  const size = parseName(name);
  return size === undefined || size.features.includes("s") || /[A-Z]S$/.test(size.family);
}
