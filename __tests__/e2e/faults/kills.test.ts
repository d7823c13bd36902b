import { readFile } from "node:fs/promises";
import { type Document } from "yaml";
import { type Inventory, takeInventory } from "../aws/inventory";
import { describeE2e } from "../setup/describe";
import { CREDENTIALS, StateServer } from "../state/server";
import {
  destroyAndFindLeftovers,
  type DestroyOutcome,
  killAndDestroy,
  killAndRecover,
  type Outcome,
} from "./cycle";
import { FaultyDeployment, type FaultyDeploymentOptions } from "./faulty-deployment";
import { CHANGES_OF_GROWTH, type Moment, moments } from "./kills";
import { truncateStateFile, STATE_FILES } from "./state-file";

/** Number of tested moments. */
const COUNT = Number(process.env.KILLS ?? 2);

const DESTROYS = moments("destroy", COUNT);
const CYCLES = moments("apply", COUNT).map((apply, index) => ({ apply, destroy: DESTROYS[index] }));

// Concurrent, because the provider mostly waits. In CI, recover.test.ts kills Terraform five times in one deployment.
(process.env.KILLS ? describeE2e : describe.skip)("the reference stack, after a kill of Terraform", () => {
  const ends = { apply: [] as Outcome[], destroy: [] as Outcome[], "last destroy": [] as DestroyOutcome[] };

  afterAll(() => {
    for (const [name, kills] of Object.entries(ends)) summarize(name, kills);
  });

  test.concurrent.each(CYCLES)(
    "at call $apply.call of an apply ($apply.when), and at call $destroy.call of a destroy ($destroy.when)",
    async ({ apply, destroy }) => {
      await withDeployment({}, async (deployment) => {
        ends.apply.push(expectRecovered(await killAndRecover(deployment, "apply", apply)));
        ends.destroy.push(expectRecovered(await killAndRecover(deployment, "destroy", destroy)));
        ends["last destroy"].push(expectDestroyed(await killAndDestroy(deployment, destroy)));
      });
    },
    1_800_000,
  );
});

/** One NAT gateway. */
function makeSmaller(environment: Document): void {
  environment.setIn(["clusters", 0, "network", "nat"], "single");
}

/** One NAT gateway per zone, another node group and a key. The launch template of the workers changes. */
function makeLarger(environment: Document): void {
  environment.setIn(["clusters", 0, "encryption", "disks"], "customer-key");
  const group = { name: "extra", machineTypes: ["m7g.large"], size: 1 };
  environment.addIn(["clusters", 0, "nodeGroups"], environment.createNode(group));
}

// A first apply has no previous state to restore.
(process.env.KILLS ? describeE2e : describe.skip)("the reference stack, while it grows", () => {
  test.concurrent(
    "after a kill at the last call, while Terraform writes the state",
    async () => {
      await withDeployment({ edit: makeSmaller }, async (deployment) => {
        const { workspace, aws } = deployment;
        await workspace.apply();
        const previous: unknown = JSON.parse(await readFile(workspace.stateFile, "utf8"));
        await deployment.use(makeLarger);
        let created: Inventory | undefined;
        const outcome = await killAndRecover(
          deployment,
          "apply",
          { call: CHANGES_OF_GROWTH, when: "unanswered" },
          {
            afterKill: async () => {
              await truncateStateFile(workspace.stateFile);
              expect(JSON.parse(await readFile(`${workspace.stateFile}.backup`, "utf8"))).toEqual(previous);
              created = await takeInventory(aws);
            },
          },
        );
        expect(expectRecovered(outcome).stateFile).toBe("restored");
        // All resources existed at the kill: the recovery created no duplicate and deleted no resource.
        expect(await takeInventory(aws)).toEqual(created);
        expect(await destroyAndFindLeftovers(deployment)).toEqual([]);
      });
    },
    1_800_000,
  );
});

/** One during the creation of the network, one during the creation of the cluster. */
const REMOTE_STATE_MOMENTS: readonly Moment[] = [
  { call: 45, when: "answered" },
  { call: 60, when: "unanswered" },
];

// Terraform writes a remote state every twenty seconds, and its lock remains after a kill.
(process.env.KILLS ? describeE2e : describe.skip)(
  "the reference stack, with state in an http backend",
  () => {
    test.concurrent.each(REMOTE_STATE_MOMENTS)(
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
              const outcome = await killAndRecover(deployment, "apply", moment, { importFirst: true });
              expectRecovered(outcome);
              expect(outcome.actions.map(({ by }) => by)).toContain("unlock");
              expectDestroyed(await killAndDestroy(deployment, moment));
            },
          );
        } finally {
          await server.stop();
        }
      },
      1_800_000,
    );
  },
);

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

function expectRecovered(outcome: Outcome): Outcome {
  report(outcome);
  expect(outcome.planEmpty).toBe(true);
  expect(outcome.unexpected).toEqual([]);
  return outcome;
}

function expectDestroyed(destroyed: DestroyOutcome): DestroyOutcome {
  const { moment, call, stateFile, leftovers } = destroyed;
  row([`last destroy ${moment.call}`, moment.when, call, "", `state ${stateFile}`, "", ""]);
  expect(leftovers).toEqual([]);
  return destroyed;
}

/** Prints a table row: moment, calls in flight, errors, recovery actions. */
function report({ command, moment, call, inFlight, stateFile, errors: found, actions }: Outcome): void {
  const by = actions.map(({ by: how, address, command: what }) =>
    how === "remove" ? what : `${how} ${address}`,
  );
  // The error code of AWS follows the request id.
  const errors = found.map(
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

/** Prints the last rows: the number of kills, states and recoveries. */
function summarize(name: string, kills: readonly (Outcome | DestroyOutcome)[]): void {
  const states = STATE_FILES.map(
    (state) => `${kills.filter(({ stateFile }) => stateFile === state).length} ${state}`,
  );
  const recovered = kills.filter((kill) => "actions" in kill && kill.actions.length > 0);
  row([
    `${name}, all`,
    "",
    `${kills.length} kills`,
    "",
    `states ${states.join(", ")}`,
    "",
    `${recovered.length} recovered`,
  ]);
}

const row = (cells: readonly string[]) => process.stderr.write(`| ${cells.join(" | ")} |\n`);
