import { describeProvider, foundVersion } from "../support/cloud-providers";
import { expectLifeCycle, ShippedStacks, stacksIn } from "../support/cloud-stacks";
import { withAzure } from "./azure-cloud";

const log = (text: string) => process.stderr.write(`${text}\n`);

describeProvider("azurerm")(`AKS stacks with azurerm ${foundVersion("azurerm") ?? ""}`, () => {
  let shipped: ShippedStacks;

  beforeAll(async () => {
    // The fourth and the fifth major have different arguments.
    const version = `~> ${foundVersion("azurerm")!.split(".")[0]}.0`;
    shipped = await ShippedStacks.synthesize("aks", (environment) => {
      if (version !== "~> 4.0") environment.setIn(["providers", "azurerm", "version"], version);
    });
  });

  afterAll(() => shipped?.remove());

  test.concurrent.each(stacksIn("aks"))(
    "%s is valid and applied, has an empty second plan, and is destroyed completely",
    (stack) => withAzure(stack, (deployment) => expectLifeCycle(deployment, shipped.outdir, log)),
    1_200_000,
  );
});
