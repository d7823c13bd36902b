import type { Fact } from "./facts";

/** Support dates of a Kubernetes minor, with the versions of EKS that belong to it. A known minor may have only some of them. */
export interface AddedKubernetesVersion {
  readonly standardSupportUntil?: string;

  /** EKS and GKE. */
  readonly extendedSupportUntil?: string;

  /** AKS. */
  readonly longTermSupportUntil?: string;

  /** EKS: default versions of add-ons, by name. */
  readonly addOns?: Readonly<Record<string, string>>;

  /** EKS: default releases of images, by family. */
  readonly images?: Readonly<Record<string, string>>;
}

/** A region. */
export interface AddedRegion {
  /** EKS and GKE: letters of the zones that a number of zones selects, in this order. */
  readonly zones?: readonly string[];

  /** AKS: the region has three zones. */
  readonly hasZones?: boolean;

  /** AKS. */
  readonly cloud?: "public" | "usgovernment" | "china";
}

/** A machine type of AWS or Azure. */
export interface AddedMachineType {
  readonly architecture: "x86_64" | "arm64";
  readonly vcpus: number;

  /** AWS. */
  readonly interfaces?: number;

  /** AWS: IPv4 addresses of an interface. */
  readonly addressesPerInterface?: number;

  /** AWS. */
  readonly accelerator?: "nvidia" | "neuron";

  /** AWS: its machines have local disks. */
  readonly localDisks?: boolean;

  readonly memoryGiB?: number;

  /** Azure: the name of the family in quotas. */
  readonly family?: string;
}

/** A machine family of Google Cloud. */
export interface AddedMachineFamily {
  readonly architecture: "x86_64" | "arm64";

  /** The first one is the default. */
  readonly bootDisks: readonly string[];
  readonly localSsd: "chosen" | "brought" | "none";
}

/** The rows of each table. */
interface RowTypes {
  readonly kubernetesVersions: AddedKubernetesVersion;
  readonly regions: AddedRegion;
  readonly machineTypes: AddedMachineType;
  readonly machineFamilies: AddedMachineFamily;
}

/** The rows of a platform, by name. */
export type AddedTables = {
  readonly [Table in keyof RowTypes]?: Readonly<Record<string, RowTypes[Table]>>;
};

/** Platforms whose tables a user can extend. Kubeadm clusters on AWS use the regions and machine types of EKS. */
export const extendedPlatforms = ["eks", "aks", "gke"] as const;

export type ExtendedPlatform = (typeof extendedPlatforms)[number];

/** Facts that a user adds to the tables of this version of the library, in `facts.yaml` next to the environment files. */
export interface AddedFacts extends Fact, Readonly<Partial<Record<ExtendedPlatform, AddedTables>>> {
  /** The file that has them. */
  readonly file: string;
}

/** The files of the last load. One process synthesizes the environments of one project, and constructs have no other way to the file. */
let files: readonly AddedFacts[] = [];

/** Replaces the added facts. */
export function setAddedFacts(added: readonly AddedFacts[]): void {
  files = added;
}

/** The added facts, by file. */
export const addedFacts = (): readonly AddedFacts[] => files;

/** The added rows of a table. A row of a later file replaces that of an earlier one. */
export function addedRows<Table extends keyof RowTypes>(
  platform: ExtendedPlatform,
  table: Table,
): Readonly<Record<string, RowTypes[Table]>> {
  if (files.length === 0) return {};
  return Object.assign({}, ...files.map((added) => added[platform]?.[table] ?? {})) as Record<
    string,
    RowTypes[Table]
  >;
}

/** The added row of a table; undefined if no file has it. */
export function addedRow<Table extends keyof RowTypes>(
  platform: ExtendedPlatform,
  table: Table,
  name: string,
): RowTypes[Table] | undefined {
  if (files.length === 0) return undefined;
  const rows = addedRows(platform, table);
  return Object.hasOwn(rows, name) ? rows[name] : undefined;
}
