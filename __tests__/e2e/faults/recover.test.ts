import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Finding } from "../../../modules/recover";
import { describeE2e } from "../setup/describe";
import { awsEnvironment } from "../support/environment";
import { argumentsOf } from "../../../modules/recover/commands";
import { noFaults } from "./fault-proxy";
import { FaultyDeployment } from "./faulty-deployment";
import { killAt } from "./kills";

interface Recovery {
  readonly code: number;
  readonly findings: readonly Finding[];
}

/** Runs the command as a process, while this process forwards its calls to the emulator. */
function recover({ workspace, proxy }: FaultyDeployment, options: readonly string[]): Promise<Recovery> {
  const command = resolve(__dirname, "../../../bin/cdktf-clusters.js");
  const args = [command, "recover", workspace.stack, "--format", "json", ...options];
  const env = {
    ...process.env,
    ...awsEnvironment(proxy.endpoint),
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

// Needs the AWS CLI, which the tests of each change do not require.
const describeNightly = process.env.KILLS ? describeE2e : describe.skip;

describeNightly("cdktf-clusters recover, after a kill of the first apply that loses the state", () => {
  test("prints imports that Terraform accepts, until there is nothing to recover", async () => {
    const deployment = await FaultyDeployment.begin();
    try {
      const { workspace, proxy } = deployment;
      const running = workspace.begin("apply");
      proxy.use(killAt({ call: 14, when: "unanswered" }, () => running.kill()));
      await running.result;
      await proxy.settle();
      proxy.use(noFaults);
      await rm(workspace.stateFile, { force: true });

      const first = await recover(deployment, ["--no-state"]);
      expect(first.code).toBe(2);
      expect(first.findings.length).toBeGreaterThan(5);
      for (const { commands } of first.findings) {
        for (const [, ...args] of commands.map(argumentsOf)) await workspace.terraform(args);
      }
      // Later rounds find what needs the attributes of imported resources.
      for (let round = 0; round < 3; round++) {
        const { code, findings } = await recover(deployment, ["--state", workspace.stateFile]);
        if (code === 0) return;
        for (const { commands } of findings) {
          for (const [, ...args] of commands.map(argumentsOf)) await workspace.terraform(args);
        }
      }
      expect(await recover(deployment, ["--state", workspace.stateFile])).toEqual({ code: 0, findings: [] });
    } finally {
      await deployment.end();
    }
  }, 900_000);
});
