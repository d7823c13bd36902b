import type { GkeFileTier } from "../props";

/** What a tier of Filestore is. */
export interface FileTier {
  /** Its name in Google's API. */
  readonly name: string;

  /** Smallest size in GiB. */
  readonly minGiB: number;

  /** Lives in a region; else in a zone. */
  readonly isRegional: boolean;

  /** Takes a key of the customer, and NFS 4.1. */
  readonly isModern: boolean;
}

/** Source: https://cloud.google.com/filestore/docs/service-tiers */
export const fileTiers: Readonly<Record<GkeFileTier, FileTier>> = {
  "basic-hdd": { name: "BASIC_HDD", minGiB: 1024, isRegional: false, isModern: false },
  "basic-ssd": { name: "BASIC_SSD", minGiB: 2560, isRegional: false, isModern: false },
  zonal: { name: "ZONAL", minGiB: 1024, isRegional: false, isModern: true },
  regional: { name: "REGIONAL", minGiB: 1024, isRegional: true, isModern: true },
  enterprise: { name: "ENTERPRISE", minGiB: 1024, isRegional: true, isModern: true },
};
