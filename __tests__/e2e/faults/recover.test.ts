import { rm } from "node:fs/promises";
import { type Document } from "yaml";
import { describeE2e } from "../setup/describe";
import { destroyAndFindLeftovers, kill, killAndDestroy, killAndRecover } from "./cycle";
import { noFaults } from "./fault-proxy";
import { type Moment } from "./kills";
import { killAndRun, recover, recoverAll, withCli } from "./printed-commands";

/** The number of kills of one deployment. Each apply continues what the recovery of the one before left. */
const KILLS = 5;

/** The deployments of a night, with forty kills. Otherwise one. */
const DEPLOYMENTS = Number(process.env.KILLS ?? 0) >= 20 ? 8 : 1;

/** Shifts the moments. Each night has another one, which is printed. */
const SEED = Number(process.env.KILLS_SEED ?? 0);

const WHENS = ["unanswered", "lost", "unanswered", "answered"] as const;

/** The moments of a deployment: at least one change after the other, and together fewer changes than an apply has. */
const momentsOf = (deployment: number): Moment[] =>
  Array.from({ length: KILLS }, (_, i) => ({
    call: 3 + (((deployment * KILLS + i) * 7 + deployment + SEED) % 11),
    when: WHENS[(deployment + i + SEED) % WHENS.length],
  }));

/** During the deletion of node groups, and during that of the network. */
const DESTROYS: readonly Moment[] = [
  { call: 12, when: "unanswered" },
  { call: 50, when: "unanswered" },
];

/** One NAT gateway. */
const edit = (environment: Document) => environment.setIn(["clusters", 0, "network", "nat"], "single");

const began = Date.now();
const print = (cells: readonly unknown[]) =>
  process.stderr.write(`| ${cells.join(" | ")} | ${Math.round((Date.now() - began) / 1000)} s |\n`);

describeE2e("the reference stack, after kills of an apply", () => {
  test.concurrent.each(Array.from({ length: DEPLOYMENTS }, (_, i) => [i]))(
    `is complete with the commands that recover prints, ${KILLS} times, and leaves nothing (deployment %i)`,
    async (index) => {
      await withCli({ edit }, async (deployment, cli) => {
        const { workspace } = deployment;
        print([`deployment ${index}`, `KILLS_SEED=${SEED}`]);
        for (const moment of momentsOf(index)) {
          const { call, stateFile, findings, seconds } = await killAndRun(deployment, cli, moment);
          const found = findings.map(({ kind, address }) => `${kind} ${address}`).join("; ") || "nothing";
          print(["recover", moment.call, moment.when, call, stateFile, found, ...seconds]);
        }
        // The next apply needs no manual step, and completes the stack.
        const { code, output } = await workspace.begin("apply").result;
        expect(code === 0 ? "" : output.slice(-4000)).toBe("");
        print(["applied"]);
        expect((await workspace.plan()).empty).toBe(true);
        expect(await recover(deployment, cli)).toEqual({ code: 0, findings: [] });
        print(["complete"]);

        // The steps of docs/deploy.md, without the command.
        const rebuilt = await killAndRecover(deployment, "destroy", DESTROYS[0]);
        expect(rebuilt).toMatchObject({ planEmpty: true, unexpected: [] });
        print(["destroy", rebuilt.call, ...rebuilt.actions.map(({ by, address }) => `${by} ${address}`)]);
        const { call, leftovers } = await killAndDestroy(deployment, DESTROYS[1]);
        expect(leftovers).toEqual([]);
        print(["destroyed", call]);
      });
    },
    // At night, four deployments run at a time, next to other files.
    DEPLOYMENTS === 1 ? 1_800_000 : 5_400_000,
  );
});

(process.env.KILLS ? describeE2e : describe.skip)(
  "the reference stack, after a kill that loses the state",
  () => {
    test("is imported with the commands that recover prints", async () => {
      await withCli({}, async (deployment, cli) => {
        await kill(deployment, "apply", { call: 14, when: "unanswered" });
        deployment.proxy.use(noFaults);
        await rm(deployment.workspace.stateFile, { force: true });
        const findings = await recoverAll(deployment, cli);
        expect(findings.length).toBeGreaterThan(5);
        const kinds = new Set(findings.map(({ kind }) => kind));
        expect([...kinds].filter((kind) => kind !== "added by AWS")).toEqual(["not in state"]);
        expect(await destroyAndFindLeftovers(deployment)).toEqual([]);
      });
    }, 900_000);
  },
);
