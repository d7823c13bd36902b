import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Finding } from "../../../modules/recover";
import { awsEnvironment } from "../support/environment";
import { type AwsCli, startAwsCli } from "./aws-cli";
import { argumentsOfLine } from "./command-line";
import { kill } from "./cycle";
import { noFaults } from "./fault-proxy";
import { FaultyDeployment, type FaultyDeploymentOptions } from "./faulty-deployment";
import { type Moment } from "./kills";
import { restoreStateFile, type StateFile } from "./state-file";

/** What `cdktf-clusters recover` finds. */
export interface Recovery {
  readonly code: number;
  readonly findings: readonly Finding[];
}

/** Runs the command as a process, while this process forwards its calls to the emulator. */
export function recover({ workspace }: FaultyDeployment, cli: AwsCli): Promise<Recovery> {
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
export async function recoverAll(deployment: FaultyDeployment, cli: AwsCli): Promise<Finding[]> {
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

/** The result of a kill, and what the printed commands recovered. */
export interface KillOutcome {
  readonly call: string;
  readonly stateFile: StateFile;
  readonly findings: readonly Finding[];
  /** In seconds: until the kill, and of the recovery. */
  readonly seconds: readonly [number, number];
}

/** Kills an apply, restores an incomplete state file, and runs the printed commands. */
export async function killAndRun(
  deployment: FaultyDeployment,
  cli: AwsCli,
  moment: Moment,
): Promise<KillOutcome> {
  const began = Date.now();
  const { call } = await kill(deployment, "apply", moment);
  deployment.proxy.use(noFaults);
  const killed = Date.now();
  const stateFile = await restoreStateFile(deployment.workspace.stateFile);
  const findings = await recoverAll(deployment, cli);
  const seconds = [killed - began, Date.now() - killed].map((ms) => Math.round(ms / 1000));
  return { call, stateFile, findings, seconds: [seconds[0], seconds[1]] };
}

/** Uses a deployment, and the AWS CLI. */
export async function withCli(
  options: FaultyDeploymentOptions,
  use: (deployment: FaultyDeployment, cli: AwsCli) => Promise<void>,
): Promise<void> {
  const deployment = await FaultyDeployment.begin(options);
  const cli = await startAwsCli(awsEnvironment(deployment.proxy.endpoint));
  try {
    await use(deployment, cli);
  } finally {
    await cli.stop();
    await deployment.end();
  }
}
