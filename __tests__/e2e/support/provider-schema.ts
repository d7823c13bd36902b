import { run } from "./run";

/** The used part of `terraform providers schema -json`. */
export interface ProviderSchema {
  readonly provider: { readonly block: Block };
  readonly resource_schemas: Readonly<Record<string, { readonly block: Block }>>;
  readonly data_source_schemas: Readonly<Record<string, { readonly block: Block }>>;
}

/** How a provider declares an attribute. */
export interface AttributeSchema {
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly required?: boolean;
}

interface Block {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

type Json = Readonly<Record<string, unknown>>;

/** A stack as Terraform JSON: kinds of elements, their types, their names. */
export interface StackJson {
  readonly terraform?: Json;
  readonly provider?: Readonly<Record<string, readonly Json[]>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** Meta-arguments of every resource, and CDKTF's comment. */
const META_ARGUMENTS = new Set([
  "//",
  "connection",
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
]);

/** The schema of the only provider in an initialized folder. */
export async function readProviderSchema(
  cwd: string,
  env: Record<string, string | undefined>,
): Promise<ProviderSchema> {
  const { stdout } = await run("terraform", ["providers", "schema", "-json"], { cwd, env });
  const { provider_schemas: schemas } = JSON.parse(stdout) as {
    provider_schemas: Record<string, ProviderSchema>;
  };
  const [schema] = Object.values(schemas);
  if (!schema) throw new Error(`terraform providers schema found no provider in ${cwd}`);
  return schema;
}

/** The arguments of a stack that the provider does not support, as `type.argument` or `type.block.argument`, once. */
export function unknownArguments(stack: StackJson, schema: ProviderSchema): string[] {
  const unknown = [
    ...unknownIn(stack.resource, schema.resource_schemas),
    ...unknownIn(stack.data, schema.data_source_schemas, "data."),
    ...Object.entries(stack.provider ?? {}).flatMap(([name, configurations]) =>
      configurations.flatMap(({ alias: _, ...config }) =>
        unknownInBlock(`provider.${name}`, config, schema.provider.block),
      ),
    ),
  ];
  return [...new Set(unknown)].sort();
}

/** The attribute `block.argument` of a resource type; undefined if the provider has none, or a block. */
export function attributeOf(
  type: string,
  argument: string,
  schema: ProviderSchema,
): AttributeSchema | undefined {
  const path = argument.split(".");
  const last = path.pop()!;
  const block = path.reduce<Block | undefined>(
    (at, name) => at?.block_types?.[name]?.block,
    schema.resource_schemas[type]?.block,
  );
  return block?.attributes?.[last];
}

/** Whether the provider supports `type.block.argument`, or a type. */
export function isKnown(argument: string, schema: ProviderSchema): boolean {
  const [type, ...path] = argument.split(".");
  if (path.length === 0) return type in schema.resource_schemas;
  const last = path.pop()!;
  const block = path.reduce<Block | undefined>(
    (at, name) => at?.block_types?.[name]?.block,
    schema.resource_schemas[type]?.block,
  );
  return last in (block?.attributes ?? {}) || last in (block?.block_types ?? {});
}

function unknownIn(
  elements: StackJson["resource"] = {},
  schemas: ProviderSchema["resource_schemas"],
  prefix = "",
): string[] {
  return Object.entries(elements).flatMap(([type, byName]) => {
    const schema = schemas[type];
    if (!schema) return [prefix + type];
    return Object.values(byName).flatMap((element) => unknownInBlock(prefix + type, element, schema.block));
  });
}

function unknownInBlock(
  path: string,
  content: Json,
  { attributes = {}, block_types: blocks = {} }: Block,
): string[] {
  return Object.entries(content).flatMap(([name, value]) => {
    if (META_ARGUMENTS.has(name) || name in attributes) return [];
    if (name === "dynamic")
      return unknownInBlock(path, dynamicContents(value as Json), { attributes, block_types: blocks });
    const inner = blocks[name];
    if (!inner) return [`${path}.${name}`];
    return (Array.isArray(value) ? value : [value]).flatMap((one) =>
      unknownInBlock(`${path}.${name}`, one as Json, inner.block),
    );
  });
}

/** `dynamic` blocks have the arguments of the block in `content`. */
function dynamicContents(dynamic: Json): Json {
  return Object.fromEntries(
    Object.entries(dynamic).map(([name, block]) => [name, (block as { content: Json }).content]),
  );
}
