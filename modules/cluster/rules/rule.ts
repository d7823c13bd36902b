import type { Finding, Path } from "../problem";
import { isUnresolved } from "../tokens";
import { ifReadable } from "./unreadable";

/** Whether a value is set and known before Terraform runs. */
export function isKnown<T>(value: T | undefined): value is T {
  return value !== undefined && value !== null && !isUnresolved(value);
}

/** The members of a list with their positions; none if the list is omitted or unresolved. */
export function entries<T>(list: readonly T[] | undefined): [number, T][] {
  return Array.isArray(list) && !isUnresolved(list) ? [...list.entries()] : [];
}

/** The known members of a list, with their positions. */
export function knownEntries<T>(list: readonly T[] | undefined): [number, T][] {
  return entries(list).filter(([, value]) => isKnown(value));
}

/** Checks each node group separately. */
export function forEachGroup<Group>(
  cluster: { readonly nodeGroups: readonly Group[] },
  check: (group: Group, path: Path) => readonly Finding[],
): Finding[] {
  return entries(cluster.nodeGroups).flatMap(([i, group]) =>
    ifReadable(() => check(group, ["nodeGroups", i])),
  );
}

/** The members of a list that repeat an earlier one, with the position of the first. */
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

// define-rules.ts is separate: it does not load CDKTF, which tokens need.
export { checkRules, defineRules, type Rule, type RuleContext } from "./define-rules";
export { isWhole, shown } from "../values";
