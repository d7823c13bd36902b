import { type AccessRequest, evaluate, type PolicyDocument } from "../../../modules/permissions/iam";
import { MOTO_ACCOUNT } from "../emulator/moto";
import { type Denial, FaultProxy } from "../faults/fault-proxy";
import { type RawRequest } from "../faults/calls";
import { Accesses } from "./access";
import { operationOf } from "./operations";

/** The identity that runs Terraform. */
const CALLER = `arn:aws:iam::${MOTO_ACCOUNT}:user/terraform`;

/** IAM between Terraform and the emulator: records what each call needs, and denies what the policies do not allow. */
export class Guard {
  /** Calls for which the tables have no row. Tests expect none. */
  readonly unknown: string[] = [];

  private accesses: AccessRequest[] = [];
  private policies: readonly PolicyDocument[] | undefined;

  private proxy!: FaultProxy;

  private constructor(private readonly tables: Accesses) {}

  /** @param upstream - the endpoint of the emulator */
  static async start(upstream: string): Promise<Guard> {
    const guard = new Guard(new Accesses(upstream));
    guard.proxy = await FaultProxy.start(upstream, guard.denial);
    return guard;
  }

  /** For `AWS_ENDPOINT_URL`. */
  get endpoint(): string {
    return this.proxy.endpoint;
  }

  /** Denies calls that the policies do not allow; without policies, allows all. */
  enforce(policies?: readonly PolicyDocument[]): void {
    this.policies = policies;
  }

  /** What the calls since the last time needed. */
  take(): AccessRequest[] {
    const taken = this.accesses;
    this.accesses = [];
    return taken;
  }

  stop(): Promise<void> {
    return this.proxy.stop();
  }

  private readonly denial: Denial = async (request) => {
    const needed = await this.neededBy(request);
    this.accesses.push(...needed);
    const { policies } = this;
    const denied = policies && needed.find((one) => evaluate(policies, one).decision !== "allowed");
    if (!denied) return undefined;
    const { action, resource } = denied;
    return `User: ${CALLER} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
  };

  private async neededBy(request: RawRequest): Promise<readonly AccessRequest[]> {
    try {
      return await this.tables.of(operationOf(request));
    } catch (error) {
      this.unknown.push(error instanceof Error ? error.message : String(error));
      return [];
    }
  }
}
