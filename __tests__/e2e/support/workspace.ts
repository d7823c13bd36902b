import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Engine, TERRAFORM } from "./engine";
import { awsEnvironment, toolEnvironment } from "./environment";
import { removeUnsupportedArguments } from "./unsupported-arguments";
import { type PlanJson } from "./plan";
import { type ProviderSchema, readProviderSchema, type StackJson } from "./provider-schema";
import { PROVIDER, REQUIRED_PROVIDER } from "./provider";
import { type ProviderProcess, type StartedProvider, startProvider } from "./provider-process";
import { run, type Running, type RunResult, start } from "./run";

const CDKTF = join(__dirname, "../../../node_modules/.bin/cdktf");

/** Terraform mostly waits, so more operations run in parallel than there are processors. */
const PARALLEL = "-parallelism=20";

/** Milliseconds. Less than the limit of a test, whose error would not have Terraform's output. */
const LIMIT = 840_000;

/** Commands that need the provider. */
const WITH_PROVIDER = ["plan", "apply", "destroy", "import", "show"];

/** The plan of another deploy. */
export interface Plan {
  readonly empty: boolean;
  readonly text: string;
  readonly json: PlanJson;
}

/** An error or a warning of Terraform. */
interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly address?: string;
  readonly summary: string;
  readonly detail?: string;
}

/** How the stacks of a cloud are adapted to its emulator. */
export interface Cloud {
  readonly provider: Omit<StartedProvider, "registry">;

  /** Changes a stack. Returns what it removed. */
  readonly adapt: (stack: StackJson) => string[];

  /** Terraform JSON that overrides the stack: the version of the provider, its endpoints. */
  readonly override: object;
}

const AWS: Cloud = {
  provider: PROVIDER,
  adapt: (stack) => removeUnsupportedArguments(stack),
  override: REQUIRED_PROVIDER,
};

/** A project folder with one stack in its `cdktf.out`, which is deployed to the emulator and destroyed. */
export class Workspace {
  private provider: Promise<ProviderProcess> | undefined;

  private constructor(
    readonly dir: string,
    readonly stack: string,
    private readonly env: Record<string, string | undefined>,
    private readonly cloud: Cloud,
    private readonly engine: Engine,
  ) {}

  /** @param env variables for Terraform in addition to the endpoint, such as credentials of a backend */
  static create(
    stack: string,
    endpoint: string,
    env: Readonly<Record<string, string>> = {},
    engine?: Engine,
  ): Promise<Workspace> {
    return Workspace.in(AWS, stack, { ...awsEnvironment(endpoint), ...env }, engine);
  }

  /** @param env variables for Terraform, such as credentials */
  static async in(
    cloud: Cloud,
    stack: string,
    env: Readonly<Record<string, string | undefined>>,
    engine = TERRAFORM,
  ): Promise<Workspace> {
    const dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-"));
    const config = {
      language: "typescript",
      app: "false",
      output: "cdktf.out",
      sendCrashReports: "false",
      projectId: "e2e",
    };
    await writeFile(join(dir, "cdktf.json"), JSON.stringify(config));
    const all = { ...toolEnvironment(), ...engine.env, ...env, CDKTF_HOME: dir };
    return new Workspace(dir, stack, all, cloud, engine);
  }

  async remove(): Promise<void> {
    (await this.provider?.catch(() => undefined))?.stop();
    await rm(this.dir, { recursive: true, force: true });
  }

  private get stackDir(): string {
    return join(this.dir, "cdktf.out/stacks", this.stack);
  }

  /** The synthesized stack. */
  async synthesized(outdir: string): Promise<StackJson> {
    return JSON.parse(await readFile(join(outdir, "stacks", this.stack, "cdk.tf.json"), "utf8")) as StackJson;
  }

  /**
   * Copies a synthesized folder, without arguments that the provider or the emulator does not support.
   *
   * @param standIns ids of existing resources that the stack requires -> ids of their stand-ins
   * @returns the removed arguments
   */
  async use(outdir: string, standIns: Readonly<Record<string, string>> = {}): Promise<string[]> {
    const stack = JSON.parse(
      withStandIns(JSON.stringify(await this.synthesized(outdir)), standIns),
    ) as StackJson;
    const removedArguments = this.cloud.adapt(stack);
    await mkdir(this.stackDir, { recursive: true });
    await cp(join(outdir, "manifest.json"), join(this.dir, "cdktf.out/manifest.json"));
    await cp(join(outdir, "stacks", this.stack), this.stackDir, { recursive: true });
    await writeFile(join(this.stackDir, "cdk.tf.json"), JSON.stringify(stack, null, 2));
    await writeFile(join(this.stackDir, "versions_override.tf.json"), JSON.stringify(this.cloud.override));
    return removedArguments;
  }

  /** The stack that Terraform reads. */
  async configuration(): Promise<StackJson> {
    return JSON.parse(await readFile(join(this.stackDir, "cdk.tf.json"), "utf8")) as StackJson;
  }

  /** The file of a local state. */
  get stateFile(): string {
    return join(this.dir, `terraform.${this.stack}.tfstate`);
  }

  /** Writes a file to the folder of the stack, or removes it. */
  async put(file: string, content: object | undefined): Promise<void> {
    const path = join(this.stackDir, file);
    if (content === undefined) await rm(path, { force: true });
    else await writeFile(path, JSON.stringify(content, null, 2));
  }

  async init(): Promise<void> {
    await this.terraform(["init"]);
  }

  /** Errors and warnings of the configuration, such as deprecated arguments. */
  async validate(): Promise<string[]> {
    const { stdout } = await this.terraform(["validate", "-json"], [0, 1]);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
    return diagnostics.map(({ severity, address = "", summary, detail = "" }) =>
      [severity, address, summary, detail].filter((text) => text !== "").join(": "),
    );
  }

  schema(): Promise<ProviderSchema> {
    return readProviderSchema(this.stackDir, this.env);
  }

  /** Deploys with the CLI of CDKTF or CDK Terrain, like a user. */
  deploy(): Promise<RunResult> {
    return this.cdktf("deploy");
  }

  /**
   * Deploys with Terraform only, like a pipeline without CDKTF, in half the time.
   *
   * @param refresh whether to refresh the state first
   * @returns the number of created resources
   */
  async apply({ refresh = true } = {}): Promise<number> {
    const options = ["-auto-approve", "-no-color", `-refresh=${refresh}`, PARALLEL];
    const { output } = await this.terraform(["apply", ...options]);
    return Number(/Resources: (\d+) added/.exec(output)?.[1]);
  }

  /**
   * The reverse of {@link apply}.
   *
   * @param refresh whether to refresh the state first
   * @returns the number of destroyed resources
   */
  async tearDown({ refresh = true } = {}): Promise<number> {
    const options = ["-auto-approve", "-no-color", `-refresh=${refresh}`, PARALLEL];
    const { output } = await this.terraform(["destroy", ...options]);
    return Number(/Resources: (\d+) destroyed/.exec(output)?.[1]);
  }

  /** @param accept exit codes that are not an error */
  destroy(accept?: readonly number[]): Promise<RunResult> {
    return this.cdktf("destroy", accept);
  }

  /** Terraform's error for a destroy. The output of CDKTF ends before it. */
  async destroyError(): Promise<string> {
    const { output } = await this.terraform(["plan", "-destroy", "-no-color"], [1]);
    return output;
  }

  /**
   * Terraform's error for a plan.
   *
   * @param refresh whether to refresh the state first
   */
  async planError({ refresh = true } = {}): Promise<string> {
    const { output } = await this.terraform(["plan", "-no-color", `-refresh=${refresh}`, PARALLEL], [1]);
    return output;
  }

  /** Addresses of all resources in the state, without data sources. */
  async deployedResources(): Promise<string[]> {
    const { stdout } = await this.terraform(["state", "list"]);
    return stdout.split("\n").filter((address) => address !== "" && !address.startsWith("data."));
  }

  /**
   * The plan of another deploy, and whether it is empty by Terraform's exit code.
   *
   * @param refresh whether to refresh the state first
   */
  async plan({ refresh = true } = {}): Promise<Plan> {
    const file = this.planFile;
    const options = ["-detailed-exitcode", "-no-color", `-refresh=${refresh}`, `-out=${file}`, PARALLEL];
    const { code, output: text } = await this.terraform(["plan", ...options], [0, 2]);
    // Reading a plan file takes half as long as a plan.
    if (code === 0) return { empty: true, text, json: {} };
    const { stdout } = await this.terraform(["show", "-json", file]);
    return { empty: false, text, json: JSON.parse(stdout) as PlanJson };
  }

  /** Applies the last {@link plan}. */
  async applyPlan(): Promise<void> {
    await this.terraform(["apply", "-no-color", PARALLEL, this.planFile]);
  }

  private get planFile(): string {
    return join(this.dir, "plan");
  }

  /** Starts an apply or a destroy that may fail or be killed, with its own provider. */
  begin(command: "apply" | "destroy", options: readonly string[] = []): Running {
    const args = [command, "-auto-approve", "-no-color", PARALLEL, ...options];
    return start(this.engine.program, args, { cwd: this.stackDir, env: this.env });
  }

  /** Runs Terraform in the folder of the stack. The commands share one process of the provider, which takes long to start. */
  async terraform(args: readonly string[], accept?: readonly number[]): Promise<RunResult> {
    const env = WITH_PROVIDER.includes(args[0]) ? { ...this.env, ...(await this.attached()) } : this.env;
    return run(this.engine.program, args, { cwd: this.stackDir, env, accept, limit: LIMIT });
  }

  private async attached(): Promise<ProviderProcess["env"]> {
    this.provider ??= startProvider(this.stackDir, this.env, {
      ...this.cloud.provider,
      registry: this.engine.registry,
    });
    return (await this.provider).env;
  }

  private cdktf(command: "deploy" | "destroy", accept?: readonly number[]): Promise<RunResult> {
    // The lock file exists; CDKTF would query the public registry again.
    const options = ["--skip-synth", "--skip-provider-lock", "--auto-approve"];
    const [program, ...args] = this.engine.cli ?? [CDKTF];
    return run(program, [...args, command, this.stack, ...options], { cwd: this.dir, env: this.env, accept });
  }
}

/** Replaces the ids of existing resources in the JSON of a stack by those of their stand-ins. */
function withStandIns(json: string, standIns: Readonly<Record<string, string>>): string {
  for (const [id, standIn] of Object.entries(standIns)) {
    if (!json.includes(id)) throw new Error(`the stack does not use ${id}, which has a stand-in`);
    json = json.replaceAll(id, standIn);
  }
  return json;
}
