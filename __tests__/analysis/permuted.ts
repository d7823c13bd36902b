import type { TerraformResource, TerraformStack } from "cdktf";
import { TerraformElement } from "cdktf";
import type { FieldTable } from "../../modules/cluster/fields";
import type { Arguments } from "../support/synthesized";

/** Paths without the names of union members: `network.egress(nat-gateway).ips` is `network.egress.ips`. */
const plain = (path: string): string => path.replace(/\([^)]*\)/g, "");

/** The paths of lists whose order has a meaning. */
export function orderedLists(table: FieldTable): ReadonlySet<string> {
  return new Set(
    Object.entries(table)
      .filter(([, { ordered }]) => ordered !== undefined)
      .map(([path]) => plain(path)),
  );
}

/** A copy of a cluster with all lists and maps in reverse order, except the lists whose order has a meaning. */
export function reversed(value: unknown, ordered: ReadonlySet<string>, path = ""): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => reversed(item, ordered, `${path}[]`));
    return ordered.has(path) ? items : items.reverse();
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return [key, reversed(item, ordered, at)] as const;
  });
  return Object.fromEntries(entries.reverse());
}

/** The lists of a cluster with at least two items, by their paths. */
export function listsIn(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) {
    return [...(value.length > 1 ? [path] : []), ...value.flatMap((item) => listsIn(item, `${path}[]`))];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => listsIn(item, path === "" ? key : `${path}.${key}`));
}

/** An attribute of a resource as the bindings describe it. */
interface Described {
  readonly type?: string;
  readonly value?: unknown;
}

/** The arguments of a stack that the provider declares as sets, as `type.block.argument`. */
export function setsOf(stack: TerraformStack): Set<string> {
  const sets = new Set<string>();
  for (const node of stack.node.findAll()) {
    if (!TerraformElement.isTerraformElement(node) || !("terraformResourceType" in node)) continue;
    const { terraformResourceType } = node as TerraformResource;
    const describe = (node as unknown as { synthesizeHclAttributes?: () => unknown }).synthesizeHclAttributes;
    collect(describe?.call(node), terraformResourceType, sets);
  }
  return sets;
}

function collect(block: unknown, path: string, into: Set<string>): void {
  if (typeof block !== "object" || block === null) return;
  for (const [name, one] of Object.entries(block as Record<string, Described | undefined>)) {
    if (typeof one !== "object" || one === null || one.type === undefined) continue;
    if (one.type === "set") into.add(`${path}.${name}`);
    for (const inner of Array.isArray(one.value) ? one.value : [one.value])
      collect(inner, `${path}.${name}`, into);
  }
}

/** The resources of a stack by address, in a form that is the same if Terraform plans nothing. */
export function planForm(terraform: Arguments, sets: ReadonlySet<string>): Record<string, string> {
  const resources = terraform.resource as Record<string, Record<string, Arguments>>;
  return Object.fromEntries(
    Object.entries(resources).flatMap(([type, elements]) =>
      Object.entries(elements).map(([name, { depends_on: _, "//": __, ...args }]) => [
        `${type}.${name}`,
        JSON.stringify(canonical(args, type, sets)),
      ]),
    ),
  );
}

function canonical(value: unknown, path: string, sets: ReadonlySet<string>): unknown {
  if (typeof value === "string") return canonicalPolicy(value, path);
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, path, sets));
    return sets.has(path) || isUnordered(path) ? sorted(items) : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, canonical(item, `${path}.${key}`, sets)]),
  );
}

const sorted = (items: unknown[]): unknown[] =>
  items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Conditions and ignored changes have no order. */
const isUnordered = (path: string): boolean => /\.lifecycle\.\w+$/.test(path);

/** Providers compare the documents of policies by their content. */
function canonicalPolicy(text: string, path: string): unknown {
  if (!/policy$/.test(path) || !text.startsWith("{")) return text;
  const order = (value: unknown): unknown => {
    if (Array.isArray(value)) return sorted(value.map(order));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, order(item)]),
    );
  };
  return order(JSON.parse(text));
}
