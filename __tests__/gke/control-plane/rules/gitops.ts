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
    rule: "gke/control-plane/config-sync-fleet",
    passes: [["in a fleet", cluster({ gitops: "config-sync", gke: fleet })]],
    fails: [
      [
        "without a fleet",
        cluster({ gitops: "config-sync" }),
        'error gitops: "config-sync" needs gke.fleetProject, the project whose fleet the cluster joins',
      ],
    ],
  },
  {
    rule: "gke/control-plane/fleet-feature-used",
    passes: [
      ["with Config Sync", cluster({ gitops: "config-sync", gke: { ...fleet, fleetFeature: "existing" } })],
    ],
    fails: [
      [
        "without",
        cluster({ gke: { ...fleet, fleetFeature: "new" } }),
        "error gke.fleetFeature: is the feature of Config Sync; set gitops: config-sync, or omit it",
      ],
    ],
  },
];
