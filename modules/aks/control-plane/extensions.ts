import type { Gitops } from "../../cluster/vocabulary/cluster";
import type { AksDaprSpec } from "./spec";

/** An extension of AKS, which Azure installs. */
export interface Extension {
  readonly name: string;
  readonly type: string;
  readonly namespace: string;
  readonly settings?: Readonly<Record<string, string>>;

  /** What Azure installs: the newest version of a train, which it upgrades, or one version. `preview` has no stable version. */
  readonly release: { readonly train: "stable" | "preview" } | { readonly version: string };
}

/**
 * The extensions of AKS with a GitOps tool.
 *
 * @see https://learn.microsoft.com/azure/azure-arc/kubernetes/tutorial-use-gitops-flux2
 * @see https://learn.microsoft.com/azure/azure-arc/kubernetes/tutorial-use-gitops-argocd
 */
export const gitopsExtensions: Readonly<Record<Exclude<Gitops, "config-sync">, Extension>> = {
  flux: { name: "flux", type: "microsoft.flux", namespace: "flux-system", release: { train: "stable" } },
  argocd: {
    name: "argocd",
    type: "Microsoft.ArgoCD",
    namespace: "argocd",
    release: { train: "preview" },
    // High availability needs three nodes. Without namespaceInstall, Argo CD manages the whole cluster.
    settings: { deployWithHighAvailability: "false", namespaceInstall: "false" },
  },
};

/**
 * The extension with Dapr. With a version Azure does not upgrade it: the provider accepts either a version or a train.
 *
 * @see https://learn.microsoft.com/azure/aks/dapr
 */
export const daprExtension = ({ version }: AksDaprSpec): Extension => ({
  name: "dapr",
  type: "Microsoft.Dapr",
  namespace: "dapr-system",
  release: version === undefined ? { train: "stable" } : { version },
});
