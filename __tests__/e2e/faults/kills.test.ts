import { describeE2e } from "../setup/describe";
import { CREDENTIALS, StateServer } from "../state/server";
import { type Destroyed, killAndDestroy, killAndMend, type Outcome } from "./cycle";
import { FaultyDeployment, type FaultyDeploymentOptions } from "./faulty-deployment";
import { type Moment, moments } from "./kills";

/** How many of the moments are tried: a sample, unless KILLS says how many. */
const COUNT = Number(process.env.KILLS ?? 2);

const DESTROYS = moments("destroy", COUNT);
const CYCLES = moments("apply", COUNT).map((apply, index) => ({ apply, destroy: DESTROYS[index] }));

// Side by side, because most of a deploy is the provider's waiting by the clock.
describeE2e("the reference stack, when Terraform is killed", () => {
  test.concurrent.each(CYCLES)(
    "at call $apply.call of an apply ($apply.when), and at call $destroy.call of a destroy ($destroy.when)",
    async ({ apply, destroy }) => {
      await withDeployment({}, async (deployment) => {
        expectMended(await killAndMend(deployment, "apply", apply));
        expectMended(await killAndMend(deployment, "destroy", destroy));
        expectGone(await killAndDestroy(deployment, destroy));
      });
    },
    1_800_000,
  );
});

/** One in the middle of the network, one when the cluster is being made. */
const AWAY: readonly Moment[] = [
  { call: 45, when: "answered" },
  { call: 60, when: "unanswered" },
];

// State that is kept elsewhere is written every twenty seconds, and its lock outlives who holds it.
(process.env.KILLS ? describeE2e : describe.skip)("the same, with its state behind http", () => {
  test.concurrent.each(AWAY)(
    "at call $call of an apply ($when)",
    async (moment) => {
      const server = await StateServer.start();
      const env = { TF_HTTP_USERNAME: CREDENTIALS.username, TF_HTTP_PASSWORD: CREDENTIALS.password };
      try {
        await withDeployment(
          { backend: { type: "http", address: server.address }, env },
          async (deployment) => {
            const outcome = await killAndMend(deployment, "apply", moment, { importFirst: true });
            expectMended(outcome);
            expect(outcome.mended.map(({ by }) => by)).toContain("unlock");
            expectGone(await killAndDestroy(deployment, moment));
          },
        );
      } finally {
        await server.stop();
      }
    },
    1_800_000,
  );
});

async function withDeployment(
  options: FaultyDeploymentOptions,
  use: (deployment: FaultyDeployment) => Promise<void>,
): Promise<void> {
  const deployment = await FaultyDeployment.begin(options);
  try {
    await use(deployment);
  } finally {
    await deployment.end();
  }
}

function expectMended(outcome: Outcome): void {
  report(outcome);
  expect(outcome.planEmpty).toBe(true);
  expect(outcome.unforeseen).toEqual([]);
}

function expectGone({ moment, call, stateFile, left }: Destroyed): void {
  row([`last destroy ${moment.call}`, moment.when, call, "", `state ${stateFile}`, "", ""]);
  expect(left).toEqual([]);
}

/** A row of a table: moment, what was under way, what Terraform said then, what had to be mended. */
function report({ command, moment, call, inFlight, stateFile, said, mended }: Outcome): void {
  const by = mended.map(({ by: how, address, command: what }) =>
    how === "remove" ? what : `${how} ${address}`,
  );
  // The code of AWS stands behind the id of the request.
  const errors = said.map(
    ({ address, text }) => `${address ?? ""} ${text.replace(/^.*RequestID: \S*\s/, "").slice(0, 120)}`,
  );
  row([
    `${command} ${moment.call}`,
    moment.when,
    call,
    inFlight.join(" "),
    `state ${stateFile}`,
    errors.join("; ") || "nothing",
    by.join("; ") || "nothing",
  ]);
}

const row = (cells: readonly string[]) => process.stderr.write(`| ${cells.join(" | ")} |\n`);
