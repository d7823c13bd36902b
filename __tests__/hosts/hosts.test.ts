import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as hosts from "../../scripts/host";
import versions from "../../scripts/cdktn.json";
import manifest from "../../package.json";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "host-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

describe("the check of the package", () => {
  /** Runs the check of a build with these packages: folder -> name in its package.json. */
  function check(expected: string, packages: Readonly<Record<string, string>>): string {
    write("host.js", hosts.hostCheck(expected));
    for (const [name, own] of Object.entries(packages)) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name: own }));
    }
    const { status, stderr } = spawnSync(process.execPath, [join(folder, "host.js")], { encoding: "utf8" });
    return status === 0 ? "accepted" : (/Error: cdktf-clusters: (.*)/.exec(stderr)?.[1] ?? stderr);
  }

  const [cdktf, cdktn, alias] = [{ cdktf: "cdktf" }, { cdktn: "cdktn" }, { cdktf: "cdktn" }];
  test.each([
    ["cdktf", cdktf, "accepted"],
    ["cdktn", cdktn, "accepted"],
    ["cdktf", alias, "accepted"],
    ["cdktf", { ...alias, ...cdktn }, "accepted"],
    ["cdktf", {}, "neither cdktf nor cdktn is installed; install one of them"],
    ["cdktn", {}, "neither cdktf nor cdktn is installed; install one of them"],
    ["cdktf", { ...cdktf, ...cdktn }, "cdktf and cdktn are both installed; remove one of them"],
    ["cdktn", { ...cdktf, ...cdktn }, "cdktf and cdktn are both installed; remove one of them"],
    [
      "cdktf",
      cdktn,
      'cdktn is installed, and not cdktf: import "cdktf-clusters/cdktn/eks" instead of "cdktf-clusters/eks"',
    ],
    [
      "cdktn",
      cdktf,
      'cdktf is installed, and not cdktn: import "cdktf-clusters/eks" instead of "cdktf-clusters/cdktn/eks"',
    ],
  ])("of the build for %s with %j: %s", (expected, packages, answer) => {
    expect(check(expected, packages as Record<string, string>)).toBe(answer);
  });
});

test("the second build has the names of CDK Terrain, and relative paths of bindings that it has", () => {
  write("lib/gke/cluster.js", 'const a = require("cdktf"), b = require("@cdktf/provider-google/lib/vpc");\n');
  write(
    "lib/eks/cluster.d.ts",
    'import type { X } from "@cdktf/provider-aws/lib/vpc";\nimport "cdktf/lib/x";\n',
  );
  write("lib/text.js", '// "cdktf plan", "cdktf-clusters" and @cdktf/provider-aws are texts.\n');
  write("lib/aws/table.json", '{ "m7i": 1 }\n');
  write("lib/cli.js", 'require("cdktf")');
  const needed = hosts.writeTerrainBuild(join(folder, "lib"), join(folder, "cdktn"));
  const read = (file: string) => readFileSync(join(folder, "cdktn", file), "utf8");
  expect(read("gke/cluster.js")).toBe(
    'const a = require("cdktn"), b = require("../provider-google/lib/vpc");\n',
  );
  expect(read("eks/cluster.d.ts")).toBe(
    'import type { X } from "@cdktn/provider-aws/lib/vpc";\nimport "cdktn/lib/x";\n',
  );
  expect(read("text.js")).toBe('// "cdktf plan", "cdktf-clusters" and @cdktf/provider-aws are texts.\n');
  expect(read("aws/table.json")).toBe('{ "m7i": 1 }\n');
  expect(() => read("cli.js")).toThrow("ENOENT");
  expect([...needed]).toEqual(["google/lib/vpc"]);
});

test("bindings that are not published import CDK Terrain, and have their licence", () => {
  hosts.writeBindings(new Set(["helm/lib/release"]), folder);
  const text = readFileSync(join(folder, "provider-helm/lib/release/index.js"), "utf8");
  expect(text).toContain('require("cdktn")');
  expect(text).not.toContain('require("cdktf")');
  expect(readFileSync(join(folder, "provider-helm/LICENSE"), "utf8")).toContain("Mozilla Public License");
});

test("each peer of CDK Terrain begins with the tested version, and each sub-path exists for both hosts", () => {
  const tested: Readonly<Record<string, string>> = versions.dependencies;
  const peers = Object.entries(manifest.peerDependencies).filter(([name]) => name.includes("cdktn"));
  expect(peers.map(([name]) => name)).toEqual(["@cdktn/provider-aws", "@cdktn/provider-azurerm", "cdktn"]);
  for (const [name, range] of peers) expect(range).toBe(`^${tested[name]}`);
  const paths = Object.entries(manifest.exports as Record<string, string | { default: string }>);
  for (const [path, target] of paths.filter((entry) => typeof entry[1] === "object")) {
    const terrain = path.replace(".", "./cdktn");
    const file = (target as { default: string }).default.replace("./lib/", "./cdktn/");
    expect(paths).toContainEqual([terrain, file]);
  }
});

test("the app refuses an unknown host, and names the setting", () => {
  const env = { ...process.env, CDKTF_CLUSTERS_HOST: "cdk8s" };
  const { status, stderr } = spawnSync(process.execPath, ["scripts/run.js", "main.ts"], {
    env,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([
    1,
    'the host must be cdktf or cdktn, got "cdk8s" (CDKTF_CLUSTERS_HOST, or config.host in package.json)\n',
  ]);
  expect(manifest.config.host).toBe("cdktf");
  expect(
    execFileSync(process.execPath, ["-p", 'require("./scripts/host").hostOfApp()'], { encoding: "utf8" }),
  ).toBe("cdktf\n");
});
