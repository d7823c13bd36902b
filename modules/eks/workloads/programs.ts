import type { ClusterSpec } from "../../cluster/vocabulary";
import type { ProgramName } from "../../workloads/chart";
import { programNames } from "../../workloads/charts";
import { settingOf } from "../../workloads/release";
import { programsOf } from "../programs";
import type { EksClusterProps } from "../spec";

/** A cluster with the field that asks for the second stack. */
export type ClusterWithWorkloads = EksClusterProps & Pick<ClusterSpec, "workloads">;

/** The fields that give permissions to the programs that need some. */
export const permittedBy: Readonly<Partial<Record<ProgramName, string>>> = {
  "cluster-autoscaler": "autoscaling: cluster-autoscaler",
  karpenter: "autoscaling: auto-provisioning",
  "aws-load-balancer-controller": "loadBalancing.controller: true",
  "aws-node-termination-handler": "eks.nodeTerminationHandler: true",
  "external-dns": "dns.zones",
};

/** Whether the cluster gives a program what it needs in AWS. */
export function isPermitted(cluster: ClusterWithWorkloads, program: ProgramName): boolean {
  return (
    permittedBy[program] === undefined ||
    programsOf(cluster).some(({ installedBy }) => installedBy === program)
  );
}

/** The programs that the second stack installs, in the order of the catalogue. */
export function installedPrograms(cluster: ClusterWithWorkloads): ProgramName[] {
  if (cluster.workloads === undefined) return [];
  return programNames.filter((program) => {
    const setting = settingOf(cluster, program);
    if (setting !== undefined) return setting !== false;
    return permittedBy[program] !== undefined && isPermitted(cluster, program);
  });
}
