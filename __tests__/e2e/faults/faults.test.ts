import { describeE2e } from "../setup/describe";
import { differences } from "../support/plan";
import { destroyAndLook } from "./cycle";
import { FAULT_KINDS, noFaults } from "./fault-proxy";
import { FaultyDeployment } from "./faulty-deployment";
import { CHANGES } from "./kills";
import { RepairShop } from "./repair-shop";
import { schedule, type Shares, unanswered } from "./schedule";

/** Every third call. */
const SHARES: Shares = {
  throttled: 0.08,
  "error 500": 0.05,
  "error 503": 0.05,
  "cut before": 0.06,
  "cut after": 0.05,
  delayed: 0.05,
};

const say = (text: string) => process.stderr.write(`${text}\n`);

describeE2e("the reference stack, where every third call goes wrong", () => {
  let deployment: FaultyDeployment;

  beforeAll(async () => {
    deployment = await FaultyDeployment.begin();
  });

  afterAll(() => deployment?.end());

  /** Runs Terraform once through the faults, which are then said and over. */
  async function through(command: "apply" | "destroy", seed: string): Promise<void> {
    const { proxy, workspace } = deployment;
    proxy.use(schedule({ seed, shares: SHARES, inARow: 3 }));
    const { code, output } = await workspace.begin(command).result;
    const counts = FAULT_KINDS.map((kind) => [kind, proxy.count(kind)] as const);
    const done = proxy.happened.filter(({ call, kind }) => call.changes && (!kind || kind === "delayed"));
    say(`${command}: ${proxy.happened.length} calls, ${done.length} changes done, ${counts.join("; ")}`);
    proxy.use(noFaults);
    if (code !== 0) throw new Error(output.slice(-8000));
    // Guards the guard: everything has to have gone wrong, and often.
    for (const [, count] of counts) expect(count).toBeGreaterThanOrEqual(5);
    // What is refused or cut before it is done comes again, so that each change is done once.
    expect(done).toHaveLength(CHANGES[command]);
  }

  test("is applied without help", () => through("apply", "one"));

  test("is then as it was described", async () => {
    const { json } = await deployment.workspace.plan();
    expect(differences(json)).toEqual([]);
    expect(await deployment.workspace.deployedResources()).toHaveLength(81);
  });

  test("is destroyed without help, and leaves nothing", async () => {
    await through("destroy", "two");
    expect(await destroyAndLook(deployment)).toEqual([]);
  });
});

(process.env.KILLS ? describeE2e : describe.skip)("the reference stack, where answers get lost", () => {
  // Another apply makes it worse: it replaces what it holds for half made.
  test.concurrent.each([
    ["at once", 0],
    ["after another apply", 1],
  ])(
    "is mended %s as docs/deploy.md says, and destroyed in at most two tries",
    async (_, appliesBefore) => {
      const deployment = await FaultyDeployment.begin();
      try {
        await mendAnswersLost(deployment, appliesBefore);
        await destroyWithAnswersLost(deployment);
      } finally {
        await deployment.end();
      }
    },
    1_800_000,
  );

  /** The first change of each kind is done, and not answered. */
  async function mendAnswersLost({ proxy, workspace, aws }: FaultyDeployment, appliesBefore: number) {
    proxy.use(unanswered());
    const shop = new RepairShop(workspace, aws);
    for (let times = 0; times < appliesBefore; times++) await workspace.begin("apply").result;
    await shop.applyUntilDone();
    await shop.removeSecondOnes();
    expect(proxy.count("cut after")).toBeGreaterThan(25);
    proxy.use(noFaults);
    for (const { address, text } of shop.said) say(`said: ${address} ${text.slice(0, 300)}`);
    for (const { address, by, command } of shop.book) say(`mended: ${by} ${address} ${command}`);
    expect(shop.unforeseen).toEqual([]);
    const { json } = await workspace.plan();
    expect(differences(json)).toEqual([]);
  }

  async function destroyWithAnswersLost(deployment: FaultyDeployment) {
    const { proxy, workspace } = deployment;
    proxy.use(unanswered());
    const { code, output } = await workspace.begin("destroy").result;
    expect(proxy.count("cut after")).toBeGreaterThan(20);
    if (code !== 0) say(`destroy: ${output.split("Error:").slice(1).join("Error:").slice(0, 2_000)}`);
    expect(await destroyAndLook(deployment)).toEqual([]);
  }
});
