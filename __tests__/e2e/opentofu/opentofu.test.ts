import { join } from "node:path";
import { type Document } from "yaml";
import { forFoundAzurerm, withAzure } from "../aks/azure-cloud";
import { added, takeInventory } from "../aws/inventory";
import { withGoogle } from "../gke/google-cloud";
import { Machines } from "../kubeadm/machines";
import { MISSING } from "../setup/prerequisites";
import { describeProvider } from "../support/cloud-providers";
import { type CloudDeployment, expectLifeCycle, ShippedStacks } from "../support/cloud-stacks";
import { Deployment } from "../support/deployment";
import { OpenTofu } from "../support/engine";
import { documentOf, unprotect } from "../support/environments";
import { differences, knownDifferences } from "../support/plan";
import { environmentFile, exampleDirectory } from "../support/synthesis";

/** The version of OpenTofu that is built; without it, these tests are skipped. `npm run nightly` sets it. */
const VERSION = process.env.OPENTOFU_VERSION;

const describeOpenTofu = VERSION && !process.env[MISSING] ? describe : describe.skip;
if (!VERSION) process.stderr.write("OpenTofu: SKIPPED, because OPENTOFU_VERSION is not set\n");

describeOpenTofu(`OpenTofu ${VERSION}`, () => {
  let tofu: OpenTofu;
  beforeAll(async () => {
    tofu = await OpenTofu.prepare(VERSION!);
  }, 900_000);
  afterAll(() => tofu?.remove());

  test.each([
    ["eks", "production-main", environmentFile("production")],
    ["kubeadm", "kubeadm-main", join(exampleDirectory, "kubeadm.yaml")],
  ])(
    "applies the reference cluster of %s, has an empty second plan, and destroys it completely",
    async (platform, stack, file) => {
      const deployment = await Deployment.begin({ stack, region: "eu-central-1" }, undefined, tofu);
      const machines = new Machines(deployment.aws);
      try {
        const { workspace, aws } = deployment;
        const before = await takeInventory(aws);
        const document = documentOf(file, platform);
        unprotect(document);
        await deployment.use(document, stack.split("-")[0]);
        await workspace.init();
        await workspace.terraform(["validate", "-no-color"]);
        const resources = await Promise.race([workspace.apply(), machines.failure]);
        process.stderr.write(`${stack}: ${resources} resources deployed by OpenTofu\n`);
        expect(resources).toBeGreaterThan(50);
        expect(differences((await workspace.plan()).json)).toEqual(knownDifferences(stack));
        expect(await workspace.tearDown()).toBe(resources);
        expect(added(before, await takeInventory(aws))).toEqual([]);
      } finally {
        await machines.stop();
        await deployment.end();
      }
    },
    900_000,
  );

  describeProvider("google")("and Google Cloud", () => {
    test(
      "applies the reference cluster of gke, has an empty second plan, and destroys it completely",
      () => expectDeployable("gke", withGoogle),
      900_000,
    );
  });

  describeProvider("azurerm")("and Azure", () => {
    test(
      "applies the reference cluster of aks, has an empty second plan, and destroys it completely",
      () => expectDeployable("aks", withAzure, forFoundAzurerm),
      900_000,
    );
  });

  async function expectDeployable(
    platform: string,
    within: (
      stack: string,
      use: (deployment: CloudDeployment) => Promise<unknown>,
      tofu: OpenTofu,
    ) => Promise<unknown>,
    edit?: (environment: Document) => void,
  ): Promise<void> {
    const shipped = await ShippedStacks.synthesize(platform, edit);
    const stack = `production-${platform}`;
    try {
      await within(stack, (deployment) => expectLifeCycle(deployment, shipped.outdir), tofu);
    } finally {
      await shipped.remove();
    }
  }
});
