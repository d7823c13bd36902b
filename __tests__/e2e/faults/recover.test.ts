import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Document } from "yaml";
import { type Finding } from "../../../modules/recover";
import { describeE2e } from "../setup/describe";
import { awsEnvironment } from "../support/environment";
import { type AwsCli, startAwsCli } from "./aws-cli";
import { destroyAndFindLeftovers, kill } from "./cycle";
import { argumentsOfLine } from "./command-line";
import { noFaults } from "./fault-proxy";
import { FaultyDeployment } from "./faulty-deployment";
import { type Moment } from "./kills";
import { restoreStateFile } from "./state-file";
import { StateRecovery } from "./state-recovery";

/** The number of kills of one deployment. Each apply continues what the recovery of the one before left. */
const KILLS = 5;

/** The deployments of a night, with forty kills. `KILLS=5` runs one of them. */
const DEPLOYMENTS = Number(process.env.KILLS ?? 0) >= 20 ? 8 : 1;

const WHENS = ["unanswered", "lost", "unanswered", "answered"] as const;

/** The moments of a deployment: at least one change after the other, and together fewer changes than an apply has. */
const momentsOf = (deployment: number): Moment[] =>
  Array.from({ length: KILLS }, (_, i) => ({
    call: 3 + (((deployment * KILLS + i) * 7 + deployment) % 11),
    when: WHENS[(deployment + i) % WHENS.length],
  }));

interface Recovery {
  readonly code: number;
  readonly findings: readonly Finding[];
}

/** Runs the command as a process, while this process forwards its calls to the emulator. */
function recover({ workspace }: FaultyDeployment, cli: AwsCli): Promise<Recovery> {
  const command = resolve(__dirname, "../../../bin/cdktf-clusters.js");
  const state = existsSync(workspace.stateFile) ? ["--state", workspace.stateFile] : ["--no-state"];
  const args = [command, "recover", workspace.stack, "--format", "json", ...state];
  const env = {
    ...process.env,
    PATH: `${cli.folder}:${process.env.PATH}`,
    ENVIRONMENTS: join(workspace.dir, "production.yaml"),
  };
  return new Promise((done, fail) => {
    const child = execFile(process.execPath, args, { env, cwd: workspace.dir }, (_, stdout, stderr) => {
      const code = child.exitCode ?? -1;
      if (code !== 0 && code !== 2) return fail(new Error(`exit code ${code}: ${stderr}`));
      done({ code, findings: (JSON.parse(stdout) as { findings: Finding[] }).findings });
    });
  });
}

/** Runs the printed commands of Terraform and of the AWS CLI until there is nothing to recover. */
async function recoverAll(deployment: FaultyDeployment, cli: AwsCli): Promise<Finding[]> {
  const all: Finding[] = [];
  // Later rounds find what needs the attributes of imported resources.
  for (let round = 0; round < 6; round++) {
    const { code, findings } = await recover(deployment, cli);
    expect(code).toBe(findings.length === 0 ? 0 : 2);
    if (code === 0) return all;
    all.push(...findings);
    for (const line of findings.flatMap(({ commands }) => commands)) {
      const [program, ...args] = argumentsOfLine(line);
      if (program === "terraform") await deployment.workspace.terraform(args);
      else await runAwsCli(cli, args);
    }
  }
  throw new Error(`there is still something to recover: ${JSON.stringify(all.slice(-5))}`);
}

function runAwsCli(cli: AwsCli, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    execFile(join(cli.folder, "aws"), args, (error) => (error ? fail(error as Error) : done()));
  });
}

async function deploy(options: object, use: (deployment: FaultyDeployment, cli: AwsCli) => Promise<void>) {
  const deployment = await FaultyDeployment.begin(options);
  const cli = await startAwsCli(awsEnvironment(deployment.proxy.endpoint));
  try {
    await use(deployment, cli);
  } finally {
    await cli.stop();
    await deployment.end();
  }
}

const print = (cells: readonly unknown[]) => process.stderr.write(`| ${cells.join(" | ")} |\n`);

(process.env.KILLS ? describeE2e : describe.skip)("cdktf-clusters recover", () => {
  test.concurrent.each(Array.from({ length: DEPLOYMENTS }, (_, i) => [i]))(
    `prints commands that recover from ${KILLS} kills of an apply (deployment %i)`,
    async (index) => {
      const edit = (environment: Document) => environment.setIn(["clusters", 0, "network", "nat"], "single");
      await deploy({ edit }, async (deployment, cli) => {
        const { workspace, proxy, aws } = deployment;
        for (const moment of momentsOf(index)) {
          const { call } = await kill(deployment, "apply", moment);
          proxy.use(noFaults);
          const stateFile = await restoreStateFile(workspace.stateFile);
          const findings = await recoverAll(deployment, cli);
          print([
            "recover",
            moment.call,
            moment.when,
            call,
            stateFile,
            findings.map(({ kind, address }) => `${kind} ${address}`).join("; ") || "nothing",
          ]);
        }
        const rest = new StateRecovery(workspace, aws);
        await rest.applyUntilDone();
        // What remains is the rule that AWS adds to a new security group, which the documentation names.
        expect(rest.actions.filter(({ type }) => type !== "aws_vpc_security_group_egress_rule")).toEqual([]);
        expect(await recover(deployment, cli)).toEqual({ code: 0, findings: [] });
        expect((await workspace.plan()).empty).toBe(true);
        expect(await destroyAndFindLeftovers(deployment)).toEqual([]);
      });
    },
    1_800_000,
  );

  test("prints imports that Terraform accepts, after a kill of the first apply that loses the state", async () => {
    await deploy({}, async (deployment, cli) => {
      await kill(deployment, "apply", { call: 14, when: "unanswered" });
      deployment.proxy.use(noFaults);
      await rm(deployment.workspace.stateFile, { force: true });
      const findings = await recoverAll(deployment, cli);
      expect(findings.length).toBeGreaterThan(5);
      expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(["not in state"]));
    });
  }, 900_000);
});
