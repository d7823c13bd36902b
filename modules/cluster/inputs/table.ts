import type { AccessGrant, ClusterSpec } from "../vocabulary";
import { isInputGrant } from "./grants";
import type { Input, InputTable, InputValue } from "./input";
import { referenceTo } from "./reference";

/** A cluster whose inputs are declared. */
export interface Declared<Cluster extends ClusterSpec> {
  readonly cluster: Cluster;

  /** Whether the platform's rules find no error in a cluster. */
  accepts(cluster: Cluster): boolean;
}

/** An input, or the reason why the field is none. */
export type Declaration = Input | { readonly fixed: string } | undefined;

/** The table of a platform's declarations. */
export function tableOf(declarations: readonly (Declaration | readonly Declaration[])[]): InputTable {
  const all = declarations.flat().filter((one) => one !== undefined);
  return {
    inputs: all.flatMap((one) => ("fixed" in one ? [] : [one])),
    fixed: all.flatMap((one) => ("fixed" in one ? [one.fixed] : [])),
  };
}

/** Whether a value can be the default of a variable: it refers to none. */
export const isLiteral = (value: unknown): boolean => !/[$%]\{/.test(JSON.stringify(value) ?? "");

/** How many versions after that of the file are offered at most. */
const laterVersions = 3;

/** The version of the file, and those after it that the rules accept. Kubernetes allows no downgrade. */
export function versionInput<Cluster extends ClusterSpec>(
  { cluster, accepts }: Declared<Cluster>,
  description: string,
): Declaration {
  const [major, minor] = cluster.kubernetesVersion.split(".").map(Number);
  const choices = [cluster.kubernetesVersion];
  for (let next = minor + 1; next <= minor + laterVersions; next++) {
    if (!accepts({ ...cluster, kubernetesVersion: `${major}.${next}` })) break;
    choices.push(`${major}.${next}`);
  }
  if (choices.length === 1) {
    return { fixed: "Kubernetes version: no later one passes the checks of this configuration" };
  }
  return {
    name: "kubernetes_version",
    type: "string",
    description,
    default: cluster.kubernetesVersion,
    choices,
    validation: [
      {
        condition: `contains(${JSON.stringify(choices)}, var.kubernetes_version)`,
        errorMessage: `The Kubernetes version must be ${either(choices)}.`,
      },
    ],
    fields: { kubernetesVersion: [] },
  };
}

/** IPv4 ranges, as many as the caller likes between two bounds. */
export function rangesInput(
  name: string,
  field: string,
  ranges: readonly string[],
  options: { readonly description: string; readonly least: number; readonly most: number },
): Declaration {
  if (!isLiteral(ranges)) return undefined;
  const { description, least, most } = options;
  return {
    name,
    type: "list(string)",
    description,
    default: ranges,
    validation: [
      {
        condition: `length(var.${name}) >= ${least} && length(var.${name}) <= ${most}`,
        errorMessage: `There must be ${least} to ${most} ranges.`,
      },
      {
        // cidrnetmask refuses IPv6.
        condition: `alltrue([for range in var.${name} : can(cidrnetmask(range)) && try(cidrsubnet(range, 0, 0) == range, false)])`,
        errorMessage:
          "Each range must be an IPv4 range that begins at its first address, such as 203.0.113.0/24.",
      },
    ],
    fields: { [field]: [] },
  };
}

/** How a platform writes principals. */
export interface Principals {
  /** What the caller names, in the plural, such as `ARNs of IAM roles or users`. */
  readonly what: string;

  /** A regular expression for `regex` of Terraform. */
  readonly pattern: string;

  /** What each must be, as the end of a sentence. */
  readonly mustBe: string;

  /** A principal that gets its rights in another way. */
  readonly reserved?: string;
}

/** Admins, and viewers of the whole cluster. Other grants are fixed: they have namespaces. */
export function principalInputs(
  { admins, editors = [], viewers = [] }: ClusterSpec["access"],
  principals: Principals,
): Declaration[] {
  const admin = admins.map((principal) => ({ principal }));
  const fixed = [...admin, ...editors, ...viewers].filter(
    (grant) => editors.includes(grant) || !isInputGrant(grant),
  );
  const taken = [...fixed.map(({ principal }) => principal), principals.reserved].filter(
    (principal): principal is string => principal !== undefined && isLiteral(principal),
  );
  const input = (level: string, list: readonly AccessGrant[], rest: string): Input => ({
    name: level,
    type: "list(string)",
    description: `${principals.what} ${rest}`,
    default: list.filter(isInputGrant).map(({ principal }) => principal),
    validation: [
      {
        condition: `alltrue([for principal in var.${level} : can(regex(${hcl(principals.pattern)}, principal))])`,
        errorMessage: `Each of ${level} must be ${principals.mustBe}.`,
      },
      ...(taken.length > 0
        ? [
            {
              condition: `length(setintersection(var.${level}, ${JSON.stringify(taken)})) == 0`,
              errorMessage: `A principal has one kind of right, and the module gives one to ${taken.join(", ")}.`,
            },
          ]
        : []),
    ],
    fields: { [`access.${level}`]: [] },
  });
  return [
    input("admins", admin, "with all rights in the cluster"),
    input("viewers", viewers, "that may view everything in the cluster; admins among them are ignored"),
    fixed.length > 0
      ? {
          fixed: `Editors, viewers of single namespaces: ${fixed.map(({ principal }) => principal).join(", ")}`,
        }
      : undefined,
  ];
}

/** A part of an existing network. */
export interface NetworkPart {
  /** Keys of the part below the variable. */
  readonly keys: readonly [string, ...string[]];

  /** Its field in the cluster's description. */
  readonly field: string;
  readonly value: InputValue | undefined;

  /** A Terraform expression that must hold for the part, which it calls `value`; and what the part must be. */
  readonly condition: (value: string) => string;
  readonly mustBe: string;
}

/** All ids of an existing network in one object without optional attributes: those of two networks never mix. */
export function existingNetworkInput(parts: readonly NetworkPart[]): Declaration {
  const given = parts.filter(({ value }) => value !== undefined && isLiteral(value));
  if (given.length === 0) return undefined;
  const values: Record<string, InputValue | Record<string, InputValue>> = {};
  for (const { keys, value } of given) {
    const [key, below] = keys;
    values[key] = below === undefined ? value! : { ...(values[key] as object), [below]: value! };
  }
  return {
    name: "existing_network",
    type: typeOf(values as InputValue),
    description: "Ids of the network of the cluster. For another network, set all of them",
    default: values as InputValue,
    validation: given.map(({ keys, condition, mustBe }) => ({
      condition: condition(referenceTo("existing_network", keys)),
      errorMessage: `In existing_network, ${keys.join(" of ")} must be ${mustBe}.`,
    })),
    fields: Object.fromEntries(given.map(({ keys, field }) => [field, keys])),
  };
}

/** A condition: the value matches a regular expression. */
export const matches =
  (pattern: string) =>
  (value: string): string =>
    `can(regex(${hcl(pattern)}, ${value}))`;

/** The Terraform type of a value that must be given as a whole. */
function typeOf(value: InputValue): string {
  if (Array.isArray(value)) return "list(string)";
  if (typeof value !== "object") return typeof value === "number" ? "number" : "string";
  const attributes = Object.entries(value).map(([key, item]) => `${key} = ${typeOf(item as InputValue)}`);
  return `object({${attributes.join(", ")}})`;
}

/** A text as Terraform writes it in an expression. */
export const hcl = (text: string): string => JSON.stringify(text).replace(/[$%](?=\{)/g, "$&$&");

const either = (items: readonly string[]): string => items.join(", ").replace(/, ([^,]*)$/, " or $1");
