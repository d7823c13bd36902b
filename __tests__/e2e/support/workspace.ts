import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsEnvironment, toolEnvironment } from "./environment";
import { leaveOutArguments } from "./left-out-arguments";
import { type PlanJson } from "./plan";
import { type ProviderSchema, readProviderSchema, type StackJson } from "./provider-schema";
import { REQUIRED_PROVIDER } from "./provider";
import { run, type Running, type RunResult, start } from "./run";

const CDKTF = join(__dirname, "../../../node_modules/.bin/cdktf");

/** The emulator answers at once or waits by the clock, so what can be done at a time is not what a processor can do. */
const PARALLEL = "-parallelism=20";

/** What another deploy would do. */
export interface Plan {
  readonly empty: boolean;
  readonly text: string;
  readonly json: PlanJson;
}

/** A folder like a project's, with one stack in its `cdktf.out`, that is deployed to the emulator and destroyed. */
export class Workspace {
  private constructor(
    readonly dir: string,
    readonly stack: string,
    private readonly env: Record<string, string | undefined>,
  ) {}

  /** @param env what Terraform needs besides the endpoint, such as credentials of a backend */
  static async create(
    stack: string,
    endpoint: string,
    env: Readonly<Record<string, string>> = {},
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
    return new Workspace(dir, stack, {
      ...toolEnvironment(),
      ...awsEnvironment(endpoint),
      ...env,
      CDKTF_HOME: dir,
    });
  }

  remove(): Promise<void> {
    return rm(this.dir, { recursive: true, force: true });
  }

  private get stackDir(): string {
    return join(this.dir, "cdktf.out/stacks", this.stack);
  }

  /** The stack as it was synthesized. */
  async synthesized(outdir: string): Promise<StackJson> {
    return JSON.parse(await readFile(join(outdir, "stacks", this.stack, "cdk.tf.json"), "utf8")) as StackJson;
  }

  /**
   * Takes over a synthesized folder, without what the provider or the emulator does not know.
   *
   * @param standIns ids of things that the stack expects to be there -> ids of what stands there instead
   * @returns what was left out
   */
  async use(outdir: string, standIns: Readonly<Record<string, string>> = {}): Promise<string[]> {
    const stack = JSON.parse(
      withStandIns(JSON.stringify(await this.synthesized(outdir)), standIns),
    ) as StackJson;
    const leftOut = leaveOutArguments(stack);
    await mkdir(this.stackDir, { recursive: true });
    await cp(join(outdir, "manifest.json"), join(this.dir, "cdktf.out/manifest.json"));
    await cp(join(outdir, "stacks", this.stack), this.stackDir, { recursive: true });
    await writeFile(join(this.stackDir, "cdk.tf.json"), JSON.stringify(stack, null, 2));
    await writeFile(join(this.stackDir, "versions_override.tf.json"), JSON.stringify(REQUIRED_PROVIDER));
    return leftOut;
  }

  /** The state, where it is a local file. */
  get stateFile(): string {
    return join(this.dir, `terraform.${this.stack}.tfstate`);
  }

  /** Puts a file beside the stack's own, or takes it away. */
  async put(file: string, content: object | undefined): Promise<void> {
    const path = join(this.stackDir, file);
    if (content === undefined) await rm(path, { force: true });
    else await writeFile(path, JSON.stringify(content, null, 2));
  }

  async init(): Promise<void> {
    await this.terraform(["init"]);
  }

  schema(): Promise<ProviderSchema> {
    return readProviderSchema(this.stackDir, this.env);
  }

  /** Deploys as a user does: by the CDKTF command line. */
  deploy(): Promise<RunResult> {
    return this.cdktf("deploy");
  }

  /**
   * Deploys as a pipeline does that has never heard of CDKTF; needs half the time.
   *
   * @returns how many resources were made
   */
  async apply(): Promise<number> {
    const { output } = await this.terraform(["apply", "-auto-approve", "-no-color", PARALLEL]);
    return Number(/Resources: (\d+) added/.exec(output)?.[1]);
  }

  /**
   * The reverse of {@link apply}.
   *
   * @param refresh whether to look first at what is there; without, the state is believed
   * @returns how many resources were destroyed
   */
  async tearDown({ refresh = true } = {}): Promise<number> {
    const options = ["-auto-approve", "-no-color", `-refresh=${refresh}`, PARALLEL];
    const { output } = await this.terraform(["destroy", ...options]);
    return Number(/Resources: (\d+) destroyed/.exec(output)?.[1]);
  }

  /** @param accept exit codes that are an answer and no failure */
  destroy(accept?: readonly number[]): Promise<RunResult> {
    return this.cdktf("destroy", accept);
  }

  /** Terraform's reason why it refuses to destroy; CDKTF's output breaks off before that. */
  async reasonForRefusal(): Promise<string> {
    const { output } = await this.terraform(["plan", "-destroy", "-no-color"], [1]);
    return output;
  }

  /** Terraform's reason why it refuses to plan. */
  async reasonWhyNoPlan(): Promise<string> {
    const { output } = await this.terraform(["plan", "-no-color"], [1]);
    return output;
  }

  /** Addresses of all resources in the state, without data sources. */
  async deployedResources(): Promise<string[]> {
    const { stdout } = await this.terraform(["state", "list"]);
    return stdout.split("\n").filter((address) => address !== "" && !address.startsWith("data."));
  }

  /**
   * A plan of what another deploy would do, and Terraform's own word whether it is empty.
   *
   * @param refresh whether to look first at what is there; without, the state is believed
   */
  async plan({ refresh = true } = {}): Promise<Plan> {
    const file = join(this.dir, "plan");
    const options = ["-detailed-exitcode", "-no-color", `-refresh=${refresh}`, `-out=${file}`, PARALLEL];
    const { code, output: text } = await this.terraform(["plan", ...options], [0, 2]);
    // Reading a plan file takes as long as half a plan.
    if (code === 0) return { empty: true, text, json: {} };
    const { stdout } = await this.terraform(["show", "-json", file]);
    return { empty: false, text, json: JSON.parse(stdout) as PlanJson };
  }

  /** Starts an apply or a destroy that may fail, or be killed. */
  begin(command: "apply" | "destroy", options: readonly string[] = []): Running {
    const args = [command, "-auto-approve", "-no-color", PARALLEL, ...options];
    return start("terraform", args, { cwd: this.stackDir, env: this.env });
  }

  /** Terraform by itself, in the folder of the stack. */
  terraform(args: readonly string[], accept?: readonly number[]): Promise<RunResult> {
    return run("terraform", args, { cwd: this.stackDir, env: this.env, accept });
  }

  private cdktf(command: "deploy" | "destroy", accept?: readonly number[]): Promise<RunResult> {
    // The lock file is there already; CDKTF would ask the public registry for it again.
    const options = ["--skip-synth", "--skip-provider-lock", "--auto-approve"];
    return run(CDKTF, [command, this.stack, ...options], { cwd: this.dir, env: this.env, accept });
  }
}

/** A stack's JSON in which every id that must be there already is that of its stand-in. */
function withStandIns(json: string, standIns: Readonly<Record<string, string>>): string {
  for (const [id, standIn] of Object.entries(standIns)) {
    if (!json.includes(id)) throw new Error(`The stack speaks of no ${id}, for which there is a stand-in.`);
    json = json.replaceAll(id, standIn);
  }
  return json;
}
