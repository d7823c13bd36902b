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
import { type AwsCall, type RawRequest, readCall } from "./calls";
import { isRefusal, refusal, type RefusalKind } from "./refusals";

/**
 * What can happen to a call. `cut before` loses it on the way there; `cut after` loses the answer, and what was asked is done.
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
  /** Nothing: the call is answered as ever. */
  readonly kind?: FaultKind;
  /** Done when the fault has happened, or the answer is given. */
  readonly then?: () => void;
}

/** Decides over each call as it comes. */
export type FaultSource = (call: AwsCall) => Fault;

export const noFaults: FaultSource = () => ({});

/** What has been done to which call. */
export interface Happened {
  readonly call: AwsCall;
  readonly kind?: FaultKind;
  /** False until the caller has its answer. */
  answered: boolean;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const DELAY_MS = 300;

/** Stands between clients and the emulator, and does to their calls what networks and busy services do. */
export class FaultProxy {
  /** Every call since the last {@link use}, in the order in which they came. */
  happened: Happened[] = [];

  private source = noFaults;
  private readonly underway = new Set<Promise<unknown>>();
  /** What was answered to calls that have a token. */
  private readonly remembered = new Map<string, Promise<Answer>>();
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;

  private constructor(private readonly upstream: string) {
    this.server = createServer((incoming, outgoing) => void this.handle(incoming, outgoing));
  }

  static async start(upstream: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(upstream);
    await new Promise<void>((resolve) => proxy.server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  /** For `AWS_ENDPOINT_URL`. */
  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on this decides what happens, and counts begin anew. */
  use(source: FaultSource): void {
    this.source = source;
    this.happened = [];
  }

  count(kind: FaultKind): number {
    return this.happened.filter((one) => one.kind === kind).length;
  }

  /** Waits until everything is done that was passed on: AWS goes on with what it was asked, whoever asked is gone. */
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
    const asked = await readRequest(incoming).catch(() => undefined);
    if (!asked) return;
    const call = readOrRefuse(asked, outgoing);
    if (!call) return;
    const { kind, then = () => undefined } = this.source(call);
    const happened: Happened = { call, kind, answered: false };
    this.happened.push(happened);
    if (kind === "cut before") return cut(outgoing, then);
    if (kind && isRefusal(kind)) {
      const { status, headers, body } = refusal(kind, call.protocol);
      outgoing.writeHead(status, headers).end(body, then);
      return;
    }
    if (kind === "delayed") await sleep(DELAY_MS);
    try {
      const { status, headers, body } = await this.passOn(asked, call);
      if (kind === "cut after") return cut(outgoing, then);
      outgoing.writeHead(status, headers).end(body, () => {
        happened.answered = true;
        then();
      });
    } catch (error) {
      outgoing.writeHead(502).end(`The emulator did not answer: ${String(error)}`);
    }
  }

  /** AWS answers a call that comes again with its token as it did the first time; the emulator knows no tokens. */
  private passOn(asked: RawRequest, { token, operation }: AwsCall): Promise<Answer> {
    if (!token) return this.forward(asked);
    const name = `${operation} ${token}`;
    const known = this.remembered.get(name);
    if (known) return known;
    const answer = this.forward(asked);
    this.remembered.set(name, answer);
    // What came to nothing is asked anew.
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

/** @returns nothing where a request can't be read, which its caller is told */
function readOrRefuse(asked: RawRequest, outgoing: ServerResponse): AwsCall | undefined {
  try {
    return readCall(asked);
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
  return { method: incoming.method!, url: incoming.url!, headers: endToEnd(incoming.headers), body };
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Headers that are not of one connection alone. */
function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection, "keep-alive": keepAlive, "transfer-encoding": encoding, ...others } = headers;
  void [connection, keepAlive, encoding];
  return others;
}
