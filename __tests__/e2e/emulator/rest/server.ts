import { mkdtemp, readFile, rm } from "node:fs/promises";
import { type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:https";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCertificate } from "./certificate";
import { type Json } from "./json";

/** A request of a provider. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;

  /** The body of a request that is not JSON. */
  readonly text?: string;

  /** The endpoint that the client called, for the URLs in answers. */
  readonly endpoint: string;
}

/** An answer as JSON, or with content of another type. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly content?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers a call. */
export type Api = (call: Call) => Answer;

/** Answers some calls with an error instead. It may get the answer, so that the call has an effect in spite of the error. */
export type Fault = (call: Call, answer: () => Answer) => Answer | undefined;

/** A server on loopback, over TLS. */
export interface RestServer {
  readonly endpoint: string;

  /** The file of its certificate. */
  readonly certificate: string;

  /** Calls in their order, as `METHOD path`, or with the URL for other hosts. */
  readonly calls: string[];

  /** Replaces the faults. */
  fail(fault: Fault | undefined): void;

  stop(): Promise<void>;
}

/**
 * Starts a server. An exception of the API becomes status 501, because clients retry other errors for minutes.
 *
 * @param hosts - names of other hosts in its certificate, whose calls a tunnel directs to it
 */
export async function startServer(api: Api, hosts?: readonly string[]): Promise<RestServer> {
  const dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-emulator-"));
  const { key, certificate } = await createCertificate(dir, hosts);
  const calls: string[] = [];
  let fault: Fault | undefined;
  let endpoint = "";
  const server = createServer(
    { key: await readFile(key), cert: await readFile(certificate) },
    (incoming, outgoing) =>
      void respond(incoming, outgoing, (call) => {
        calls.push(`${call.method} ${call.endpoint === endpoint ? "" : call.endpoint}${call.path}`);
        return fault?.(call, () => api(call)) ?? api(call);
      }),
  );
  // On a busy machine the server would close idle connections at the moment when a client uses them again.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    certificate,
    calls,
    fail: (next) => void (fault = next),
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse, api: Api): Promise<void> {
  const send = ({ status, body, content, headers }: Answer) =>
    outgoing
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(content ?? (body === undefined ? undefined : JSON.stringify(body)));
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { pathname, searchParams } = new URL(incoming.url!, "https://localhost");
    const isJson = /^\s*[{[]/.test(text);
    const body = (isJson ? JSON.parse(text) : {}) as Json;
    const path = decodeURIComponent(pathname);
    const endpoint = `https://${incoming.headers.host}`;
    send(
      api({ method: incoming.method!, path, query: searchParams, body, endpoint, ...(!isJson && { text }) }),
    );
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ status: 501, body: { error: { code: 501, status: "UNIMPLEMENTED", message } } });
  }
}
