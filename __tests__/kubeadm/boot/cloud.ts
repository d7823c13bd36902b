import { execFileSync } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the cloud knows of a machine. */
export interface CloudMachine {
  readonly id: string;
  readonly hostname: string;
  readonly address: string;
  /** Role of the machine: `<account>/<name>`. */
  readonly role: string;
  /** Auto Scaling ends the machine, and waits for its answer. */
  readonly leaving?: boolean;
  /** EC2 has announced that it interrupts the Spot machine. */
  readonly interrupted?: boolean;
}

/** A person or program with credentials of the cloud, by the id of their key. */
export interface CloudPerson {
  readonly secret: string;
  readonly arn: string;
}

/** What a world needs of a stand-in for a cloud. */
export interface BootCloud {
  readonly objects: Map<string, Buffer>;
  readonly types: Map<string, string | undefined>;
  readonly hooks: string[];
  readonly machines: Map<string, CloudMachine>;
  readonly storeFailures: number[];
  /** Variables of the environment of machines. */
  readonly environment?: Readonly<Record<string, string>>;
  metadata(machine: CloudMachine | undefined, request: IncomingMessage, response: ServerResponse): void;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Answers a request when its whole body is here. */
export async function answerWhole(
  request: IncomingMessage,
  response: ServerResponse,
  answerOf: (
    body: Buffer,
  ) => readonly [status: number, text?: string | Buffer, headers?: Readonly<Record<string, string>>],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const [status, text, headers] = answerOf(Buffer.concat(chunks));
  response.writeHead(status, headers);
  response.end(text);
}

/**
 * A stand-in for the parts of AWS that the boot program uses: the metadata service, S3, EC2, Auto Scaling and STS. It checks tokens of the
 * metadata service and signatures of STS.
 */
export class Cloud implements BootCloud {
  readonly account = "111122223333";
  readonly objects = new Map<string, Buffer>();
  /** The content types of the objects. */
  readonly types = new Map<string, string | undefined>();
  readonly hooks: string[] = [];
  readonly machines = new Map<string, CloudMachine>();
  readonly people = new Map<string, CloudPerson>();
  /** Statuses with which the store answers the next requests instead. */
  readonly storeFailures: number[] = [];
  /** Services that answer 503. */
  readonly unavailable = new Set<string>();

  /** @param attach - attaches a disk to a machine; returns false if another machine has it */
  constructor(private readonly attach: (machine: string, disk: string) => boolean) {}

  /** Answers a request of the metadata service. */
  metadata(machine: CloudMachine | undefined, request: IncomingMessage, response: ServerResponse): void {
    const { url, headers, method } = request;
    const text =
      method === "PUT" && url === "/latest/api/token"
        ? "TOKEN"
        : machine && headers["x-aws-ec2-metadata-token"] === "TOKEN"
          ? this.metadataOf(machine)[url!.replace("/latest/", "")]
          : undefined;
    response.writeHead(text === undefined ? 404 : 200);
    response.end(text);
  }

  private metadataOf(machine: CloudMachine): Record<string, string> {
    const { id, address, hostname, role, leaving = false, interrupted = false } = machine;
    const credentials = { AccessKeyId: `KEY-${id}`, SecretAccessKey: `SECRET-${id}`, Token: `TOKEN${id}==` };
    return {
      "meta-data/instance-id": id,
      "meta-data/autoscaling/target-lifecycle-state": leaving ? "Terminated" : "InService",
      ...(interrupted && {
        "meta-data/spot/instance-action": '{"action":"terminate","time":"2026-11-30T12:00:00Z"}',
      }),
      "meta-data/placement/availability-zone": "eu-central-1a",
      "meta-data/local-ipv4": address,
      "meta-data/local-hostname": hostname,
      "meta-data/iam/security-credentials/": role,
      [`meta-data/iam/security-credentials/${role}`]: JSON.stringify(
        { Code: "Success", ...credentials },
        undefined,
        2,
      ),
      "dynamic/instance-identity/document": JSON.stringify(
        { accountId: this.account, instanceId: id },
        undefined,
        2,
      ),
    };
  }

  /** Answers a request to an API. The name of the host is that of the service. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return answerWhole(request, response, (body) => this.answerOf(request, body));
  }

  private answerOf(request: IncomingMessage, body: Buffer): readonly [number, (string | Buffer)?] {
    const [service] = request.headers.host!.split(".");
    if (this.unavailable.has(service)) return [503];
    if (service === "s3") return this.store(request, body);
    if (service === "sts" && request.method === "GET") return this.presigned(request);
    if (service === "sts") return this.sts(request, body.toString());
    const query = new URLSearchParams(body.toString());
    const action = query.get("Action");
    switch (action) {
      case "AttachVolume":
        return this.attach(query.get("InstanceId")!, query.get("VolumeId")!)
          ? [200, "<AttachVolumeResponse/>"]
          : [400, "<Error><Code>VolumeInUse</Code></Error>"];
      case "CompleteLifecycleAction":
      case "RecordLifecycleActionHeartbeat": {
        const [hook, result] = [query.get("LifecycleHookName"), query.get("LifecycleActionResult")];
        const name = hook === "ready" ? [] : [hook];
        if (hook !== "ready" && this.machines.get(query.get("InstanceId")!)?.leaving !== true)
          return [400, "<Error><Message>No active Lifecycle Action found</Message></Error>"];
        this.hooks.push([query.get("InstanceId"), ...name, result ?? "heartbeat"].join(" "));
        return [200, `<${action}Response/>`];
      }
      case "DescribeInstances":
        return [200, this.describe(query.get("Filter.1.Name")!, query.get("Filter.1.Value.1")!)];
      default:
        return [400, "<Error><Code>InvalidAction</Code></Error>"];
    }
  }

  private describe(filter: string, wanted: string): string {
    const found = [...this.machines.values()].filter(({ id, hostname, address }) => {
      const values: Record<string, string> = {
        "instance-id": id,
        "private-dns-name": hostname,
        "private-ip-address": address,
      };
      return values[filter] === wanted;
    });
    const items = found.map(
      ({ hostname, address }) =>
        `<item><privateDnsName>${hostname}</privateDnsName><privateIpAddress>${address}</privateIpAddress></item>`,
    );
    return `<DescribeInstancesResponse>${items.join("")}</DescribeInstancesResponse>`;
  }

  /** Path-style S3 with one bucket. Workers read `node/` and `assets/` only. */
  private store({ method, url, headers }: IncomingMessage, body: Buffer): readonly [number, Buffer?] {
    const failure = this.storeFailures.shift();
    if (failure !== undefined) return [failure];
    const key = url!.split("/").slice(2).join("/");
    const [, id] = /^AWS4-HMAC-SHA256 Credential=KEY-([^/]+)/.exec(headers.authorization ?? "") ?? [];
    const machine = this.machines.get(id ?? "");
    if (!machine) return [403];
    if (headers["x-amz-content-sha256"] !== createHash("sha256").update(body).digest("hex")) return [400];
    const isWorker = machine.role.endsWith("-worker");
    if (isWorker && (method !== "GET" || !/^(node|assets)\//.test(key))) return [403];
    if (method === "GET")
      return this.objects.has(key) ? [200, this.objects.get(key)!] : [isWorker ? 403 : 404];
    if (headers["if-none-match"] === "*" && this.objects.has(key)) return [412];
    this.objects.set(key, body);
    this.types.set(key, headers["content-type"]);
    return [200];
  }

  /** Answers who signed an address, as STS does for the tokens of people. */
  private presigned({ headers, url }: IncomingMessage): readonly [number, string] {
    const query = new URL(url!, "https://sts").searchParams;
    const [id, ...scope] = (query.get("X-Amz-Credential") ?? "").split("/");
    const person = this.people.get(id);
    if (!person) return [403, "InvalidClientTokenId"];
    const names = query.get("X-Amz-SignedHeaders")!;
    const parameters = [...query]
      .filter(([name]) => name !== "X-Amz-Signature")
      .map((pair) => pair.map(encodeURIComponent).join("="))
      .sort();
    const signed = names.split(";").map((name) => `${name}:${String(headers[name])}`);
    const canonical = ["GET", "/", parameters.join("&"), ...signed, "", names, hash("")].join("\n");
    if (
      signatureOf(person.secret, scope.join("/"), query.get("X-Amz-Date")!, canonical) !==
      query.get("X-Amz-Signature")
    )
      return [403, "SignatureDoesNotMatch"];
    const session = person.arn.split("/").at(-1)!;
    const identity = { Account: this.account, Arn: person.arn, UserId: `AROA${id}:${session}` };
    return [200, JSON.stringify({ GetCallerIdentityResponse: { GetCallerIdentityResult: identity } })];
  }

  /** Answers who signed a request, as STS does: the signature covers the headers that it names. */
  private sts({ headers }: IncomingMessage, body: string): readonly [number, string] {
    const match =
      /^AWS4-HMAC-SHA256 Credential=KEY-([^/]+)\/(.*), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
        headers.authorization ?? "",
      );
    const machine = this.machines.get(match?.[1] ?? "");
    if (!match || !machine) return [403, "InvalidClientTokenId"];
    const [, id, scope, names, signature] = match;
    const signed = names.split(";").map((name) => `${name}:${String(headers[name])}`);
    const canonical = ["POST", "/", "", ...signed, "", names, hash(body)].join("\n");
    if (signatureOf(`SECRET-${id}`, scope, headers["x-amz-date"] as string, canonical) !== signature)
      return [403, "SignatureDoesNotMatch"];
    return [200, `<Arn>arn:aws:sts::${this.account}:assumed-role/${machine.role}/${id}</Arn>`];
  }
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

/** A signature of AWS, version 4. */
function signatureOf(secret: string, scope: string, date: string, canonical: string): string {
  const key = scope
    .split("/")
    .reduce<string | Buffer>(
      (above, part) => createHmac("sha256", above).update(part).digest(),
      `AWS4${secret}`,
    );
  const text = ["AWS4-HMAC-SHA256", date, scope, hash(canonical)].join("\n");
  return createHmac("sha256", key).update(text).digest("hex");
}

/** A key and a certificate for the servers of the APIs, in PEM. */
export function serverCertificate(): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), "boot-tls-"));
  const [key, cert] = [join(folder, "key"), join(folder, "cert")];
  const names = ["s3", "ec2", "autoscaling", "sts"].map((name) => `DNS:${name}.eu-central-1.amazonaws.com`);
  execFileSync(
    "openssl",
    [
      ...[
        "req",
        "-x509",
        "-subj",
        "/CN=cloud",
        "-addext",
        `subjectAltName=${names.join(",")}`,
        "-days",
        "2",
        "-nodes",
      ],
      ...["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-keyout", key, "-out", cert],
    ],
    { stdio: "ignore" },
  );
  const pair = { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  rmSync(folder, { recursive: true });
  return pair;
}
