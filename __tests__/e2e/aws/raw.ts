import { DUMMY_CREDENTIALS } from "./clients";

/** The endpoint of calls without an SDK client. */
export interface Endpoint {
  readonly url: string;
  readonly region: string;
}

/** A raw call: a GET of a path, or an operation by its JSON name. */
export interface RawCall {
  /** Name of the service in signatures and host names. */
  readonly service: string;
  readonly path?: string;
  /** `X-Amz-Target`. */
  readonly operation?: string;
  /** The input of the operation. */
  readonly body?: string;
}

/** Sends a call and returns the JSON answer. The emulator reads only region and service from the signature. */
export async function ask<T>({ url, region }: Endpoint, call: RawCall): Promise<T> {
  const { service, path = "/", operation, body = "{}" } = call;
  const scope = `${DUMMY_CREDENTIALS.accessKeyId}/20260101/${region}/${service}/aws4_request`;
  const response = await fetch(url + path, {
    method: operation ? "POST" : "GET",
    body: operation && body,
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
      ...(operation ? { "x-amz-target": operation, "content-type": "application/x-amz-json-1.0" } : {}),
    },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${JSON.stringify(call)}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}
