import { describeProvider, foundVersion } from "../support/cloud-providers";
import { expectLifeCycle, ShippedStacks, stacksIn } from "../support/cloud-stacks";
import { Matrix } from "../support/matrix";
import { RecordedCalls } from "../support/recorded-calls";
import { phases } from "../../../modules/permissions";
import { googleRoles } from "../../../modules/permissions/google/roles";
import { deniedBy } from "../../permissions/google/calls";
import { withGoogle } from "./google-cloud";

/** The project of the cluster. */
const projectOf = (calls: readonly string[]): string =>
  /\/container\/v1\/projects\/([^/]+)\//.exec(calls.find((call) => call.includes("/container/"))!)![1];

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

  test.concurrent.each(stacksIn("gke").filter((stack) => !withFleet.includes(stack)))(
    "%s is valid and applied, has an empty second plan, is destroyed completely, and calls only what its roles allow",
    (stack) =>
      withGoogle(stack, async (deployment) => {
        const calls = await expectLifeCycle(deployment, shipped.outdir, matrix);
        recorded.add(stack, calls);
        const configuration = await deployment.workspace.configuration();
        const provider = { google: [{ project: projectOf(calls.apply) }] };
        for (const phase of phases) {
          const roles = googleRoles(stack, { ...configuration, provider }, phase);
          expect(deniedBy(roles, calls[phase])).toEqual([]);
        }
      }),
    1_200_000,
  );
});
