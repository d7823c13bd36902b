import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerWhole, type BootCloud, type CloudMachine } from "./cloud";

/** Path of the certificate authority that signs the certificate of the metadata service. */
const issuerPath = "/pkiops/certs/Test%20CA.crt";

/** Who signs a document: the metadata service, another server with a valid certificate, or one with its own certificate authority. */
export type Signer = "azure" | "other" | "foreign";

/**
 * A stand-in for the parts of Azure that the boot program uses: the metadata service, Blob Storage, Azure Resource Manager and the server of
 * certificates. The role of a machine is the client id of its identity.
 */
export class AzureCloud implements BootCloud {
  readonly group = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/Production-Main";
  readonly objects = new Map<string, Buffer>();
  readonly types = new Map<string, string | undefined>();
  /** What Azure announces to all machines. */
  readonly events: Readonly<Record<string, unknown>>[] = [];
  readonly hooks: string[] = [];
  readonly machines = new Map<string, CloudMachine>();
  readonly storeFailures: number[] = [];

  /** Azure Resource Manager, or the server of certificates, answers 503. */
  unavailable?: "management" | "certificates";

  /** Code of the error of a missing object. */
  missing = "BlobNotFound";
  signer: Signer = "azure";

  /** Fields that replace those of signed documents. */
  document: Readonly<Record<string, unknown>> = {};

  private readonly folder = mkdtempSync(join(tmpdir(), "azure-cloud-"));

  constructor() {
    const ca = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"];
    const leaf = ["extendedKeyUsage=serverAuth,clientAuth"];
    const issuer = `authorityInfoAccess=caIssuers;URI:http://www.microsoft.com${issuerPath}`;
    this.certify("root", "Test Root", ca);
    this.certify("ca", "Test CA", ca, "root");
    this.certify("azure", "westeurope.metadata.azure.com", [...leaf, issuer], "ca");
    this.certify("other", "metadata.azure.com.example.com", [...leaf, issuer], "ca");
    this.certify("foreign", "metadata.azure.com", leaf);
  }

  get environment(): Record<string, string> {
    return { SSL_CERT_FILE: join(this.folder, "root.pem") };
  }

  stop(): void {
    rmSync(this.folder, { recursive: true });
  }

  private openssl(...args: string[]): void {
    execFileSync("openssl", args, { cwd: this.folder, stdio: "ignore" });
  }

  /** Creates a key and a certificate of an issuer, or one that signs itself. */
  private certify(name: string, subject: string, extensions: readonly string[], by?: string): void {
    writeFileSync(join(this.folder, `${name}.ext`), extensions.join("\n"));
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    this.openssl(
      "req",
      "-new",
      ...key,
      "-subj",
      `/CN=${subject}`,
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.csr`,
    );
    const signer = by ? ["-CA", `${by}.pem`, "-CAkey", `${by}.key`] : ["-signkey", `${name}.key`];
    const request = ["-req", "-in", `${name}.csr`, "-days", "2", "-extfile", `${name}.ext`];
    this.openssl("x509", ...request, ...signer, "-out", `${name}.pem`);
    this.openssl("x509", "-in", `${name}.pem`, "-outform", "DER", "-out", `${name}.der`);
  }

  metadata(machine: CloudMachine | undefined, request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url!, "http://metadata");
    let text: string | Buffer | undefined;
    if (url.pathname === issuerPath && this.unavailable !== "certificates")
      text = readFileSync(join(this.folder, "ca.der"));
    else if (machine && request.headers.metadata === "true" && request.method === "POST") {
      void answerWhole(request, response, (body) => this.approve(body));
      return;
    } else if (machine && request.headers.metadata === "true") text = this.metadataOf(machine, url);
    response.writeHead(text === undefined ? 404 : 200);
    response.end(text);
  }

  private metadataOf(machine: CloudMachine, { pathname, searchParams }: URL): string | undefined {
    const values: Record<string, string> = {
      "compute/name": this.nameOf(machine),
      "compute/vmId": this.idOf(machine).toUpperCase(),
      "compute/osProfile/computerName": machine.hostname.toUpperCase(),
      "compute/resourceId": this.pathOf(machine),
      "network/interface/0/ipv4/ipAddress/0/privateIpAddress": machine.address,
    };
    const path = pathname.replace("/metadata/", "");
    if (path.startsWith("instance/")) {
      const isText = searchParams.get("format") === "text" && searchParams.has("api-version");
      return isText ? values[path.replace("instance/", "")] : undefined;
    }
    if (path === "identity/oauth2/token" && searchParams.get("client_id") === machine.role) {
      const service = new URL(searchParams.get("resource")!).host;
      return JSON.stringify({ access_token: `${service}|${machine.id}`, token_type: "Bearer" });
    }
    if (path === "attested/document") {
      const nonce = searchParams.get("nonce")!;
      if (!/^\d{10}$/.test(nonce)) return undefined;
      return JSON.stringify({ encoding: "pkcs7", signature: this.sign(machine, nonce) });
    }
    return path === "scheduledevents" && searchParams.has("api-version")
      ? JSON.stringify({ DocumentIncarnation: 1, Events: this.events }, undefined, 1)
      : undefined;
  }

  /** A document that is valid for six hours. */
  private sign(machine: CloudMachine, nonce: string): string {
    const content = {
      licenseType: "",
      nonce,
      plan: { name: "", product: "", publisher: "" },
      sku: "server",
      subscriptionId: this.group.split("/")[2],
      timeStamp: { createdOn: this.time("now"), expiresOn: this.time("6 hours") },
      vmId: this.idOf(machine),
      ...this.document,
    };
    writeFileSync(join(this.folder, "content"), JSON.stringify(content));
    const { signer } = this;
    const signing = ["-sign", "-binary", "-nodetach", "-outform", "DER", "-in", "content", "-out", "signed"];
    // Another signer adds the certificate of the metadata service.
    const more = signer === "other" ? ["-certfile", "azure.pem"] : [];
    this.openssl("cms", ...signing, "-signer", `${signer}.pem`, "-inkey", `${signer}.key`, ...more);
    return readFileSync(join(this.folder, "signed"), "base64");
  }

  /** A time as documents have it. Tests have a fixed day, but the program has the real one. */
  time(text: string): string {
    return execFileSync("date", ["-u", "-d", text, "+%m/%d/%y %H:%M:%S -0000"], { encoding: "utf8" }).trim();
  }

  /** Announces an event of a machine. */
  announce(machine: CloudMachine, EventType: string, changes: object = {}): void {
    const EventId = `event-${this.events.length}`;
    const Resources = [this.nameOf(machine)];
    const more = { ResourceType: "VirtualMachine", EventStatus: "Scheduled", EventSource: "User" };
    this.events.push({ EventId, EventType, Resources, ...more, ...changes });
  }

  /** Lets events start. */
  private approve(body: Buffer): readonly [number] {
    const { StartRequests } = JSON.parse(body.toString()) as { StartRequests: { EventId: string }[] };
    const known = this.events.map(({ EventId }) => EventId);
    if (!StartRequests.every(({ EventId }) => known.includes(EventId))) return [400];
    this.hooks.push(...StartRequests.map(({ EventId }) => EventId));
    return [200];
  }

  private nameOf = ({ id, hostname }: CloudMachine): string => `${hostname.slice(0, -7)}_${id}`;

  private idOf = ({ id }: CloudMachine): string => `00000000-aaaa-0000-0000-${id.padStart(12, "0")}`;

  private pathOf({ id, hostname, role }: CloudMachine): string {
    const compute = `${this.group}/providers/Microsoft.Compute`;
    return role === "worker-client"
      ? `${compute}/virtualMachineScaleSets/${hostname.slice(0, -7)}/virtualMachines/${id}`
      : `${compute}/virtualMachines/vm-${id}`;
  }

  answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return answerWhole(request, response, (body) => this.answerOf(request, body));
  }

  private answerOf(
    request: IncomingMessage,
    body: Buffer,
  ): readonly [number, (string | Buffer)?, Record<string, string>?] {
    const url = new URL(request.url!, `https://${request.headers.host!}`);
    const [, service, id] = /^Bearer (.+)\|(.+)$/.exec(request.headers.authorization ?? "") ?? [];
    const machine = this.machines.get(id ?? "");
    if (!machine) return [401];
    if (url.host === "productionmainstore.blob.core.windows.net" && service === "storage.azure.com")
      return this.store(request, url, body, machine);
    if (url.host !== "management.azure.com" || service !== url.host || machine.role === "worker-client")
      return [403];
    if (this.unavailable === "management") return [503];
    const path = url.pathname.replace("/networkInterfaces", "");
    const found = [...this.machines.values()].find((one) => this.pathOf(one) === path);
    if (!found || !url.searchParams.has("api-version")) return [404];
    const answer =
      path === url.pathname
        ? { properties: { osProfile: { computerName: found.hostname }, vmId: this.idOf(found) } }
        : {
            value: [
              { properties: { ipConfigurations: [{ properties: { privateIPAddress: found.address } }] } },
            ],
          };
    return [200, JSON.stringify(answer)];
  }

  /** Workers read the containers `node` and `assets` only. */
  private store(
    { method, headers }: IncomingMessage,
    { pathname }: URL,
    body: Buffer,
    { role }: CloudMachine,
  ): readonly [number, Buffer?, Record<string, string>?] {
    const failure = this.storeFailures.shift();
    if (failure !== undefined) return [failure];
    if (headers["x-ms-version"] === undefined || !/^\w{3}, .* GMT$/.test(String(headers["x-ms-date"])))
      return [400];
    const [, container, ...parts] = pathname.split("/");
    const key = parts.join("/");
    const folder = key.split("/")[0];
    if (container !== (["node", "assets"].includes(folder) ? folder : "control-plane")) return [403];
    if (role === "worker-client" && (method !== "GET" || container === "control-plane")) return [403];
    if (method === "GET") {
      const object = this.objects.get(key);
      return object ? [200, object] : [404, undefined, { "x-ms-error-code": this.missing }];
    }
    if (headers["x-ms-blob-type"] !== "BlockBlob") return [400];
    if (headers["if-none-match"] === "*" && this.objects.has(key))
      return [409, undefined, { "x-ms-error-code": "BlobAlreadyExists" }];
    this.objects.set(key, body);
    return [201];
  }
}
