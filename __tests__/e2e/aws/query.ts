import { DUMMY_CREDENTIALS } from "./clients";
import { type Endpoint } from "./raw";

/** A call of an API that answers in XML. */
export interface XmlCall {
  /** Name of the service in signatures. */
  readonly service: string;
  readonly method?: "GET" | "PUT" | "POST" | "DELETE";
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form, or the content of an object. */
  readonly body?: string | Readonly<Record<string, string>>;
}

/** Sends a call and returns status and text of the answer. */
export async function send(
  { url, region }: Endpoint,
  call: XmlCall,
): Promise<{ status: number; text: string }> {
  const { service, path = "/", body, headers = {} } = call;
  const scope = `${DUMMY_CREDENTIALS.accessKeyId}/20260101/${region}/${service}/aws4_request`;
  const isForm = typeof body === "object";
  const response = await fetch(url + path, {
    method: call.method ?? (body === undefined ? "GET" : "POST"),
    body: isForm ? new URLSearchParams(body).toString() : body,
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
      ...(isForm && { "content-type": "application/x-www-form-urlencoded" }),
      ...headers,
    },
  });
  return { status: response.status, text: await response.text() };
}

/** The text of the answer to a call, which must succeed. */
export async function request(endpoint: Endpoint, call: XmlCall): Promise<string> {
  const { status, text } = await send(endpoint, call);
  if (status >= 300) throw new Error(`${JSON.stringify(call)}: ${status} ${text}`);
  return text;
}

/** The contents of all elements with a name, in the order of the text. */
export const elements = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<${name}>([^]*?)</${name}>`, "g"))].map(([, content]) => content);
