import { cluster, type GkeRuleCases, variable } from "../../rule-support";

const fleet = { fleetProject: "shop-fleet" };

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/control-plane/gitops-supported",
    passes: [
      ["none", cluster()],
      ["Config Sync", cluster({ gitops: "config-sync", gke: fleet })],
      ["a reference", cluster({ gitops: variable })],
    ],
    fails: [
      [
        "Flux",
        cluster({ gitops: "flux" }),
        "error gitops: GKE has no add-on for Flux: use config-sync, or install it yourself and register the cluster with export --as gitops",
      ],
      [
        "Argo CD",
        cluster({ gitops: "argocd" }),
        "error gitops: GKE has no add-on for Argo CD: use config-sync, or install it yourself and register the cluster with export --as gitops",
      ],
    ],
  },
  {
    rule: "gke/control-plane/feature-needs-fleet",
    passes: [
      ["in a fleet", cluster({ gitops: "config-sync", gke: { ...fleet, policyController: true } })],
      ["no feature", cluster({ gke: { policyController: false, serviceMesh: false } })],
    ],
    fails: [
      [
        "without a fleet",
        cluster({ gitops: "config-sync" }),
        "error gitops: needs gke.fleetProject, the project whose fleet the cluster joins: Config Sync is a feature of fleets",
      ],
      [
        "Policy Controller without a fleet",
        cluster({ gke: { policyController: true } }),
        "error gke.policyController: needs gke.fleetProject, the project whose fleet the cluster joins: Policy Controller is a feature of fleets",
      ],
      [
        "a mesh without a fleet",
        cluster({ gke: { serviceMesh: true } }),
        "error gke.serviceMesh: needs gke.fleetProject, the project whose fleet the cluster joins: Cloud Service Mesh is a feature of fleets",
      ],
    ],
  },
  {
    rule: "gke/control-plane/fleet-feature-used",
    passes: [
      ["with Config Sync", cluster({ gitops: "config-sync", gke: { ...fleet, fleetFeature: "existing" } })],
      ["with a mesh", cluster({ gke: { ...fleet, serviceMesh: true, fleetFeature: "existing" } })],
    ],
    fails: [
      [
        "without",
        cluster({ gke: { ...fleet, fleetFeature: "new" } }),
        "error gke.fleetFeature: the cluster uses no feature of the fleet; set gitops: config-sync, gke.policyController or gke.serviceMesh, or " +
          "omit it",
      ],
    ],
  },
];
