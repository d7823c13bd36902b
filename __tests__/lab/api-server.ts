import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The token of an administrator, which ends with the server. */
export const token = "administrator-of-the-lab";

/**
 * A real kube-apiserver with a real etcd on loopback. Without {@link ApiServer.startControllers} objects are stored and checked, and no
 * pod runs.
 */
export class ApiServer {
  readonly folder = mkdtempSync(join(tmpdir(), "api-server-"));
  readonly kubeconfig = join(this.folder, "kubeconfig.json");
  private readonly processes: ChildProcess[] = [];
  private port = 0;

  constructor(
    private readonly kubernetes: string,
    private readonly etcd = "3.6.8",
  ) {}

  get endpoint(): string {
    return `https://127.0.0.1:${this.port}`;
  }

  /** Its certificate, which is its own authority. */
  get certificate(): string {
    return readFileSync(join(this.folder, "tls.crt"), "utf8");
  }

  /** Builds what is missing in the cache of the lab, starts the programs, and waits until the server is ready. */
  async start(): Promise<void> {
    const kubernetes = built("kubernetes", this.kubernetes);
    const etcd = built("etcd", this.etcd);
    const [client, peer] = [await freePort(), await freePort()].map((port) => `http://127.0.0.1:${port}`);
    this.port = await freePort();
    this.writeKeys();
    writeFileSync(join(this.folder, "tokens.csv"), `${token},administrator,1,system:masters\n`);
    writeFileSync(this.kubeconfig, JSON.stringify(this.clientConfig()), { mode: 0o600 });
    this.run("etcd", join(etcd, "etcd"), {
      "data-dir": join(this.folder, "etcd"),
      "listen-client-urls": client,
      "advertise-client-urls": client,
      "listen-peer-urls": peer,
      "initial-advertise-peer-urls": peer,
      "initial-cluster": `default=${peer}`,
      "unsafe-no-fsync": "true",
    });
    this.run("kube-apiserver", join(kubernetes, "kube-apiserver"), {
      "etcd-servers": client,
      "bind-address": "127.0.0.1",
      "advertise-address": "192.0.2.1",
      "endpoint-reconciler-type": "none",
      "secure-port": String(this.port),
      "tls-cert-file": join(this.folder, "tls.crt"),
      "tls-private-key-file": join(this.folder, "tls.key"),
      "service-account-key-file": join(this.folder, "accounts.key"),
      "service-account-signing-key-file": join(this.folder, "accounts.key"),
      "service-account-issuer": "https://kubernetes.default.svc",
      "service-cluster-ip-range": "10.96.0.0/16",
      "token-auth-file": join(this.folder, "tokens.csv"),
      "authorization-mode": "RBAC",
      // As kubeadm sets it: networks of pods and drivers need it.
      "allow-privileged": "true",
      // Webhooks are called at the addresses of their pods: no kube-proxy knows those of Services.
      "enable-aggregator-routing": "true",
    });
    for (let tries = 0; tries < 180; tries++) {
      try {
        this.kubectl("get", "--raw", "/readyz");
        return;
      } catch {
        await sleep(500);
      }
    }
    throw new Error(`kube-apiserver is not ready:\n${this.log("kube-apiserver")}`);
  }

  /** Starts the scheduler, and the controllers except those that check nodes by the reports of kubelets. */
  async startControllers(): Promise<void> {
    const programs = built("kubernetes", this.kubernetes);
    const options = { kubeconfig: this.kubeconfig, "leader-elect": "false", "cert-dir": this.folder };
    this.run("kube-scheduler", join(programs, "kube-scheduler"), {
      ...options,
      "secure-port": String(await freePort()),
    });
    this.run("kube-controller-manager", join(programs, "kube-controller-manager"), {
      ...options,
      "secure-port": String(await freePort()),
      controllers: "*,-node-lifecycle-controller,-taint-eviction-controller",
      "service-account-private-key-file": join(this.folder, "accounts.key"),
      "root-ca-file": join(this.folder, "tls.crt"),
    });
  }

  /** Calls the API as the administrator. A missing object is undefined. */
  call<T>(method: string, path: string, body?: object): Promise<T | undefined> {
    const type = method === "PATCH" ? "application/merge-patch+json" : "application/json";
    const headers = { authorization: `Bearer ${token}`, "content-type": type };
    const { certificate: ca } = this;
    return new Promise((done, fail) => {
      const call = request(`${this.endpoint}${path}`, { method, ca, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => (text += part));
        answer.on("error", fail).on("end", () => {
          if (answer.statusCode === 404) done(undefined);
          else if (answer.statusCode! < 300) done(JSON.parse(text) as T);
          else fail(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
        });
      });
      call.setTimeout(10_000, () => call.destroy(new Error(`${method} ${path}: no answer`)));
      call.on("error", fail).end(body && JSON.stringify(body));
    });
  }

  /** Runs kubectl as the administrator, and returns what it prints. */
  kubectl(...args: string[]): string {
    return execFileSync("kubectl", ["--kubeconfig", this.kubeconfig, ...args], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  /** Whether an identity may do something: `kubectl auth can-i`. */
  can(user: string, ...request: string[]): boolean {
    try {
      return this.kubectl("auth", "can-i", ...request, "--as", user).trim() === "yes";
    } catch (failure) {
      if ((failure as { stdout?: string }).stdout?.trim() === "no") return false;
      throw failure;
    }
  }

  stop(): void {
    for (const process of this.processes.reverse()) process.kill("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(name: string, program: string, options: Readonly<Record<string, string>>): void {
    const log = openSync(join(this.folder, `${name}.log`), "a");
    const args = Object.entries(options).map(([option, value]) => `--${option}=${value}`);
    this.processes.push(spawn(program, args, { stdio: ["ignore", log, log] }));
  }

  private log(name: string): string {
    return readFileSync(join(this.folder, `${name}.log`), "utf8").slice(-2000);
  }

  private writeKeys(): void {
    const openssl = (...args: string[]) =>
      execFileSync("openssl", args, { cwd: this.folder, stdio: "ignore" });
    const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", "tls.key", "-out", "tls.crt"];
    openssl(
      "req",
      "-x509",
      ...key,
      "-days",
      "2",
      "-subj",
      "/CN=lab",
      "-addext",
      "subjectAltName=IP:127.0.0.1",
    );
    openssl("genrsa", "-out", "accounts.key", "2048");
  }

  private clientConfig(): object {
    const name = "lab";
    return {
      apiVersion: "v1",
      kind: "Config",
      clusters: [
        { name, cluster: { server: this.endpoint, "certificate-authority": join(this.folder, "tls.crt") } },
      ],
      users: [{ name, user: { token } }],
      contexts: [{ name, context: { cluster: name, user: name } }],
      "current-context": name,
    };
  }
}

/** The folder of programs that the lab built. */
function built(program: string, version: string): string {
  const script = resolve("__tests__/lab/build.sh");
  return execFileSync(script, [program, version], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  }).trim();
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
