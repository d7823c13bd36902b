import { describeProvider, foundVersion } from "../support/cloud-providers";
import { expectLifeCycle, ShippedStacks, stacksIn } from "../support/cloud-stacks";
import { withGoogle } from "./google-cloud";

const log = (text: string) => process.stderr.write(`${text}\n`);

describeProvider("google")(`GKE stacks with google ${foundVersion("google") ?? ""}`, () => {
  let shipped: ShippedStacks;

  beforeAll(async () => {
    shipped = await ShippedStacks.synthesize("gke");
  });

  afterAll(() => shipped?.remove());

  test.concurrent.each(stacksIn("gke"))(
    "%s is valid and applied, has an empty second plan, and is destroyed completely",
    (stack) => withGoogle(stack, (deployment) => expectLifeCycle(deployment, shipped.outdir, log)),
    1_200_000,
  );
});
