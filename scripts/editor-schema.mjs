/**
 * Writes the JSON Schemas for editors: `npm run schema`, and npm's `prepare`. Git ignores them. `modules/environment/facts.schema.json` is that
 * of files of facts, from their format. `modules/environment/editor.schema.json` is made of that of the structure check, and differs in what
 * editors need:
 *
 * - The fields `platform` and `type` select the schema of a cluster and of a backend. An editor then completes fields of that platform
 *   alone, and its errors are about that platform.
 * - A file with `extends` can omit every field and remove a field with `null`.
 * - A number, `true` or `false`, and a list of strings can be a reference to a variable, unless the field must be a literal. A text that must be a
 *   literal has no reference.
 * - A refused field has a warning with the reason.
 * - Regions, Kubernetes versions and machine types are completed. Other values stay valid.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { literalPlaces, noReference, ownDefinitions } from "./editor-literals.mjs";
import replace from "./replace-file.js";

const require = createRequire(import.meta.url);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "modules/environment");

/** Unions, and the field that selects the member. */
const unions = { PlatformClusterSpec: "platform", BackendSpec: "type" };

/** Prefix of the definitions for files that extend another one. */
const partial = "Partial";

const toDefinition = "#/definitions/";
const reference = { $ref: `${toDefinition}VariableReference` };

/** @returns the texts of the schemas by the name of the file that is in the package */
export function editorSchemas() {
  const structure = JSON.parse(readFileSync(join(folder, "environment.schema.json"), "utf8"));
  const read = facts();
  const title = "Facts for cdktf-clusters";
  const schemas = {
    "environment.schema.json": forEditors(structure, read),
    "facts.schema.json": { $schema: structure.$schema, title, ...read.factsFile.schema },
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 1)}\n`]),
  );
}

/** The known regions, Kubernetes versions and machine types (definition -> field -> values), the fields of each platform, and what reads their paths. */
function facts() {
  const { buildSync } = require("esbuild");
  const { outputFiles } = buildSync({
    stdin: {
      contents: `
        import { choicesOf } from "./modules/fact-tables/choices";
        import { platforms as table } from "./modules/environment/platforms";
        const today = new Date().toISOString().slice(0, 10);
        export { stepsOf } from "./modules/cluster/field-paths";
        export { factsFile } from "./modules/environment/facts-format";
        export const platforms = Object.entries(table).map(([platform, { definition, fields }]) => {
          const name = definition.replace(/ClusterSpec$/, "");
          const { region, kubernetesVersion, machineTypes } = choicesOf(platform, today);
          const suggested = {
            [definition]: { region, kubernetesVersion },
            ...(machineTypes.length > 0 ? { [name + "NodeGroupSpec"]: { machineTypes } } : {}),
          };
          return { name, root: definition, fields: fields(), suggested };
        });`,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    format: "cjs",
    platform: "node",
    write: false,
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", outputFiles[0].text)(module, module.exports, require);
  return module.exports;
}

function forEditors(schema, { platforms, stepsOf }) {
  const definitions = {
    VariableReference: {
      type: "string",
      pattern: "^\\$\\{\\s*var\\.[a-z][a-z0-9_]*\\s*\\}$",
      description: "A variable of this file: `${var.name}`.",
      doNotSuggest: true,
    },
  };
  const literals = literalPlaces(schema, platforms, stepsOf);
  const suggested = Object.assign({}, ...platforms.map((platform) => platform.suggested));
  // Members of these lists are merged by name, so a file that extends another one repeats the name.
  const named = new Set(platforms.flatMap(({ name, root }) => [root, `${name}NodeGroupSpec`]));
  for (const [name, fields] of Object.entries(suggested)) {
    for (const [field, examples] of Object.entries(fields)) {
      const property = schema.definitions[name].properties[field];
      const place = property.anyOf?.find(({ items }) => items)?.items ?? property.items ?? property;
      definitions[valueOf(name, field)] = {
        type: "string",
        examples,
        ...(literals.isLiteral(place) ? noReference : {}),
      };
    }
  }

  /** Adds a definition of files, and of files that extend another one, under the name that `nameOf` gives it. */
  function add(name, literals, nameOf) {
    for (const prefix of ["", partial]) {
      const context = { schema, suggested, named, literals, nameOf: (one) => prefix + nameOf(one) };
      definitions[prefix + nameOf(name)] = edited(name, context, prefix);
    }
  }
  for (const name of Object.keys(schema.definitions)) add(name, literals, (one) => one);
  for (const platform of platforms) {
    const own = literalPlaces(schema, [platform], stepsOf);
    const copied = ownDefinitions(schema, platform.root, own, literals);
    const nameOf = (one) => (copied.has(one) ? `${platform.name}.${one}` : one);
    for (const name of [platform.root, ...copied]) add(name, own, nameOf);
  }
  const isExtended = { type: "object", required: ["extends"] };
  return {
    $schema: schema.$schema,
    title: "Environment of cdktf-clusters",
    if: isExtended,
    then: { $ref: `${toDefinition}${partial}Environment` },
    else: { $ref: `${toDefinition}Environment` },
    definitions: reachable(definitions, ["Environment", `${partial}Environment`]),
  };
}

/** The definition of the values of a field with completion. */
const valueOf = (name, field) => `${name}.${field}`;

function edited(name, context, prefix) {
  const { schema, suggested, named } = context;
  const definition = schema.definitions[name];
  const field = unions[name];
  if (field) return selection(definition, field, schema, prefix);
  const copy = withReferences(definition, context);
  for (const field of Object.keys(suggested[name] ?? {})) {
    const property = copy.properties?.[field];
    if (!property) throw new Error(`${name} has no field ${field}`);
    const list = property.anyOf?.find(({ items }) => items) ?? property;
    const value = { $ref: toDefinition + valueOf(name, field) };
    if (list.items) list.items = value;
    else copy.properties[field] = { description: property.description, ...value };
  }
  if (prefix === "") return copy;
  if (copy.required) copy.required = copy.required.filter((one) => one === "name" && named.has(name));
  if (copy.required?.length === 0) delete copy.required;
  for (const [key, property] of Object.entries(copy.properties ?? {})) {
    if (key !== "extends") copy.properties[key] = orNull(property);
  }
  return copy;
}

/** One condition for each member of a union. */
function selection({ anyOf, description }, field, schema, prefix) {
  const members = anyOf.map(({ $ref }) => {
    const name = $ref.slice(toDefinition.length);
    return { name, value: schema.definitions[name].properties[field].const };
  });
  const conditions = members.map(({ name, value }) => ({
    if: { type: "object", required: [field], properties: { [field]: { const: value } } },
    then: { $ref: toDefinition + prefix + name },
  }));
  // Without the field, which a file that extends another one can omit, any member may be meant.
  const any = { anyOf: members.map(({ name }) => ({ $ref: toDefinition + prefix + name })) };
  return {
    type: "object",
    description,
    properties: { [field]: { enum: members.map(({ value }) => value) } },
    ...(prefix === "" ? { required: [field] } : {}),
    allOf: [
      ...conditions,
      ...(prefix === "" ? [] : [{ if: { type: "object", required: [field] }, else: any }]),
    ],
  };
}

/** A node whose references are to the definitions with the names of the context, and whose values can be references to variables. */
function withReferences(node, context) {
  if (typeof node !== "object") return node;
  if (node.$ref) {
    return { ...texts(node), $ref: toDefinition + context.nameOf(node.$ref.slice(toDefinition.length)) };
  }
  const { properties, items, anyOf, additionalProperties, ...copy } = node;
  for (const text of ["description", "doNotSuggest"]) delete copy[text];
  Object.assign(copy, texts(node));
  if (properties) {
    copy.properties = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, withReferences(value, context)]),
    );
  }
  if (items) copy.items = withReferences(items, context);
  if (anyOf) {
    const members = anyOf.map((one) => withReferences(one, context)).flatMap((one) => one.anyOf ?? [one]);
    copy.anyOf = members.filter((one, i) => members.findIndex((other) => isSame(one, other)) === i);
  }
  if (additionalProperties !== undefined)
    copy.additionalProperties = withReferences(additionalProperties, context);
  if (isText(copy) && context.literals.isLiteral(node)) return { ...copy, ...noReference };
  const isLiteral = copy.items ? context.literals.isLiteralList(node) : context.literals.isLiteral(node);
  if (isLiteral || !canBeReference(copy)) return copy;
  const { description, default: standard, ...plain } = copy;
  return {
    ...(description === undefined ? {} : { description }),
    ...(standard === undefined ? {} : { default: standard }),
    anyOf: [plain, reference],
  };
}

const isText = ({ type, enum: choices, const: fixed }) =>
  type === "string" && choices === undefined && fixed === undefined;

const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

const canBeReference = ({ type, const: fixed, items }) =>
  fixed === undefined &&
  (type === "number" || type === "boolean" || (type === "array" && items?.type === "string" && !items.enum));

function orNull(property) {
  const { description, default: standard, deprecationMessage, doNotSuggest, ...plain } = property;
  const outer = { description, default: standard, deprecationMessage, doNotSuggest };
  const isAny = Object.keys(plain).length === 0;
  const members = plain.anyOf ?? [plain];
  return {
    ...Object.fromEntries(Object.entries(outer).filter(([, value]) => value !== undefined)),
    ...(isAny ? {} : { anyOf: [...members, { type: "null" }] }),
  };
}

/** The texts of a node without links, and the warning of a refused field. */
function texts({ description, doNotSuggest, ...rest }) {
  const only = Object.fromEntries(Object.entries(rest).filter(([key]) => key === "default"));
  if (description === undefined || isRepeated(description)) return only;
  const text = description
    .replace(/ \{@link ([^{}]*)\}/g, (_, target) => ` \`${target.trim()}\``)
    .replaceAll("( `", "(`")
    .replaceAll("` )", "`)");
  return {
    ...only,
    description: text,
    ...(doNotSuggest ? { doNotSuggest, deprecationMessage: text } : {}),
  };
}

/** A description that only refers to that of the field. */
const isRepeated = (description = "") => description.startsWith("See  {@link") && description.endsWith("} .");

/** The definitions that a schema uses. */
function reachable(definitions, roots) {
  const names = new Set();
  const visit = (name) => {
    if (names.has(name)) return;
    names.add(name);
    for (const [, target] of JSON.stringify(definitions[name]).matchAll(/"#\/definitions\/([^"]+)"/g)) {
      visit(target);
    }
  };
  roots.forEach(visit);
  return Object.fromEntries(Object.entries(definitions).filter(([name]) => names.has(name)));
}

// `npm ci --omit=dev` runs this file too, and then there is no esbuild and no editor of this project.
if (process.argv[1] === fileURLToPath(import.meta.url) && isInstalled("esbuild")) {
  const { "environment.schema.json": environment, ...others } = editorSchemas();
  // That of the structure check has the name of the first.
  const files = { "editor.schema.json": environment, ...others };
  for (const [name, text] of Object.entries(files)) replace.replaceFile(join(folder, name), text);
}

function isInstalled(name) {
  try {
    return require.resolve(name) !== undefined;
  } catch {
    return false;
  }
}
