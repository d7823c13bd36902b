/**
 * Plans the EKS reference stack on the emulator: `node --require ./bench/typescript.js bench/plan/plan.ts ROUNDS FILE`. Prints the results
 * of each round as JSON, with the warm-up as the first; or the missing requirements of this machine.
 */
import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../../__tests__/e2e/emulator";
import checkPrerequisites, { MISSING } from "../../__tests__/e2e/setup/prerequisites";
import removeMirror from "../../__tests__/e2e/setup/remove-mirror";
import { awsEnvironment, toolEnvironment } from "../../__tests__/e2e/support/environment";
import { PROVIDER } from "../../__tests__/e2e/support/provider";
import { run } from "../../__tests__/e2e/support/run";
import { synthesize } from "../../__tests__/e2e/support/synthesis";
import { Workspace } from "../../__tests__/e2e/support/workspace";

const [, , rounds, file] = process.argv;
const reference = "production-main";

/** Folders in `cdktf.out/stacks` in which Terraform runs. */
interface Folders {
  readonly reference: string;
  readonly trivial: string;
}

type Env = Readonly<Record<string, string | undefined>>;

async function main(): Promise<object> {
  await checkPrerequisites();
  const missing = process.env[MISSING];
  if (missing) return { missing };

  const emulator = await startEmulator();
  const workspace = await Workspace.create(reference, emulator.endpoint);
  try {
    const folders = await prepare(workspace);
    // The default garbage collection of Terraform, as for users.
    const env = { ...toolEnvironment(), ...awsEnvironment(emulator.endpoint), GOGC: undefined };
    return {
      provider: `${PROVIDER.source} ${PROVIDER.version}`,
      terraform: await versionOfTerraform(env),
      rounds: await measure(folders, env),
      resourceGraph: sizeOf(await terraform(folders.reference, env, "graph")),
      planGraph: sizeOf(await terraform(folders.reference, env, "graph", "-type=plan")),
    };
  } finally {
    await workspace.remove();
    await emulator.stop();
  }
}

/** The reference stack, and one with the same provider and a single resource; both initialized, with an empty state. */
async function prepare(workspace: Workspace): Promise<Folders> {
  const outdir = await mkdtemp(join(tmpdir(), "bench-plan-"));
  try {
    await synthesize(file, outdir);
    await workspace.use(outdir);
  } finally {
    await rm(outdir, { recursive: true });
  }
  await workspace.init();
  const stacks = join(workspace.dir, "cdktf.out/stacks");
  const folders = { reference: join(stacks, reference), trivial: join(stacks, "trivial") };
  await writeTrivial(folders);
  await run("terraform", ["init"], { cwd: folders.trivial, env: toolEnvironment() });
  return folders;
}

async function writeTrivial(folders: Folders): Promise<void> {
  const { provider } = JSON.parse(await readFile(join(folders.reference, "cdk.tf.json"), "utf8")) as {
    provider: object;
  };
  const resource = { aws_cloudwatch_log_group: { one: { name: "one" } } };
  await mkdir(folders.trivial);
  await writeFile(join(folders.trivial, "main.tf.json"), JSON.stringify({ provider, resource }));
  const versions = await readFile(join(folders.reference, "versions_override.tf.json"));
  await writeFile(join(folders.trivial, "versions.tf.json"), versions);
}

async function measure({ reference, trivial }: Folders, env: Env): Promise<object[]> {
  const results: object[] = [];
  for (let round = 0; round < Number(rounds); round++) {
    results.push({ reference: await plan(reference, env), trivial: await plan(trivial, env) });
  }
  return results;
}

async function plan(folder: string, env: Env): Promise<{ ms: number; resources: number }> {
  const start = process.hrtime.bigint();
  const output = await terraform(folder, env, "plan", "-no-color");
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  return { ms, resources: Number(/^Plan: (\d+) to add, 0 to change, 0 to destroy/m.exec(output)![1]) };
}

async function terraform(cwd: string, env: Env, ...args: string[]): Promise<string> {
  const { stdout } = await run("terraform", args, { cwd, env });
  return stdout;
}

async function versionOfTerraform(env: Env): Promise<string> {
  const text = await terraform(tmpdir(), env, "version", "-json");
  return (JSON.parse(text) as { terraform_version: string }).terraform_version;
}

/** The number of nodes and edges of a graph in dot format. */
function sizeOf(dot: string): { nodes: number; edges: number } {
  const edges = [...dot.matchAll(/^\s*("[^\n]*?") -> ("[^\n]*?")/gm)].map(([, from, to]) => [from, to]);
  const declared = [...dot.matchAll(/^\s*("[^\n]*?") \[/gm)].map(([, node]) => node);
  return { nodes: new Set([...declared, ...edges.flat()]).size, edges: edges.length };
}

main()
  .finally(removeMirror)
  .then(
    (result) => console.log(JSON.stringify(result)),
    (failure) => {
      console.error(failure);
      process.exitCode = 1;
    },
  );
