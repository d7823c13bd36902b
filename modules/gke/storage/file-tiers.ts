import type { GkeFileTier } from "../spec";

/** Name of the one share of an instance. */
export const shareName = "share";

/** A tier of Filestore. */
export interface FileTier {
  /** Its name in the API. */
  readonly name: string;

  /** Sizes in GiB: bands with minimum, maximum and step. */
  readonly bands: readonly (readonly [least: number, most: number, step: number])[];

  /** Whether instances are regional. Otherwise they are zonal. */
  readonly isRegional: boolean;

  /** Whether it supports customer-managed keys and NFS 4.1. */
  readonly isModern: boolean;
}

/** Bands of the newer tiers. */
const zonalBands = [
  [1024, 9984, 256],
  [10240, 102400, 2560],
] as const;

/** Source: https://cloud.google.com/filestore/docs/service-tiers */
export const fileTiers: Readonly<Record<GkeFileTier, FileTier>> = {
  "basic-hdd": { name: "BASIC_HDD", bands: [[1024, 65433, 1]], isRegional: false, isModern: false },
  "basic-ssd": { name: "BASIC_SSD", bands: [[2560, 65433, 1]], isRegional: false, isModern: false },
  zonal: { name: "ZONAL", bands: zonalBands, isRegional: false, isModern: true },
  regional: { name: "REGIONAL", bands: zonalBands, isRegional: true, isModern: true },
  enterprise: { name: "ENTERPRISE", bands: [[1024, 10240, 256]], isRegional: true, isModern: true },
};

/** Smallest size of a tier in GiB. */
export const smallestGiB = (tier: GkeFileTier): number => fileTiers[tier].bands[0][0];
