import { beginGoogle, expectAllowed, type GoogleDeployment } from "../../gke/google-cloud";
import { describeProvider, foundVersion } from "../../support/cloud-providers";
import { expectLifeCycle, ShippedStacks } from "../../support/cloud-stacks";
import { Matrix } from "../../support/matrix";
import { RecordedCalls } from "../../support/recorded-calls";
import { GoogleMachines } from "./machines";

const STACK = "kubeadm-google-main";
const SLOTS = [0, 1, 2].map((slot) => `${STACK}-control-plane-${slot}`);
const VERSION = foundVersion("google") ?? "";

describeProvider("google")(`the kubeadm cluster on Google Cloud with google ${VERSION}`, () => {
  const matrix = new Matrix("google", VERSION);
  const recorded = new RecordedCalls("google", `google ${VERSION}`);
  let shipped: ShippedStacks;
  let deployment: GoogleDeployment;

  beforeAll(async () => {
    shipped = await ShippedStacks.synthesize("kubeadm");
    deployment = await beginGoogle(STACK);
  });

  afterAll(async () => {
    matrix.write();
    recorded.write();
    await deployment?.end();
    await shipped?.remove();
  });

  test("is applied slot after slot, has an empty second plan, and is destroyed completely", async () => {
    const machines = new GoogleMachines(deployment.store);
    const calls = await expectLifeCycle(deployment, shipped.outdir, matrix).finally(() => machines.stop());
    const slots = machines.events.filter(({ settings }) => settings.ROLE === "control-plane");
    expect(slots.map(({ what, settings }) => `${settings.SLOT_NAME} ${what}`)).toEqual(
      SLOTS.flatMap((name) => [`${name} started`, `${name} ready`]),
    );
    expect(machines.events.length).toBe(12);
    recorded.add(STACK, calls);
    await expectAllowed(deployment, calls);
  }, 1_200_000);
});
