import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a machine of AWS reads about itself, by path below `/latest`. */
export type Metadata = Readonly<Record<string, string>>;

/**
 * The metadata service of one machine, on loopback.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-categories.html
 */
export class MetadataServer {
  private constructor(
    private readonly server: Server,
    readonly endpoint: string,
  ) {}

  static async start(values: Metadata): Promise<MetadataServer> {
    const server = createServer(({ method, url }, answer) => {
      const path = url!.replace(/^\/latest\//, "");
      if (method === "PUT" && path === "api/token") {
        answer.writeHead(200, { "x-aws-ec2-metadata-token-ttl-seconds": "21600" }).end("token");
        return;
      }
      const text = values[path];
      answer.writeHead(text === undefined ? 404 : 200).end(text);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return new MetadataServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
