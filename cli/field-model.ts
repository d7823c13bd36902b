import type { Field } from "../modules/cluster/fields";
import { platformOf, type PlatformName, platforms } from "../modules/environment/platforms";

/** A node of the JSON Schema: the keywords that the environment schema uses. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
}

/** What the schema and the field table state about a field, for one owner: a platform, or the environment. */
export interface FieldInfo {
  readonly path: string;
  readonly description: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly default?: unknown;

  /** The row of the field table; undefined for fields of the environment. */
  readonly row?: Field;
}

/** A platform, or the environment file outside of its clusters. */
export type Owner = PlatformName | "environment";

export const platformNames = Object.keys(platforms) as readonly PlatformName[];

const definitionOf = (owner: Owner) =>
  owner === "environment" ? "Environment" : platformOf(platforms, owner).definition;

let definitions: Readonly<Record<string, Schema>> | undefined;

/** The definitions of the schema. Loaded only if a command needs them. */
function schema(): Readonly<Record<string, Schema>> {
  if (definitions === undefined) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the check of files does not need the texts
    const loaded: unknown = require("../modules/environment/environment.schema.json");
    ({ definitions } = loaded as { definitions: Readonly<Record<string, Schema>> });
  }
  return definitions;
}

const resolve = (node: Schema): Schema =>
  node.$ref === undefined ? node : schema()[decodeURIComponent(node.$ref.split("/").at(-1)!)];

/** All fields of an owner by path, in the order of the types. Paths have the form of the field table. */
export function fieldsOf(owner: Owner): ReadonlyMap<string, FieldInfo> {
  const table = owner === "environment" ? {} : (platformOf(platforms, owner).fields?.() ?? {});
  const found = new Map<string, FieldInfo>();
  visit({ $ref: `#/definitions/${definitionOf(owner)}` }, "", []);
  return found;

  function visit(node: Schema, path: string, above: readonly string[]): void {
    if (node.$ref !== undefined) {
      if (above.includes(node.$ref)) return;
      return visit(resolve(node), path, [...above, node.$ref]);
    }
    const members = node.anyOf ?? [];
    const types = members.map((member) => resolve(member).properties?.type?.const);
    const isUnion = members.length > 1 && types.every((type) => type !== undefined);
    members.forEach((member, i) => visit(member, isUnion ? `${path}(${types[i]})` : path, above));
    if (node.items) visit(node.items, `${path}[]`, above);
    if (typeof node.additionalProperties === "object") visit(node.additionalProperties, `${path}.*`, above);
    for (const [name, field] of Object.entries(node.properties ?? {})) {
      const at = path === "" ? name : `${path}.${name}`;
      if (!found.has(at)) found.set(at, infoOf(node, name, field, at));
      // Each platform has its own fields of clusters, and a backend of a cluster has the fields of `backend`.
      if (owner !== "environment" || !["clusters", "backends"].includes(at)) visit(field, at, above);
    }
  }

  function infoOf(parent: Schema, name: string, field: Schema, path: string): FieldInfo {
    const row = Object.hasOwn(table, path) ? table[path] : undefined;
    return {
      path,
      description: plainText(field.description ?? resolve(field).description ?? ""),
      type: typeOf(field),
      isRequired: parent.required?.includes(name) ?? false,
      default: row?.default ?? field.default,
      row,
    };
  }
}

/** `number, or map of min and max`. */
function typeOf(node: Schema): string {
  const { type, enum: values, anyOf, items, properties, additionalProperties, const: only } = resolve(node);
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(" or ");
  if (only !== undefined) return JSON.stringify(only);
  if (values) return `one of ${values.map((value) => JSON.stringify(value)).join(", ")}`;
  if (typeof type === "object") return type.map((one) => typeOf({ type: one })).join(" or ");
  if (type === "array") return `list of ${items ? plural(typeOf(items)) : "values"}`;
  if (type === "boolean") return "true or false";
  if (type !== "object") return type ?? "any value";
  const names = Object.keys(properties ?? {});
  if (names.length === 0) {
    return typeof additionalProperties === "object"
      ? `map of names to ${plural(typeOf(additionalProperties))}`
      : "map";
  }
  return names.length > 4 ? "map" : `map of ${names.join(", ").replace(/, (\S+)$/, " and $1")}`;
}

const plural = (type: string): string =>
  /^(string|number|integer|map)$/.test(type) ? `${type}s` : type.replace(/^(map) of/, "$1s of");

/** The text of a description without marks of TSDoc. */
export function plainText(description: string): string {
  return description
    .replace(/\{@link([^{}]*)\}/g, (_, link: string) => link.split("|").at(-1)!.trim())
    .replaceAll("**", "")
    .replaceAll(" .", ".")
    .trim();
}

/** The first sentence, without its full stop. */
export function firstSentence(description: string): string {
  const [paragraph] = description.split("\n\n");
  const [sentence] = paragraph.replace(/\s+/g, " ").split(/(?<!\be\.g|\bi\.e)\.\s+(?=[A-Z`])/);
  return sentence.replace(/[.:]$/, "");
}

/** The first sentence about a field. A field that selects a kind, such as `type` of a backend, has only its value. */
export const summaryOf = ({ description, type }: FieldInfo): string =>
  description === "" ? type : firstSentence(description);

/** The path without list positions, brackets and members of unions: `clusters[0].nodeGroups[1].size` is `nodeGroups.size`. */
export function plainPath(path: string): string {
  const steps = path
    .replace(/\[\d*\]|\([^()]*\)/g, "")
    .split(".")
    .filter((step) => step !== "");
  return (steps[0] === "clusters" && steps.length > 1 ? steps.slice(1) : steps).join(".");
}
