import schema from "../../modules/environment/environment.schema.json";

/** As much of a JSON Schema as is looked at here. */
interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

const definitions = schema.definitions as unknown as Readonly<Record<string, Schema>>;

/**
 * All words of a kind of cluster: each field by its path, with `[]` for members of a list and `*` for those of a map; and each of the
 * values, where there is a choice.
 */
export function wordsOf(definition: string): Set<string> {
  const words = new Set<string>();
  collect({ $ref: `#/definitions/${definition}` }, "", words);
  return words;
}

function collect(node: Schema, path: string, words: Set<string>): void {
  for (const choice of choicesOf(node)) {
    if (choice.properties) {
      for (const [name, child] of Object.entries(choice.properties)) {
        const field = path === "" ? name : `${path}.${name}`;
        words.add(field);
        collect(child, field, words);
      }
    }
    if (choice.items) collect(choice.items, `${path}[]`, words);
    if (typeof choice.additionalProperties === "object")
      collect(choice.additionalProperties, `${path}.*`, words);
    for (const value of valuesOf(choice)) words.add(`${path} = ${JSON.stringify(value)}`);
  }
}

/** What a node may be, with references followed. */
function choicesOf(node: Schema): Schema[] {
  if (node.$ref) return choicesOf(definitions[decodeURIComponent(node.$ref.split("/").at(-1)!)]);
  return node.anyOf ? node.anyOf.flatMap(choicesOf) : [node];
}

function valuesOf({ enum: values, const: value, type }: Schema): readonly unknown[] {
  if (values) return values;
  if (value !== undefined) return [value];
  return type === "boolean" ? [true, false] : [];
}

/** The words that a cluster uses, spelt as those of {@link wordsOf}, which tell maps from fields. */
export function wordsIn(cluster: object, all: ReadonlySet<string>): Set<string> {
  const used = new Set<string>();
  const look = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) look(item, `${path}[]`);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        const field = path === "" ? name : `${path}.${name}`;
        if (all.has(field)) used.add(field);
        look(member, all.has(field) ? field : `${path}.*`);
      }
    } else {
      const word = `${path} = ${JSON.stringify(value)}`;
      if (all.has(word)) used.add(word);
    }
  };
  look(cluster, "");
  return used;
}
