import { type YAMLMap, type YAMLSeq } from "yaml";
import { describeProvider, foundVersion } from "../support/cloud-providers";
import { expectLifeCycle, ShippedStacks, stacksIn } from "../support/cloud-stacks";
import { Matrix } from "../support/matrix";
import { withAzure } from "./azure-cloud";

describeProvider("azurerm")(`AKS stacks with azurerm ${foundVersion("azurerm") ?? ""}`, () => {
  const matrix = new Matrix("azurerm", foundVersion("azurerm") ?? "");
  let shipped: ShippedStacks;

  beforeAll(async () => {
    // The fourth and the fifth major have different arguments.
    const version = `~> ${foundVersion("azurerm")!.split(".")[0]}.0`;
    shipped = await ShippedStacks.synthesize("aks", (environment) => {
      if (version === "~> 4.0") return;
      environment.setIn(["providers", "azurerm", "version"], version);
      // The oldest version of the range replaces a minimum of the fourth major.
      for (const cluster of (environment.get("clusters") as YAMLSeq<YAMLMap>).items)
        if (cluster.hasIn(["aks", "providerMinimum"])) cluster.deleteIn(["aks", "providerMinimum"]);
    });
  });

  afterAll(async () => {
    matrix.write();
    await shipped?.remove();
  });

  test.concurrent.each(stacksIn("aks"))(
    "%s is valid and applied, has an empty second plan, and is destroyed completely",
    (stack) => withAzure(stack, (deployment) => expectLifeCycle(deployment, shipped.outdir, matrix)),
    1_200_000,
  );
});
