import { KubernetesClusterExtension } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-extension";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { Gitops } from "../../cluster/vocabulary/cluster";

interface Extension {
  readonly type: string;
  readonly namespace: string;
  readonly settings?: Readonly<Record<string, string>>;

  /** `preview` for extensions without a stable version. */
  readonly train: "stable" | "preview";
}

/**
 * The extensions of AKS.
 *
 * @see https://learn.microsoft.com/azure/azure-arc/kubernetes/tutorial-use-gitops-flux2
 * @see https://learn.microsoft.com/azure/azure-arc/kubernetes/tutorial-use-gitops-argocd
 */
const extensions: Readonly<Record<Exclude<Gitops, "config-sync">, Extension>> = {
  flux: { type: "microsoft.flux", namespace: "flux-system", train: "stable" },
  argocd: {
    type: "Microsoft.ArgoCD",
    namespace: "argocd",
    train: "preview",
    // High availability needs three nodes. Without namespaceInstall, Argo CD manages the whole cluster.
    settings: { deployWithHighAvailability: "false", namespaceInstall: "false" },
  },
};

/** The extension with a GitOps tool, which AKS upgrades. Its pods need nodes. */
export function createGitops(
  scope: Construct,
  tool: keyof typeof extensions,
  clusterId: string,
  nodes: ITerraformDependable[],
): KubernetesClusterExtension {
  const { type, namespace, train, settings } = extensions[tool];
  return new KubernetesClusterExtension(scope, "gitops", {
    name: tool,
    clusterId,
    extensionType: type,
    releaseTrain: train,
    releaseNamespace: namespace,
    configurationSettings: settings,
    dependsOn: nodes,
  });
}
