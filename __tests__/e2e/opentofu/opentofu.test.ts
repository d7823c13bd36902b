import { join } from "node:path";
import { type Document } from "yaml";
import { forFoundAzurerm, withAzure } from "../aks/azure-cloud";
import { added, takeInventory } from "../aws/inventory";
import { withGoogle } from "../gke/google-cloud";
import { expectDataKept, stackWithData } from "../kept-data/kept-data";
import { GoogleMachines } from "../kubeadm/google/machines";
import { Machines } from "../kubeadm/machines";
import { MISSING } from "../setup/prerequisites";
import { describeProvider } from "../support/cloud-providers";
import { expectLifeCycle, ShippedStacks } from "../support/cloud-stacks";
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

  test("keeps data of removed fields of a protected cluster of eks", async () => {
    const stack = stackWithData("eks");
    const deployment = await Deployment.begin({ stack, region: "eu-central-1" }, undefined, tofu);
    try {
      const { aws, workspace } = deployment;
      const before = await takeInventory(aws);
      await expectDataKept("eks", workspace, async () => added(before, await takeInventory(aws)));
    } finally {
      await deployment.end();
    }
  }, 900_000);

  describeProvider("google")("and Google Cloud", () => {
    test.each([
      ["gke", "production-gke"],
      ["kubeadm", "kubeadm-google-main"],
    ])(
      "applies the reference cluster of %s, has an empty second plan, and destroys it completely",
      (platform, stack) =>
        withShipped(platform, undefined, (outdir) =>
          withGoogle(
            stack,
            async (deployment) => {
              const machines = new GoogleMachines(deployment.store);
              await expectLifeCycle(deployment, outdir).finally(() => machines.stop());
            },
            tofu,
          ),
        ),
      900_000,
    );

    test(
      "keeps data of removed fields of a protected cluster of gke",
      () =>
        withGoogle(
          stackWithData("gke"),
          ({ workspace, inventory }) => expectDataKept("gke", workspace, inventory),
          tofu,
        ),
      900_000,
    );
  });

  describeProvider("azurerm")("and Azure", () => {
    test.each([
      ["aks", "production-aks"],
      ["kubeadm", "kubeadm-azure-main"],
    ])(
      "applies the reference cluster of %s, has an empty second plan, and destroys it completely",
      (platform, stack) =>
        withShipped(platform, forFoundAzurerm, (outdir) =>
          withAzure(stack, (deployment) => expectLifeCycle(deployment, outdir), tofu),
        ),
      900_000,
    );

    test(
      "keeps data of removed fields of a protected cluster of aks",
      () =>
        withAzure(
          stackWithData("aks"),
          ({ workspace, inventory }) => expectDataKept("aks", workspace, inventory, forFoundAzurerm),
          tofu,
        ),
      900_000,
    );
  });
});

/** Runs with the synthesized folder of the shipped stacks of a platform. */
async function withShipped(
  platform: string,
  edit: ((environment: Document) => void) | undefined,
  use: (outdir: string) => Promise<unknown>,
): Promise<void> {
  const shipped = await ShippedStacks.synthesize(platform, edit);
  try {
    await use(shipped.outdir);
  } finally {
    await shipped.remove();
  }
}
