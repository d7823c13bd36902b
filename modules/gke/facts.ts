import type { Fact } from "../cluster/facts";

/** The dates of the tables whose facts change. */
export const facts = {
  /** `kubernetesVersions`. */
  kubernetesVersions: {
    asOf: "2026-08-31",
    source: "https://cloud.google.com/kubernetes-engine/docs/release-schedule",
  },
  /** `newestProviderMajor` and `featureFloors`. */
  provider: {
    asOf: "2026-11-28",
    source: "https://github.com/hashicorp/terraform-provider-google/blob/main/CHANGELOG.md",
  },
  /** `googleArguments`. */
  arguments: {
    asOf: "2026-11-28",
    source: "https://github.com/hashicorp/terraform-provider-google/tree/v7.45.0/google/services/container",
  },
  /** `machineFamilies`, and the GPUs of machine types. */
  machineFamilies: { asOf: "2026-11-28", source: "https://cloud.google.com/compute/docs/machine-resource" },
  /** The numbers of local SSDs that machine types include. */
  localSsds: {
    asOf: "2026-11-28",
    source: "https://cloud.google.com/compute/docs/disks/local-ssd#lssd_machine_types",
  },
  /** Sizes of Filestore tiers. */
  fileTiers: { asOf: "2026-11-28", source: "https://cloud.google.com/filestore/docs/service-tiers" },
  /** `regions`, with the letters of their zones. */
  regions: { asOf: "2026-11-28", source: "https://cloud.google.com/compute/docs/regions-zones" },
} as const satisfies Readonly<Record<string, Fact>>;
