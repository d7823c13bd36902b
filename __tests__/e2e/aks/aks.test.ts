import { type YAMLMap, type YAMLSeq } from "yaml";
import { describeProvider, foundVersion } from "../support/cloud-providers";
import { expectLifeCycle, ShippedStacks, stacksIn } from "../support/cloud-stacks";
import { Matrix } from "../support/matrix";
import { RecordedCalls } from "../support/recorded-calls";
import { withAzure } from "./azure-cloud";
import { SUBSCRIPTION } from "../emulator/azure/identity";
import { phases } from "../../../modules/permissions";
import { azureRoles } from "../../../modules/permissions/azure/roles";
import { deniedBy } from "../../permissions/azure/calls";

describeProvider("azurerm")(`AKS stacks with azurerm ${foundVersion("azurerm") ?? ""}`, () => {
  const matrix = new Matrix("azurerm", foundVersion("azurerm") ?? "");
  const recorded = new RecordedCalls("azure", `azurerm ${foundVersion("azurerm") ?? ""}`);
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
    recorded.write();
    await shipped?.remove();
  });

  test.concurrent.each(stacksIn("aks"))(
    "%s is valid and applied, has an empty second plan, is destroyed completely, and calls only what its roles allow",
    (stack) =>
      withAzure(stack, async (deployment) => {
        const calls = await expectLifeCycle(deployment, shipped.outdir, matrix);
        recorded.add(stack, calls);
        const configuration = {
          ...(await deployment.workspace.configuration()),
          provider: { azurerm: [{ subscription_id: SUBSCRIPTION }] },
        };
        for (const phase of phases)
          expect(deniedBy(azureRoles(stack, configuration, phase), calls[phase])).toEqual([]);
      }),
    1_200_000,
  );
});
