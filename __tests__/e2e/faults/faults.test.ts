import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describeE2e } from "../setup/describe";
import { differences } from "../support/plan";
import { destroyAndFindLeftovers } from "./cycle";
import { FAULT_KINDS, noFaults } from "./fault-proxy";
import { FaultyDeployment } from "./faulty-deployment";
import { CHANGES } from "./kills";
import { StateRecovery } from "./state-recovery";
import { schedule, type Shares, unanswered } from "./schedule";

/** Faults in a third of the calls. */
const SHARES: Shares = {
  throttled: 0.08,
  "error 500": 0.05,
  "error 503": 0.05,
  "cut before": 0.06,
  "cut after": 0.05,
  delayed: 0.05,
};

/** The number of resources in the golden list of the reference stack. */
async function goldenResources(): Promise<number> {
  const list = await readFile(join(__dirname, "../../stacks/golden/production-main.addresses.txt"), "utf8");
  return list.trim().split("\n").length;
}

const print = (text: string) => process.stderr.write(`${text}\n`);

describeE2e("the reference stack, with faults in a third of the calls", () => {
  let deployment: FaultyDeployment;

  beforeAll(async () => {
    deployment = await FaultyDeployment.begin();
  });

  afterAll(() => deployment?.end());

  /** Runs Terraform once with faults, then prints and stops the faults. */
  async function through(command: "apply" | "destroy", seed: string): Promise<void> {
    const { proxy, workspace } = deployment;
    proxy.use(schedule({ seed, shares: SHARES, maximumFailures: 3 }));
    const { code, output } = await workspace.begin(command).result;
    const counts = FAULT_KINDS.map((kind) => [kind, proxy.count(kind)] as const);
    const done = proxy.calls.filter(({ call, kind }) => call.changes && (!kind || kind === "delayed"));
    print(`${command}: ${proxy.calls.length} calls, ${done.length} changes done, ${counts.join("; ")}`);
    proxy.use(noFaults);
    if (code !== 0) throw new Error(output.slice(-8000));
    // Each kind of fault occurred often, so the test can fail.
    for (const [, count] of counts) expect(count).toBeGreaterThanOrEqual(5);
    // The provider repeats refused and interrupted calls, so each change is done once.
    expect(done).toHaveLength(CHANGES[command]);
  }

  test("is applied without recovery", () => through("apply", "one"));

  test("then has an empty plan", async () => {
    const { json } = await deployment.workspace.plan();
    expect(differences(json)).toEqual([]);
    expect(await deployment.workspace.deployedResources()).toHaveLength(await goldenResources());
  });

  test("is destroyed without recovery, and leaves nothing", async () => {
    await through("destroy", "two");
    expect(await destroyAndFindLeftovers(deployment)).toEqual([]);
  });
});

(process.env.KILLS ? describeE2e : describe.skip)("the reference stack, with lost answers", () => {
  // Another apply makes recovery harder, because it replaces tainted resources.
  test.concurrent.each([
    ["at once", 0],
    ["after another apply", 1],
  ])(
    "is recovered %s with the steps of docs/deploy.md, and destroyed in at most two attempts",
    async (_, appliesBefore) => {
      const deployment = await FaultyDeployment.begin();
      try {
        await recoverLostAnswers(deployment, appliesBefore);
        await destroyWithAnswersLost(deployment);
      } finally {
        await deployment.end();
      }
    },
    1_800_000,
  );

  /** AWS does the first change of each kind, and does not answer. */
  async function recoverLostAnswers({ proxy, workspace, aws }: FaultyDeployment, appliesBefore: number) {
    proxy.use(unanswered());
    const recovery = new StateRecovery(workspace, aws);
    for (let times = 0; times < appliesBefore; times++) await workspace.begin("apply").result;
    await recovery.applyUntilDone();
    await recovery.removeDuplicates();
    expect(proxy.count("cut after")).toBeGreaterThan(25);
    proxy.use(noFaults);
    for (const { address, text } of recovery.errors) print(`error: ${address} ${text.slice(0, 300)}`);
    for (const { address, by, command } of recovery.actions) print(`recovery: ${by} ${address} ${command}`);
    expect(recovery.unexpected).toEqual([]);
    const { json } = await workspace.plan();
    expect(differences(json)).toEqual([]);
  }

  async function destroyWithAnswersLost(deployment: FaultyDeployment) {
    const { proxy, workspace } = deployment;
    proxy.use(unanswered());
    const { code, output } = await workspace.begin("destroy").result;
    expect(proxy.count("cut after")).toBeGreaterThan(20);
    if (code !== 0) print(`destroy: ${output.split("Error:").slice(1).join("Error:").slice(0, 2_000)}`);
    expect(await destroyAndFindLeftovers(deployment)).toEqual([]);
  }
});
