import { machineFamiliesFact } from "../google/machine-types";
import { providerFact } from "../google/provider";
import type { Fact } from "../cluster/facts";

/** The dates of the tables whose facts change. */
export const facts = {
  /** `kubernetesVersions`. */
  kubernetesVersions: {
    asOf: "2026-08-31",
    source: "https://cloud.google.com/kubernetes-engine/docs/release-schedule",
  },
  /** `googleProvider`. */
  provider: providerFact,
  /** Numbers of local SSDs that machine types include. */
  localSsds: {
    asOf: "2026-11-28",
    source: "https://cloud.google.com/compute/docs/disks/local-ssd#lssd_machine_types",
  },
  /** `machineFamilies`. */
  machineFamilies: machineFamiliesFact,
} as const satisfies Readonly<Record<string, Fact>>;
