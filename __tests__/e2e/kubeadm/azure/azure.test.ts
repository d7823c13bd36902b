import { type AzureDeployment, beginAzure, expectAllowed, forFoundAzurerm } from "../../aks/azure-cloud";
import { describeProvider, foundVersion } from "../../support/cloud-providers";
import { expectLifeCycle, ShippedStacks } from "../../support/cloud-stacks";
import { Matrix } from "../../support/matrix";
import { RecordedCalls } from "../../support/recorded-calls";

const STACK = "kubeadm-azure-main";
const MADE = new RegExp(`^PUT .*/virtualMachines/${STACK}-control-plane-(\\d)(/runCommands/ready)?$`);
const VERSION = foundVersion("azurerm") ?? "";

describeProvider("azurerm")(`the kubeadm cluster on Azure with azurerm ${VERSION}`, () => {
  const matrix = new Matrix("azurerm", VERSION);
  const recorded = new RecordedCalls("azure", `azurerm ${VERSION}`);
  let shipped: ShippedStacks;
  let deployment: AzureDeployment;

  beforeAll(async () => {
    shipped = await ShippedStacks.synthesize("kubeadm", forFoundAzurerm);
    deployment = await beginAzure(STACK);
  });

  afterAll(async () => {
    matrix.write();
    recorded.write();
    await deployment?.end();
    await shipped?.remove();
  });

  test("is applied slot after slot, has an empty second plan, and is destroyed completely", async () => {
    const calls = await expectLifeCycle(deployment, shipped.outdir, matrix);
    // A machine is created after the one before has become ready.
    const made = calls.apply.flatMap((call) => MADE.exec(call)?.slice(1).join("") ?? []);
    expect(made).toEqual([0, 1, 2].flatMap((slot) => [`${slot}`, `${slot}/runCommands/ready`]));
    recorded.add(STACK, calls);
    await expectAllowed(deployment, calls);
  }, 1_200_000);
});
