import { type Document, type YAMLMap, type YAMLSeq } from "yaml";
import { startAzure } from "../emulator/azure";
import { credentials } from "../emulator/azure/identity";
import { cloudProvider, foundVersion } from "../support/cloud-providers";
import { type CloudDeployment } from "../support/cloud-stacks";
import { type Engine } from "../support/engine";
import { type Cloud, Workspace } from "../support/workspace";

/** Terraform JSON with the version of the provider; its endpoints are in variables. */
function azureCloud(): Cloud {
  const provider = { source: cloudProvider("azurerm").source, version: foundVersion("azurerm")! };
  return {
    provider: { ...provider, debugFlag: "-debuggable" },
    adapt: () => [],
    override: { terraform: { required_providers: { azurerm: provider } } },
  };
}

/** Requires the major of the found provider: the fourth and the fifth have different arguments. */
export function forFoundAzurerm(environment: Document): void {
  const version = `~> ${foundVersion("azurerm")!.split(".")[0]}.0`;
  if (version === "~> 4.0") return;
  environment.setIn(["providers", "azurerm", "version"], version);
  // The oldest version of the range replaces a minimum of the fourth major.
  for (const cluster of (environment.get("clusters") as YAMLSeq<YAMLMap>).items)
    if (cluster.hasIn(["aks", "providerMinimum"])) cluster.deleteIn(["aks", "providerMinimum"]);
}

/** Runs with an empty subscription and a folder for a stack, and removes both. */
export async function withAzure<T>(
  stack: string,
  use: (deployment: CloudDeployment) => Promise<T>,
  engine?: Engine,
): Promise<T> {
  const { server, store } = await startAzure();
  const env = {
    ...credentials(server.endpoint, foundVersion("azurerm")!),
    SSL_CERT_FILE: server.certificate,
  };
  const workspace = await Workspace.in(azureCloud(), stack, env, engine);
  try {
    return await use({ workspace, server, inventory: () => store.inventory() });
  } finally {
    await workspace.remove();
    await server.stop();
  }
}
