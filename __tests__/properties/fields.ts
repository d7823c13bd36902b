import schema from "../../modules/environment/environment.schema.json";

/** What the schema states about a field, an item of a list (`path[]`) or an entry of a map (`path.*`). */
export interface Field {
  /** The values of an enumeration; true and false of a boolean. */
  readonly values: readonly unknown[];

  /** Nothing but {@link values} is allowed. */
  readonly isChoice: boolean;
  readonly isRequired: boolean;
  readonly isList: boolean;
  readonly default?: unknown;

  /** The paths of its fields by name. */
  readonly members: ReadonlyMap<string, string>;
}

/** As much of a JSON Schema as is read here. */
interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;

  /** The platform refuses the field: it is not read. */
  readonly doNotSuggest?: boolean;
}

type Definitions = Readonly<Record<string, Schema>>;

/**
 * The fields of a kind of cluster by path, with `[]` for items of a list and `*` for entries of a map. Generators know the schema only
 * through this function: to take the facts from elsewhere, change it.
 *
 * @param definition - its name in the schema
 */
export function fieldsOf(
  definition: string,
  definitions = schema.definitions as unknown as Definitions,
): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  const read = (node: Schema, path: string, isRequired: boolean): void => {
    const child = (name: string) => (path === "" ? name : `${path}.${name}`);
    const choices = choicesOf(node, definitions);
    const properties = choices.flatMap(supported);
    const before = fields.get(path);
    fields.set(path, {
      values: [...new Set([...(before?.values ?? []), ...choices.flatMap(valuesOf)])],
      isChoice: (before?.isChoice ?? true) && choices.every((choice) => valuesOf(choice).length > 0),
      isRequired: (before?.isRequired ?? true) && isRequired,
      isList: choices.every(({ items }) => items !== undefined),
      default: node.default,
      members: new Map([
        ...(before?.members ?? []),
        ...properties.map(([name]) => [name, child(name)] as const),
      ]),
    });
    for (const choice of choices) {
      const { required = [], items, additionalProperties } = choice;
      for (const [name, node] of supported(choice)) read(node, child(name), required.includes(name));
      if (items) read(items, `${path}[]`, true);
      if (typeof additionalProperties === "object") read(additionalProperties, `${path}.*`, true);
    }
  };
  read({ $ref: `#/definitions/${definition}` }, "", true);
  return fields;
}

/** The alternatives of a node, with references followed. */
function choicesOf(node: Schema, definitions: Definitions): Schema[] {
  if (node.$ref) {
    return choicesOf(definitions[decodeURIComponent(node.$ref.split("/").at(-1)!)], definitions);
  }
  return node.anyOf ? node.anyOf.flatMap((choice) => choicesOf(choice, definitions)) : [node];
}

/** The fields of an object that the platform does not refuse. */
const supported = ({ properties = {} }: Schema): [string, Schema][] =>
  Object.entries(properties).filter(([, { doNotSuggest }]) => !doNotSuggest);

function valuesOf({ enum: values, const: value, type }: Schema): readonly unknown[] {
  if (values) return values;
  if (value !== undefined) return [value];
  return type === "boolean" ? [true, false] : [];
}
