import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import { type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { pathIn } from "../emulator/proxy";
import { type AwsCall, type RawRequest, readCall } from "./calls";
import { isRefusal, refusal, type RefusalKind } from "./refusals";

/**
 * The faults of a call. `cut before` loses the request. `cut after` loses the answer of a call that AWS has executed.
 */
export type FaultKind = RefusalKind | "cut before" | "cut after" | "delayed";

export const FAULT_KINDS: readonly FaultKind[] = [
  "throttled",
  "error 500",
  "error 503",
  "cut before",
  "cut after",
  "delayed",
];

export interface Fault {
  /** If omitted, the call has no fault. */
  readonly kind?: FaultKind;
  /** Runs after the fault or the answer. */
  readonly then?: () => void;
}

/** Returns the fault of each call. */
export type FaultSource = (call: AwsCall) => Fault;

/** Returns why IAM denies a call; undefined if it is allowed. */
export type Denial = (request: RawRequest) => Promise<string | undefined>;

export const noFaults: FaultSource = () => ({});

/** A call and its fault. */
export interface HandledCall {
  readonly call: AwsCall;
  readonly kind?: FaultKind;
  /** False until the caller has the answer. */
  answered: boolean;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const DELAY_MS = 300;

/** A proxy between clients and the emulator that simulates faults of networks and overloaded services. */
export class FaultProxy {
  /** Every call since the last {@link use}, in the order of arrival. */
  calls: HandledCall[] = [];

  private source = noFaults;
  private readonly underway = new Set<Promise<unknown>>();
  /** The answers to calls with a token. */
  private readonly remembered = new Map<string, Promise<Answer>>();
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;

  private constructor(
    private readonly upstream: string,
    private readonly denial: Denial,
  ) {
    this.server = createServer((incoming, outgoing) => void this.handle(incoming, outgoing));
  }

  static async start(upstream: string, denial: Denial = async () => undefined): Promise<FaultProxy> {
    const proxy = new FaultProxy(upstream, denial);
    await new Promise<void>((resolve) => proxy.server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  /** For `AWS_ENDPOINT_URL`. */
  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Sets the source of faults and resets the counts. */
  use(source: FaultSource): void {
    this.source = source;
    this.calls = [];
  }

  count(kind: FaultKind): number {
    return this.calls.filter((one) => one.kind === kind).length;
  }

  /** Waits for all forwarded calls: AWS finishes a call even if its caller has ended. */
  async settle(): Promise<void> {
    while (this.underway.size > 0) await Promise.allSettled(this.underway);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
    await this.settle();
    this.agent.destroy();
  }

  private async handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const received = await readRequest(incoming).catch(() => undefined);
    if (!received) return;
    const call = readOrRefuse(received, outgoing);
    if (!call) return;
    const denied = await this.denial(received);
    if (denied !== undefined) {
      const { status, headers, body } = refusal("denied", call.protocol, denied);
      outgoing.writeHead(status, headers).end(body);
      return;
    }
    const { kind, then = () => undefined } = this.source(call);
    const handled: HandledCall = { call, kind, answered: false };
    this.calls.push(handled);
    if (kind === "cut before") return cut(outgoing, then);
    if (kind && isRefusal(kind)) {
      const { status, headers, body } = refusal(kind, call.protocol);
      outgoing.writeHead(status, headers).end(body, then);
      return;
    }
    if (kind === "delayed") await sleep(DELAY_MS);
    try {
      const { status, headers, body } = await this.passOn(received, call);
      if (kind === "cut after") return cut(outgoing, then);
      outgoing.writeHead(status, headers).end(body, () => {
        handled.answered = true;
        then();
      });
    } catch (error) {
      outgoing.writeHead(502).end(`The emulator did not answer: ${String(error)}`);
    }
  }

  /** AWS answers a call with a repeated token as it did the first time. The emulator does not support tokens. */
  private passOn(received: RawRequest, { token, operation }: AwsCall): Promise<Answer> {
    if (!token) return this.forward(received);
    const name = `${operation} ${token}`;
    const known = this.remembered.get(name);
    if (known) return known;
    const answer = this.forward(received);
    this.remembered.set(name, answer);
    // A failed call is forwarded again.
    const forget = () => this.remembered.delete(name);
    answer.then(({ status }) => status >= 300 && forget(), forget);
    return answer;
  }

  private forward({ method, url, headers, body }: RawRequest): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      const options = { method, headers, agent: this.agent };
      const onward = request(new URL(url, this.upstream), options, (response) => {
        readBody(response).then(
          (read) =>
            resolve({ status: response.statusCode!, headers: endToEnd(response.headers), body: read }),
          reject,
        );
      });
      onward.on("error", reject);
      onward.end(body);
    });
    this.underway.add(answer);
    const forget = () => this.underway.delete(answer);
    answer.then(forget, forget);
    return answer;
  }
}

/** @returns undefined if the request is invalid, after answering it with status 400 */
function readOrRefuse(received: RawRequest, outgoing: ServerResponse): AwsCall | undefined {
  try {
    return readCall(received);
  } catch (error) {
    outgoing.writeHead(400).end(`The request can't be read: ${String(error)}`);
    return undefined;
  }
}

function cut(outgoing: ServerResponse, then: () => void): void {
  outgoing.socket?.destroy();
  then();
}

async function readRequest(incoming: IncomingMessage): Promise<RawRequest> {
  const body = (await readBody(incoming)).toString();
  return { method: incoming.method!, url: pathIn(incoming.url!), headers: endToEnd(incoming.headers), body };
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The headers without those of a single connection. */
function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection, "keep-alive": keepAlive, "transfer-encoding": encoding, ...others } = headers;
  void [connection, keepAlive, encoding];
  return others;
}
