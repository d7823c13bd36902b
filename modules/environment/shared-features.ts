import { defineProblems, type Problem } from "../cluster/problem";
import type { PlatformClusterSpec } from "./types";

const report = defineProblems("environment", {
  /**
   * One cluster of a fleet creates the feature of Config Sync.
   *
   * @see https://cloud.google.com/kubernetes-engine/fleet-management/docs/fleet-concepts/best-practices
   */
  "shared-fleet-feature": "error",
});

/**
 * Checks the features of fleets, of which clusters have one together. Each cluster has a separate state.
 *
 * @param clusters - by their positions in the file; undefined if a cluster has errors
 */
export function sharedFeatureProblems(clusters: readonly (PlatformClusterSpec | undefined)[]): Problem[] {
  const firstOf = new Map<string, string>();
  return clusters.flatMap((cluster, i) => {
    if (cluster?.platform !== "gke" || cluster.gitops !== "config-sync") return [];
    const { fleetProject = "", fleetFeature = "new" } = cluster.gke ?? {};
    if (fleetFeature === "existing") return [];
    const first = firstOf.get(fleetProject);
    if (first === undefined) {
      firstOf.set(fleetProject, cluster.name);
      return [];
    }
    return [
      report["shared-fleet-feature"](
        ["clusters", i, "gitops"],
        `the cluster ${first} creates the feature of the fleet of ${fleetProject} too, and a fleet has one; set gke.fleetFeature: existing ` +
          "in one of them",
      ),
    ];
  });
}
