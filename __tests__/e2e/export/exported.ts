import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { awsEnvironment, toolEnvironment } from "../support/environment";
import { copyEksOf } from "../support/environments";
import { removeUnsupportedArguments } from "../support/unsupported-arguments";
import type { PlanJson } from "../support/plan";
import { REQUIRED_PROVIDER } from "../support/provider";
import type { StackJson } from "../support/provider-schema";
import { run, type RunResult } from "../support/run";

const COMMAND = join(__dirname, "../../../bin/cdktf-clusters.js");

/** Exports all EKS stacks of an environment file, or of a folder of them, with the command. */
export async function exportTo(out: string, environments: string, ...options: string[]): Promise<string[]> {
  const copies = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-environments-"));
  try {
    await copyEksOf(environments, copies);
    await run(process.execPath, [COMMAND, "export", "--out", out, ...options], {
      env: { ENVIRONMENTS: copies },
    });
  } finally {
    await rm(copies, { recursive: true, force: true });
  }
  return (await readdir(out)).sort();
}

/** Exports the stacks of all platforms. */
export async function exportAllTo(
  out: string,
  environments: string,
  ...options: string[]
): Promise<string[]> {
  await run(process.execPath, [COMMAND, "export", "--out", out, ...options], {
    env: { ENVIRONMENTS: environments },
  });
  return (await readdir(out)).sort();
}

/** The root module that the README of an exported module shows. */
export async function exampleOf(folder: string): Promise<string> {
  const readme = await readFile(join(folder, "README.md"), "utf8");
  const examples = [...readme.matchAll(/^```hcl\n([^]*?)^```$/gm)].map(([, text]) => text);
  if (examples.length !== 1) throw new Error(`${folder} shows ${examples.length} examples`);
  return examples[0];
}

/** Adapts an exported folder to the provider of the tests, which may be older than the required one. */
export async function forOlderProvider(folder: string): Promise<string[]> {
  const file = join(folder, "main.tf.json");
  const main = JSON.parse(await readFile(file, "utf8")) as StackJson;
  const removedArguments = removeUnsupportedArguments(main);
  await writeFile(file, JSON.stringify(main));
  await writeFile(join(folder, "versions_override.tf.json"), JSON.stringify(REQUIRED_PROVIDER));
  return removedArguments;
}

/** Runs Terraform with a PATH that contains only Terraform, without Node. */
export class PlainTerraform {
  private constructor(private readonly env: Record<string, string | undefined>) {}

  /**
   * @param scratch - a folder for temporary files
   * @param endpoint - the emulator of AWS
   */
  static create(scratch: string, endpoint = "http://127.0.0.1:9"): Promise<PlainTerraform> {
    return PlainTerraform.with(scratch, awsEnvironment(endpoint));
  }

  /** @param env - variables for another cloud */
  static async with(
    scratch: string,
    env: Readonly<Record<string, string | undefined>>,
  ): Promise<PlainTerraform> {
    const bin = join(scratch, "bin");
    await mkdir(bin, { recursive: true });
    await symlink(await terraformPath(), join(bin, "terraform"));
    return new PlainTerraform({
      ...toolEnvironment(),
      ...env,
      PATH: bin,
      NODE_OPTIONS: undefined,
    });
  }

  run(folder: string, args: readonly string[], accept?: readonly number[]): Promise<RunResult> {
    return run(join(this.env.PATH!, "terraform"), args, { cwd: folder, env: this.env, accept });
  }

  /** Initializes without a backend, and validates. */
  async validate(folder: string): Promise<void> {
    await this.run(folder, ["init", "-backend=false"]);
    await this.run(folder, ["validate"]);
  }

  async plan(folder: string, ...args: string[]): Promise<{ empty: boolean; json: PlanJson & PlannedValues }> {
    const { code } = await this.run(folder, ["plan", "-detailed-exitcode", "-out=plan", ...args], [0, 2]);
    const { stdout } = await this.run(folder, ["show", "-json", "plan"]);
    return { empty: code === 0, json: JSON.parse(stdout) as PlanJson & PlannedValues };
  }
}

/** The planned values of a plan. */
export interface PlannedValues {
  readonly planned_values: { readonly root_module: PlannedModule };
}

interface PlannedModule {
  readonly resources?: readonly PlannedResource[];
  readonly child_modules?: readonly (PlannedModule & { readonly address: string })[];
}

export interface PlannedResource {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The planned values of each resource, by its address in its module. */
export function planned(plan: PlannedValues, module?: string): Record<string, PlannedResource["values"]> {
  const { root_module: root } = plan.planned_values;
  const found = module === undefined ? root : root.child_modules?.find(({ address }) => address === module);
  return Object.fromEntries(
    (found?.resources ?? []).map(({ address, values }) => [address.replace(`${module}.`, ""), values]),
  );
}

async function terraformPath(): Promise<string> {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const folder of folders) {
    if ((await readdir(folder).catch((): string[] => [])).includes("terraform"))
      return join(folder, "terraform");
  }
  throw new Error("terraform is not in the PATH");
}

/** Copies the files of a folder. */
export const copyOf = (from: string, to: string): Promise<void> => cp(from, to, { recursive: true });
