import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { awsEnvironment, toolEnvironment } from "../support/environment";
import { copyEksOf } from "../support/environments";
import { leaveOutArguments } from "../support/left-out-arguments";
import type { PlanJson } from "../support/plan";
import { REQUIRED_PROVIDER } from "../support/provider";
import type { StackJson } from "../support/provider-schema";
import { run, type RunResult } from "../support/run";

const COMMAND = join(__dirname, "../../../bin/cdktf-clusters.js");

/** Exports all stacks on EKS of an environment file, or of a folder of them, by the command. */
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

/** Makes an exported folder fit for the provider at hand, which is older than the one that it asks for. */
export async function forOlderProvider(folder: string): Promise<string[]> {
  const file = join(folder, "main.tf.json");
  const main = JSON.parse(await readFile(file, "utf8")) as StackJson;
  const leftOut = leaveOutArguments(main);
  await writeFile(file, JSON.stringify(main));
  await writeFile(join(folder, "versions_override.tf.json"), JSON.stringify(REQUIRED_PROVIDER));
  return leftOut;
}

/** Terraform by itself: on its PATH there is nothing else, and no Node. */
export class PlainTerraform {
  private constructor(private readonly env: Record<string, string | undefined>) {}

  /** @param scratch - a folder for what it needs */
  static async create(scratch: string, endpoint = "http://127.0.0.1:9"): Promise<PlainTerraform> {
    const bin = join(scratch, "bin");
    await mkdir(bin, { recursive: true });
    await symlink(await terraformPath(), join(bin, "terraform"));
    return new PlainTerraform({
      ...toolEnvironment(),
      ...awsEnvironment(endpoint),
      PATH: bin,
      NODE_OPTIONS: undefined,
    });
  }

  run(folder: string, args: readonly string[], accept?: readonly number[]): Promise<RunResult> {
    return run(join(this.env.PATH!, "terraform"), args, { cwd: folder, env: this.env, accept });
  }

  /** Initializes and validates; a backend is not asked for. */
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

/** The part of a plan that tells what will be. */
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

/** What a plan says of each resource, by its address within its module. */
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
  throw new Error("there is no terraform on the PATH");
}

/** A copy of a folder's files. */
export const copyOf = (from: string, to: string): Promise<void> => cp(from, to, { recursive: true });
