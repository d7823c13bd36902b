import { describeE2e } from "../setup/describe";
import { CREDENTIALS, StateServer } from "../state/server";
import { destroyAndLook, killAndMend, type Outcome } from "./cycle";
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
        expect(await destroyAndLook(deployment)).toEqual([]);
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
            expect(await destroyAndLook(deployment)).toEqual([]);
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

/** A row of a table: moment, what was under way, what had to be mended. */
function report({ command, moment, call, inFlight, stateFile, mended }: Outcome): void {
  const by = mended.map(({ by: how, address, command: what }) =>
    how === "import" ? `import ${address}` : what,
  );
  const row = [
    `${command} ${moment.call}`,
    moment.when,
    call,
    inFlight.join(" "),
    `state ${stateFile}`,
    by.join("; ") || "nothing",
  ];
  process.stderr.write(`| ${row.join(" | ")} |\n`);
}
