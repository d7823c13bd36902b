import { type Answer, type Call, type RestServer, startServer } from "../rest/server";
import { startTunnel } from "../rest/tunnel";
import { Resources } from "./resources";
import { metadata, token } from "./identity";
import { Store } from "./store";
import { isVault, keyOf, VAULTS } from "./vaults";

/** An empty subscription of Azure. */
export interface AzureEmulator {
  readonly server: RestServer;
  readonly store: Store;

  /** The proxy through which clients reach the vaults. */
  readonly proxy: string;
}

/** Starts an empty subscription on loopback. */
export async function startAzure(): Promise<AzureEmulator> {
  const store = new Store();
  const server = await startServer(azureApi(store), [VAULTS]);
  const tunnel = await startTunnel(Number(new URL(server.endpoint).port), isVault);
  const stop = async () => {
    await server.stop();
    await tunnel.stop();
  };
  return { server: { ...server, stop }, store, proxy: tunnel.url };
}

/** Azure Resource Manager with its endpoints and tokens, and the keys of vaults. */
export function azureApi(store: Store): (call: Call) => Answer {
  const resources = new Resources(store);
  return (call) => {
    if (call.path === "/metadata/endpoints") return metadata(call.endpoint);
    if (/\/oauth2\/(v2\.0\/)?token$/.test(call.path)) return token();
    return keyOf(call) ?? resources.answer(call);
  };
}
