import { describeProvider, foundVersion } from "../support/cloud-providers";
import { expectLifeCycle, ShippedStacks, stacksIn } from "../support/cloud-stacks";
import { Matrix } from "../support/matrix";
import { withGoogle } from "./google-cloud";

describeProvider("google")(`GKE stacks with google ${foundVersion("google") ?? ""}`, () => {
  const matrix = new Matrix("google", foundVersion("google") ?? "");
  let shipped: ShippedStacks;

  beforeAll(async () => {
    shipped = await ShippedStacks.synthesize("gke");
  });

  afterAll(async () => {
    matrix.write();
    await shipped?.remove();
  });

  test.concurrent.each(stacksIn("gke"))(
    "%s is valid and applied, has an empty second plan, and is destroyed completely",
    (stack) => withGoogle(stack, (deployment) => expectLifeCycle(deployment, shipped.outdir, matrix)),
    1_200_000,
  );
});
