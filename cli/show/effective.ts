import { isDeepStrictEqual } from "node:util";
import { isMap } from "../../modules/environment/members";
import type { Path } from "../../modules/cluster/problem";
import { type FieldInfo, fieldsOf, type Owner } from "../field-model";

/** Where a value comes from: a place in a file, or a default of the field table. */
export type Origin = { readonly file: string; readonly line?: number } | "default";

/** A value of the effective configuration: a map, a list of maps, or a leaf. */
export type Effective =
  | { readonly kind: "leaf"; readonly value: unknown; readonly origin: Origin }
  | { readonly kind: "map"; readonly members: readonly (readonly [name: string, value: Effective])[] }
  | { readonly kind: "list"; readonly items: readonly Effective[] };

/**
 * Maps that only group fields: an omitted one has the effect of an empty one, so the defaults in it apply. Any other map turns a feature
 * on.
 */
export const groups: ReadonlySet<string> = new Set([
  "network",
  "network.dns",
  "network.natPorts",
  "access",
  "storage",
  "encryption",
  "loadBalancing",
  "observability",
  "upgrades",
  "controlPlane",
  "controlPlane.disk",
  "controlPlane.etcd",
  "nodeGroups[].disk",
  "nodeGroups[].upgrade",
  "nodeGroups[].image",
  "nodeGroups[].shielded",
  "nodeGroups[].kubelet",
  "eks",
  "aks",
  "aks.autoscaler",
  "gke",
  "kubeadm",
  "kubeadm.software",
]);

/** What decides the effective value of a part of a file. */
export interface Source {
  readonly owner: Owner;

  /** Where a field of the value is set. */
  readonly placeOf: (path: Path) => Origin;

  /** Whether the default of a field applies to this value. */
  readonly applies: (path: Path) => boolean;
}

/** A value with the defaults of all fields that it omits, in the order of the types. */
export function effective(value: unknown, source: Source): Effective {
  return complete(value, [""], [], source, false);
}

/** The defaults of all omitted fields, by path. */
export function defaultsOf(value: unknown, owner: Owner): [path: Path, value: unknown][] {
  const found: [Path, unknown][] = [];
  const collect = (node: Effective, path: Path): void => {
    if (node.kind === "leaf") {
      if (node.origin === "default") found.push([path, node.value]);
    } else if (node.kind === "map") {
      for (const [name, member] of node.members) collect(member, [...path, name]);
    } else node.items.forEach((item, i) => collect(item, [...path, i]));
  };
  const place = { file: "" };
  collect(effective(value, { owner, placeOf: () => place, applies: () => true }), []);
  return found;
}

/**
 * @param patterns - the paths of the value in the field table: a member of a union has one more
 * @param isDefault - the value is a default, and so are its parts
 */
function complete(
  value: unknown,
  patterns: readonly string[],
  path: Path,
  source: Source,
  isDefault: boolean,
): Effective {
  const leaf = (): Effective => ({
    kind: "leaf",
    value,
    origin: isDefault ? "default" : source.placeOf(path),
  });
  if (Array.isArray(value)) {
    if (!value.some(isMap)) return leaf();
    const items = patterns.map((pattern) => `${pattern}[]`);
    return {
      kind: "list",
      items: value.map((item, i) => complete(item, items, [...path, i], source, isDefault)),
    };
  }
  if (!isMap(value)) return leaf();

  const all = withMember(patterns, value);
  const fields = membersOf(all, source.owner);
  const members: [string, Effective][] = [];
  for (const [name, { pattern, info }] of fields) {
    const at = [...path, name];
    if (Object.hasOwn(value, name) && value[name] !== undefined) {
      members.push([name, complete(value[name], [pattern], at, source, isDefault)]);
    } else if (info.row?.refused === undefined && info.default !== undefined) {
      if (source.applies(at)) members.push([name, complete(info.default, [pattern], at, source, true)]);
    } else if (groups.has(pattern) && info.row?.refused === undefined) {
      const group = complete({}, [pattern], at, source, true);
      if (group.kind === "map" && group.members.length > 0) members.push([name, group]);
    }
  }
  for (const [name, item] of Object.entries(value)) {
    if (fields.has(name) || item === undefined) continue;
    const below = all.map((pattern) => `${pattern}.*`);
    members.push([name, complete(item, below, [...path, name], source, isDefault)]);
  }
  // The discriminator decides what the other fields mean.
  const kinds = members.filter(([name]) => path.length === 0 && name === "platform");
  members.unshift(...kinds.flatMap((kind) => members.splice(members.indexOf(kind), 1)));
  return members.length === 0 && Object.keys(value).length === 0 && path.length > 0 && !isDefault
    ? leaf()
    : { kind: "map", members };
}

/** Members of unions have own fields: `egress(nat-gateway)`. */
const withMember = (patterns: readonly string[], { type }: Readonly<Record<string, unknown>>): string[] => [
  ...patterns,
  ...(typeof type === "string" ? patterns.map((pattern) => `${pattern}(${type})`) : []),
];

interface Member {
  readonly pattern: string;
  readonly info: FieldInfo;
}

const children = new Map<string, ReadonlyMap<string, ReadonlyMap<string, Member>>>();

/** The fields directly below paths of the field table. */
function membersOf(patterns: readonly string[], owner: Owner): ReadonlyMap<string, Member> {
  let table = children.get(owner);
  if (table === undefined) children.set(owner, (table = childTable(owner)));
  return new Map(patterns.flatMap((pattern) => [...(table.get(pattern) ?? [])]));
}

function childTable(owner: Owner): ReadonlyMap<string, ReadonlyMap<string, Member>> {
  const table = new Map<string, Map<string, Member>>();
  for (const [pattern, info] of fieldsOf(owner)) {
    const dot = lastDot(pattern);
    const parent = dot < 0 ? "" : pattern.slice(0, dot);
    const name = pattern.slice(dot + 1);
    if (name === "*") continue;
    let members = table.get(parent);
    if (members === undefined) table.set(parent, (members = new Map()));
    members.set(name, { pattern, info });
  }
  return table;
}

/** The dot before the last name; the type of a union may contain dots. */
function lastDot(pattern: string): number {
  let depth = 0;
  for (let i = pattern.length - 1; i >= 0; i--) {
    if (pattern[i] === ")") depth++;
    if (pattern[i] === "(") depth--;
    if (pattern[i] === "." && depth === 0) return i;
  }
  return -1;
}

/** A copy of a value with fields at paths. */
export function withFields(value: object, fields: readonly (readonly [Path, unknown])[]): object {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  for (const [path, field] of fields) {
    let parent = copy;
    for (const step of path.slice(0, -1)) {
      parent[step] ??= {};
      parent = parent[step] as Record<string | number, unknown>;
    }
    parent[path.at(-1)!] = structuredClone(field);
  }
  return copy;
}

/** Whether a path is another one, or is below it. */
export const isWithin = (path: Path, other: Path): boolean =>
  path.length >= other.length && isDeepStrictEqual(path.slice(0, other.length), [...other]);
