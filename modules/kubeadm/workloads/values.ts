import { isKnown } from "../../cluster/rules/rule";
import { sizeOf } from "../../cluster/scaling";
import type { ProgramName } from "../../workloads/chart";
import { autoscalerImages } from "../../workloads/charts";
import type { Objects } from "../../workloads/objects-chart";
import {
  accountValues,
  copiesOn,
  merged,
  type Release,
  releaseOf,
  type Values,
} from "../../workloads/release";
import { commonValues } from "../../workloads/values";
import { cloudOf } from "../clouds";
import type { ClusterWithWorkloads, KubeadmNodeGroupSpec } from "../spec";
import { blockStorageOf } from "../storage/block";
import { zoneNames } from "../zones";
import { installedPrograms } from "./programs";

/** What the second stack reads of the first, as tokens. */
export interface ClusterOutputs {
  /** A part of the id of the network; the first one is 0. */
  readonly networkPart: (index: number) => string;
}

/** The releases of a cluster, with all their values. */
export function releasesOf(cluster: ClusterWithWorkloads, outputs: ClusterOutputs): Release[] {
  const copies = copiesOn(cluster.nodeGroups.filter(takesPodsAtStart));
  return installedPrograms(cluster).map((program) => {
    const place = runsOnControlPlane(program) ? controlPlane : {};
    return releaseOf(
      program,
      valuesOf(program, cluster, outputs, copies),
      merged(accountValues(program), place),
    );
  });
}

function valuesOf(
  program: ProgramName,
  cluster: ClusterWithWorkloads,
  outputs: ClusterOutputs,
  copies: number,
): Values {
  switch (program) {
    case "cluster-autoscaler":
      return autoscaler(cluster, outputs);
    case "metrics-server":
    case "snapshot-controller":
    case "cert-manager":
    case "external-secrets":
      return commonValues[program](copies);
    default:
      throw new Error(`kubeadm clusters do not install ${program}`);
  }
}

/** The machines of the control plane have the permissions of the Cluster Autoscaler. */
export const runsOnControlPlane = (program: ProgramName): boolean => program === "cluster-autoscaler";

/**
 * Pods in the network of the host: the metadata service of other pods is closed.
 *
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/#node-role-kubernetes-io-control-plane-taint
 */
const controlPlane: Values = {
  hostNetwork: true,
  nodeSelector: { "kubernetes.io/os": "linux", "node-role.kubernetes.io/control-plane": "" },
  tolerations: [{ key: "node-role.kubernetes.io/control-plane", operator: "Exists" }],
};

function autoscaler(cluster: ClusterWithWorkloads, { networkPart }: ClusterOutputs): Values {
  const { kubernetesVersion } = cluster;
  const minor = kubernetesVersion.split(".").slice(0, 2).join(".");
  return {
    // The schema requires the cloud, and names of zones that Terraform knows.
    ...cloudOf(cluster)!.autoscalerValues(cluster, zoneNames(cluster) ?? [], networkPart),
    image: { tag: autoscalerImages[minor] },
    // Groups of one zone each grow together, and nodes with add-ons are removed, too.
    extraArgs: { "balance-similar-node-groups": true, "skip-nodes-with-system-pods": false },
  };
}

/** Whether pods that tolerate only `CriticalAddonsOnly` can run on the group from the start. */
export function takesPodsAtStart({ taints, size }: KubeadmNodeGroupSpec): boolean {
  const repels =
    isKnown(taints) &&
    taints.some(({ key, effect }) => effect !== "PreferNoSchedule" && key !== "CriticalAddonsOnly");
  return !repels && (!isKnown(size) || sizeOf(size).min > 0);
}

/** The storage class of a cluster, and the class of snapshots, whose type the snapshot controller defines. */
export function objectsOf(cluster: ClusterWithWorkloads, storageObjects: unknown): Objects[] {
  if (!blockStorageOf(cluster)) return [];
  const after = installedPrograms(cluster).find((program) => program === "snapshot-controller");
  return [{ name: "storage", objects: storageObjects, after }];
}
