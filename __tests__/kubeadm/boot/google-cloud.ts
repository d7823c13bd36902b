import { execFileSync } from "node:child_process";
import { createSign } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerWhole, type BootCloud, type CloudMachine } from "./cloud";

/** A key for tokens with its certificate, in PEM. */
interface TokenKey {
  readonly key: string;
  readonly certificate: string;
}

let keys: readonly [TokenKey, TokenKey] | undefined;

/**
 * A stand-in for the parts of Google Cloud that the boot program uses: the metadata service, Cloud Storage, Compute Engine and the keys of
 * identity tokens. The role of a machine is the e-mail of its service account.
 */
export class GoogleCloud implements BootCloud {
  readonly project = "shop-project";
  readonly zone = "europe-west1-b";
  readonly objects = new Map<string, Buffer>();
  readonly types = new Map<string, string | undefined>();
  readonly hooks: string[] = [];
  readonly machines = new Map<string, CloudMachine>();
  readonly storeFailures: number[] = [];

  /** Seconds from now until identity tokens end. */
  lifetime = 3600;

  /** Claims that replace those of the metadata service. */
  claims: Readonly<Record<string, unknown>> = {};

  /** Signs with a key that is not Google's. */
  forged = false;

  private get keys() {
    return (keys ??= [tokenKey(), tokenKey()]);
  }

  metadata(machine: CloudMachine | undefined, request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url!, "http://metadata");
    const path = url.pathname.replace("/computeMetadata/v1/", "");
    const text =
      machine && request.headers["metadata-flavor"] === "Google"
        ? path === "instance/service-accounts/default/identity"
          ? this.identity(machine, url.searchParams.get("audience")!)
          : this.metadataOf(machine)[path]
        : undefined;
    response.writeHead(text === undefined ? 404 : 200);
    response.end(text);
  }

  private metadataOf({ id, hostname, address }: CloudMachine): Record<string, string> {
    return {
      "instance/id": id,
      "instance/name": hostname,
      "instance/zone": `projects/111122223333/zones/${this.zone}`,
      "instance/network-interfaces/0/ip": address,
      "project/project-id": this.project,
      "instance/service-accounts/default/token": JSON.stringify({
        access_token: `ACCESS-${id}`,
        expires_in: 3599,
        token_type: "Bearer",
      }),
    };
  }

  /** A token for an audience, as the metadata service signs it. */
  private identity({ id, hostname, role }: CloudMachine, aud: string): string {
    // Tests have a fixed day, but the program has the real one.
    const now = Number(execFileSync("date", ["+%s"]));
    const claims = {
      aud,
      azp: "1",
      email: role,
      email_verified: true,
      exp: now + this.lifetime,
      google: {
        compute_engine: {
          instance_id: id,
          instance_name: hostname,
          project_id: this.project,
          zone: this.zone,
        },
      },
      iat: now,
      iss: "https://accounts.google.com",
      sub: "1",
      ...this.claims,
    };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = `${part({ alg: "RS256", kid: "0a1b", typ: "JWT" })}.${part(claims)}`;
    const signature = createSign("sha256")
      .update(text)
      .sign(this.keys[this.forged ? 1 : 0].key, "base64url");
    return `${text}.${signature}`;
  }

  answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return answerWhole(request, response, (body) => this.answerOf(request, body));
  }

  private answerOf(request: IncomingMessage, body: Buffer): readonly [number, (string | Buffer)?] {
    const url = new URL(request.url!, `https://${request.headers.host!}`);
    if (url.host === "www.googleapis.com" && url.pathname === "/oauth2/v1/certs")
      return [200, JSON.stringify({ "9f9f": "other", "0a1b": this.keys[0].certificate }, undefined, 2)];
    const [, id] = /^Bearer ACCESS-(.+)$/.exec(request.headers.authorization ?? "") ?? [];
    const machine = this.machines.get(id ?? "");
    if (!machine) return [401];
    if (url.host === "storage.googleapis.com") return this.store(request, url, body, machine);
    if (
      url.host === "compute.googleapis.com" &&
      url.pathname === `/compute/v1/projects/${this.project}/aggregated/instances`
    )
      return [200, this.instances(url.searchParams.get("filter")!)];
    return [404];
  }

  private instances(filter: string): string {
    const [, name] = /^\(name = "([^"]+)"\) \(status = "RUNNING"\)$/.exec(filter)!;
    const instances = [...this.machines.values()]
      .filter(({ hostname }) => hostname === name)
      .map(({ hostname, address, role }) => ({
        name: hostname,
        zone: `https://www.googleapis.com/compute/v1/projects/${this.project}/zones/${this.zone}`,
        networkInterfaces: [{ networkIP: address }],
        serviceAccounts: [{ email: role }],
      }));
    return JSON.stringify({ items: { [`zones/${this.zone}`]: { instances } } }, undefined, 1);
  }

  /** Workers read `node/` and `assets/` only. */
  private store(
    { method, headers }: IncomingMessage,
    { pathname }: URL,
    body: Buffer,
    { role }: CloudMachine,
  ): readonly [number, Buffer?] {
    const failure = this.storeFailures.shift();
    if (failure !== undefined) return [failure];
    const key = pathname.split("/").slice(2).join("/");
    const isWorker = role.startsWith("worker@");
    if (isWorker && (method !== "GET" || !/^(node|assets)\//.test(key))) return [403];
    if (method === "GET") {
      return this.objects.has(key) ? [200, this.objects.get(key)!] : [isWorker ? 403 : 404];
    }
    if (headers["x-goog-if-generation-match"] === "0" && this.objects.has(key)) return [412];
    this.objects.set(key, body);
    return [200];
  }
}

function tokenKey(): TokenKey {
  const folder = mkdtempSync(join(tmpdir(), "token-key-"));
  const [key, certificate] = [join(folder, "key"), join(folder, "certificate")];
  const options = ["-subj", "/CN=tokens", "-days", "2", "-nodes", "-newkey", "rsa:2048"];
  execFileSync("openssl", ["req", "-x509", ...options, "-keyout", key, "-out", certificate], {
    stdio: "ignore",
  });
  const pair = { key: readFileSync(key, "utf8"), certificate: readFileSync(certificate, "utf8") };
  rmSync(folder, { recursive: true });
  return pair;
}
