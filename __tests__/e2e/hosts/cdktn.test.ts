import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { type Document } from "yaml";
import { folder } from "../../../scripts/host";
import { forFoundAzurerm, withAzure } from "../aks/azure-cloud";
import { added, takeInventory } from "../aws/inventory";
import { withGoogle } from "../gke/google-cloud";
import { MISSING } from "../setup/prerequisites";
import { type CloudProvider, describeProvider } from "../support/cloud-providers";
import { type CloudDeployment } from "../support/cloud-stacks";
import { Deployment } from "../support/deployment";
import { type Engine, TERRAFORM } from "../support/engine";
import { documentOf, eksDocument, unprotect } from "../support/environments";
import { differences, knownDifferences } from "../support/plan";
import { environmentFile, synthesize } from "../support/synthesis";
import { type Workspace } from "../support/workspace";

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

const engine: Engine = { ...TERRAFORM, cli: [node, cli] };
const host = { CDKTF_CLUSTERS_HOST: "cdktn", PATH: [dirname(node), process.env.PATH].join(delimiter) };

/** Deploys a stack that CDK Terrain synthesized. Returns the differences of the second plan. */
async function deploy(workspace: Workspace): Promise<string[]> {
  const { "//": comment } = (await workspace.configuration()) as {
    "//"?: { metadata: { version: string } };
  };
  expect(comment!.metadata.version).toBe("0.24.0");
  const { output } = await workspace.deploy();
  expect(output).toMatch(/Apply complete! Resources: \d\d added/);
  return differences((await workspace.plan()).json);
}

type Within = (stack: string, use: (to: CloudDeployment) => Promise<void>, engine: Engine) => Promise<void>;

const clouds: readonly [CloudProvider["name"], string, Within, (document: Document) => void][] = [
  ["azurerm", "aks", withAzure, forFoundAzurerm],
  ["google", "gke", withGoogle, () => undefined],
];

describeTerrain("CDK Terrain", () => {
  test("synthesizes a cluster of EKS, deploys it, has an empty second plan, and destroys it completely", async () => {
    const stack = { stack: "dev-main", region: "eu-central-1" };
    const deployment = await Deployment.begin(stack, undefined, engine);
    try {
      const { workspace, aws } = deployment;
      const before = await takeInventory(aws);
      const document = eksDocument(environmentFile("dev"));
      unprotect(document);
      await deployment.use(document, "dev", host);
      expect(await deploy(workspace)).toEqual(knownDifferences(stack.stack));
      await workspace.destroy();
      expect(added(before, await takeInventory(aws))).toEqual([]);
    } finally {
      await deployment.end();
    }
  }, 900_000);

  for (const [provider, platform, within, adapt] of clouds)
    describeProvider(provider)(`with ${provider}`, () => {
      test(
        `synthesizes a cluster of ${platform}, deploys it, has an empty second plan, and destroys it completely`,
        () =>
          within(
            `dev-${platform}`,
            async ({ workspace, inventory }) => {
              const dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-cdktn-"));
              try {
                const document = documentOf(environmentFile("dev"), platform);
                unprotect(document);
                adapt(document);
                await writeFile(join(dir, "dev.yaml"), document.toString());
                await synthesize(join(dir, "dev.yaml"), join(dir, "out"), host);
                await workspace.use(join(dir, "out"));
              } finally {
                await rm(dir, { recursive: true });
              }
              const before = inventory();
              expect(await deploy(workspace)).toEqual([]);
              await workspace.destroy();
              expect(inventory()).toEqual(before);
            },
            engine,
          ),
        900_000,
      );
    });
});
