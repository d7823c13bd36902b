import { describeProvider, foundVersion } from "../support/cloud-providers";
import { expectLifeCycle, ShippedStacks, stacksIn } from "../support/cloud-stacks";
import { Matrix } from "../support/matrix";
import { RecordedCalls } from "../support/recorded-calls";
import { expectAllowed, forFoundAzurerm, withAzure } from "./azure-cloud";

describeProvider("azurerm")(`AKS stacks with azurerm ${foundVersion("azurerm") ?? ""}`, () => {
  const matrix = new Matrix("azurerm", foundVersion("azurerm") ?? "");
  const recorded = new RecordedCalls("azure", `azurerm ${foundVersion("azurerm") ?? ""}`);
  let shipped: ShippedStacks;

  beforeAll(async () => {
    shipped = await ShippedStacks.synthesize("aks", forFoundAzurerm);
  });

  afterAll(async () => {
    matrix.write();
    recorded.write();
    await shipped?.remove();
  });

  test.concurrent.each(stacksIn("aks", foundVersion("azurerm")))(
    "%s is valid and applied, has an empty second plan, is destroyed completely, and calls only what its roles allow",
    (stack) =>
      withAzure(stack, async (deployment) => {
        const calls = await expectLifeCycle(deployment, shipped.outdir, matrix);
        recorded.add(stack, calls);
        await expectAllowed(deployment, calls);
      }),
    1_200_000,
  );
});
