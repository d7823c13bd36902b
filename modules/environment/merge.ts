import { isMap } from "./members";
import type { Path } from "../cluster/problem";

/** Origin of a part of a merged value: its source, and its path in the source. */
export interface Origin<Source> {
  readonly source: Source;
  readonly path: Path;

  /** Origins of the parts of a map or list, if they have several sources. */
  readonly parts?: ReadonlyMap<string | number, Origin<Source>>;
}

/** A value with the origins of its parts. */
export interface Traced<Source> {
  readonly value: unknown;
  readonly origin: Origin<Source>;
}

/** Lists whose members have names: members with the same name are merged, at any position. */
const namedLists: readonly (readonly string[])[] = [["clusters"], ["clusters", "*", "nodeGroups"]];

/** Maps with a field for their kind. A map of another kind replaces the base, whose fields would not be valid in it. */
const kinds: readonly (readonly [path: readonly string[], field: string])[] = [
  [["backend"], "type"],
  [["backends", "*"], "type"],
  [["clusters", "*"], "platform"],
];

/**
 * Merges a value into its base. Maps are merged field by field, and so are clusters and node groups with the same name. Any other
 * value replaces the value of the base, and `null` removes it.
 */
export function merge<Source>(base: Traced<Source>, own: Traced<Source>): Traced<Source> {
  return mergeAt([], base, own);
}

function mergeAt<Source>(at: readonly string[], base: Traced<Source>, own: Traced<Source>): Traced<Source> {
  if (isMap(base.value) && isMap(own.value)) {
    return isOtherKind(at, base.value, own.value) ? own : mergeMaps(at, base, own);
  }
  const named = namedLists.some((list) => isSame(list, at));
  return named && Array.isArray(base.value) && Array.isArray(own.value) ? mergeLists(at, base, own) : own;
}

const isSame = (pattern: readonly string[], path: readonly string[]) =>
  pattern.length === path.length && pattern.every((step, i) => step === "*" || step === path[i]);

function isOtherKind(at: readonly string[], base: Fields, own: Fields): boolean {
  const field = kinds.find(([path]) => isSame(path, at))?.[1];
  return field !== undefined && own[field] !== undefined && own[field] !== base[field];
}

type Fields = Readonly<Record<string, unknown>>;

function mergeMaps<Source>(at: readonly string[], base: Traced<Source>, own: Traced<Source>): Traced<Source> {
  const fields = [...new Set([...Object.keys(base.value as Fields), ...Object.keys(own.value as Fields)])];
  const value: Record<string, unknown> = {};
  const parts = new Map<string, Origin<Source>>();
  for (const field of fields) {
    const inherited = part(base, field);
    const given = part(own, field);
    // Without a value in the base, null is a field without a value, which the structure check reports.
    if (given?.value === null && inherited !== undefined) continue;
    const merged = inherited && given ? mergeAt([...at, field], inherited, given) : (given ?? inherited)!;
    value[field] = merged.value;
    parts.set(field, merged.origin);
  }
  return { value, origin: { ...own.origin, parts } };
}

/** Members keep the order of the base; new ones follow. */
function mergeLists<Source>(
  at: readonly string[],
  base: Traced<Source>,
  own: Traced<Source>,
): Traced<Source> {
  const inherited = members(base);
  const given = members(own);
  const twin = ({ value }: Traced<Source>, among: readonly Traced<Source>[]) => {
    const name = isMap(value) ? value.name : undefined;
    return typeof name === "string"
      ? among.find((other) => isMap(other.value) && other.value.name === name)
      : undefined;
  };
  const merged = [
    ...inherited.map((member) => {
      const over = twin(member, given);
      return over ? mergeAt([...at, "*"], member, over) : member;
    }),
    // A second member with the same name is kept, so that the rules report it.
    ...given.filter((member) => !twin(member, inherited) || twin(member, given) !== member),
  ];
  return {
    value: merged.map(({ value }) => value),
    origin: { ...own.origin, parts: new Map(merged.map(({ origin }, i) => [i, origin])) },
  };
}

function part<Source>(traced: Traced<Source>, field: string): Traced<Source> | undefined {
  const value = traced.value as Fields;
  return Object.hasOwn(value, field)
    ? { value: value[field], origin: originOf(traced.origin, field) }
    : undefined;
}

function members<Source>({ value, origin }: Traced<Source>): Traced<Source>[] {
  return (value as unknown[]).map((member, i) => ({ value: member, origin: originOf(origin, i) }));
}

function originOf<Source>(origin: Origin<Source>, step: string | number): Origin<Source> {
  return origin.parts?.get(step) ?? { source: origin.source, path: [...origin.path, step] };
}

/** The origin of a path in the merged value. The path of a missing value continues that of the map or list around it. */
export function locate<Source>(origin: Origin<Source>, path: Path): Origin<Source> {
  let found = origin;
  for (const [i, step] of path.entries()) {
    if (found.parts === undefined) return { source: found.source, path: [...found.path, ...path.slice(i)] };
    const next = found.parts.get(step);
    if (next === undefined) return { source: found.source, path: [...found.path, ...path.slice(i)] };
    found = next;
  }
  return found;
}
