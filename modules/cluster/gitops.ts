import { error, type Finding } from "./problem";
import { isKnown } from "./rules/rule";
import type { Gitops } from "./vocabulary/cluster";

/** The platforms whose cloud runs a GitOps tool. */
export type GitopsPlatform = "eks" | "aks" | "gke";

/** How a platform provides a tool, or why it does not. */
export type GitopsSupport = { readonly native: string } | { readonly refused: string };

/**
 * Which tool a platform runs itself.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/argocd.html
 * @see https://learn.microsoft.com/azure/azure-arc/kubernetes/conceptual-gitops-flux2
 * @see https://learn.microsoft.com/azure/azure-arc/kubernetes/tutorial-use-gitops-argocd
 * @see https://cloud.google.com/kubernetes-engine/config-sync/docs/overview
 */
export const gitopsSupport: Readonly<Record<GitopsPlatform, Readonly<Record<Gitops, GitopsSupport>>>> = {
  eks: {
    argocd: { native: "EKS capability" },
    flux: { refused: "EKS has no add-on and no capability for Flux" },
    "config-sync": { refused: "only Google runs Config Sync" },
  },
  aks: {
    flux: { native: "extension microsoft.flux" },
    argocd: { native: "extension Microsoft.ArgoCD, a preview" },
    "config-sync": { refused: "only Google runs Config Sync" },
  },
  gke: {
    "config-sync": { native: "fleet feature configmanagement" },
    flux: { refused: "GKE has no add-on for Flux" },
    argocd: { refused: "GKE has no add-on for Argo CD" },
  },
};

/** The tools that a platform runs. */
export const nativeGitops = (platform: GitopsPlatform): Gitops[] =>
  (Object.keys(gitopsSupport[platform]) as Gitops[]).filter(
    (tool) => "native" in gitopsSupport[platform][tool],
  );

/** A tool that the platform does not run, with what it runs instead. */
export function gitopsProblems(platform: GitopsPlatform, gitops: Gitops | undefined): Finding[] {
  if (!isKnown(gitops) || !Object.hasOwn(gitopsSupport[platform], gitops)) return [];
  const support = gitopsSupport[platform][gitops];
  if ("native" in support) return [];
  return [
    error(
      ["gitops"],
      `${support.refused}: use ${nativeGitops(platform).join(" or ")}, or install it yourself and register the cluster with ` +
        "export --as gitops",
    ),
  ];
}
