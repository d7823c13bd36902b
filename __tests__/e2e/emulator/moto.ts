import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../support/run";

/** The account of moto: https://docs.getmoto.org/en/latest/docs/multi_account.html */
export const MOTO_ACCOUNT = "123456789012";

const E2E = join(__dirname, "..");
const CACHE = join(E2E, "../../node_modules/.cache/cdktf-clusters-e2e");
const REQUIREMENTS = join(E2E, "requirements.txt");

export interface Moto {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** The Python of the virtual environment with the pinned moto and the AWS CLI, which exists after {@link installMoto}. */
export function venvPython(): string {
  const hash = createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex").slice(0, 16);
  return join(CACHE, hash, "bin/python");
}

/** Creates the virtual environment on first use and when the pins change. */
export async function installMoto(): Promise<string> {
  const python = venvPython();
  const venv = join(python, "../..");
  const complete = join(venv, "complete");
  if (existsSync(complete)) return python;

  await rm(venv, { recursive: true, force: true });
  await mkdir(CACHE, { recursive: true });
  await run(process.env.PYTHON ?? "python3", ["-m", "venv", venv]);
  await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS]);
  await writeFile(complete, "");
  return python;
}

export async function startMoto(): Promise<Moto> {
  const python = await installMoto();
  const server = spawn(python, [join(__dirname, "moto_server.py")], {
    stdio: ["pipe", "ignore", "pipe"],
    // Creates the AWS managed policies, which roles use.
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: "true", PYTHONUNBUFFERED: "1" },
  });
  const endpoint = await announcedEndpoint(server);
  return { endpoint, stop: () => stop(server) };
}

/** The server selects a free port, and prints it to standard error when it listens. */
function announcedEndpoint(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = "";
    const fail = (reason: string) => reject(new Error(`moto did not start: ${reason}\n${log}`));
    const timer = setTimeout(() => fail("no answer in 300 s"), 300_000);
    server.once("exit", (code) => fail(`exit code ${code}`));
    server.once("error", (error) => fail(error.message));
    // Continues reading after that, because a full pipe would block the server.
    server.stderr!.setEncoding("utf8").on("data", (text: string) => {
      if (log.length < 10_000) log += text;
      const [, endpoint] = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(log) ?? [];
      if (!endpoint) return;
      clearTimeout(timer);
      resolve(endpoint);
    });
  });
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once("exit", () => resolve());
    server.kill();
  });
}
