import { cloudNames } from "./clouds";
import type { Cloud } from "./regions";

/**
 * The application of Microsoft for API servers of Kubernetes in Entra ID, the same for each cluster: `kubelogin` gets tokens for it.
 *
 * @see https://azure.github.io/kubelogin/concepts/aks.html
 */
export const serverApplication = "6dae42f8-4368-4678-94ff-3960e28e3630";

/** The arguments with which `kubelogin` prints a token of the identity of the Azure CLI. */
export const kubeloginArguments = [
  "get-token",
  "--login",
  "azurecli",
  "--server-id",
  serverApplication,
] as const;

/**
 * The arguments for one tenant and cloud.
 *
 * @param login - the tenant, if it is not that of the Azure CLI, and the cloud as the provider names it
 */
export const kubeloginFor = ({
  tenantId,
  environment = "public",
}: {
  readonly tenantId?: string;
  readonly environment?: Cloud;
}): string[] => [
  ...kubeloginArguments,
  ...(tenantId === undefined ? [] : ["--tenant-id", tenantId]),
  ...(environment === "public" ? [] : ["--environment", cloudNames[environment]]),
];
