import { describeProvider, foundVersion } from "../support/cloud-providers";
import { expectLifeCycle, ShippedStacks, stacksIn } from "../support/cloud-stacks";
import { Matrix } from "../support/matrix";
import { RecordedCalls } from "../support/recorded-calls";
import { expectAllowed, withGoogle } from "./google-cloud";

/** The emulator has no API of fleets. */
const withFleet: readonly string[] = ["gitops-sync"];

describeProvider("google")(`GKE stacks with google ${foundVersion("google") ?? ""}`, () => {
  const matrix = new Matrix("google", foundVersion("google") ?? "");
  const recorded = new RecordedCalls("google", `google ${foundVersion("google") ?? ""}`);
  let shipped: ShippedStacks;

  beforeAll(async () => {
    shipped = await ShippedStacks.synthesize("gke");
  });

  afterAll(async () => {
    matrix.write();
    recorded.write();
    await shipped?.remove();
  });

  test.concurrent.each(stacksIn("gke", foundVersion("google")).filter((stack) => !withFleet.includes(stack)))(
    "%s is valid and applied, has an empty second plan, is destroyed completely, and calls only what its roles allow",
    (stack) =>
      withGoogle(stack, async (deployment) => {
        const calls = await expectLifeCycle(deployment, shipped.outdir, matrix);
        recorded.add(stack, calls);
        await expectAllowed(deployment, calls);
      }),
    1_200_000,
  );
});
