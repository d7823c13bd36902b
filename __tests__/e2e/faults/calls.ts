import { createHash } from "node:crypto";
import { type IncomingHttpHeaders } from "node:http";
import { findRoute } from "../emulator/eks/routes";

/** The protocol of an AWS service, which defines the format of its errors. */
export type Protocol = "ec2" | "query" | "json" | "rest-json";

/** A call of AWS, as read from the HTTP request. */
export interface AwsCall {
  readonly service: string;
  /** As AWS calls it, e.g. `CreateVpc`. */
  readonly operation: string;
  readonly protocol: Protocol;
  /** False for calls that only read. */
  readonly changes: boolean;
  /** The same for each attempt of a call, and for equal calls. */
  readonly key: string;
  /** AWS recognizes a repeated call by its token. */
  readonly token?: string;
}

export interface RawRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Reads the call of a request. */
export function readCall(request: RawRequest): AwsCall {
  const { method, url, body } = request;
  const service = serviceOf(request);
  const { protocol, operation, token } = readProtocol(service, request);
  const key = createHash("sha256").update([method, url, operation, body].join("\n")).digest("hex");
  return { service, operation, protocol, changes: changes(operation), key, token };
}

/** The signature contains the service, independent of the path: `Credential=KEY/DATE/REGION/SERVICE/aws4_request`. */
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

/** Only EKS uses paths here. Its operations have the names of the functions of the emulator. */
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
