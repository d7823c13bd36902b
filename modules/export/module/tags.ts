import { isObject, type Json, type JsonObject, objectOf, without } from "../configuration";
import { expressionOf } from "./hcl";

/** A tag that stands for all that a caller gives. */
export interface TagSymbol {
  readonly key: string;
  readonly value: string;
}

/**
 * A configuration in which the tag makes way for `var.tags`; a resource's own tags win. Maps take them by `merge`, lists of
 * `tag` blocks by a dynamic one.
 *
 * @returns undefined when the tag is somewhere else too, in a text that is made of it
 */
export function withTagsInput(configuration: JsonObject, tag: TagSymbol): JsonObject | undefined {
  const result = replaced(configuration, tag) as JsonObject;
  const text = JSON.stringify(result);
  return text.includes(tag.key) || text.includes(tag.value) || hidesInBase64(text, tag) ? undefined : result;
}

function replaced(value: Json | undefined, tag: TagSymbol): Json | undefined {
  if (Array.isArray(value)) return value.map((item: Json) => replaced(item, tag)!);
  if (!isObject(value)) return value;
  if (value[tag.key] === tag.value) return merged(value, tag);

  const result: Record<string, Json | undefined> = {};
  const dynamic: Record<string, Json> = {};
  for (const [name, item] of Object.entries(value)) {
    const list = Array.isArray(item) ? (item as Json[]) : [];
    const own = list.filter((one) => !isTag(one, tag));
    if (own.length < list.length) dynamic[name] = dynamicBlock(name, list, tag);
    if (own.length === list.length || own.length > 0) {
      result[name] = own.length < list.length ? own : replaced(item, tag);
    }
  }
  if (Object.keys(dynamic).length > 0) result.dynamic = { ...objectOf(value.dynamic), ...dynamic };
  return result;
}

function merged(map: JsonObject, { key }: TagSymbol): string {
  const own = without(map, key);
  return Object.keys(own).length === 0 ? "${var.tags}" : `\${merge(var.tags, ${expressionOf(own)})}`;
}

const isTag = (item: Json, { key, value }: TagSymbol): boolean =>
  isObject(item) && item.key === key && item.value === value;

function dynamicBlock(name: string, list: readonly Json[], tag: TagSymbol): JsonObject {
  const rest = without(list.find((item) => isTag(item, tag)) as JsonObject, "key", "value");
  const own = list.filter((item) => !isTag(item, tag)).map((item) => (item as JsonObject).key as string);
  const given =
    own.length === 0
      ? "var.tags"
      : `{ for key, value in var.tags : key => value if !contains(${expressionOf(own)}, key) }`;
  return {
    for_each: `\${${given}}`,
    content: { key: `\${${name}.key}`, value: `\${${name}.value}`, ...rest },
  };
}

/** Text that is encoded can't be replaced in. */
function hidesInBase64(text: string, { key, value }: TagSymbol): boolean {
  return (text.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? []).some((encoded) => {
    const decoded = Buffer.from(encoded, "base64").toString("utf8");
    return decoded.includes(key) || decoded.includes(value);
  });
}

export function tagsVariable(tags: Readonly<Record<string, string>>): JsonObject {
  return {
    description: "Tags on everything that can carry them",
    type: "map(string)",
    default: { ...tags },
    nullable: false,
  };
}
