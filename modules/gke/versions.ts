import { isAtLeast } from "../cluster/releases";
import { KubernetesVersions, type SupportStatus as Status } from "../cluster/kubernetes-version";
import { defaults } from "./fields.generated";

/**
 * Kubernetes minor versions on GKE with their support, and the provider versions that fields need. The bindings have one provider
 * version, and a cluster can use newer ones.
 */

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

/**
 * The supported provider versions. The same configuration is valid for 6.50 (the version of the bindings and the last of 6.x), 7.x and
 * 8.x: their upgrade guides remove none of the arguments that are written here. `gke.providerMinimum` allows fields of newer versions.
 * 8.9.0 was the newest version on 2026-11-28.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_7_upgrade
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_8_upgrade
 */
export const googleProvider = { source: "hashicorp/google", minimum: "6.50.0", below: "9.0.0" } as const;

/**
 * Features that the bindings do not support, with the provider version that added them. Source: the changelogs of the provider, 7.0
 * to 7.45.
 */
export const featureFloors = {
  "default compute class": "7.0.0",
  "rotation by the Secret Manager add-on": "7.2.0",
  "memory and topology manager": "7.2.0",
  "automatic address management": "7.4.0",
  "tokens and certificates through the DNS endpoint": "7.9.0",
  "mirrors of registries": "7.16.0",
  "node drain": "7.17.0",
  "managed OpenTelemetry": "7.17.0",
  "GKE Sandbox (gVisor)": "7.22.0",
  "disruption budget of upgrades": "7.24.0",
  "subnet of a node pool": "7.24.0",
  swap: "7.30.0",
  "synchronised secrets": "7.33.0",
  "pod snapshots": "7.33.0",
  "maintenance policy of a node pool": "7.40.0",
  "deletion policy of resources": "7.33.0",
} as const satisfies Readonly<Record<string, string>>;

/** A row of {@link featureFloors}. */
export type NewerFeature = keyof typeof featureFloors;

/** Whether a text is a complete version of GKE, such as `1.35.2-gke.1001000`, as GKE returns it. */
export const isCompleteVersion = (text: string): boolean => /^\d+\.\d+\.\d+-gke\.\d+$/.test(text);

/** Whether each provider version that a cluster allows has a feature. */
export function providerHas(
  feature: NewerFeature,
  minimum: string = defaults["gke.providerMinimum"],
): boolean {
  return isAtLeast(minimum, featureFloors[feature]);
}

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
