import type { Fact } from "../cluster/facts";
import { KubernetesVersions, type SupportStatus as Status } from "../cluster/kubernetes-version";

/** Age and source of the provider's versions. */
export const providerFact: Fact = {
  asOf: "2026-11-28",
  source: "https://github.com/hashicorp/terraform-provider-azurerm/blob/main/CHANGELOG.md",
};

/** The provider and its supported versions. Without a setting, a configuration is written for the major of the minimum. */
export const azurermProvider = { source: "hashicorp/azurerm", minimum: "4.55.0", below: "6.0.0" } as const;

/**
 * Features that need a later provider than the bindings, with its first version.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/main/CHANGELOG.md
 */
export const providerFeatures = {
  nodeAutoProvisioning: { minimum: "4.57.0", is: "autoscaling: auto-provisioning" },
  zonalNatGateway: { minimum: "4.67.0", is: "nat: regional" },
} as const;

export type ProviderFeature = keyof typeof providerFeatures;

/**
 * Versions of the provider from a minimum on, below the next major. Majors 4 and 5 have different arguments, so no configuration is
 * valid for both.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/5.0-upgrade-guide
 */
export function providerRange(minimum: string = azurermProvider.minimum) {
  return { source: azurermProvider.source, minimum, below: `${Number(minimum.split(".")[0]) + 1}.0.0` };
}

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
