import { isOfTerraform } from "../cluster/terraform-types";
import { type Configuration, type Json, type JsonObject, objectOf } from "./configuration";
import { hclValue } from "./hcl";

/**
 * Requirements, providers, resources, inputs and outputs of a module, with the headings, columns and order of terraform-docs. Between the
 * marks terraform-docs replaces them with its own.
 *
 * @see https://terraform-docs.io/reference/markdown-table/
 */
export function moduleTables(configuration: Configuration): string {
  return [
    "<!-- BEGIN_TF_DOCS -->",
    "## Requirements",
    requirementsTable(configuration),
    "## Providers",
    providersTable(configuration),
    "## Modules",
    "No modules.",
    "## Resources",
    resourcesTable(configuration),
    "## Inputs",
    inputsTable(configuration),
    "## Outputs",
    outputsTable(configuration),
    "<!-- END_TF_DOCS -->",
  ].join("\n\n");
}

function requirementsTable({ terraform }: Configuration): string {
  const { required_version, required_providers } = objectOf(terraform);
  return table(
    ["Name", "Version"],
    [
      ["terraform", String(required_version)],
      ...entriesOf(required_providers).map(([name, { version = "any" }]) => [name, String(version)]),
    ],
  );
}

function providersTable({ terraform }: Configuration): string {
  const rows = entriesOf(objectOf(terraform).required_providers).map(([name, { version = "any" }]) => [
    name,
    String(version),
  ]);
  return rows.length === 0 ? "No providers." : table(["Name", "Version"], rows);
}

function resourcesTable(configuration: Configuration): string {
  const { required_providers } = objectOf(configuration.terraform);
  const rows = (["resource", "data"] as const).flatMap((kind) =>
    entriesOf(configuration[kind]).flatMap(([type, elements]) =>
      Object.keys(elements).map((name) => [
        linked(`${type}.${name}`, documentationOf(type, kind, objectOf(required_providers))),
        kind === "data" ? "data source" : "resource",
      ]),
    ),
  );
  return rows.length === 0 ? "No resources." : table(["Name", "Type"], rows);
}

const linked = (text: string, url: string | undefined) => (url === undefined ? text : `[${text}](${url})`);

/** The page of a type in the registry. Types that belong to Terraform have one in its documentation. */
function documentationOf(type: string, kind: "resource" | "data", providers: JsonObject): string | undefined {
  if (kind === "resource" && isOfTerraform(type)) {
    return `https://developer.hashicorp.com/terraform/language/resources/${type.replaceAll("_", "-")}`;
  }
  const [provider, ...rest] = type.split("_");
  const { source } = objectOf(providers[provider]);
  if (typeof source !== "string") return undefined;
  const path = source.replace(/^registry\.terraform\.io\//, "");
  const section = kind === "data" ? "data-sources" : "resources";
  return `https://registry.terraform.io/providers/${path}/latest/docs/${section}/${rest.join("_")}`;
}

function inputsTable({ variable }: Configuration): string {
  const inputs = entriesOf(variable);
  if (inputs.length === 0) return "No inputs.";
  return table(
    ["Name", "Description", "Type", "Default", "Required"],
    inputs.map(([name, { type = "any", default: value, description = "n/a", sensitive }]) => [
      name,
      [description, sensitive === true ? "Sensitive." : ""].filter(Boolean).join(" "),
      code(String(type)),
      value === undefined ? "n/a" : code(hclValue(value)),
      value === undefined ? "yes" : "no",
    ]),
  );
}

function outputsTable({ output }: Configuration): string {
  const outputs = entriesOf(output);
  if (outputs.length === 0) return "No outputs.";
  return table(
    ["Name", "Description"],
    outputs.map(([name, { description = "n/a", sensitive }]) => [
      name,
      `${String(description)}${sensitive === true ? " (sensitive)" : ""}`,
    ]),
  );
}

/** The members of a block by their names. */
export const entriesOf = (block: Json | undefined): [string, JsonObject][] =>
  Object.entries(objectOf(block)).map(([name, content]) => [name, objectOf(content)]);

const code = (text: string) => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly Json[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cellOf(String(cell))).join(" | ")} |`).join("\n");
}

const cellOf = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
