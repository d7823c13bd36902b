import type { ClusterPlan } from "../cluster/plan";
import type * as eks from "../eks/capacity";
import type { PlatformName } from "./platforms";
import type { PlatformClusterSpec } from "./types";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load every platform's facts for each file */
const planners: Readonly<Record<PlatformName, () => (cluster: PlatformClusterSpec) => ClusterPlan>> = {
  eks: () => (require("../eks/capacity") as typeof eks).planOf,
};

/** What a cluster may come to need, held against what there is. */
export function planOf(cluster: PlatformClusterSpec): ClusterPlan {
  return planners[cluster.platform]()(cluster);
}
