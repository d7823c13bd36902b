import { TerraformElement, type TerraformResource, type TerraformStack } from "cdktf";

/**
 * The arguments of a stack that the provider declares as sets: `aws_eks_cluster.vpc_config.public_access_cidrs`. Another order of their
 * items changes nothing.
 *
 * The bindings describe the schema of each provider. Arguments that are set by override are not described, and count as lists.
 */
export function setsOf(stack: TerraformStack): ReadonlySet<string> {
  const sets = new Set<string>();
  for (const element of stack.node.findAll()) {
    if (!TerraformElement.isTerraformElement(element) || !("terraformResourceType" in element)) continue;
    const { terraformResourceType, synthesizeHclAttributes } = element as unknown as Described;
    collect(synthesizeHclAttributes?.call(element), terraformResourceType, sets);
  }
  return sets;
}

/** A resource or data source of the bindings. */
interface Described extends Pick<TerraformResource, "terraformResourceType"> {
  readonly synthesizeHclAttributes?: () => unknown;
}

/** An argument as the bindings describe it: a value, or one block or several. */
interface Attribute {
  readonly type?: string;
  readonly value?: unknown;
}

function collect(block: unknown, path: string, into: Set<string>): void {
  if (typeof block !== "object" || block === null) return;
  for (const [name, attribute] of Object.entries(block as Record<string, Attribute | undefined>)) {
    if (typeof attribute !== "object" || attribute?.type === undefined) continue;
    if (attribute.type === "set") into.add(`${path}.${name}`);
    const blocks = Array.isArray(attribute.value) ? attribute.value : [attribute.value];
    for (const inner of blocks) collect(inner, `${path}.${name}`, into);
  }
}

/**
 * A value in a form that is equal for values that mean the same: sets in one order, and policies by their content.
 *
 * @param path - of the value: `aws_eks_cluster.vpc_config`. Items of lists have the path of their list.
 */
export function comparable(value: unknown, path: string, isSet: (path: string) => boolean): unknown {
  if (typeof value === "string") return isPolicy(value, path) ? policyForm(JSON.parse(value)) : value;
  if (Array.isArray(value)) {
    const items = value.map((item) => comparable(item, path, isSet));
    return isSet(path) ? inOrder(items) : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(byName).map(([key, item]) => [key, comparable(item, `${path}.${key}`, isSet)]),
  );
}

/** Providers compare the documents of policies by their content. */
const isPolicy = (text: string, path: string): boolean => path.endsWith("policy") && text.startsWith("{");

function policyForm(value: unknown): unknown {
  if (Array.isArray(value)) return inOrder(value.map(policyForm));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(byName)
      .map(([key, item]) => [key, policyForm(item)]),
  );
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

function inOrder(items: readonly unknown[]): unknown[] {
  const texts = items.map((item): [string, unknown] => [JSON.stringify(item), item]);
  return texts.sort(byName).map(([, item]) => item);
}
