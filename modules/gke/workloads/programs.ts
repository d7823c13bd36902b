import { isKnown } from "../../cluster/rules/rule";
import type { ProgramName } from "../../workloads/chart";
import { installedBy, type ProgramTable } from "../../workloads/programs";
import type { ClusterWithWorkloads } from "../spec";

/** The programs that GKE does not run itself. */
export const programs: ProgramTable<ClusterWithWorkloads> = {
  "external-dns": {
    field: "dns.zones",
    isGiven: ({ dns }) => dns !== undefined && (!isKnown(dns.zones) || dns.zones.length > 0),
  },
  "cert-manager": "none needed",
  "external-secrets": "none needed",
};

/** The programs that the second stack installs, in the order of the catalogue. */
export const installedPrograms = (cluster: ClusterWithWorkloads): ProgramName[] =>
  installedBy(programs, cluster);
