import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import project from "../cdktf.json";

const scratch = mkdtempSync(join(tmpdir(), "offline-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Runs Node without a network and without environment variables. */
function offline(args: readonly string[], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, ["--require", join(__dirname, "support", "no-network.js"), ...args], {
    encoding: "utf8",
    env: { PATH: dirname(process.execPath), ...env },
  });
}

test.each([
  ["a connection", `require("net").connect(443, "127.0.0.1").on("error", () => {})`],
  ["TLS", `require("tls").connect(443, "127.0.0.1").on("error", () => {})`],
  ["HTTP", `require("http").get("http://127.0.0.1/").on("error", () => {})`],
  ["HTTPS", `require("https").get("https://127.0.0.1/").on("error", () => {})`],
  ["HTTP/2", `require("http2").connect("http://127.0.0.1/").on("error", () => {})`],
  ["fetch", `fetch("http://127.0.0.1/").catch(() => {})`],
  ["a datagram", `require("dgram").createSocket("udp4").send("x", 53, "127.0.0.1")`],
  ["a DNS lookup", `require("dns").lookup("localhost", () => {})`],
  ["a DNS lookup with a promise", `require("dns").promises.resolve("localhost").catch(() => {})`],
  ["another program", `try { require("child_process").execSync("true") } catch {}`],
])("the guard detects %s, even if the error is caught", (_, code) => {
  const { status, stderr } = offline(["-e", code]);
  expect({ status, stderr }).toEqual({ status: 97, stderr: expect.stringMatching(/^not offline: /) });
});

test.each(["environments", "examples"])("all stacks of %s are synthesized without a network", (directory) => {
  const out = join(scratch, directory);
  const { status, stdout, stderr } = offline(project.app.split(" ").slice(1), {
    ENVIRONMENTS: directory,
    CDKTF_OUTDIR: out,
  });
  expect({ status, stderr: stderr.match(/not offline.*/)?.[0] }).toEqual({ status: 0, stderr: undefined });
  const stacks = readdirSync(join(out, "stacks"));
  expect(stacks.length).toBeGreaterThanOrEqual(readdirSync(directory).length);
  expect(stdout).toContain(`Terraform JSON of ${stacks.length} stacks`);
});

test("environments are checked and planned without a network", () => {
  const { status, stderr } = offline(["bin/cdktf-clusters.js", "validate", "--plan", "environments"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
