import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo } from "node:net";

/** The credentials of the server. Terraform reads them from TF_HTTP_USERNAME and TF_HTTP_PASSWORD. */
export const CREDENTIALS = { username: "terraform", password: "only-in-the-environment" };

interface StateFile {
  readonly serial: number;
  readonly lineage: string;
  readonly resources: readonly { readonly type: string; readonly name: string; readonly mode: string }[];
}

/**
 * Stores state in memory for Terraform's http backend: GET, POST and DELETE for the state, LOCK and UNLOCK for the lock, 423 for a second
 * lock.
 * https://developer.hashicorp.com/terraform/language/backend/http
 */
export class StateServer {
  /** All stored versions of all states, oldest first. */
  readonly versions = new Map<string, StateFile[]>();

  /** Refused requests as `<status> <method> <path>`, without those of a state that does not exist yet. */
  readonly refusals: string[] = [];

  private readonly texts = new Map<string, string>();
  private readonly locks = new Map<string, string>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      void this.answer(request).then(([status, text]) => {
        if (status >= 400 && status !== 404)
          this.refusals.push(`${status} ${request.method} ${pathOf(request)}`);
        response.writeHead(status).end(text);
      });
    });
  }

  static async start(): Promise<StateServer> {
    const server = new StateServer();
    await new Promise<void>((resolve) => server.server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** URL of the state of every stack. */
  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/{stack}`;
  }

  isLocked(stack: string): boolean {
    return this.locks.has(`/${stack}`);
  }

  /** The current states by stack. */
  get current(): Readonly<Record<string, StateFile>> {
    return Object.fromEntries(
      [...this.texts].map(([path, text]) => [path.slice(1), JSON.parse(text) as StateFile]),
    );
  }

  private async answer(request: IncomingMessage): Promise<[status: number, text?: string]> {
    const path = pathOf(request);
    const body = await textOf(request);
    if (!isKnown(request)) return [401];

    const lock = this.locks.get(path);
    switch (request.method) {
      case "GET":
        return this.texts.has(path) ? [200, this.texts.get(path)] : [404];
      case "LOCK":
        if (lock !== undefined) return [423, lock];
        this.locks.set(path, body);
        return [200];
      case "UNLOCK":
        // `terraform force-unlock` sends no ID: https://developer.hashicorp.com/terraform/cli/commands/force-unlock
        if (body !== "" && idOf(lock) !== idOf(body)) return [409, lock];
        this.locks.delete(path);
        return [200];
      case "POST": {
        const id = new URL(request.url!, "http://localhost").searchParams.get("ID");
        if (lock === undefined || idOf(lock) !== id) return [409, lock];
        this.texts.set(path, body);
        this.versions.set(path.slice(1), [...(this.versions.get(path.slice(1)) ?? []), JSON.parse(body)]);
        return [200];
      }
      case "DELETE":
        this.texts.delete(path);
        return [200];
      default:
        return [405];
    }
  }
}

const pathOf = (request: IncomingMessage) => new URL(request.url!, "http://localhost").pathname;

const idOf = (lock: string | undefined) => (lock ? (JSON.parse(lock) as { ID: string }).ID : undefined);

function isKnown({ headers }: IncomingMessage): boolean {
  const { username, password } = CREDENTIALS;
  return headers.authorization === `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
