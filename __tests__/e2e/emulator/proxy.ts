import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { EksApi } from "./eks/api";

export interface Proxy {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Answers EKS calls, and forwards all other calls unchanged to the emulator at `upstream`. */
export async function startProxy(upstream: string, account: string): Promise<Proxy> {
  const eks = new EksApi(upstream, account);
  const server = createServer((incoming, outgoing) => {
    incoming.url = pathIn(incoming.url!);
    const region = signedForEks(incoming);
    if (region) void answer(eks, region, incoming, outgoing);
    else passOn(upstream, incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => close(server) };
}

/** The path and query of a request. A client that takes the emulator for a proxy sends the whole URL. */
export const pathIn = (url: string): string => url.replace(/^http:\/\/[^/]+/, "");

/** The signature contains region and service, independent of the path: `Credential=KEY/DATE/REGION/eks/aws4_request`. */
function signedForEks({ headers }: IncomingMessage): string | undefined {
  return /Credential=[^/]+\/\d+\/([^/]+)\/eks\/aws4_request/.exec(headers.authorization ?? "")?.[1];
}

async function answer(
  eks: EksApi,
  region: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const response = await eks.answer({ method: incoming.method!, url: incoming.url!, region, body });
    outgoing.writeHead(response.status, response.headers).end(response.body);
  } catch (error) {
    // An error of the emulator itself. 501, because clients retry other 5xx for minutes.
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    outgoing.writeHead(501, { "x-amzn-errortype": "EmulatorFault" }).end(JSON.stringify({ message }));
  }
}

function passOn(upstream: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url } = incoming;
  const onward = request(new URL(url!, upstream), { method, headers }, (response) => {
    outgoing.writeHead(response.statusCode!, response.headers);
    response.pipe(outgoing);
  });
  onward.on("error", (error) => outgoing.writeHead(502).end(`The emulator did not answer: ${error.message}`));
  incoming.pipe(onward);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
