import { MOTO_ACCOUNT, startMoto } from "./moto";
import { startProxy } from "./proxy";

export interface Emulator {
  /** For `AWS_ENDPOINT_URL`; loopback only. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** An empty AWS account: moto for all services except EKS, which this emulator answers. */
export async function startEmulator(): Promise<Emulator> {
  const moto = await startMoto();
  const proxy = await startProxy(moto.endpoint, MOTO_ACCOUNT);
  const stop = async () => {
    await proxy.stop();
    await moto.stop();
  };
  return { endpoint: proxy.endpoint, stop };
}
