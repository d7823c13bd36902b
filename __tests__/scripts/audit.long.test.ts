import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { callScript } from "./modules";

/** The format of a report of npm 7 and later: https://docs.npmjs.com/cli/commands/npm-audit, `auditReportVersion` 2. */
const report = {
  auditReportVersion: 2,
  vulnerabilities: {
    inner: {
      name: "inner",
      severity: "high",
      isDirect: false,
      via: [
        {
          source: 1,
          name: "inner",
          dependency: "inner",
          title: "Reads too much",
          url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
          severity: "high",
          range: "<2.0.0",
        },
      ],
      effects: ["outer"],
      range: "<2.0.0",
      nodes: ["node_modules/inner"],
      fixAvailable: true,
    },
    outer: {
      name: "outer",
      severity: "high",
      isDirect: true,
      via: ["inner"],
      effects: [],
      range: "*",
      nodes: ["node_modules/outer"],
      fixAvailable: true,
    },
  },
  metadata: { vulnerabilities: { high: 2, total: 2 } },
};
const explanation = { advisory: "GHSA-aaaa-bbbb-cccc", package: "inner", reason: "never called" };

test.each([
  [
    "an advisory without an explanation",
    report,
    [],
    { problems: ["inner <2.0.0: high: Reads too much (https://github.com/advisories/GHSA-aaaa-bbbb-cccc)"] },
  ],
  ["an explained advisory", report, [explanation], { answered: true, found: 1, problems: [] }],
  [
    "an explanation without a reason",
    report,
    [{ ...explanation, reason: "" }],
    { problems: [expect.stringContaining("Reads too much"), expect.stringContaining("no longer found")] },
  ],
  [
    "an explanation with a blank reason",
    report,
    [{ ...explanation, reason: " " }],
    { problems: [expect.stringContaining("Reads too much"), expect.stringContaining("no longer found")] },
  ],
  [
    "an explanation without an advisory",
    { auditReportVersion: 2, vulnerabilities: {} },
    [explanation],
    { problems: ["security/advisories.json: GHSA-aaaa-bbbb-cccc is no longer found for inner"] },
  ],
  [
    "no advisory",
    { auditReportVersion: 2, vulnerabilities: {} },
    [],
    { answered: true, found: 0, problems: [] },
  ],
  [
    "a registry that does not answer",
    { message: "405 Method Not Allowed", error: { summary: "", detail: "" } },
    [],
    { answered: false, why: "405 Method Not Allowed" },
  ],
  ["another format of report", { actions: [], advisories: {} }, [], { answered: false }],
])("%s", (_, answer, explained, expected) => {
  expect(callScript("scripts/audit.mjs", "evaluate", answer, explained)).toMatchObject(expected);
});

test("the audited project has the packages of users as dependencies, without marks of development dependencies", () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      "": {
        dependencies: { a: "1.0.0" },
        peerDependencies: { p: "^1.0.0" },
        devDependencies: { d: "1.0.0" },
      },
      "node_modules/a": { version: "1.0.0", dependencies: { b: "^2.0.0" } },
      "node_modules/b": { version: "2.1.0", devOptional: true },
      "node_modules/d": { version: "1.0.0", dev: true },
      "node_modules/p": { version: "1.7.0", dev: true, bundleDependencies: ["x"], dependencies: { x: "1" } },
      "node_modules/p/node_modules/x": { version: "1.0.1", dev: true, inBundle: true },
    },
  };
  const manifest = { name: "shipped", version: "0.0.0", dependencies: { a: "1.0.0", p: "1.7.0" } };
  expect(callScript("scripts/audit.mjs", "projectOf", lock)).toEqual({
    manifest,
    lock: {
      lockfileVersion: 3,
      packages: {
        "": manifest,
        "node_modules/a": { version: "1.0.0", dependencies: { b: "^2.0.0" } },
        "node_modules/b": { version: "2.1.0" },
        "node_modules/p": { version: "1.7.0", bundleDependencies: ["x"], dependencies: { x: "1" } },
        "node_modules/p/node_modules/x": { version: "1.0.1", inBundle: true },
      },
    },
  });
});

/** npm caches advisories. */
const cache = mkdtempSync(join(tmpdir(), "audit-test-"));
afterAll(() => rmSync(cache, { recursive: true }));

/** Runs the script with npm and a local registry. */
async function audit(registry: RequestListener, ...args: readonly string[]) {
  const server = createServer(registry).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { port } = server.address() as AddressInfo;
    const child = spawn(process.execPath, ["scripts/audit.mjs", ...args], {
      env: {
        ...process.env,
        npm_config_registry: `http://127.0.0.1:${port}/`,
        npm_config_cache: cache,
        npm_config_fetch_retries: "0",
        NO_PROXY: "127.0.0.1",
      },
    });
    const [stdout, stderr] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      child.exitCode ?? once(child, "exit"),
    ]);
    return { status: child.exitCode, stdout, stderr };
  } finally {
    server.close();
  }
}

test("an advisory of a package that CDKTF bundles is found", async () => {
  let queried: Readonly<Record<string, readonly string[]>> = {};
  const { status, stderr } = await audit((request, response) => {
    if (!request.url?.endsWith("/advisories/bulk")) {
      response.writeHead(404).end("{}");
      return;
    }
    void text(request.pipe(createGunzip())).then((body) => {
      queried = JSON.parse(body);
      const url = "https://github.com/advisories/GHSA-inve-nted-test";
      const advisory = { id: 1, url, title: "Invented", severity: "high", vulnerable_versions: "<1000.0.0" };
      response.end(JSON.stringify({ archiver: [advisory] }));
    });
  });
  expect(stderr).toContain("archiver <1000.0.0: high: Invented");
  expect(status).toBe(1);
  expect(Object.keys(queried)).toEqual(
    expect.arrayContaining([
      "@cdktf/provider-aws",
      "@cdktf/provider-azurerm",
      "@cdktf/provider-google",
      "archiver",
      "brace-expansion",
      "cdktf",
      "constructs",
      "ip-address",
      "yaml",
    ]),
  );
  expect(Object.keys(queried)).not.toContain("jest");
});

test.each([
  [1, []],
  [0, ["--allow-no-answer"]],
])("without an answer of the registry the exit code is %i with the options %j", async (expected, flags) => {
  const { status, stderr } = await audit((_, response) => void response.writeHead(405).end(), ...flags);
  expect(stderr).toMatch(/^NOT AUDITED: .*405/);
  expect(status).toBe(expected);
});
