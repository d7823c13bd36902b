import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCertificate } from "../e2e/emulator/rest/certificate";

const digestOf = (content: Buffer): string => `sha256:${createHash("sha256").update(content).digest("hex")}`;

/** The media types of a chart: https://helm.sh/docs/topics/registries/ */
const types = {
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.cncf.helm.config.v1+json",
  chart: "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
} as const;

/** A content of the registry. */
interface Content {
  readonly type: string;
  readonly content: Buffer;
}

/**
 * An OCI registry on loopback: the part of its protocol that reads.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export class ChartRegistry {
  private readonly manifests = new Map<string, Content>();
  private readonly blobs = new Map<string, Content>();
  private readonly tags = new Map<string, string[]>();

  private constructor(
    private readonly folder: string,
    private readonly server: Server,

    /** The file of its certificate. */
    readonly certificate: string,
  ) {
    server.on("request", ({ url = "" }, outgoing) => {
      const found = this.answer(url.replace(/\?.*$/, ""));
      if (found === undefined) return outgoing.writeHead(404).end();
      const { type, content } = found;
      return outgoing
        .writeHead(200, {
          "content-type": type,
          "content-length": content.length,
          "docker-content-digest": digestOf(content),
        })
        .end(content);
    });
  }

  static async start(): Promise<ChartRegistry> {
    const folder = mkdtempSync(join(tmpdir(), "registry-"));
    const { key, certificate } = await createCertificate(folder);
    const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return new ChartRegistry(folder, server, certificate);
  }

  /** The value of `charts.repository`. */
  get repository(): string {
    return `oci://127.0.0.1:${(this.server.address() as AddressInfo).port}/charts`;
  }

  /** Stores a chart, and returns its digest. */
  push(name: string, version: string, file: string): string {
    const chart = readFileSync(file);
    const config = Buffer.from(JSON.stringify({ name, version, apiVersion: "v2" }));
    const blob = (type: string, content: Buffer) => {
      this.blobs.set(digestOf(content), { type: "application/octet-stream", content });
      return { mediaType: type, digest: digestOf(content), size: content.length };
    };
    const content = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: types.manifest,
        config: blob(types.config, config),
        layers: [blob(types.chart, chart)],
      }),
    );
    const digest = digestOf(content);
    for (const reference of [version, digest])
      this.manifests.set(`${name} ${reference}`, { type: types.manifest, content });
    this.tags.set(name, [...(this.tags.get(name) ?? []), version]);
    return digest;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private answer(path: string): Content | undefined {
    const json = (value: object): Content => ({
      type: "application/json",
      content: Buffer.from(JSON.stringify(value)),
    });
    if (path === "/v2/") return json({});
    const [, name, kind, reference] =
      /^\/v2\/charts\/([^/]+)\/(manifests|blobs|tags)\/(.+)$/.exec(path) ?? [];
    if (kind === "tags") return json({ name: `charts/${name}`, tags: this.tags.get(name) ?? [] });
    return kind === "blobs" ? this.blobs.get(reference) : this.manifests.get(`${name} ${reference}`);
  }
}
