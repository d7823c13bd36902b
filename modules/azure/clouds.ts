import type { Cloud } from "./regions";

/**
 * The clouds of Azure by their names in the provider, with the names that programs such as kubelogin and ExternalDNS use.
 *
 * @see https://github.com/Azure/go-autorest/blob/main/autorest/azure/environments.go
 */
export const cloudNames: Readonly<Record<Cloud, string>> = {
  public: "AzurePublicCloud",
  usgovernment: "AzureUSGovernmentCloud",
  china: "AzureChinaCloud",
};
