import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shippedClusters } from "../support/shipped";

/**
 * Every shipped environment on CDKTF and on CDK Terrain. The packages of CDK Terrain are large, so that `npm run cdktn` installs them; with
 * the variable REQUIRE_CDKTN it is an error that they are missing.
 */
const packages = ".cdktn/node_modules";
const isInstalled = existsSync(join(packages, "cdktn/package.json"));
// CDK Terrain needs Node 22.11.
const [major, minor] = process.versions.node.split(".").map(Number);
const own = join(packages, "node/bin/node");
const node = major > 22 || (major === 22 && minor >= 11) || !existsSync(own) ? process.execPath : own;

const folder = mkdtempSync(join(tmpdir(), "hosts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

if (!isInstalled && process.env.REQUIRE_CDKTN) throw new Error('cdktn is not installed: run "npm run cdktn"');

(isInstalled ? describe : describe.skip)(
  "the Terraform JSON is the same on both hosts (npm run cdktn)",
  () => {
    const outdir = (host: string, directory: string) => join(folder, host, directory);

    beforeAll(() => {
      for (const host of ["cdktf", "cdktn"]) {
        for (const directory of ["environments", "examples"]) {
          execFileSync(node, ["scripts/run.js", "main.ts"], {
            env: {
              ...process.env,
              NODE_ENV: undefined,
              JEST_WORKER_ID: undefined,
              CDKTF_CLUSTERS_HOST: host,
              ENVIRONMENTS: directory,
              CDKTF_OUTDIR: outdir(host, directory),
            },
            stdio: ["ignore", "ignore", "pipe"],
          });
        }
      }
    }, 600_000);

    const stacksOf = (host: string, directory: string) =>
      readdirSync(join(outdir(host, directory), "stacks")).sort();

    test("of each stack, except for the version in its metadata", () => {
      let count = 0;
      for (const directory of ["environments", "examples"]) {
        const stacks = stacksOf("cdktf", directory);
        expect(stacksOf("cdktn", directory)).toEqual(stacks);
        for (const stack of stacks) {
          const [cdktf, cdktn] = ["cdktf", "cdktn"].map((host) => {
            const text = readFileSync(join(outdir(host, directory), "stacks", stack, "cdk.tf.json"), "utf8");
            return JSON.parse(text) as { "//": { metadata: { version: string } } };
          });
          expect([cdktf, cdktn].map((json) => json["//"].metadata.version)).toEqual(["0.21.0", "0.24.0"]);
          cdktn["//"].metadata.version = cdktf["//"].metadata.version;
          expect(cdktn).toEqual(cdktf);
          count += 1;
        }
      }
      expect(count).toBeGreaterThanOrEqual(shippedClusters().length);
    });
  },
);
