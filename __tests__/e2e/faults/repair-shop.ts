import { type AwsClients } from "../aws/clients";
import { type Workspace } from "../support/workspace";
import { runAws } from "./aws-command";
import {
  errorsIn,
  fill,
  FORGET,
  idsOf,
  type Mending,
  MENDINGS,
  type Said,
  unforeseenIn,
  UNLOCK,
  UNTAINT,
} from "./mending";

/** What was done by hand, as the documentation says it. */
export interface Mended {
  readonly type: string;
  readonly address: string;
  readonly by: "import" | "remove" | "unlock" | "untaint" | "forget";
  readonly command: string;
  /** What Terraform had said. */
  readonly because?: string;
}

interface Resource {
  readonly address: string;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A block of Terraform that imports. */
interface Import {
  readonly to: string;
  readonly id: string;
}

const IMPORTS = "imports.tf.json";

/** A thing in the state. */
interface Known extends Resource {
  /** Terraform holds it for half made, and makes another. */
  readonly isTainted: boolean;
  /** Another has been made in its place, and Terraform has yet to destroy it. */
  readonly hasDeposed: boolean;
}

/** A thing that Terraform would make. */
interface Planned extends Resource {
  /** True when it is made in place of one in the state. */
  readonly replaces: boolean;
}

/** Does to a stack what docs/deploy.md says, and keeps a book of it. */
export class RepairShop {
  readonly book: Mended[] = [];
  /** What Terraform said was wrong, besides the lock. */
  readonly said: Said[] = [];

  constructor(
    private readonly workspace: Workspace,
    private readonly aws: AwsClients,
  ) {}

  /**
   * Applies until it succeeds, and in between mends what Terraform says is there already. Where there is nothing to mend, one more
   * apply has to get further.
   */
  async applyUntilDone(): Promise<void> {
    for (let inVain = 0; ;) {
      const { code, output } = await this.workspace.begin("apply").result;
      if (code === 0) {
        await this.workspace.put(IMPORTS, undefined);
        return;
      }
      if (await this.unlock(output)) continue;
      this.said.push(...errorsIn(output));
      const before = this.book.length;
      await this.mendFailed(output);
      inVain = this.book.length === before ? inVain + 1 : 0;
      if (inVain > 1) throw new Error(`Nothing is known that mends this:\n${output.slice(-8000)}`);
    }
  }

  /** A state whose lock nobody will give back: `terraform force-unlock ID`. */
  async unlock(output: string): Promise<boolean> {
    if (!output.includes("Error acquiring the state lock")) return false;
    const [, id] = /ID:\s+(\S+)/.exec(output)!;
    await this.workspace.terraform(["force-unlock", "-force", id]);
    this.book.push({ type: "lock", address: "", by: "unlock", command: UNLOCK });
    return true;
  }

  /** Asks for a plan, and gives back the lock of whoever died. */
  async unlockState(): Promise<void> {
    const { output } = await this.workspace.terraform(["plan", "-refresh=false", "-no-color"], [0, 1]);
    await this.unlock(output);
  }

  /** What Terraform said otherwise than the table has it. */
  get unforeseen(): string[] {
    return unforeseenIn(this.said);
  }

  /** Imports what is there already of all that Terraform would make, before it makes a second one. The state may be an old one. */
  async importAll(): Promise<void> {
    for (;;) {
      const { ids } = await this.state();
      const imports: Import[] = [];
      for (const resource of await this.planned({ refresh: true }))
        imports.push(...(await this.importOf(resource, ids)));
      if (imports.length === 0) return;
      // One by one: an apply makes what these depend on, which can't be looked for until the id of something else is known.
      for (const one of imports) await this.importOne(one);
    }
  }

  /** Removes second ones, which nothing of the stack knows any more. */
  async removeSecondOnes(): Promise<void> {
    const { ids, resources } = await this.state();
    for (const { type } of MENDINGS) {
      for (const resource of resources) if (resource.type === type) await this.removeOthers(resource, ids);
    }
  }

  private async mendFailed(output: string): Promise<void> {
    const errors = new Map(errorsIn(output).map(({ address, text }) => [address, text]));
    await this.forgetReplaced(errors);
    const { ids, resources } = await this.state();
    const imports: Import[] = [];
    for (const resource of await this.planned({ refresh: false })) {
      const because = errors.get(resource.address);
      if (because === undefined) continue;
      const found = await this.importOf(resource, ids, because);
      imports.push(...found);
      // Where the address belongs to what failed, or nothing is found, what is in its way has to go.
      if (found.length === 0) await this.removeOthers(resource, ids, because);
    }
    for (const one of resources) {
      const because = errors.get(one.address);
      if (because !== undefined && one.isTainted && !mendingOf(one)?.fails) await this.untaint(one, because);
    }
    await this.import(imports);
  }

  /** What was there first and what was made in its place, which it is in the way of: then one is imported, and the other removed. */
  private async forgetReplaced(errors: Errors): Promise<void> {
    const { resources } = await this.state();
    for (const { type, address, hasDeposed } of resources) {
      const because = errors.get(address);
      if (because === undefined || !hasDeposed) continue;
      await this.workspace.terraform(["state", "rm", address]);
      this.book.push({ type, address, by: "forget", command: FORGET, because });
    }
  }

  /** A thing that was made, though Terraform lost the answer to the last of the calls that make it. */
  private async untaint({ type, address }: Known, because: string): Promise<void> {
    await this.workspace.terraform(["untaint", "-no-color", address]);
    this.book.push({ type, address, by: "untaint", command: UNTAINT, because });
  }

  /** One by one by the command, several at a time by blocks, which the next apply carries out. */
  private async import(imports: readonly Import[]): Promise<void> {
    if (imports.length === 1) await this.importOne(imports[0]);
    else if (imports.length > 1) await this.workspace.put(IMPORTS, { import: imports });
  }

  private async importOne({ to, id }: Import): Promise<void> {
    await this.workspace.terraform(["import", "-no-color", to, id]);
  }

  /** The block that brings a thing back, if it is there. */
  private async importOf(resource: Planned, known: Ids, because?: string): Promise<Import[]> {
    const { type, address, values, replaces } = resource;
    const mending = mendingOf(resource);
    if (!mending || replaces) return [];
    const [found] = await this.unknown(mending, resource, known);
    if (found === undefined) return [];
    const command = `terraform import ADDRESS ${mending.importId}`;
    this.book.push({ type, address, by: "import", command, because });
    return [{ to: address, id: fill(mending.importId, { ...values, found })! }];
  }

  private async removeOthers(resource: Resource, known: Ids, because?: string): Promise<void> {
    const mending = mendingOf(resource);
    if (!mending?.remove) return;
    const { find, findOthers = find } = mending;
    const others = await this.unknown({ ...mending, find: findOthers }, resource, known);
    for (const found of others) await this.remove(mending, resource, found, because);
  }

  private async remove(
    mending: Mending,
    { type, address, values }: Resource,
    found: string,
    because?: string,
  ): Promise<void> {
    for (const template of mending.remove!) {
      await runAws(this.aws, fill(template, { ...values, found })!).catch((error: Error) => {
        // An internet gateway that was not attached yet.
        if (!/NotAttached/.test(error.name)) throw error;
      });
      this.book.push({ type, address, by: "remove", command: template, because });
    }
  }

  /** What a resource may be, and the state does not speak of. */
  private async unknown(mending: Mending, { values }: Resource, known: Ids): Promise<string[]> {
    const command = fill(mending.find, values);
    if (command === undefined) return [];
    const found = await runAws(this.aws, command);
    // What has the id of something else can only be looked for by a resource that is not in the state.
    if (!mending.importId.includes("{found}")) return found;
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

  /** What Terraform knows of; `state pull` needs no provider, unlike `show`. */
  private async state(): Promise<{ ids: Ids; resources: Known[] }> {
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

/** What Terraform said of which address. */
type Errors = ReadonlyMap<string | undefined, string>;

const mendingOf = ({ type }: Resource) => MENDINGS.find((one) => one.type === type);

/** The one that is not to be destroyed. */
const current = (instances: StateResource["instances"]) =>
  instances.find(({ deposed }) => deposed === undefined);
