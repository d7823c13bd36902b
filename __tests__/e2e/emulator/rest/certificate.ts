import { join } from "node:path";
import { run } from "../../support/run";

/** A key and a self-signed certificate for 127.0.0.1. Providers trust it through `SSL_CERT_FILE`. */
export interface Certificate {
  readonly key: string;
  readonly certificate: string;
}

/** Creates both files in a folder. Its owner removes them. */
export async function createCertificate(dir: string): Promise<Certificate> {
  const [key, certificate] = [join(dir, "emulator.key"), join(dir, "emulator.pem")];
  await run("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"],
    ...["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"],
    ...["-keyout", key, "-out", certificate],
  ]);
  return { key, certificate };
}
