import recorded from "./helm-schema.json";

/** An argument of a provider: of a simple type, or an object or a list of objects. */
interface Argument {
  readonly type?: unknown;
  readonly nesting?: string;
  readonly attributes?: Readonly<Record<string, Argument>>;
  readonly required?: boolean;
}

type Arguments = Readonly<Record<string, Argument>>;

/** The arguments of the Helm provider and of `helm_release`, without those that only the provider sets. */
export const helmSchema = recorded as { readonly provider: Arguments; readonly release: Arguments };

/** Meta-arguments of Terraform, and the comment of CDKTF. */
const metaArguments = ["//", "depends_on", "lifecycle", "provider"];

/** What the provider would refuse in a block: unknown arguments, wrong types, and arguments that are missing. */
export function wrongArguments(block: object, known: Arguments, path = ""): string[] {
  const given = Object.entries(block).filter(([name]) => path !== "" || !metaArguments.includes(name));
  const missing = Object.entries(known)
    .filter(([name, { required }]) => required === true && !Object.hasOwn(block, name))
    .map(([name]) => `${path}${name}: missing`);
  const wrong = given.flatMap(([name, value]: [string, unknown]) => {
    const argument = known[name];
    if (argument === undefined) return [`${path}${name}: unknown`];
    if (argument.attributes === undefined)
      return hasType(value, argument.type) ? [] : [`${path}${name}: not ${JSON.stringify(argument.type)}`];
    if (argument.nesting !== "single" || typeof value !== "object" || value === null || Array.isArray(value))
      return [`${path}${name}: not an object`];
    return wrongArguments(value, argument.attributes, `${path}${name}.`);
  });
  return [...missing, ...wrong];
}

function hasType(value: unknown, type: unknown): boolean {
  // A text with an expression can have each type.
  if (typeof value === "string" && value.includes("${")) return true;
  if (type === "bool") return typeof value === "boolean";
  if (!Array.isArray(type)) return typeof value === type;
  const [kind, item] = type as [string, unknown];
  if (kind === "map") return typeof value === "object" && value !== null && !Array.isArray(value);
  return Array.isArray(value) && value.every((one) => hasType(one, item));
}
