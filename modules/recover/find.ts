import { isOfTerraform } from "../cluster/terraform-types";
import { commandLine } from "../cluster/shell";
import { argumentsOf, fill, memberOf } from "./commands";
import type { Repeatable, Search } from "./eks-resources";
import type { StateResource } from "./state";
import { type CloudTable, eksTable } from "./table";

/** Runs a command of the cloud's CLI: the ids that it prints; none if the object does not exist. */
export interface Ask {
  (argv: readonly string[]): readonly string[];

  /** Runs several commands in parallel. If omitted, they run one after the other. */
  readonly all?: (commands: readonly (readonly string[])[]) => readonly (readonly string[])[];
}

/** The part of a Terraform JSON that has the resources. */
export interface Configuration {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

type Values = Readonly<Record<string, unknown>>;

/** A difference between the cloud and the state. */
export interface Finding {
  readonly kind:
    "not in state" | `not in ${CloudTable["cloud"]}` | "duplicate" | `added by ${CloudTable["cloud"]}`;
  readonly type: string;
  readonly address: string;
  readonly id: string;

  /** Recover the resource. A duplicate can be one of several candidates: check it before. */
  readonly commands: readonly string[];
}

/** The result of a comparison. */
export interface Recovery {
  readonly findings: readonly Finding[];

  /** Resources that are not in the state, and cannot be searched before others are imported, or at all. */
  readonly pending: readonly string[];
}

interface Expected {
  readonly address: string;
  readonly type: string;
  readonly values: Values;
}

/**
 * Compares the resources of a stack with the state and with the cloud. Changes nothing.
 *
 * @param scope - the region, the subscription or the project of the stack, for all commands
 * @param table - how to find the resources. If omitted, those of EKS
 */
export function findDifferences(
  configuration: Configuration,
  state: readonly StateResource[],
  ask: Ask,
  scope: string | undefined,
  table: CloudTable = eksTable,
): Recovery {
  const found = new Finder(state, ask, scope, table);
  const expected = Object.entries(configuration.resource ?? {}).flatMap(([type, resources]) =>
    Object.entries(resources).map(([name, values]) => ({ address: `${type}.${name}`, type, values })),
  );
  found.searchMissing(expected);
  found.searchDuplicates();
  found.searchAdded(expected);
  found.checkState();
  return found.result();
}

const isSearch = (one: Search | Repeatable | undefined): one is Search => one !== undefined && "find" in one;

class Finder {
  private readonly findings: Finding[] = [];
  private readonly pending: string[] = [];
  /** Attributes of resources in the state, and of those that are found, by address. */
  private readonly known: Map<string, Values>;
  private readonly asked = new Map<string, readonly string[]>();
  /** Resources of the configuration that do not exist: what refers to their ids does not exist either. */
  private readonly absent = new Set<string>();
  /** Ids of each type that belong to a resource. */
  private readonly claimed = new Set<string>();

  constructor(
    private readonly state: readonly StateResource[],
    private readonly ask: Ask,
    private readonly scope: string | undefined,
    private readonly table: CloudTable,
  ) {
    this.known = new Map(state.map(({ address, attributes }) => [address, attributes]));
    for (const { type, attributes } of state) this.claimed.add(`${type} ${String(attributes.id)}`);
  }

  private searchOf(type: string): Search | undefined {
    const { resources } = this.table;
    const row = Object.hasOwn(resources, type) ? resources[type] : undefined;
    return isSearch(row) ? row : undefined;
  }

  private isRepeatable(type: string): boolean {
    return (
      isOfTerraform(type) ||
      (Object.hasOwn(this.table.resources, type) && !isSearch(this.table.resources[type]))
    );
  }

  result(): Recovery {
    return { findings: this.findings, pending: this.pending };
  }

  /** Resources of the configuration that are not in the state: an id that is found may be an argument of others. */
  searchMissing(expected: readonly Expected[]): void {
    let left = expected.filter(({ address, type }) => !this.known.has(address) && !this.isRepeatable(type));
    for (let before = -1; before !== left.length;) {
      before = left.length;
      // What later rounds find by ids of this one is asked with the others of its round, so in parallel.
      const ready = new Set(left.filter((one) => this.canSearch(one)));
      this.prepare([...ready].map((one) => ({ ...one, values: this.resolve(one.values) as Values })));
      left = left.filter((one) => !ready.has(one) || !this.searchOne(one));
    }
    for (let before = -1; before !== left.length;) {
      before = left.length;
      left = left.filter(({ address, values }) => {
        const needsAbsent = [...this.absent].some((parent) =>
          JSON.stringify(values).includes(`\${${parent}.`),
        );
        if (needsAbsent) this.absent.add(address);
        return !needsAbsent;
      });
    }
    this.pending.push(...left.map(({ address }) => address));
  }

  private canSearch({ type, values }: Expected): boolean {
    const search = this.searchOf(type);
    return (
      search !== undefined &&
      this.argv(search.find, this.withDerived(this.resolve(values) as Values)) !== undefined
    );
  }

  /** Asks what the searches for resources need, in parallel. */
  private prepare(all: readonly Pick<Expected, "type" | "values">[]): void {
    const searches = all.flatMap(({ type, values }) => {
      const search = this.searchOf(type);
      return search === undefined ? [] : [{ search, values }];
    });
    this.askAll(
      searches.flatMap(({ search: { list } }) => (list === undefined ? [] : [this.argv(list, {})!])),
    );
    this.askAll(searches.flatMap(({ search, values }) => this.questions(search, values) ?? []));
  }

  /** Returns whether the search was possible. */
  private searchOne({ address, type, values }: Expected): boolean {
    const search = this.searchOf(type);
    if (!search) return false;
    const resolved = this.resolve(values) as Values;
    const candidates = this.candidates(search, resolved);
    if (candidates === undefined) return false;
    const free = candidates.filter((id) => !this.claimed.has(`${type} ${id}`));
    // With an id of other ids, the found object is not the id of the resource.
    const [first, ...others] = search.importId.includes("{found}") ? free : candidates.slice(0, 1);
    if (first === undefined) {
      this.absent.add(address);
      this.known.set(address, resolvedOnly(resolved));
      return true;
    }
    const id = fill(search.importId, this.withDerived(resolved, first));
    if (id === undefined) return false;
    this.claimed.add(`${type} ${first}`);
    this.known.set(address, { ...resolvedOnly(resolved), id: this.table.idIsImportId ? id : first });
    const commands = [commandLine(["terraform", "import", address, id])];
    this.findings.push({ kind: "not in state", type, address, id, commands });
    for (const other of others) this.addDuplicate(search, { address, type, values: resolved }, other);
    return true;
  }

  /** Objects with the name of a resource in the state. */
  searchDuplicates(): void {
    // The order in which duplicates can be deleted.
    const order = Object.keys(this.table.resources);
    const sorted = [...this.state].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
    // All of the state, because `checkState` asks the same.
    this.prepare(sorted.map(({ type, attributes }) => ({ type, values: attributes })));
    for (const { type, address, attributes } of sorted) {
      const search = this.searchOf(type);
      if (!search?.remove) continue;
      const candidates = this.candidates(search, attributes) ?? [];
      for (const id of candidates) {
        if (!this.claimed.has(`${type} ${id}`))
          this.addDuplicate(search, { type, address, values: attributes }, id);
      }
    }
  }

  private addDuplicate(search: Search, { type, address, values }: Expected, id: string): void {
    this.claimed.add(`${type} ${id}`);
    const commands = this.commandsOf(search.remove ?? [], this.withDerived(values, id));
    this.findings.push({ kind: "duplicate", type, address, id, commands });
  }

  private commandsOf(templates: readonly string[], values: Values): string[] {
    return templates.flatMap((template) => {
      const argv = this.argv(template, values);
      return argv ? [commandLine(argv)] : [];
    });
  }

  /** What the cloud adds to resources, and the interrupted apply did not delete. */
  searchAdded(expected: readonly Expected[]): void {
    const owners = expected.flatMap(({ address, type }) => {
      const added = this.searchOf(type)?.added;
      const attributes = this.known.get(address);
      if (added === undefined || attributes === undefined || this.absent.has(address)) return [];
      const argv = this.argv(added.find, this.withDerived(attributes));
      return argv === undefined ? [] : [{ address, added, attributes, argv }];
    });
    this.askAll(owners.map(({ argv }) => argv));
    for (const { address, added, attributes, argv } of owners) {
      for (const id of this.askOnce(argv)) {
        if (this.claimed.has(`${added.type} ${id}`)) continue;
        const commands = this.commandsOf(added.remove, this.withDerived(attributes, id));
        this.findings.push({
          kind: `added by ${this.table.cloud}`,
          type: added.type,
          address,
          id,
          commands,
        });
      }
    }
  }

  /** Resources of the state that the cloud does not have. */
  checkState(): void {
    for (const { type, address, attributes } of this.state) {
      const search = this.searchOf(type);
      const candidates = search && this.candidates(search, attributes);
      if (!search || candidates === undefined) continue;
      const id = String(attributes.id);
      const exists = search.importId.includes("{found}") ? candidates.includes(id) : candidates.length > 0;
      if (exists) continue;
      const commands = [commandLine(["terraform", "state", "rm", address])];
      this.findings.push({ kind: `not in ${this.table.cloud}`, type, address, id, commands });
    }
  }

  /** Undefined if an argument of a command is not known. */
  private candidates(search: Search, values: Values): readonly string[] | undefined {
    const questions = this.questions(search, values);
    return questions && [...new Set(questions.flatMap((argv) => this.askOnce(argv)))];
  }

  /** The commands that find a resource. Undefined if an argument is not known. */
  private questions(search: Search, values: Values): readonly string[][] | undefined {
    const argv = this.argv(search.find, this.withDerived(values));
    if (!argv) return undefined;
    if (search.list !== undefined) {
      return this.askOnce(this.argv(search.list, {})!).map((id) => [...argv, id]);
    }
    if (search.findDuplicates === undefined) return [argv];
    const duplicates = this.argv(search.findDuplicates, this.withDerived(values));
    return duplicates && [argv, duplicates];
  }

  /** Values are inserted into argv, so they never become an option or another argument. */
  private argv(template: string, values: Values): string[] | undefined {
    const argv = argumentsOf(template).map((argument) => fill(argument, values));
    if (argv.includes(undefined)) return undefined;
    return [...this.table.withScope(argv as string[], this.scope)];
  }

  private withDerived(values: Values, found?: string): Values {
    const literal = resolvedOnly(values);
    // The beginning of a calculated name is derived, too.
    const derived = this.table.derivedOf({ ...literal, ...calculatedName(values) }, this.scope);
    return { ...literal, derived, ...(found !== undefined && { found }) };
  }

  private askAll(commands: readonly (readonly string[])[]): void {
    const open = new Map(commands.map((argv) => [JSON.stringify(argv), argv]));
    for (const key of this.asked.keys()) open.delete(key);
    const { all = (several) => several.map((argv) => this.ask(argv)) } = this.ask;
    const answers = open.size === 0 ? [] : all([...open.values()]);
    [...open.keys()].forEach((key, index) => this.asked.set(key, answers[index]));
  }

  private askOnce(argv: readonly string[]): readonly string[] {
    const key = JSON.stringify(argv);
    const known = this.asked.get(key);
    if (known) return known;
    const answer = this.ask(argv);
    this.asked.set(key, answer);
    return answer;
  }

  /** Replaces references to attributes that are known. */
  private resolve(value: unknown): unknown {
    if (typeof value === "string") {
      return value.replace(this.table.reference, (reference, address: string, path: string) => {
        const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
        const found = steps.reduce<unknown>(memberOf, this.known.get(address));
        return typeof found === "string" ? found : reference;
      });
    }
    if (Array.isArray(value)) return value.map((item) => this.resolve(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.resolve(item)]));
  }
}

/** Arguments whose references are known, as values of other resources. */
const resolvedOnly = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => isLiteral(value)));
const isLiteral = (value: unknown): boolean => !JSON.stringify(value ?? null).includes("${");

const calculatedName = ({ name }: Values): Values => (typeof name === "string" ? { name } : {});
