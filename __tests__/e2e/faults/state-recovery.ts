import { fill as fillTemplate } from "../../../modules/recover/commands";
import { derivedOf } from "../../../modules/recover/eks-resources";
import { type AwsClients } from "../aws/clients";
import { type Workspace } from "../support/workspace";
import { runAws } from "./aws-command";
import {
  errorsIn,
  FORGET,
  idsOf,
  type RecoveryStep,
  RECOVERY_STEPS,
  type TerraformError,
  unexpectedIn,
  UNLOCK,
  UNTAINT,
} from "./recovery-steps";

/** A manual action of the documentation. */
export interface RecoveryAction {
  readonly type: string;
  readonly address: string;
  readonly by: "import" | "remove" | "unlock" | "untaint" | "forget";
  readonly command: string;
  /** The error of Terraform. */
  readonly error?: string;
}

interface Resource {
  readonly address: string;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** An import block of Terraform. */
interface Import {
  readonly to: string;
  readonly id: string;
}

const IMPORTS = "imports.tf.json";

/** A resource in the state. */
interface StateObject extends Resource {
  /** Terraform treats it as incomplete, and replaces it. */
  readonly isTainted: boolean;
  /** Its replacement exists, and Terraform has not destroyed it yet. */
  readonly hasDeposed: boolean;
}

/** A resource that Terraform would create. */
interface Planned extends Resource {
  /** Whether it replaces a resource in the state. */
  readonly replaces: boolean;
}

/** Recovers the state of a stack with the steps of docs/deploy.md, and records them. */
export class StateRecovery {
  readonly actions: RecoveryAction[] = [];
  /** All errors of Terraform except those of the lock. */
  readonly errors: TerraformError[] = [];

  constructor(
    private readonly workspace: Workspace,
    private readonly aws: AwsClients,
  ) {}

  /**
   * Applies until Terraform succeeds, and recovers the resources of each error in between. If no recovery is possible, one more apply
   * must make progress.
   */
  async applyUntilDone(): Promise<void> {
    for (let withoutProgress = 0; ;) {
      const { code, output } = await this.workspace.begin("apply").result;
      if (code === 0) {
        await this.workspace.put(IMPORTS, undefined);
        return;
      }
      if (await this.unlock(output)) continue;
      this.errors.push(...errorsIn(output));
      const before = this.actions.length;
      await this.recoverFailed(output);
      withoutProgress = this.actions.length === before ? withoutProgress + 1 : 0;
      if (withoutProgress > 1) throw new Error(`no recovery step for:\n${output.slice(-8000)}`);
    }
  }

  /** Releases the lock of an ended process: `terraform force-unlock ID`. */
  async unlock(output: string): Promise<boolean> {
    if (!output.includes("Error acquiring the state lock")) return false;
    const [, id] = /ID:\s+(\S+)/.exec(output)!;
    await this.workspace.terraform(["force-unlock", "-force", id]);
    this.actions.push({ type: "lock", address: "", by: "unlock", command: UNLOCK });
    return true;
  }

  /** Plans, and releases the lock of an ended process. */
  async unlockState(): Promise<void> {
    const { output } = await this.workspace.terraform(["plan", "-refresh=false", "-no-color"], [0, 1]);
    await this.unlock(output);
  }

  /** The errors that are not in the table. */
  get unexpected(): string[] {
    return unexpectedIn(this.errors);
  }

  /** Imports existing resources before Terraform creates duplicates of them. The state may be outdated. */
  async importAll(): Promise<void> {
    for (;;) {
      const { ids } = await this.state();
      const imports: Import[] = [];
      for (const resource of await this.planned({ refresh: true }))
        imports.push(...(await this.importOf(resource, ids)));
      if (imports.length === 0) return;
      // One at a time: an apply would create the dependencies, which can be found only when other ids are known.
      for (const one of imports) await this.importOne(one);
    }
  }

  /** Removes duplicates, which are not in the state. */
  async removeDuplicates(): Promise<void> {
    const { ids, resources } = await this.state();
    for (const { type } of RECOVERY_STEPS) {
      for (const resource of resources)
        if (resource.type === type) await this.removeDuplicatesOf(resource, ids);
    }
  }

  private async recoverFailed(output: string): Promise<void> {
    const errors = new Map(errorsIn(output).map(({ address, text }) => [address, text]));
    await this.forgetReplaced(errors);
    const { ids, resources } = await this.state();
    const imports: Import[] = [];
    for (const resource of await this.planned({ refresh: false })) {
      const error = errors.get(resource.address);
      if (error === undefined) continue;
      const found = await this.importOf(resource, ids, error);
      imports.push(...found);
      // If the address belongs to the failed resource, or nothing is found, remove what blocks the resource.
      if (found.length === 0) await this.removeDuplicatesOf(resource, ids, error);
    }
    for (const one of resources) {
      const error = errors.get(one.address);
      if (error !== undefined && one.isTainted && !stepOf(one)?.fails) await this.untaint(one, error);
    }
    await this.import(imports);
  }

  /** Removes a resource and its blocked replacement from the state. One is then imported, the other removed. */
  private async forgetReplaced(errors: Errors): Promise<void> {
    const { resources } = await this.state();
    for (const { type, address, hasDeposed } of resources) {
      const error = errors.get(address);
      if (error === undefined || !hasDeposed) continue;
      await this.workspace.terraform(["state", "rm", address]);
      this.actions.push({ type, address, by: "forget", command: FORGET, error });
    }
  }

  /** For a complete resource of which Terraform lost the answer to the last call of its creation. */
  private async untaint({ type, address }: StateObject, error: string): Promise<void> {
    await this.workspace.terraform(["untaint", "-no-color", address]);
    this.actions.push({ type, address, by: "untaint", command: UNTAINT, error });
  }

  /** Imports one resource with the command, and several with import blocks in the next apply. */
  private async import(imports: readonly Import[]): Promise<void> {
    if (imports.length === 1) await this.importOne(imports[0]);
    else if (imports.length > 1) await this.workspace.put(IMPORTS, { import: imports });
  }

  private async importOne({ to, id }: Import): Promise<void> {
    await this.workspace.terraform(["import", "-no-color", to, id]);
  }

  /** The import block of a resource, if the resource exists. */
  private async importOf(resource: Planned, known: Ids, error?: string): Promise<Import[]> {
    const { type, address, values, replaces } = resource;
    const step = stepOf(resource);
    if (!step || replaces) return [];
    const [found] = await this.unknown(step, resource, known);
    if (found === undefined) return [];
    const command = `terraform import ADDRESS ${step.importId}`;
    this.actions.push({ type, address, by: "import", command, error });
    return [{ to: address, id: fill(step.importId, values, found)! }];
  }

  private async removeDuplicatesOf(resource: Resource, known: Ids, error?: string): Promise<void> {
    const step = stepOf(resource);
    if (!step?.remove) return;
    const { find, findDuplicates = find } = step;
    const others = await this.unknown({ ...step, find: findDuplicates }, resource, known);
    for (const found of others) await this.remove(step, resource, found, error);
  }

  private async remove(
    step: RecoveryStep,
    { type, address, values }: Resource,
    found: string,
    error?: string,
  ): Promise<void> {
    for (const template of step.remove!) {
      await runAws(this.aws, fill(template, values, found)!).catch((cause: Error) => {
        // The internet gateway is not attached yet.
        if (!/NotAttached/.test(cause.name)) throw cause;
      });
      this.actions.push({ type, address, by: "remove", command: template, error });
    }
  }

  /** The candidates of a resource that are not in the state. */
  private async unknown(step: RecoveryStep, { values }: Resource, known: Ids): Promise<string[]> {
    const command = fill(step.find, values);
    if (command === undefined) return [];
    const found = await runAws(this.aws, command);
    // The id consists of other ids, so only a resource that is not in the state is looked up.
    if (!step.importId.includes("{found}")) return found;
    return found.filter((id) => !known.has(id));
  }

  private async planned(options: { refresh: boolean }): Promise<Planned[]> {
    const { json } = await this.workspace.plan(options);
    return (json.resource_changes ?? [])
      .filter(({ change }) => change.actions.includes("create"))
      .map(({ address, change }) => ({
        address,
        type: address.split(".")[0],
        values: change.after as Record<string, unknown>,
        replaces: change.actions.includes("delete"),
      }));
  }

  /** The resources in the state. `state pull` needs no provider, unlike `show`. */
  private async state(): Promise<{ ids: Ids; resources: StateObject[] }> {
    const { stdout: text } = await this.workspace.terraform(["state", "pull"]);
    const { resources = [] } = (text.trim() ? JSON.parse(text) : {}) as { resources?: StateResource[] };
    const managed = resources.filter(({ mode }) => mode === "managed");
    return {
      ids: idsOf(managed.flatMap(({ instances }) => instances)),
      resources: managed.map(({ type, name, instances }) => ({
        address: `${type}.${name}`,
        type,
        values: current(instances)?.attributes ?? {},
        isTainted: current(instances)?.status === "tainted",
        hasDeposed: instances.some(({ deposed }) => deposed !== undefined),
      })),
    };
  }
}

const fill = (template: string, values: Resource["values"], found?: string) =>
  fillTemplate(template, { ...values, derived: derivedOf(values), found });

interface StateResource {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly instances: readonly {
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly status?: "tainted";
    readonly deposed?: string;
  }[];
}

type Ids = ReadonlySet<unknown>;

/** Errors by address. */
type Errors = ReadonlyMap<string | undefined, string>;

const stepOf = ({ type }: Resource) => RECOVERY_STEPS.find((one) => one.type === type);

/** The instance that is not deposed. */
const current = (instances: StateResource["instances"]) =>
  instances.find(({ deposed }) => deposed === undefined);
