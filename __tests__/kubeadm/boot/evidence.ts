import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Machine, World } from "./world";

/** The program without its last statement, which starts a command. */
export function functionsOf(machine: Machine): string {
  const program = machine.read("usr/local/lib/kubernetes-boot/boot.sh");
  return program.slice(0, program.lastIndexOf("case ${1-} in"));
}

/** The proof that a machine makes for a request. */
export async function proofOf(machine: Machine, text: string): Promise<string> {
  const hash = createHash("sha256").update(text).digest("hex");
  const script = `${functionsOf(machine)}\ncloud identity\ncloud proof ${hash} | base64 -w 0`;
  const { stdout } = await promisify(execFile)("bash", ["-c", script], { env: machine.environment });
  return stdout;
}

/** A request for a certificate, in base64 of its PEM. */
export function requestFor(name: string, names: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), "request-"));
  try {
    const file = join(folder, "request");
    writeFileSync(file, "");
    const options = ["-new", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
    const subject = ["-keyout", "/dev/null", "-subj", `/O=system:nodes/CN=system:node:${name}`, "-out", file];
    const extension = names.length > 0 ? ["-addext", `subjectAltName=${names.join(",")}`] : [];
    execFileSync("openssl", ["req", ...options, ...subject, ...extension], { stdio: "ignore" });
    return readFileSync(file).toString("base64");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A second run finds nothing to do. */
export async function expectIdempotent(world: World, machine: Machine): Promise<void> {
  const before = {
    members: world.read("members"),
    nodes: world.list("nodes"),
    hooks: [...world.cloud.hooks],
  };
  const calls = machine.calls().length;
  expect((await machine.run("boot")).output).toContain("nothing to do: this machine is a node");
  expect({ members: world.read("members"), nodes: world.list("nodes"), hooks: world.cloud.hooks }).toEqual(
    before,
  );
  expect(
    machine
      .calls()
      .slice(calls)
      .filter((call) => /^kubeadm (init|join)|^mkfs|member remove/.test(call)),
  ).toEqual([]);
  expect(machine.calls().at(-1)).toBe("systemctl start kubelet");
}
