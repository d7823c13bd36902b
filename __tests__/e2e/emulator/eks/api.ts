import { awsClients } from "../../aws/clients";
import { type EksBackend } from "./backend";
import { EksError } from "./errors";
import { findRoute } from "./routes";

export interface EksRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly region: string;
  readonly body: string;
}

export interface EksResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * EKS in memory, with its side effects in the other services of the emulator at `endpoint`.
 *
 * Every change is complete when the call returns. The answers have the status CREATING or DELETING, like those of EKS.
 */
export class EksApi {
  private readonly regions = new Map<string, EksBackend>();

  constructor(
    private readonly endpoint: string,
    private readonly account: string,
  ) {}

  async answer({ method, url, region, body }: EksRequest): Promise<EksResponse> {
    const { pathname, searchParams: query } = new URL(url, "http://eks");
    try {
      const route = findRoute(method, pathname);
      if (!route)
        throw new EksError(
          "UnsupportedOperationException",
          `The emulator has no EKS call ${method} ${pathname}`,
        );
      const { handler, path } = route;
      const result = await handler({
        eks: this.region(region),
        path,
        query,
        body: body ? JSON.parse(body) : {},
      });
      return respond(200, {}, result);
    } catch (error) {
      if (!(error instanceof EksError)) throw error;
      return respond(error.status, { "x-amzn-errortype": error.type }, { message: error.message });
    }
  }

  private region(region: string): EksBackend {
    const { endpoint, account } = this;
    const known = this.regions.get(region) ?? {
      region,
      account,
      aws: awsClients(endpoint, region),
      clusters: new Map(),
    };
    this.regions.set(region, known);
    return known;
  }
}

function respond(status: number, headers: Record<string, string>, result: unknown): EksResponse {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(result, epochSeconds),
  };
}

/** EKS returns times in seconds. `JSON.stringify` has already converted `value` to a string, so read the holder. */
function epochSeconds(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  return original instanceof Date ? original.getTime() / 1000 : value;
}
