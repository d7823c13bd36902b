import { fleetFeatures, fleetFeaturesOf } from "../gke/control-plane/fleet";
import { defineProblems, type Problem } from "../cluster/problem";
import type { PlatformClusterSpec } from "./types";

const report = defineProblems("environment", {
  /**
   * One cluster of a fleet creates each feature of the fleet, such as Config Sync.
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
    if (cluster?.platform !== "gke") return [];
    const { fleetProject = "", fleetFeature = "new" } = cluster.gke ?? {};
    if (fleetFeature === "existing") return [];
    return fleetFeaturesOf(cluster).flatMap((feature) => {
      const key = `${feature} ${fleetProject}`;
      const first = firstOf.get(key);
      if (first === undefined) {
        firstOf.set(key, cluster.name);
        return [];
      }
      const { title, field } = fleetFeatures[feature];
      return [
        report["shared-fleet-feature"](
          ["clusters", i, ...field],
          `the cluster ${first} creates the feature ${title} of the fleet of ${fleetProject} too, and a fleet has one; set gke.fleetFeature: ` +
            "existing in one of them",
        ),
      ];
    });
  });
}
