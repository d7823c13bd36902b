import { type AwsClients, awsClients } from "../aws/clients";
import { type Emulator, startEmulator } from "../emulator";
import { Workspace } from "../support/workspace";
import { FaultProxy } from "./fault-proxy";

/** The stack that is meant with "reference" everywhere. */
export const REFERENCE = {
  environment: "production",
  stack: "production-main",
  region: "eu-central-1",
} as const;

/** The reference stack, an AWS of its own, and between them what goes wrong. */
export class FaultyDeployment {
  private constructor(
    /** Past the faults. */
    readonly aws: AwsClients,
    readonly proxy: FaultProxy,
    readonly workspace: Workspace,
    private readonly emulator: Emulator,
  ) {}

  /** @param outdir the synthesized stack */
  static async begin(outdir: string): Promise<FaultyDeployment> {
    const emulator = await startEmulator();
    const proxy = await FaultProxy.start(emulator.endpoint);
    const workspace = await Workspace.create(REFERENCE.stack, proxy.endpoint);
    await workspace.use(outdir);
    await workspace.init();
    return new FaultyDeployment(awsClients(emulator.endpoint, REFERENCE.region), proxy, workspace, emulator);
  }

  async end(): Promise<void> {
    await this.proxy.stop();
    await this.workspace.remove();
    await this.emulator.stop();
  }
}
