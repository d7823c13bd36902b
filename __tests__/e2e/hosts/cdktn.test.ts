import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { folder } from "../../../scripts/host";
import { added, takeInventory } from "../aws/inventory";
import { MISSING } from "../setup/prerequisites";
import { Deployment } from "../support/deployment";
import { TERRAFORM } from "../support/engine";
import { eksDocument, unprotect } from "../support/environments";
import { differences, knownDifferences } from "../support/plan";
import { environmentFile } from "../support/synthesis";

/**
 * The CLI of CDK Terrain, which `npm run cdktn` installs with a Node that it supports; with the variable REQUIRE_CDKTN it is an error that it
 * is missing.
 */
const packages = join(folder, "node_modules");
const cli = join(packages, "cdktn-cli/bin/cdktn");
const isInstalled = existsSync(cli);
const [major, minor] = process.versions.node.split(".").map(Number);
const node = major > 22 || (major === 22 && minor >= 19) ? process.execPath : join(packages, "node/bin/node");

if (!isInstalled && process.env.REQUIRE_CDKTN)
  throw new Error('cdktn-cli is not installed: run "npm run cdktn"');
if (!isInstalled) process.stderr.write("CDK Terrain: SKIPPED, because npm run cdktn has not run\n");

const describeTerrain = isInstalled && !process.env[MISSING] ? describe : describe.skip;

describeTerrain("CDK Terrain", () => {
  test("synthesizes a cluster, deploys it, has an empty second plan, and destroys it completely", async () => {
    const stack = { stack: "dev-main", region: "eu-central-1" };
    const deployment = await Deployment.begin(stack, undefined, { ...TERRAFORM, cli: [node, cli] });
    try {
      const { workspace, aws } = deployment;
      const before = await takeInventory(aws);
      const document = eksDocument(environmentFile("dev"));
      unprotect(document);
      await deployment.use(document, "dev", {
        CDKTF_CLUSTERS_HOST: "cdktn",
        PATH: [dirname(node), process.env.PATH].join(delimiter),
      });
      const { "//": comment } = (await workspace.configuration()) as {
        "//"?: { metadata: { version: string } };
      };
      expect(comment!.metadata.version).toBe("0.24.0");
      const { output } = await workspace.deploy();
      expect(output).toMatch(/Apply complete! Resources: \d\d added/);
      expect(differences((await workspace.plan()).json)).toEqual(knownDifferences(stack.stack));
      await workspace.destroy();
      expect(added(before, await takeInventory(aws))).toEqual([]);
    } finally {
      await deployment.end();
    }
  }, 900_000);
});
