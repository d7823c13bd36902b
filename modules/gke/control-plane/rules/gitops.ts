import { gitopsProblems } from "../../../cluster/gitops";
import { error } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps } from "../../spec";

export const rules = defineRules<AnyGkeClusterProps>("gke/control-plane", {
  /**
   * GKE has a fleet feature for the tool of `gitops`.
   *
   * @see https://cloud.google.com/kubernetes-engine/config-sync/docs/overview
   */
  "gitops-supported"({ gitops }) {
    return gitopsProblems("gke", gitops);
  },

  /**
   * Config Sync is a feature of fleets: the cluster is a member of one.
   *
   * @see https://cloud.google.com/kubernetes-engine/config-sync/docs/how-to/installing-config-sync
   */
  "config-sync-fleet"({ gitops, gke }) {
    if (gitops !== "config-sync" || gke?.fleetProject !== undefined) return [];
    return [
      error(["gitops"], '"config-sync" needs gke.fleetProject, the project whose fleet the cluster joins'),
    ];
  },

  /**
   * `gke.fleetFeature` is the feature of Config Sync.
   *
   * @remarks Decision of this project: no field is accepted without effect.
   */
  "fleet-feature-used"({ gitops, gke }) {
    if (gke?.fleetFeature === undefined || gitops === "config-sync") return [];
    return [
      error(["gke", "fleetFeature"], "is the feature of Config Sync; set gitops: config-sync, or omit it"),
    ];
  },
});
