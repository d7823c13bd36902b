import type { Fact } from "../cluster/facts";
import { KubernetesVersions, type SupportStatus as Status } from "../cluster/kubernetes-version";

/** Support of one Kubernetes minor on AKS. */
export interface KubernetesVersion {
  /** ISO date of the last day of standard support. */
  readonly standardSupportUntil: string;

  /** ISO date of the last day of long-term support, which the premium tier has. */
  readonly longTermSupportUntil: string;
}

export type SupportStatus = Status<"long-term">;

/** Age and source of the table of versions. */
export const versionsFact: Fact = {
  asOf: "2026-11-28",
  source: "https://learn.microsoft.com/azure/aks/supported-kubernetes-versions",
};

/**
 * Minors of AKS with the last days of their support. Azure's calendar gives months, and support ends on their last day. The months of
 * 1.37 are planned ones, from the calendar of 2026-08-21: 1.37 became generally available later, with the release of 2026-10-25
 * (https://github.com/Azure/AKS/releases).
 *
 * @see https://github.com/MicrosoftDocs/azure-aks-docs/blob/fb060abe6/articles/aks/supported-kubernetes-versions.md
 */
export const kubernetesVersions = {
  "1.37": { standardSupportUntil: "2027-10-31", longTermSupportUntil: "2028-10-31" },
  "1.36": { standardSupportUntil: "2027-06-30", longTermSupportUntil: "2028-06-30" },
  "1.35": { standardSupportUntil: "2027-03-31", longTermSupportUntil: "2028-03-31" },
  "1.34": { standardSupportUntil: "2026-11-30", longTermSupportUntil: "2027-11-30" },
  "1.33": { standardSupportUntil: "2026-07-31", longTermSupportUntil: "2027-07-31" },
  "1.32": { standardSupportUntil: "2026-03-31", longTermSupportUntil: "2027-03-31" },
  "1.31": { standardSupportUntil: "2025-11-01", longTermSupportUntil: "2026-11-30" },
  "1.30": { standardSupportUntil: "2025-08-22", longTermSupportUntil: "2026-07-31" },
} as const satisfies Readonly<Record<string, KubernetesVersion>>;

/** A minor in the table, such as "1.35". */
export type KnownKubernetesMinor = keyof typeof kubernetesVersions;

const versions = new KubernetesVersions<KubernetesVersion, KnownKubernetesMinor, "long-term">(
  kubernetesVersions,
  { status: "long-term", until: (row) => row.longTermSupportUntil },
  {
    platform: "aks",
    combine: (added, known) => ({
      standardSupportUntil: added.standardSupportUntil ?? known!.standardSupportUntil,
      longTermSupportUntil: added.longTermSupportUntil ?? known!.longTermSupportUntil,
    }),
  },
);

/** The table's row of a minor such as "1.35"; undefined if the table has none. */
export const kubernetesVersion = (minor: string): KubernetesVersion | undefined => versions.row(minor);

/** The minors of the table, oldest first. */
export const knownMinors = (): KnownKubernetesMinor[] => versions.minors();

/** Support of a minor on a day (UTC); the last days in the table are included. */
export const supportStatus = (minor: string, today: Date): SupportStatus =>
  versions.supportStatus(minor, today);

/** A notice if standard support of a minor ends soon; undefined otherwise. */
export const endNotice = (minor: string, today: Date): string | undefined => versions.endNotice(minor, today);

/** The minors in standard support on a day, for a message. */
export const inStandardSupport = (today: Date): string => versions.inStandardSupport(today);
