import type * as aks from "../aks/capacity/plan";
import type { ClusterPlan } from "../cluster/plan";
import type * as eks from "../eks/capacity/plan";
import type * as gke from "../gke/capacity/plan";
import type * as kubeadm from "../kubeadm/capacity/plan";
import type { PlatformName } from "./platforms";
import type { PlatformClusterSpec } from "./types";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load every platform's facts for each file */
const planners: {
  readonly [Name in PlatformName]: () => (
    cluster: Extract<PlatformClusterSpec, { readonly platform: Name }>,
  ) => ClusterPlan;
} = {
  eks: () => (require("../eks/capacity/plan") as typeof eks).planOf,
  aks: () => (require("../aks/capacity/plan") as typeof aks).planOf,
  gke: () => (require("../gke/capacity/plan") as typeof gke).planOf,
  kubeadm: () => (require("../kubeadm/capacity/plan") as typeof kubeadm).planOf,
};

/** The capacity plan of a cluster: peak usage and capacity. */
export function planOf(cluster: PlatformClusterSpec): ClusterPlan {
  const plan = planners[cluster.platform]() as (cluster: PlatformClusterSpec) => ClusterPlan;
  return plan(cluster);
}
