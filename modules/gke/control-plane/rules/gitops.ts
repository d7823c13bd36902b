import { gitopsProblems } from "../../../cluster/gitops";
import { error } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps } from "../../spec";
import { fleetFeatures, fleetFeaturesOf } from "../fleet";

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
   * Config Sync, Policy Controller and Cloud Service Mesh are features of fleets: the cluster is a member of one.
   *
   * @see https://cloud.google.com/kubernetes-engine/config-sync/docs/how-to/installing-config-sync
   * @see https://cloud.google.com/kubernetes-engine/policy-controller/docs/how-to/installing-policy-controller
   * @see https://cloud.google.com/service-mesh/docs/onboarding/provision-control-plane
   */
  "feature-needs-fleet"(props) {
    if (props.gke?.fleetProject !== undefined) return [];
    return fleetFeaturesOf(props).map((name) => {
      const { field, title } = fleetFeatures[name];
      return error(
        field,
        `needs gke.fleetProject, the project whose fleet the cluster joins: ${title} is a feature of fleets`,
      );
    });
  },

  /**
   * `gke.fleetFeature` belongs to features that the cluster uses.
   *
   * @remarks Decision of this project: no field is accepted without effect.
   */
  "fleet-feature-used"(props) {
    if (props.gke?.fleetFeature === undefined || fleetFeaturesOf(props).length > 0) return [];
    return [
      error(
        ["gke", "fleetFeature"],
        "the cluster uses no feature of the fleet; set gitops: config-sync, gke.policyController or gke.serviceMesh, or omit it",
      ),
    ];
  },
});
