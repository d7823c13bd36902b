import type { PlatformClusterSpec } from "../../../modules/environment/types";
import { aksWitnesses } from "./aks";
import { aksWorkloads } from "./aks-workloads";
import { eksWitnesses } from "./eks";
import { eksWorkloads } from "./eks-workloads";
import { gkeWitnesses } from "./gke";
import { gkeWorkloads } from "./gke-workloads";
import { kubeadmWitnesses } from "./kubeadm";
import { kubeadmWorkloads } from "./kubeadm-workloads";
import type { Witness } from "./witness";

export type { Witness } from "./witness";

type Platform = PlatformClusterSpec["platform"];

const onPlatform = (
  platform: Platform,
  witnesses: readonly Witness<object>[],
): readonly Witness<PlatformClusterSpec>[] => {
  const as = (cluster: object) => ({ platform, ...cluster }) as PlatformClusterSpec;
  return witnesses.map((witness) => ({
    ...witness,
    before: as(witness.before),
    after: as(witness.after),
  }));
};

/** Clusters for fields and values whose effect generated clusters do not show in a few attempts. */
export const witnesses: Readonly<Record<Platform, readonly Witness<PlatformClusterSpec>[]>> = {
  eks: onPlatform("eks", [...eksWitnesses, ...eksWorkloads]),
  aks: onPlatform("aks", [...aksWitnesses, ...aksWorkloads]),
  gke: onPlatform("gke", [...gkeWitnesses, ...gkeWorkloads]),
  kubeadm: onPlatform("kubeadm", [...kubeadmWitnesses, ...kubeadmWorkloads]),
};
