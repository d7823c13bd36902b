import { type Document, type YAMLMap, type YAMLSeq } from "yaml";
import { startAzure } from "../emulator/azure";
import { credentials, SUBSCRIPTION } from "../emulator/azure/identity";
import { type Store } from "../emulator/azure/store";
import { type Answer } from "../emulator/rest/server";
import { outOfCapacity } from "../support/cloud-edits";
import { cloudProvider, foundVersion } from "../support/cloud-providers";
import { type CloudDeployment, type PhaseCalls } from "../support/cloud-stacks";
import { type Engine } from "../support/engine";
import { type Cloud, Workspace } from "../support/workspace";
import { phases } from "../../../modules/permissions";
import { azureRoles } from "../../../modules/permissions/azure/roles";
import { deniedBy } from "../../permissions/azure/calls";

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

/** A function that makes a document, for {@link forFoundAzurerm}. */
export const withFoundAzurerm =
  <T>(edited: (change: T) => Document) =>
  (change: T): Document => {
    const document = edited(change);
    forFoundAzurerm(document);
    return document;
  };

/** An answer that fails a creation. */
export const AZURE_OUT_OF_CAPACITY: Answer = {
  status: 409,
  body: { error: { code: "SkuNotAvailable", message: outOfCapacity } },
};

/** A running emulator of Azure, and a folder for one stack. */
export interface AzureDeployment extends CloudDeployment {
  readonly store: Store;
  readonly end: () => Promise<void>;
}

/** Starts an empty subscription with a folder for a stack. Its owner ends both. */
export async function beginAzure(stack: string, engine?: Engine): Promise<AzureDeployment> {
  const { server, store, proxy } = await startAzure();
  const env = {
    ...credentials(server.endpoint, foundVersion("azurerm")!),
    SSL_CERT_FILE: server.certificate,
    // Go programs connect to loopback without it.
    HTTPS_PROXY: proxy,
    NO_PROXY: "127.0.0.1",
  };
  const cloud = azureCloud();
  const workspace = await Workspace.in(cloud, stack, env, engine);
  return {
    ...{ workspace, env, override: cloud.override },
    server,
    store,
    inventory: () => store.inventory(),
    end: async () => {
      await workspace.remove();
      await server.stop();
    },
  };
}

/** The roles of each phase of a stack allow its calls. */
export async function expectAllowed({ workspace }: CloudDeployment, calls: PhaseCalls): Promise<void> {
  const configuration = {
    ...(await workspace.configuration()),
    provider: { azurerm: [{ subscription_id: SUBSCRIPTION }] },
  };
  for (const phase of phases)
    expect(deniedBy(azureRoles(workspace.stack, configuration, phase), calls[phase])).toEqual([]);
}

/** Runs with an empty subscription and a folder for a stack, and removes both. */
export async function withAzure<T>(
  stack: string,
  use: (deployment: AzureDeployment) => Promise<T>,
  engine?: Engine,
): Promise<T> {
  const deployment = await beginAzure(stack, engine);
  try {
    return await use(deployment);
  } finally {
    await deployment.end();
  }
}
