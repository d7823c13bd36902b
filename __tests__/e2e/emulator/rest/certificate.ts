import { join } from "node:path";
import { run } from "../../support/run";

/** A key and a self-signed certificate for 127.0.0.1 and other hosts. Providers trust it through `SSL_CERT_FILE`. */
export interface Certificate {
  readonly key: string;
  readonly certificate: string;
}

/**
 * Creates both files in a folder. Its owner removes them.
 *
 * @param hosts - names of other hosts, such as `*.vault.azure.net`
 */
export async function createCertificate(dir: string, hosts: readonly string[] = []): Promise<Certificate> {
  const names = ["IP:127.0.0.1", ...["localhost", ...hosts].map((host) => `DNS:${host}`)];
  const [key, certificate] = [join(dir, "emulator.key"), join(dir, "emulator.pem")];
  await run("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"],
    ...["-subj", "/CN=127.0.0.1", "-addext", `subjectAltName=${names.join(",")}`],
    ...["-keyout", key, "-out", certificate],
  ]);
  return { key, certificate };
}
