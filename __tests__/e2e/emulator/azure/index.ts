import { type Answer, type Call, type RestServer, startServer } from "../rest/server";
import { Resources } from "./resources";
import { metadata, token } from "./identity";
import { Store } from "./store";

/** An empty subscription of Azure. */
export interface AzureEmulator {
  readonly server: RestServer;
  readonly store: Store;
}

/** Starts an empty subscription on loopback. */
export async function startAzure(): Promise<AzureEmulator> {
  const store = new Store();
  return { server: await startServer(azureApi(store)), store };
}

/** Azure Resource Manager with its endpoints and tokens. */
export function azureApi(store: Store): (call: Call) => Answer {
  const resources = new Resources(store);
  return (call) => {
    if (call.path === "/metadata/endpoints") return metadata(call.endpoint);
    if (/\/oauth2\/(v2\.0\/)?token$/.test(call.path)) return token();
    return resources.answer(call);
  };
}
