import type { ClusterSpec } from "../../cluster/vocabulary";
import type { ProgramName } from "../../workloads/chart";
import { installedBy, type Permission, type ProgramTable } from "../../workloads/programs";
import { programsOf } from "../programs";
import type { EksClusterProps } from "../spec";

/** A cluster with the field that asks for the second stack. */
export type ClusterWithWorkloads = EksClusterProps & Pick<ClusterSpec, "workloads">;

/** A program whose role a field creates. */
const permitted = (program: ProgramName, field: string): Permission<ClusterWithWorkloads> => ({
  field,
  isGiven: (cluster) => programsOf(cluster).some((one) => one.installedBy === program),
});

/** The programs of EKS: the whole catalogue. */
export const programs: ProgramTable<ClusterWithWorkloads> = {
  "cluster-autoscaler": permitted("cluster-autoscaler", "autoscaling: cluster-autoscaler"),
  karpenter: permitted("karpenter", "autoscaling: auto-provisioning"),
  "aws-load-balancer-controller": permitted("aws-load-balancer-controller", "loadBalancing.controller: true"),
  "aws-node-termination-handler": permitted(
    "aws-node-termination-handler",
    "eks.nodeTerminationHandler: true",
  ),
  "external-dns": permitted("external-dns", "dns.zones"),
  "metrics-server": "none needed",
  "cert-manager": "none needed",
  "external-secrets": "none needed",
};

/** The programs that the second stack installs, in the order of the catalogue. */
export const installedPrograms = (cluster: ClusterWithWorkloads): ProgramName[] =>
  installedBy(programs, cluster);
