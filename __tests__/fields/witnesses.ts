import type { PlatformClusterSpec } from "../../modules/environment/types";

/** Clusters for fields whose effect the generated ones do not show. */
export const witnesses: Readonly<Record<PlatformClusterSpec["platform"], readonly PlatformClusterSpec[]>> = {
  eks: [],
  aks: [],
  gke: [],
};
