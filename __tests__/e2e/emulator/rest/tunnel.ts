import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { type Duplex } from "node:stream";

/** A proxy on loopback. */
export interface Tunnel {
  /** For the variable `HTTPS_PROXY`. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a proxy that directs the connections to some hosts to a local server, and refuses all others: a test must not call a real cloud.
 * Clients connect to loopback without it.
 *
 * @param port - of the local server
 * @param isAnswered - whether the server answers for a host
 */
export async function startTunnel(port: number, isAnswered: (host: string) => boolean): Promise<Tunnel> {
  const sockets = new Set<Duplex>();
  const server = createServer((_, outgoing) => outgoing.writeHead(501).end());
  server.on("connect", ({ url }, client) => {
    if (!isAnswered(url!.replace(/:\d+$/, ""))) {
      client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    sockets.add(client);
    client.on("close", () => sockets.delete(client));
    const upstream = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    const end = () => [client, upstream].forEach((one) => one.destroy());
    for (const one of [client, upstream]) one.on("error", end).on("close", end);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
