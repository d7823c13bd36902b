import { isDeepStrictEqual } from "node:util";
import { holds, ignores, lifecycleOf, recorded, valueAt } from "./conditions";
import { type ForceNew, forceNewIf, forceNewOf } from "./force-new";
import type { Action, Refusal, ResourceChange, Unpredicted } from "./model";
import { attributesIn, dataIn, isBlock, referencesIn } from "./references";
import { type Inherited, inheritedChanges } from "./providers";
import { comparable } from "./sets";

type Config = Readonly<Record<string, unknown>>;

/** A synthesized stack. */
export interface Synthesized {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Config>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Config>>>>;
  readonly provider?: Readonly<Record<string, unknown>>;
  readonly removed?: readonly (readonly { readonly from: string }[])[];
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
}

/** What Terraform would do. */
export interface Prediction {
  readonly changes: readonly ResourceChange[];
  readonly refusals: readonly Refusal[];

  /** What the tables do not contain: types whose arguments may force replacement, and conditions of unknown form. */
  readonly unknown: readonly Unpredicted[];
}

/** Arguments of Terraform, not of the provider. */
const ownArguments = new Set(["//", "depends_on", "lifecycle", "provider", "timeouts"]);

/** Attributes that change when the resource is updated. */
const changesOnUpdate: Readonly<Record<string, readonly string[]>> = {
  aws_launch_template: ["latest_version", "default_version"],
};

/**
 * Blocks that the provider computes: it plans nothing if a file adds one whose switches are off.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/pull/44334
 */
const computedSwitches: Readonly<Record<string, readonly string[]>> = {
  aws_eks_cluster: ["compute_config", "kubernetes_network_config.elastic_load_balancing", "storage_config"],
};

/**
 * Predicts the plan of Terraform from two stacks, if the first one is deployed without drift.
 *
 * @param sets - the arguments that are sets: see `setsOf`
 */
export function predict(
  before: Synthesized,
  after: Synthesized,
  more?: ForceNew,
  sets: ReadonlySet<string> = new Set(),
): Prediction {
  return new Predictor(before, after, more, sets).run();
}

class Predictor {
  private readonly old: ReadonlyMap<string, Config>;
  private readonly fresh: ReadonlyMap<string, Config>;
  /** Data sources by address: `data.aws_ssm_parameter.image`. */
  private readonly read: readonly [old: ReadonlyMap<string, Config>, fresh: ReadonlyMap<string, Config>];
  private readonly decided = new Map<string, ResourceChange | undefined>();

  /** Arguments that resources take from their provider, and whose values differ. */
  private readonly inherited: readonly Inherited[];
  private readonly refusals: Refusal[] = [];
  private readonly unknown: Unpredicted[] = [];
  private readonly createsFirst: ReadonlySet<string>;

  /** Resources that the state forgets, if it has them. */
  private readonly kept: ReadonlySet<string>;

  constructor(
    before: Synthesized,
    after: Synthesized,
    private readonly more: ForceNew | undefined,
    private readonly sets: ReadonlySet<string>,
  ) {
    const moves = new Map((after.moved ?? []).map(({ from, to }) => [from, to]));
    this.fresh = resourcesOf(after.resource);
    this.read = [before, after].map(
      ({ data }) =>
        new Map([...resourcesOf(data)].map(([address, config]) => [`data.${address}`, config] as const)),
    ) as [Map<string, Config>, Map<string, Config>];
    const old = [...resourcesOf(before.resource)].map(([address, config]): [string, Config] => {
      const to = moves.get(address);
      // The state moves only if the new address is free.
      const isMoved = to !== undefined && !this.fresh.has(address) && this.fresh.has(to);
      return [isMoved ? to : address, renamed(config, moves) as Config];
    });
    this.old = new Map(old);
    this.kept = new Set((after.removed ?? []).flat().map(({ from }) => from));
    this.createsFirst = this.withCreateBeforeDestroy();
    this.inherited = inheritedChanges(before.provider, after.provider);
  }

  run(): Prediction {
    for (const address of this.fresh.keys()) this.decide(address);
    const deleted = [...this.old.keys()]
      .filter((address) => !this.fresh.has(address))
      .map((address) => this.changeOf(address, this.kept.has(address) ? "forget" : "delete", []));
    const changes = [...[...this.decided.values()].flatMap((change) => change ?? []), ...deleted];
    changes.sort((a, b) => (a.address < b.address ? -1 : 1));
    // The conditions of a deployment without changes held when it was deployed.
    const unknown = changes.length > 0 ? this.unknown : [];
    return { changes, refusals: [...this.refusals], unknown };
  }

  /** Terraform hands the order down from a resource to all on which it depends. */
  private withCreateBeforeDestroy(): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (address: string): void => {
      const config = this.fresh.get(address);
      if (!config || found.has(address)) return;
      found.add(address);
      for (const to of referencesIn(config)) visit(to);
    };
    for (const [address, config] of this.fresh) {
      if (lifecycleOf(config).create_before_destroy === true) visit(address);
    }
    return found;
  }

  private decide(address: string): ResourceChange | undefined {
    if (this.decided.has(address)) return this.decided.get(address);
    // A reference back to this resource in its own arguments changes nothing.
    this.decided.set(address, undefined);
    const [before, after] = [this.old.get(address), this.fresh.get(address)!];
    const change =
      before === undefined ? this.changeOf(address, "create", []) : this.compare(address, before, after);
    this.decided.set(address, change);
    this.refuse(address, change, before, after);
    return change;
  }

  private changeOf(address: string, action: Action, because: readonly string[]): ResourceChange {
    return { address, action, component: componentOf(address), because };
  }

  private compare(address: string, before: Config, after: Config): ResourceChange | undefined {
    const type = address.split(".")[0];
    const { ignore_changes: ignored, replace_triggered_by: triggers } = lifecycleOf(after);
    const inherited = this.inherited.filter(
      ({ types, argument }) => types.test(type) && !Object.hasOwn(after, argument),
    );
    const paths = ignored === "all" ? undefined : ((ignored as readonly string[] | undefined) ?? []);
    const changed =
      paths === undefined
        ? []
        : this.changedArguments(type, withoutPaths(before, paths), withoutPaths(after, paths));
    if (changed.length > 0 && forceNewOf(type, this.more) === undefined) {
      this.unknown.push({
        address,
        reason: `no table states whether a change of ${changed.join(", ")} replaces ${type}, or is done in place`,
      });
    }
    const forced = [
      ...inherited.map(({ argument }) => argument),
      ...changed.filter(
        (argument) => forces(type, argument, this.more) || forcesByValue(type, argument, before, after),
      ),
    ];
    const triggered = ((triggers as readonly string[] | undefined) ?? []).filter((trigger) =>
      this.isReplaced(trigger.split(".").slice(0, 2).join(".")),
    );
    if (forced.length > 0 || triggered.length > 0) {
      const order = this.createsFirst.has(address) ? "create before destroy" : "destroy before create";
      return this.changeOf(address, `replaced, ${order}`, forced.length > 0 ? forced : triggered);
    }
    return changed.length > 0 ? this.changeOf(address, "update", changed) : undefined;
  }

  private isReplaced(address: string): boolean {
    if (!this.fresh.has(address)) return false;
    return this.decide(address)?.action.startsWith("replaced") === true;
  }

  /** The arguments that differ, or refer to values that are not known before the apply. Arguments of blocks have the name of the block. */
  private changedArguments(type: string, before: Config, after: Config): string[] {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names]
      .filter((name) => !ownArguments.has(name))
      .flatMap((name) => {
        const [a, b] = [before[name], after[name]];
        if (isBlock(a) && isBlock(b)) {
          return [...new Set([...Object.keys(a), ...Object.keys(b)])]
            .filter((part) => this.differs(`${type}.${name}.${part}`, a[part], b[part]))
            .map((part) => `${name}.${part}`);
        }
        return this.differs(`${type}.${name}`, a, b) ? [name] : [];
      });
  }

  /** @param path - the argument: `aws_eks_cluster.vpc_config` */
  private differs(path: string, before: unknown, after: unknown): boolean {
    const [type, ...argument] = path.split(".");
    if (before === undefined && computedSwitches[type]?.includes(argument.join(".")) && isOff(after))
      return false;
    const [a, b] = [before, after].map((value) => comparable(value, path, (one) => this.sets.has(one)));
    return !isDeepStrictEqual(a, b) || this.hasUnknown(after);
  }

  /** Whether a value refers to an attribute that is not known before the apply. */
  private hasUnknown(value: unknown): boolean {
    if (Array.isArray(value)) return value.some((item) => this.hasUnknown(item));
    if (typeof value === "object" && value !== null) {
      return Object.values(value).some((item) => this.hasUnknown(item));
    }
    if (typeof value !== "string") return false;
    return (
      attributesIn(value).some(([address, path]) => this.isUnknown(address, path)) ||
      dataIn(value).some((address) => this.isReadAgain(address))
    );
  }

  /** Whether a data source has other arguments than before, or is read only in the apply: its values may then differ. */
  private isReadAgain(address: string): boolean {
    const [before, after] = this.read.map((all) => all.get(address));
    if (after === undefined) return false;
    const { depends_on: waits = [] } = after as { readonly depends_on?: readonly string[] };
    return (
      before === undefined ||
      this.changedArguments(address, before, after).length > 0 ||
      waits.some((one) => this.fresh.has(one) && this.decide(one) !== undefined)
    );
  }

  private isUnknown(address: string, path: readonly string[]): boolean {
    const target = this.fresh.get(address);
    if (!target) return false;
    const change = this.decide(address);
    if (!change) return false;
    const before = this.old.get(address);
    const [type] = address.split(".");
    if (change.action === "update") {
      if (changesOnUpdate[type]?.includes(path[0])) return true;
    }
    // A value of the file is known, whatever happens to the resource.
    const value = valueAt(target, path);
    if (value !== undefined) {
      if (change.action === "create") return false;
      return this.differs([type, ...path].join("."), valueAt(before, path), value);
    }
    return change.action !== "update" && change.action !== "create";
  }

  private refuse(
    address: string,
    change: ResourceChange | undefined,
    before: Config | undefined,
    after: Config,
  ): void {
    const lifecycle = lifecycleOf(after);
    const isReplaced = change?.action.startsWith("replaced") === true;
    if (isReplaced && lifecycle.prevent_destroy === true) {
      this.refusals.push({
        address,
        reason: `Instance cannot be destroyed: protection refuses to replace ${address} (${change.because.join(", ")})`,
      });
    }
    if (before === undefined || isReplaced) return;
    for (const { condition, error_message } of (lifecycle.postcondition ?? []) as readonly Config[]) {
      const isTrue = holds(String(condition), before, after);
      if (isTrue === undefined) this.conditionIsUnknown(address, error_message);
      if (isTrue === false) {
        this.refusals.push({ address, reason: recorded(String(error_message), before) });
      }
    }
    for (const { condition, error_message } of (lifecycle.precondition ?? []) as readonly Config[]) {
      const isTrue = this.haveTags(String(condition));
      if (isTrue === undefined) this.conditionIsUnknown(address, error_message);
      if (isTrue === false) {
        this.refusals.push({ address, reason: String(error_message) });
      }
    }
  }

  private conditionIsUnknown(address: string, message: unknown): void {
    const reason = `only Terraform evaluates the condition that refuses the plan with: ${String(message)}`;
    this.unknown.push({ address, reason });
  }

  /**
   * Whether deployed resources have the tags of a precondition of this project; undefined for a condition of another form. A tag that
   * Terraform ignores stays as it is.
   */
  private haveTags(condition: string): boolean | undefined {
    const tags = [...condition.matchAll(/try\((\w+\.\w+)\.tags\["([^"]+)"\], ""\) == "([^"]*)"/g)];
    if (tags.length === 0) return undefined;
    return tags.every(([, address, tag, wanted]) => {
      const [deployed, fresh] = [this.old.get(address), this.fresh.get(address)];
      if (!deployed || !fresh || !ignores(fresh, `tags["${tag}"]`) || this.isReplaced(address)) return true;
      return (deployed.tags as Config | undefined)?.[tag] === wanted;
    });
  }
}

// --- Configuration -----------------------------------------------------------------------------------------------

function resourcesOf(resource: Synthesized["resource"] = {}): Map<string, Config> {
  return new Map(
    Object.entries(resource).flatMap(([type, all]) =>
      Object.entries(all).map(([name, config]): [string, Config] => [`${type}.${name}`, config]),
    ),
  );
}

/** Terraform addresses start with the component: `aws_subnet.network_private_a`. */
export function componentOf(address: string): string {
  const name = address.split(".")[1];
  const known = [
    "control_plane",
    "node_groups",
    "load_balancing",
    "resource_group",
    "add_ons",
    "fixed_fields",
  ];
  return (known.find((component) => name.startsWith(component)) ?? name.split("_")[0]).replace(/_/g, " ");
}

/** A configuration with the addresses of moved resources. */
function renamed(value: unknown, moves: ReadonlyMap<string, string>): unknown {
  if (moves.size === 0) return value;
  if (typeof value === "string") {
    return value.replace(/(?<![\w.-])[a-z0-9_]+\.[A-Za-z_][\w-]*/g, (found) => moves.get(found) ?? found);
  }
  if (Array.isArray(value)) return value.map((item) => renamed(item, moves));
  if (!isBlock(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, moves)]));
}

/** Whether all switches of a block are off. */
function isOff(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isOff);
  return isBlock(value) ? Object.values(value).every(isOff) : value === false;
}

/** `scaling_config[0].desired_size` or `tags["name"]`, as keys. */
function keysOf(path: string): string[] {
  return [...path.matchAll(/\["([^"]*)"\]|\[\d+\]|([^.[\]]+)/g)].flatMap(
    ([, quoted, plain]) => quoted ?? plain ?? [],
  );
}

function withoutPaths(config: Config, paths: readonly string[]): Config {
  return paths.reduce((rest, path) => without(rest, keysOf(path)) as Config, config);
}

function without(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, [key, ...rest]));
  if (!isBlock(value) || !Object.hasOwn(value, key)) return value;
  if (rest.length > 0) return { ...value, [key]: without(value[key], rest) };
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

/** Whether a change of an argument forces replacement. */
function forces(type: string, argument: string, more: ForceNew | undefined): boolean {
  const list = forceNewOf(type, more) ?? [];
  const [block] = argument.split(".");
  if (list.includes("*") && !["tags", "labels", "tags_all"].includes(block)) return true;
  return list.some(
    (forced) =>
      forced === argument || forced === block || (argument === block && forced.startsWith(`${block}.`)),
  );
}

/** Whether a change of an argument, or of a part of it, forces replacement with these values. */
function forcesByValue(type: string, argument: string, before: Config, after: Config): boolean {
  return Object.entries(forceNewIf[type] ?? {}).some(([path, isForced]) => {
    if (path !== argument && !path.startsWith(`${argument}.`)) return false;
    const [a, b] = [before, after].map((config) => valueAt(config, path.split(".")));
    return !isDeepStrictEqual(a, b) && isForced(a, b);
  });
}
