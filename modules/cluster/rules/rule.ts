import type { Path, Problem } from "../problem";
import { isUnresolved } from "../tokens";

/** What a rule may know beside the cluster itself. */
export interface RuleContext {
  /** The day on which versions are judged. */
  readonly today: Date;

  /** Names of the zones that the network spans; undefined when they can't be known. */
  readonly zones?: readonly string[];

  /** Code can add node groups later; a file has said it all. */
  readonly nodeGroupsMayFollow?: boolean;
}

/**
 * One thing that must hold for a cluster. Pure; reports nothing about values that only Terraform knows.
 */
export interface Rule<Cluster> {
  /** Unique, and printed with every message: `eks/node-groups/upgrade-within-size`. */
  readonly id: string;

  /** The problems of a cluster that breaks the rule; paths start at the cluster. */
  readonly check: (cluster: Cluster, context: RuleContext) => Problem[];
}

/**
 * Declares the rules of a feature. Each is named after what it requires; its comment is its entry in the list of rules, and its
 * `@see` the source.
 *
 * @param feature - folder of the feature, `eks/node-groups`: the first part of every id
 */
export function defineRules<Cluster>(
  feature: string,
  checks: Readonly<Record<string, Rule<Cluster>["check"]>>,
): readonly Rule<Cluster>[] {
  return Object.entries(checks).map(([name, check]) => ({ id: `${feature}/${name}`, check }));
}

/** All problems of a cluster, each with the id of its rule. */
export function checkRules<Cluster>(
  rules: readonly Rule<Cluster>[],
  cluster: Cluster,
  context: RuleContext,
): Problem[] {
  return rules.flatMap(({ id, check }) =>
    check(cluster, context).map((problem) => ({ ...problem, rule: id })),
  );
}

/** Whether a value is there and can be judged. */
export function isKnown<T>(value: T | undefined): value is T {
  return value !== undefined && value !== null && !isUnresolved(value);
}

/** The members of a list with their positions; none when the list as a whole is left out or unresolved. */
export function entries<T>(list: readonly T[] | undefined): [number, T][] {
  return Array.isArray(list) && !isUnresolved(list) ? [...list.entries()] : [];
}

/** The members of a list that can be judged, with their positions. */
export function knownEntries<T>(list: readonly T[] | undefined): [number, T][] {
  return entries(list).filter(([, value]) => isKnown(value));
}

/** Looks at each node group for itself. */
export function forEachGroup<Group>(
  cluster: { readonly nodeGroups: readonly Group[] },
  check: (group: Group, path: Path) => readonly Problem[],
): Problem[] {
  return entries(cluster.nodeGroups).flatMap(([i, group]) => check(group, ["nodeGroups", i]));
}

/** The members of a list that were there before, with the position of the first of their kind. */
export function repeated<T>(
  list: readonly [number, T][],
  key: (value: T) => unknown = (value) => value,
): { index: number; value: T; first: number }[] {
  const firstOf = new Map<unknown, number>();
  return list.flatMap(([index, value]) => {
    const first = firstOf.get(key(value));
    if (first === undefined) firstOf.set(key(value), index);
    return first === undefined ? [] : [{ index, value, first }];
  });
}

export { isWhole, shown } from "../values";
