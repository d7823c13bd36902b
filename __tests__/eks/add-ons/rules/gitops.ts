import { cluster, type EksRuleCases, variable } from "../../rule-support";

const argocd = { identityCenterArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef" };

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/add-ons/gitops-supported",
    passes: [
      ["none", cluster()],
      ["Argo CD", cluster({ gitops: "argocd", eks: { capabilities: { argocd } } })],
      ["a reference", cluster({ gitops: variable })],
    ],
    fails: [
      [
        "Flux",
        cluster({ gitops: "flux" }),
        "error gitops: EKS has no add-on and no capability for Flux: use argocd, or install it yourself and register the cluster with export --as gitops",
      ],
      [
        "Config Sync",
        cluster({ gitops: "config-sync" }),
        "error gitops: only Google runs Config Sync: use argocd, or install it yourself and register the cluster with export --as gitops",
      ],
    ],
  },
  {
    rule: "eks/add-ons/gitops-settings",
    passes: [
      ["with an instance", cluster({ gitops: "argocd", eks: { capabilities: { argocd } } })],
      ["the capability alone", cluster({ eks: { capabilities: { argocd } } })],
    ],
    fails: [
      [
        "without the capability",
        cluster({ gitops: "argocd" }),
        'error gitops: "argocd" needs eks.capabilities.argocd.identityCenterArn, with which users sign in',
      ],
      [
        "with another capability",
        cluster({ gitops: "argocd", eks: { capabilities: { kro: {} } } }),
        'error gitops: "argocd" needs eks.capabilities.argocd.identityCenterArn, with which users sign in',
      ],
    ],
  },
];
