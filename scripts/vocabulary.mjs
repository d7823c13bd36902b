/**
 * Writes `docs/vocabulary.md` from the types of environment files, with every field and its meaning on each platform:
 * `npm run vocabulary`. With `--check` it writes nothing and fails if the committed file is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";

const file = "docs/vocabulary.md";
const { definitions } = JSON.parse(readFileSync("modules/environment/environment.schema.json", "utf8"));
const platforms = { eks: "EksClusterSpec", aks: "AksClusterSpec", gke: "GkeClusterSpec" };

/** The fields of a cluster by path (`nodeGroups[].size`), in the order of the types. */
function fieldsOf(definition) {
  const fields = new Map();
  visit(definitions[definition], "", []);
  return fields;

  function visit(schema, path, above) {
    for (const member of membersOf(schema, above)) {
      const required = new Set(member.schema.required ?? []);
      for (const [name, field] of Object.entries(member.schema.properties ?? {})) {
        const at = path === "" ? name : `${path}.${name}`;
        if (!fields.has(at)) fields.set(at, { ...field, required: required.has(name) });
        visit(field, isList(field) ? `${at}[]` : at, member.above);
      }
    }
  }
}

/** The maps that a value can be: members of a union, items of a list, targets of references. Recursive maps are not entered again. */
function membersOf(schema, above) {
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1);
    return above.includes(name) ? [] : membersOf(definitions[name], [...above, name]);
  }
  if (schema.anyOf) return schema.anyOf.flatMap((member) => membersOf(member, above));
  if (schema.type === "array") return membersOf(schema.items ?? {}, above);
  return schema.properties ? [{ schema, above }] : [];
}

function isList(schema) {
  if (schema.$ref) return isList(definitions[schema.$ref.split("/").at(-1)]);
  return schema.type === "array" || (schema.anyOf?.some(isList) ?? false);
}

/** The meaning of a field: the first paragraph of its description, and its default. */
function meaningOf(field) {
  if (field === undefined) return "not supported";
  const [paragraph] = (field.description ?? "").split("\n\n");
  const text = paragraph
    .replace(/\{@link\s+([^}\s]+)\s*\}/g, "`$1`")
    .replace(/\s+/g, " ")
    .replaceAll("|", "\\|")
    .trim();
  const presence = field.required
    ? "Required."
    : field.default === undefined
      ? ""
      : `Default: \`${JSON.stringify(field.default)}\`.`;
  return [text, presence].filter(Boolean).join(" ");
}

const fields = Object.fromEntries(
  Object.entries(platforms).map(([name, definition]) => [name, fieldsOf(definition)]),
);
const all = [...new Set(Object.values(fields).flatMap((map) => [...map.keys()]))].filter(
  (path) => path !== "platform",
);
const own = (path) => Object.keys(platforms).filter((name) => fields[name].has(path));

const common = all.filter((path) => own(path).length > 1);
const sections = [...new Set(common.map((path) => path.split(/[.[]/)[0]))];
/** A meaning that equals that on EKS is not repeated. */
function row(path) {
  const [first, ...others] = Object.keys(platforms).map((name) => meaningOf(fields[name].get(path)));
  return `| \`${path}\` | ${[first, ...others.map((meaning) => (meaning === first ? "the same" : meaning))].join(" | ")} |`;
}

const text = `# Vocabulary

Every field of a cluster in an environment file, and its meaning on each platform. \`npm run vocabulary\` generates this page from
the types: do not edit it. The props of the constructs have the same names. The types have the full descriptions, with limits and
sources; editors show them from the schema.

A field that is "not supported" is refused on that platform. [EKS](eks.md), [AKS](aks.md) and [GKE](gke.md) give the reasons and the
alternatives.

${sections
  .map((section) => {
    const rows = common.filter((path) => path.split(/[.[]/)[0] === section);
    return `## ${section}\n\n| field | EKS | AKS | GKE |\n| --- | --- | --- | --- |\n${rows.map(row).join("\n")}\n`;
  })
  .join("\n")}
${Object.keys(platforms)
  .map((name) => {
    const rows = all.filter((path) => own(path).length === 1 && own(path)[0] === name);
    const lines = rows.map((path) => `| \`${path}\` | ${meaningOf(fields[name].get(path))} |`);
    return `## Only on ${name.toUpperCase()}\n\n| field | |\n| --- | --- |\n${lines.join("\n")}\n`;
  })
  .join("\n")}`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, text);
} else if (readFileSync(file, "utf8") !== text) {
  console.error(`${file} is stale: run "npm run vocabulary" and commit it`);
  process.exitCode = 1;
}
