import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document } from "yaml";
import { type AwsClients, awsClients } from "../aws/clients";
import { type Emulator, startEmulator } from "../emulator";
import { type RawRequest } from "../faults/calls";
import { FaultProxy } from "../faults/fault-proxy";
import { Guard } from "../iam/guard";
import { type Engine } from "./engine";
import { type FileStack } from "./environments";
import { synthesize } from "./synthesis";
import { Workspace } from "./workspace";

/** One stack with a separate, initially empty emulator, and a folder in which Terraform and CDKTF run. */
export class Deployment {
  private constructor(
    readonly aws: AwsClients,
    readonly workspace: Workspace,
    private readonly emulator: Emulator,
    private readonly observer: FaultProxy | undefined,
    readonly outdir: string,
    /** IAM between Terraform and the emulator, if it was asked for. */
    readonly guard?: Guard,
  ) {}

  /**
   * @param env see {@link Workspace.create}
   * @param options - `observe` is called for each call of Terraform
   */
  static async begin(
    { stack, region }: FileStack,
    env?: Readonly<Record<string, string>>,
    engine?: Engine,
    { guarded = false, observe }: { guarded?: boolean; observe?: (request: RawRequest) => void } = {},
  ): Promise<Deployment> {
    const outdir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-out-"));
    const emulator = await startEmulator();
    const guard = guarded ? await Guard.start(emulator.endpoint) : undefined;
    const observer =
      observe &&
      (await FaultProxy.start(emulator.endpoint, async (request) => {
        observe(request);
        return undefined;
      }));
    const { endpoint } = observer ?? guard ?? emulator;
    const workspace = await Workspace.create(stack, endpoint, env, engine);
    return new Deployment(
      awsClients(emulator.endpoint, region),
      workspace,
      emulator,
      observer,
      outdir,
      guard,
    );
  }

  /** Synthesizes an environment, with more variables, which replaces the previous one. */
  async use(environment: Document, name: string, env?: Readonly<Record<string, string>>): Promise<void> {
    const file = join(this.workspace.dir, `${name}.yaml`);
    await writeFile(file, environment.toString());
    await synthesize(file, this.outdir, env);
    await this.workspace.use(this.outdir);
  }

  async end(): Promise<void> {
    await this.workspace.remove();
    await rm(this.outdir, { recursive: true, force: true });
    await this.guard?.stop();
    await this.observer?.stop();
    await this.emulator.stop();
  }
}
