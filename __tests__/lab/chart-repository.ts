import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createCertificate } from "../e2e/emulator/rest/certificate";
import { runHelm } from "../workloads/helm";

/** A Helm repository on loopback with the charts of a folder. */
export class ChartRepository {
  private constructor(
    private readonly folder: string,
    private readonly server: Server,

    /** The file of its certificate. */
    readonly certificate: string,
  ) {}

  static async start(charts: string): Promise<ChartRepository> {
    const folder = mkdtempSync(join(tmpdir(), "charts-"));
    for (const name of readdirSync(charts)) copyFileSync(join(charts, name), join(folder, name));
    runHelm("repo", "index", folder);
    const { key, certificate } = await createCertificate(folder);
    const tls = { key: readFileSync(key), cert: readFileSync(certificate) };
    const server = createServer(tls, ({ url }, outgoing) => {
      const file = join(folder, basename(url!));
      if (!/\.(tgz|yaml)$/.test(file) || !existsSync(file)) outgoing.writeHead(404).end();
      else outgoing.writeHead(200).end(readFileSync(file));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return new ChartRepository(folder, server, certificate);
  }

  get url(): string {
    return `https://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
