import type { KubernetesClusterConfig } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { defaults } from "../fields.generated";
import type { AksOptions } from "../spec";
import { analysesCosts, enablesAzurePolicy } from "./settings";

/** Add-ons that AKS runs, as arguments of the cluster. */
export function addOnArguments(options: AksOptions): Partial<KubernetesClusterConfig> {
  const imageCleanerHours = options.imageCleanerHours ?? defaults["aks.imageCleanerHours"];
  return {
    azurePolicyEnabled: enablesAzurePolicy(options),
    keyVaultSecretsProvider:
      (options.keyVaultSecrets ?? defaults["aks.keyVaultSecrets"])
        ? {
            secretRotationEnabled: true,
            secretRotationInterval:
              options.keyVaultSecretsInterval ?? defaults["aks.keyVaultSecretsInterval"],
          }
        : undefined,
    imageCleanerEnabled: imageCleanerHours > 0,
    // Also while it is disabled: if omitted, the provider sends 0, which Azure refuses.
    imageCleanerIntervalHours: imageCleanerHours > 0 ? imageCleanerHours : defaults["aks.imageCleanerHours"],
    costAnalysisEnabled: analysesCosts(options),
    aiToolchainOperatorEnabled: options.aiToolchain ?? defaults["aks.aiToolchain"],
    customCaTrustCertificatesBase64: options.trustedCas && [...options.trustedCas],
  };
}
