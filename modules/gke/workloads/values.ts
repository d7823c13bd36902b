import { fullName } from "../../cluster/workload-names";
import type { ProgramName } from "../../workloads/chart";
import { charts } from "../../workloads/charts";
import type { Objects } from "../../workloads/objects-chart";
import {
  accountOf,
  accountValues,
  copiesOn,
  merged,
  type Release,
  releaseOf,
  type Values,
} from "../../workloads/release";
import { commonValues, externalDnsValues } from "../../workloads/values";
import { defaults } from "../fields.generated";
import { takesPodsAtStart } from "../node-groups/placement";
import type { ClusterWithWorkloads } from "../spec";
import { installedPrograms } from "./programs";

/** What the second stack reads of the first, as tokens. */
export interface ClusterOutputs {
  readonly projectId: string;

  /** @param account - `namespace/name` of a service account that impersonates one of IAM */
  readonly emailOf: (account: string) => string;

  /** The objects in the output `storage_manifests`. */
  readonly storageObjects: unknown;
}

/** The releases of a cluster, with all their values. */
export function releasesOf(cluster: ClusterWithWorkloads, outputs: ClusterOutputs): Release[] {
  return installedPrograms(cluster).map((program) =>
    releaseOf(program, valuesOf(program, cluster, outputs), account(program, cluster, outputs)),
  );
}

function valuesOf(
  program: ProgramName,
  cluster: ClusterWithWorkloads,
  { projectId }: ClusterOutputs,
): Values {
  const copies = copiesOf(cluster);
  switch (program) {
    case "external-dns":
      return merged(externalDnsValues(cluster.name, "google", cluster.dns!.zones), {
        extraArgs: { "google-project": projectId },
      });
    case "cert-manager":
      return merged(commonValues[program](copies), isAutopilot(cluster) ? leaseOutsideSystem(program) : {});
    case "external-secrets":
      return commonValues[program](copies);
    default:
      throw new Error(`GKE does not install ${program}`);
  }
}

export const isAutopilot = ({ gke }: ClusterWithWorkloads): boolean => gke?.mode === "autopilot";

/**
 * Autopilot does not allow changes in kube-system, where the lease of the leader is by default.
 *
 * @see https://cert-manager.io/docs/installation/compatibility/#gke-autopilot
 */
const leaseOutsideSystem = (program: ProgramName): Values => ({
  global: { leaderElection: { namespace: charts[program].namespace } },
});

/** Autopilot has nodes for all pods. */
const copiesOf = (cluster: ClusterWithWorkloads): number =>
  isAutopilot(cluster) ? 2 : copiesOn(cluster.nodeGroups.filter(takesPodsAtStart));

/** Pods are principals of IAM, unless the file lets them impersonate a service account. */
function account(
  program: ProgramName,
  { workloadIdentities = [] }: ClusterWithWorkloads,
  { emailOf }: ClusterOutputs,
): Values {
  const name = fullName(accountOf(program));
  const workload = workloadIdentities.find((one) => fullName(one) === name);
  const via = workload?.via ?? defaults["workloadIdentities[].via"];
  return accountValues(
    program,
    workload && via === "service-account" ? { "iam.gke.io/gcp-service-account": emailOf(name) } : undefined,
  );
}

/** The storage classes and volumes that follow from a cluster. */
export function objectsOf(
  { storage = {} }: ClusterWithWorkloads,
  { storageObjects }: ClusterOutputs,
): Objects[] {
  const { block = defaults["storage.block"], file, snapshots = defaults["storage.snapshots"] } = storage;
  return block || file || snapshots ? [{ name: "storage", objects: storageObjects }] : [];
}
