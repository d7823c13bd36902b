import { createHash } from "node:crypto";
import { type IncomingHttpHeaders } from "node:http";
import { findRoute } from "../emulator/eks/routes";

/** How a service of AWS speaks, and so how it says no. */
export type Protocol = "ec2" | "query" | "json" | "rest-json";

/** One call of AWS, as it is seen on the wire. */
export interface AwsCall {
  readonly service: string;
  /** As AWS calls it, e.g. `CreateVpc`. */
  readonly operation: string;
  readonly protocol: Protocol;
  /** False for calls that only look. */
  readonly changes: boolean;
  /** The same for each try of one call, and for equal calls. */
  readonly key: string;
  /** By which AWS knows a call again that it has already done. */
  readonly token?: string;
}

export interface RawRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a request asks of AWS. */
export function readCall(request: RawRequest): AwsCall {
  const { method, url, body } = request;
  const service = serviceOf(request);
  const { protocol, operation, token } = readProtocol(service, request);
  const key = createHash("sha256").update([method, url, operation, body].join("\n")).digest("hex");
  return { service, operation, protocol, changes: changes(operation), key, token };
}

/** Signatures name the service, whatever the path: `Credential=KEY/DATE/REGION/SERVICE/aws4_request`. */
const serviceOf = ({ headers }: RawRequest) =>
  /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(headers.authorization ?? "")?.[1] ?? "unknown";

function readProtocol(
  service: string,
  { method, url, headers, body }: RawRequest,
): Pick<AwsCall, "protocol" | "operation" | "token"> {
  const target = headers["x-amz-target"];
  if (typeof target === "string") {
    return { protocol: "json", operation: target.split(".").at(-1)!, token: tokenInJson(body) };
  }
  if (headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    const form = new URLSearchParams(body);
    return {
      protocol: service === "ec2" ? "ec2" : "query",
      operation: form.get("Action") ?? "",
      token: form.get("ClientToken") ?? undefined,
    };
  }
  return { protocol: "rest-json", operation: restOperation(method, url), token: tokenInJson(body) };
}

/** Only EKS speaks by paths here; its operations are called as the emulator's functions are. */
function restOperation(method: string, url: string): string {
  const name = findRoute(method, new URL(url, "http://aws").pathname)?.handler.name;
  if (!name) return `${method} ${url}`;
  return (name[0].toUpperCase() + name.slice(1)).replace("NodeGroup", "Nodegroup").replace("AddOn", "Addon");
}

function tokenInJson(body: string): string | undefined {
  if (!body.startsWith("{")) return undefined;
  const { clientRequestToken, clientToken } = JSON.parse(body) as Record<string, string | undefined>;
  return clientRequestToken ?? clientToken;
}

const changes = (operation: string) => !/^(Describe|Get|List|Filter|GET |HEAD )/.test(operation);
