import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document } from "yaml";
import { type AwsClients, awsClients } from "../aws/clients";
import { type Inventory, takeInventory } from "../aws/inventory";
import { type Emulator, startEmulator } from "../emulator";
import { eksDocument, unprotect } from "../support/environments";
import { environmentFile, synthesize } from "../support/synthesis";
import { Workspace } from "../support/workspace";
import { FaultProxy } from "./fault-proxy";

/** The reference stack. */
const REFERENCE = {
  environment: "production",
  stack: "production-main",
  region: "eu-central-1",
} as const;

/** A change of the environment file of the reference stack. */
export type Edit = (environment: Document) => void;

export interface FaultyDeploymentOptions {
  readonly edit?: Edit;
  readonly env?: Readonly<Record<string, string>>;
}

/** The reference stack with a separate, initially empty emulator, and a fault proxy between them. */
export class FaultyDeployment {
  private constructor(
    /** Clients that bypass the fault proxy. */
    readonly aws: AwsClients,
    readonly proxy: FaultProxy,
    readonly workspace: Workspace,
    /** The inventory of an empty AWS account. */
    readonly before: Inventory,
    private readonly emulator: Emulator,
  ) {}

  static async begin({ edit, env }: FaultyDeploymentOptions = {}): Promise<FaultyDeployment> {
    const emulator = await startEmulator();
    const proxy = await FaultProxy.start(emulator.endpoint);
    const workspace = await Workspace.create(REFERENCE.stack, proxy.endpoint, env);
    const aws = awsClients(emulator.endpoint, REFERENCE.region);
    const deployment = new FaultyDeployment(aws, proxy, workspace, await takeInventory(aws), emulator);
    await deployment.use(edit);
    await workspace.init();
    return deployment;
  }

  /** Replaces the current stack by the reference stack, without deletion protection. */
  async use(edit: Edit = () => undefined): Promise<void> {
    const outdir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-out-"));
    try {
      const document = eksDocument(environmentFile(REFERENCE.environment));
      unprotect(document);
      edit(document);
      const file = join(this.workspace.dir, `${REFERENCE.environment}.yaml`);
      await writeFile(file, document.toString());
      await synthesize(file, outdir);
      await this.workspace.use(outdir);
    } finally {
      await rm(outdir, { recursive: true, force: true });
    }
  }

  async end(): Promise<void> {
    await this.proxy.stop();
    await this.workspace.remove();
    await this.emulator.stop();
  }
}
