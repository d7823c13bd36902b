import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import project from "../cdktf.json";
import manifest from "../package.json";

const scratch = mkdtempSync(join(tmpdir(), "loading-"));
const empty = mkdtempSync(join(scratch, "empty-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Runs the app like `cdktf.json`, with an empty environment: no PATH to Terraform, no credentials, no home. */
function synth(environments: string, ...nodeOptions: string[]) {
  const [command, ...args] = project.app.split(" ");
  expect(command).toBe("node");
  return spawnSync(process.execPath, [...nodeOptions, ...args], {
    encoding: "utf8",
    env: { ENVIRONMENTS: environments, CDKTF_OUTDIR: join(scratch, "out"), PATH: dirname(process.execPath) },
  });
}

/** The loaded files of packages at the end of the app, with paths that match. */
function loadedBy(environments: string, pattern: RegExp): string[] {
  const hook = join(scratch, "hook.js");
  const list = join(scratch, "loaded.json");
  // Written to a file, because output at the exit of a process can be lost in a pipe.
  writeFileSync(
    hook,
    `process.on("exit", () => require("fs").writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache))));`,
  );
  synth(environments, "--require", hook);
  return (JSON.parse(readFileSync(list, "utf8")) as string[])
    .filter((file) => pattern.test(file))
    .map((file) => file.replace(/.*node_modules\//, ""));
}

test("the app needs no Terraform, no credentials and no home", () => {
  const { status, stdout, stderr } = synth("environments");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^(\S+: \d+ resources\n){6}Terraform JSON of 6 stacks is in .*out\/stacks\n$/);
});

/** An environment with the first cluster of a platform in the shipped file. */
function onlyWith(platform: string): string {
  const { clusters, ...rest } = parse(readFileSync("environments/dev.yaml", "utf8")) as {
    clusters: { platform: string }[];
  };
  const file = join(scratch, `${platform}.yaml`);
  writeFileSync(
    file,
    stringify({ ...rest, clusters: clusters.filter((cluster) => cluster.platform === platform) }),
  );
  return file;
}

test.each([
  ["eks", "aws"],
  ["aks", "azurerm"],
  ["gke", "google"],
])("for %s only the used resources are loaded, and only of provider-%s", (platform, provider) => {
  const files = loadedBy(onlyWith(platform), /@cdktf\/provider-/);
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => !file.startsWith(`@cdktf/provider-${provider}/lib/`))).toEqual([]);
  expect(files).not.toContain(`@cdktf/provider-${provider}/lib/index.js`);
});

test("an invalid environment loads no provider", () => {
  const file = join(scratch, "wrong.yaml");
  writeFileSync(file, "clusters: []\n");
  expect(loadedBy(file, /node_modules\/cdktf\//)).not.toEqual([]);
  expect(loadedBy(file, /@cdktf\/provider-/)).toEqual([]);
});

test("the command line loads CDKTF only for the rules of a cluster", () => {
  const list = join(scratch, "cli.json");
  const hook = join(scratch, "cli-hook.js");
  writeFileSync(
    hook,
    `process.on("exit", () => require("fs").writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache))));`,
  );
  const loadsCdktf = (...args: string[]) => {
    spawnSync(process.execPath, ["--require", hook, "bin/cdktf-clusters.js", ...args]);
    return (JSON.parse(readFileSync(list, "utf8")) as string[]).some((file) =>
      /node_modules\/cdktf\//.test(file),
    );
  };
  const file = join(scratch, "settings.yaml");
  writeFileSync(file, "backend: { type: pg }\nvariables: { a: { type: string } }\nclusters: []\n");
  expect(loadsCdktf("--help")).toBe(false);
  expect(loadsCdktf("validate", file)).toBe(false);
  expect(loadsCdktf("validate", "environments/dev.yaml")).toBe(true);
});

describe("the messages of the app if it cannot continue", () => {
  test.each([
    ["a missing directory", "nowhere", /^nowhere: .*no such file or directory/],
    ["an empty directory", empty, /the directory has no environment file/],
  ])("%s", (_, location, message) => {
    const { status, stderr } = synth(location);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("the same problems as `validate`", () => {
    const file = join(scratch, "typo.yaml");
    writeFileSync(file, "clusters:\n  - platfrom: eks\n    name: main\n");
    const validate = spawnSync(process.execPath, ["bin/cdktf-clusters.js", "validate", file], {
      encoding: "utf8",
    });
    const synthesized = synth(file);
    expect(validate.status).toBe(1);
    expect(synthesized.status).toBe(1);
    expect(synthesized.stderr).toBe(validate.stderr);
    expect(validate.stderr).toContain("typo.yaml:2:5 clusters[0]");
  });
});

test("npx finds the command in a checkout", () => {
  const text = execFileSync("npx", ["cdktf-clusters", "--version"], { encoding: "utf8" });
  expect(text.trim()).toBe(manifest.version);
});
