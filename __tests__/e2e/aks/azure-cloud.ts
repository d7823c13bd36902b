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
