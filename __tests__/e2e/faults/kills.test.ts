import { readFile } from "node:fs/promises";
import { type Document } from "yaml";
import { type Inventory, takeInventory } from "../aws/inventory";
import { describeE2e } from "../setup/describe";
import { CREDENTIALS, StateServer } from "../state/server";
import { destroyAndLook, type Destroyed, killAndDestroy, killAndMend, type Outcome } from "./cycle";
import { FaultyDeployment, type FaultyDeploymentOptions } from "./faulty-deployment";
import { CHANGES_OF_GROWTH, type Moment, moments } from "./kills";
import { cutOffStateFile, STATE_FILES } from "./state-file";

/** How many of the moments are tried: a sample, unless KILLS says how many. */
const COUNT = Number(process.env.KILLS ?? 2);

const DESTROYS = moments("destroy", COUNT);
const CYCLES = moments("apply", COUNT).map((apply, index) => ({ apply, destroy: DESTROYS[index] }));

// Side by side, because most of a deploy is the provider's waiting by the clock.
describeE2e("the reference stack, when Terraform is killed", () => {
  const ends = { apply: [] as Outcome[], destroy: [] as Outcome[], "last destroy": [] as Destroyed[] };

  afterAll(() => {
    for (const [name, kills] of Object.entries(ends)) summarize(name, kills);
  });

  test.concurrent.each(CYCLES)(
    "at call $apply.call of an apply ($apply.when), and at call $destroy.call of a destroy ($destroy.when)",
    async ({ apply, destroy }) => {
      await withDeployment({}, async (deployment) => {
        ends.apply.push(expectMended(await killAndMend(deployment, "apply", apply)));
        ends.destroy.push(expectMended(await killAndMend(deployment, "destroy", destroy)));
        ends["last destroy"].push(expectGone(await killAndDestroy(deployment, destroy)));
      });
    },
    1_800_000,
  );
});

/** One NAT gateway. */
function makeSmaller(environment: Document): void {
  environment.setIn(["clusters", 0, "network", "nat"], "single");
}

/** A gateway for each zone again, a node group and a key; the launch template of the workers changes. */
function makeLarger(environment: Document): void {
  environment.setIn(["clusters", 0, "encryption", "disks"], "customer-key");
  const group = { name: "extra", machineTypes: ["m7g.large"], size: 1 };
  environment.addIn(["clusters", 0, "nodeGroups"], environment.createNode(group));
}

// A first apply has no older state that could be restored.
(process.env.KILLS ? describeE2e : describe.skip)("the reference stack, when it grows", () => {
  test.concurrent(
    "and Terraform is killed at the last call, while the state is written",
    async () => {
      await withDeployment({ edit: makeSmaller }, async (deployment) => {
        const { workspace, aws } = deployment;
        await workspace.apply();
        const older: unknown = JSON.parse(await readFile(workspace.stateFile, "utf8"));
        await deployment.use(makeLarger);
        let made: Inventory | undefined;
        const outcome = await killAndMend(
          deployment,
          "apply",
          { call: CHANGES_OF_GROWTH, when: "unanswered" },
          {
            whenKilled: async () => {
              await cutOffStateFile(workspace.stateFile);
              expect(JSON.parse(await readFile(`${workspace.stateFile}.backup`, "utf8"))).toEqual(older);
              made = await takeInventory(aws);
            },
          },
        );
        expect(expectMended(outcome).stateFile).toBe("restored");
        // All of it was there when Terraform died: nothing came twice, and nothing was taken for a second one.
        expect(await takeInventory(aws)).toEqual(made);
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
          {
            edit: (environment) => environment.set("backend", { type: "http", address: server.address }),
            env,
          },
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

function expectMended(outcome: Outcome): Outcome {
  report(outcome);
  expect(outcome.planEmpty).toBe(true);
  expect(outcome.unforeseen).toEqual([]);
  return outcome;
}

function expectGone(destroyed: Destroyed): Destroyed {
  const { moment, call, stateFile, left } = destroyed;
  row([`last destroy ${moment.call}`, moment.when, call, "", `state ${stateFile}`, "", ""]);
  expect(left).toEqual([]);
  return destroyed;
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

/** The last rows: of all kills, how often which state was left, and after how many something had to be mended. */
function summarize(name: string, kills: readonly (Outcome | Destroyed)[]): void {
  const states = STATE_FILES.map(
    (state) => `${kills.filter(({ stateFile }) => stateFile === state).length} ${state}`,
  );
  const mended = kills.filter((kill) => "mended" in kill && kill.mended.length > 0);
  row([
    `${name}, all`,
    "",
    `${kills.length} kills`,
    "",
    `states ${states.join(", ")}`,
    "",
    `${mended.length} mended`,
  ]);
}

const row = (cells: readonly string[]) => process.stderr.write(`| ${cells.join(" | ")} |\n`);
