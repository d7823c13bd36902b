import { createHash } from "node:crypto";
import { type Answer, type Call } from "../rest/server";

/** The hosts of key vaults. */
export const VAULTS = "*.vault.azure.net";

/** Whether a host is that of a key vault. */
export const isVault = (host: string): boolean => host.endsWith(VAULTS.slice(1));

/**
 * The key of a vault: each exists. Without a version, Azure answers with the newest.
 *
 * @see https://learn.microsoft.com/rest/api/keyvault/keys/get-key/get-key
 * @returns undefined for a call to another host
 */
export function keyOf({ method, path, endpoint }: Call): Answer | undefined {
  if (!isVault(new URL(endpoint).hostname)) return undefined;
  const [, name, version] = /^\/keys\/([^/]+)(?:\/([^/]*))?\/?$/.exec(path) ?? [];
  if (method !== "GET" || name === undefined)
    return { status: 501, body: { error: { code: "NotImplemented", message: `${method} ${path}` } } };
  return {
    status: 200,
    body: { key: { kid: `${endpoint}/keys/${name}/${version || newestOf(name)}`, kty: "RSA" } },
  };
}

const newestOf = (name: string): string => createHash("md5").update(name).digest("hex");
