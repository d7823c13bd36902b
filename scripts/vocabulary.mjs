/**
 * Writes `docs/vocabulary.md` from the field tables of the platforms: every field with its support, default and the effect of a change.
 * The meaning of a field is the first sentence of its description in the schema. Run it with `npm run vocabulary`. With `--check` it writes
 * nothing and fails if the committed file is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { printError } from "./printable.js";

const file = "docs/vocabulary.md";
const { definitions } = JSON.parse(readFileSync("modules/environment/environment.schema.json", "utf8"));
const roots = { eks: "EksClusterSpec", aks: "AksClusterSpec", gke: "GkeClusterSpec" };
const platforms = Object.keys(roots);

/** The rows of a platform's field table by path, in the order of the types. Values of maps without fields have no row here. */
function tableOf(platform) {
  const text = readFileSync(`modules/${platform}/fields.generated.ts`, "utf8");
  const rows = text.matchAll(/^ {2}("[^"]+"): (\{ .* \}),$/gm);
  return new Map(
    [...rows]
      .map(([, path, row]) => [JSON.parse(path), JSON.parse(row.replace(/([{,] )(\w+): /g, '$1"$2": '))])
      .filter(([path]) => !path.endsWith(".*")),
  );
}

/** The descriptions of the fields of a definition in the schema, by path; `(nat-gateway)` is a member of a union. */
function descriptionsOf(root) {
  const found = new Map();
  visit({ $ref: `#/definitions/${root}` }, "", []);
  return found;

  function visit(node, path, above) {
    if (node.$ref) {
      const name = decodeURIComponent(node.$ref.split("/").at(-1));
      if (!above.includes(name)) visit(definitions[name], path, [...above, name]);
      return;
    }
    const members = node.anyOf ?? [];
    const types = members.map(typeOf);
    const isUnion = members.length > 1 && types.every((type) => type !== undefined);
    members.forEach((member, i) => visit(member, isUnion ? `${path}(${types[i]})` : path, above));
    if (node.items) visit(node.items, `${path}[]`, above);
    if (typeof node.additionalProperties === "object") visit(node.additionalProperties, `${path}.*`, above);
    for (const [name, field] of Object.entries(node.properties ?? {})) {
      const at = path === "" ? name : `${path}.${name}`;
      const isRequired = node.required?.includes(name) ?? false;
      if (!found.has(at)) found.set(at, { description: field.description ?? "", isRequired });
      visit(field, at, above);
    }
  }
}

/** The value of the field `type` that distinguishes a member of a union. */
function typeOf(node) {
  const { properties } = node.$ref ? definitions[decodeURIComponent(node.$ref.split("/").at(-1))] : node;
  return properties?.type?.const;
}

const tables = Object.fromEntries(platforms.map((platform) => [platform, tableOf(platform)]));
const descriptions = Object.fromEntries(
  platforms.map((platform) => [platform, descriptionsOf(roots[platform])]),
);
const paths = [...new Set(platforms.flatMap((platform) => [...tables[platform].keys()]))];

const code = (value) => `\`${JSON.stringify(value)}\``;

/** The first sentence of the first paragraph. */
function meaningOf(platform, path) {
  const [paragraph] = (descriptions[platform].get(path)?.description ?? "").split("\n\n");
  const text = paragraph
    .replace(/\{@link\s+([^}\s]+)\s*\}/g, "`$1`")
    .replace(/\s+/g, " ")
    .trim();
  // A list of values, each with its meaning, is shown by its values.
  if (text.startsWith("- ")) return "";
  const [sentence] = text.split(/(?<!\be\.g|\bi\.e)\.\s+(?=[A-Z`])/);
  return sentence.split(/\s-\s/)[0].replace(/[.:]$/, "");
}

function defaultOf(platform, path) {
  if (descriptions[platform].get(path)?.isRequired) return "required";
  const value = tables[platform].get(path).default;
  return value === undefined ? "" : code(value);
}

const changes = {
  "in-place": "in place",
  rolling: "rolling update",
  replace: "replaces",
  refused: "refused",
  none: "none",
};

function changeOf(platform, path) {
  const { change, note, since, checksOnly } = tables[platform].get(path);
  const detail = (note ?? checksOnly)?.replace(/\.$/, "");
  const effect = detail === undefined ? changes[change] : `${changes[change]}: ${detail}`;
  return since === undefined ? effect : `${effect}; since ${since}`;
}

const namesOf = (some) => some.map((platform) => platform.toUpperCase()).join(", ");

/** The values by a text of each, in the order of their first occurrence. */
function groupsBy(values, textOf) {
  const groups = new Map();
  for (const value of values) {
    const text = textOf(value);
    groups.set(text, [...(groups.get(text) ?? []), value]);
  }
  return [...groups];
}

/** One text if it is the same on all platforms that support the field, otherwise one line for each text. */
function cell(supporting, textOf) {
  const groups = groupsBy(supporting, textOf);
  const lines =
    groups.length === 1
      ? [groups[0][0]]
      : groups.filter(([text]) => text !== "").map(([text, some]) => `${namesOf(some)}: ${text}`);
  return lines.join("<br>").replaceAll("|", "\\|");
}

function supportOf(path) {
  const supporting = platforms.filter((platform) => tables[platform].has(path));
  const refusing = supporting.filter((platform) => tables[platform].get(path).refused !== undefined);
  const names = supporting.filter((platform) => !refusing.includes(platform));
  return {
    names,
    text: [
      namesOf(names),
      ...refusing.map((platform) => `not ${platform.toUpperCase()}: ${tables[platform].get(path).refused}`),
    ].join("<br>"),
  };
}

function row(path) {
  const { names, text } = supportOf(path);
  const cells = [
    `\`${path}\``,
    text,
    cell(names, (platform) => meaningOf(platform, path)),
    cell(names, (platform) => defaultOf(platform, path)),
    cell(names, (platform) => changeOf(platform, path)),
  ];
  return `| ${cells.join(" | ")} |`;
}

const sections = [...new Set(paths.map((path) => path.split(/[.[(]/)[0]))];
const page = `# Vocabulary

Every field of a cluster in an environment file, from the field tables of the platforms (\`npm run vocabulary\`; do not edit). The fields are
also the props of the constructs. Editors show the full description with limits and sources, from the schema.

- **Support**: the platforms that have the field. A platform that is not listed has no such field. \`not AKS: …\` states why the platform refuses
  the field; [EKS](eks.md), [AKS](aks.md) and [GKE](gke.md) state what to use instead.
- **Default**: the value of the omitted field. Empty: there is none, and the description states what happens.
- **Change**: what a change of the value does to a running cluster. \`in place\`: the cloud changes the resource. \`rolling update\`: nodes are
  replaced one after another. \`replaces\`: Terraform replaces the resource. \`refused\`: the change would replace the cluster or lose data, and
  \`protection\` prevents it. \`none\`: only checks read the field. \`since\`: the first version of the provider that supports the field.

\`[]\` is each item of a list, \`.*\` each value of a map, and \`egress(nat-gateway)\` the value whose \`type\` is \`nat-gateway\`.

${sections
  .map((section) => {
    const rows = paths.filter((path) => path.split(/[.[(]/)[0] === section).map(row);
    return `## ${section}\n\n| field | support | meaning | default | change |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  })
  .join("\n")}`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, page);
} else if (readFileSync(file, "utf8") !== page) {
  printError(`${file} is stale: run "npm run vocabulary" and commit it`);
  process.exitCode = 1;
}
