import { isKnown } from "../../cluster/rules/rule";
import { fullName } from "../../cluster/workload-names";
import type { ProgramName } from "../../workloads/chart";
import { installedBy, type ProgramTable } from "../../workloads/programs";
import { accountOf } from "../../workloads/release";
import type { ClusterWithWorkloads } from "../spec";

/** Whether the application routing add-on writes the records of the zones. */
export const hasRouting = ({ loadBalancing }: ClusterWithWorkloads): boolean =>
  loadBalancing?.controller === true;

/** The programs that AKS does not run itself. */
export const programs: ProgramTable<ClusterWithWorkloads> = {
  "external-dns": {
    field: "dns.zones",
    isGiven: ({ dns }) => dns !== undefined && (!isKnown(dns.zones) || dns.zones.length > 0),
    isDefault: (cluster) => !hasRouting(cluster),
  },
  "cert-manager": "none needed",
  "external-secrets": "none needed",
};

/** The programs that the second stack installs, in the order of the catalogue. */
export const installedPrograms = (cluster: ClusterWithWorkloads): ProgramName[] =>
  installedBy(programs, cluster);

/** Whether the first stack creates an identity for the service account of a program. */
export function hasIdentity(cluster: ClusterWithWorkloads, program: ProgramName): boolean {
  if (program === "external-dns") return true;
  const account = fullName(accountOf(program));
  return (cluster.workloadIdentities ?? []).some((workload) => fullName(workload) === account);
}
