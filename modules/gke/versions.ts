import { KubernetesVersions, type SupportStatus as Status } from "../cluster/kubernetes-version";

/** Kubernetes minor versions on GKE with their support. */

/** Support of one Kubernetes minor version on GKE. */
export interface KubernetesVersion {
  /** ISO date of the last day of standard support. */
  readonly standardSupportUntil: string;

  /** ISO date of the last day of (paid) extended support, on the channel `extended` only. */
  readonly extendedSupportUntil: string;
}

export type SupportStatus = Status<"extended">;

/**
 * Sources:
 * - standardSupportUntil: https://cloud.google.com/kubernetes-engine/docs/release-schedule, of which
 *   https://github.com/endoflife-date/endoflife.date/blob/master/products/google-kubernetes-engine.md keeps a copy (August
 *   2026)
 * - extendedSupportUntil: 24 months after the release in the Regular channel, an estimate that was correct for 1.29 and 1.30:
 *   https://cloud.google.com/kubernetes-engine/versioning#extended-support
 *
 * 1.37 has no row: it is in the Rapid channel since September 2026, and support starts with the Regular channel, for which no date was
 * found: https://docs.cloud.google.com/kubernetes-engine/docs/release-notes-rapid
 */
export const kubernetesVersions = {
  "1.36": { standardSupportUntil: "2027-08-09", extendedSupportUntil: "2028-06-09" },
  "1.35": { standardSupportUntil: "2027-04-11", extendedSupportUntil: "2028-02-11" },
  "1.34": { standardSupportUntil: "2026-10-01", extendedSupportUntil: "2027-09-30" },
  "1.33": { standardSupportUntil: "2026-08-03", extendedSupportUntil: "2027-06-03" },
  "1.32": { standardSupportUntil: "2026-04-11", extendedSupportUntil: "2027-02-11" },
  "1.31": { standardSupportUntil: "2026-01-16", extendedSupportUntil: "2026-10-25" },
} as const satisfies Readonly<Record<string, KubernetesVersion>>;

/** A minor version of the table, such as "1.35". */
export type KnownKubernetesMinor = keyof typeof kubernetesVersions;

/** Whether a text is a complete version of GKE, such as `1.35.2-gke.1001000`, as GKE returns it. */
export const isCompleteVersion = (text: string): boolean => /^\d+\.\d+\.\d+-gke\.\d+$/.test(text);

const versions = new KubernetesVersions<KubernetesVersion, KnownKubernetesMinor, "extended">(
  kubernetesVersions,
  { status: "extended", until: (row) => row.extendedSupportUntil },
  {
    platform: "gke",
    combine: (added, known) => ({
      standardSupportUntil: added.standardSupportUntil ?? known!.standardSupportUntil,
      extendedSupportUntil: added.extendedSupportUntil ?? known!.extendedSupportUntil,
    }),
  },
);

/** The row of a minor version such as "1.35"; undefined if the table has none. */
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
