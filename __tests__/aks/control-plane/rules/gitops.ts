import { type AksRuleCases, cluster, variable } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/gitops-supported",
    passes: [
      ["none", cluster()],
      ["Flux", cluster({ gitops: "flux" })],
      ["Argo CD", cluster({ gitops: "argocd" })],
      ["a reference", cluster({ gitops: variable })],
    ],
    fails: [
      [
        "Config Sync",
        cluster({ gitops: "config-sync" }),
        "error gitops: only Google runs Config Sync: use flux or argocd, or install it yourself and register the cluster with export --as gitops",
      ],
    ],
  },
];
