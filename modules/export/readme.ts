import type { InputTable } from "../cluster/inputs";
import type { ClusterSpec } from "../cluster/vocabulary";
import { type Configuration, type Json, type JsonObject, objectOf } from "./configuration";
import { hclBlock, hclValue } from "./hcl";
import { entriesOf, moduleTables } from "./readme-tables";

/** Each README of an export has this text, by which the next export recognizes it. */
export const origin = "exported by `cdktf-clusters export";

/** The README of an exported root module. */
export function rootReadme(configuration: Configuration, name: string): string {
  return joined([
    `# ${name}`,
    `A Terraform root module in JSON. It was ${origin}\` and is not to be edited: change the environment file, and export again.`,
    "## Usage",
    "```sh\n" + commands(configuration).join("\n") + "\n```",
    stateNote(configuration),
    moduleTables(configuration),
  ]);
}

/** Variables that replace an argument of a provider. Without both, Terraform fails. */
const ownerVariables = [
  { provider: "azurerm", argument: "subscription_id", variable: "ARM_SUBSCRIPTION_ID" },
  { provider: "google", argument: "project", variable: "GOOGLE_PROJECT" },
] as const;

/** The variables for the subscription or project that neither the providers nor the cluster have. */
function missingOwners({ provider, data }: Configuration): string[] {
  const projects = Object.values(objectOf(objectOf(data).google_project)).map(objectOf);
  // A cluster with a project has it in all resources, also in this data source.
  const hasProject = projects.length > 0 && projects.every((project) => project.project_id !== undefined);
  return ownerVariables
    .filter(({ provider: name }) => name !== "google" || !hasProject)
    .filter(({ provider: name, argument }) =>
      [objectOf(provider)[name] ?? []].flat().some((block) => objectOf(block)[argument] === undefined),
    )
    .map(({ variable }) => variable);
}

/** The commands that plan and apply a root module. Variables without a default need a value. */
function commands(configuration: Configuration): string[] {
  const required = entriesOf(configuration.variable).filter(([, { default: value }]) => value === undefined);
  return [
    ...missingOwners(configuration).map((name) => `export ${name}=…`),
    ...required.map(([name]) => `export TF_VAR_${name}=…`),
    "terraform init",
    "terraform plan -out plan",
    "terraform apply plan",
  ];
}

/** The content of the README of a child module, in addition to its configuration. */
export interface ModuleDescription {
  readonly cluster: ClusterSpec;
  readonly table: InputTable;

  /** The provider blocks of the stack, by name. */
  readonly providers: JsonObject;
}

/** The README of an exported child module, with an example of a root module that calls it. */
export function moduleReadme(configuration: Configuration, description: ModuleDescription): string {
  const { name } = description.cluster;
  const manifests = manifestsOf(configuration);
  return joined([
    `# ${name}`,
    "A Terraform child module in JSON: one cluster, without providers and without a backend. " +
      `It was ${origin} --as module\`. Do not edit it: change the environment file, and export again.`,
    "## Usage",
    "```hcl\n" + example(configuration, description).join("\n\n") + "\n```",
    manifests.length > 0
      ? "After `terraform apply`, apply the manifests to the cluster:\n\n```sh\n" +
        manifests.map((output) => `terraform output -json ${output} | kubectl apply -f -`).join("\n") +
        "\n```"
      : undefined,
    moduleTables(configuration),
    "## Fixed in this module",
    "Everything that is not an input is as in the environment file. To change it, edit the file and export again. This includes:",
    fixedFields(description)
      .map((line) => `- ${line}`)
      .join("\n"),
  ]);
}

/** A root module that calls the module, with the values of the environment file as inputs. */
function example(configuration: Configuration, { cluster, table, providers }: ModuleDescription): string[] {
  const inputs = table.inputs.map((input) => input.name);
  const variables = variablesOf(configuration, inputs, providers);
  const shown = table.inputs.filter(({ name }) => ["kubernetes_version", "node_group_sizes"].includes(name));
  return [
    ...Object.entries(providers).flatMap(([provider, blocks]) =>
      (blocks as readonly JsonObject[]).map((block) => hclBlock(`provider "${provider}"`, block)),
    ),
    ...variables.map(variableBlock),
    hclBlock('module "cluster"', {
      source: `./${cluster.name}`,
      ...Object.fromEntries(shown.map(({ name, default: value }) => [name, value as Json])),
      ...Object.fromEntries(variables.map(([name]) => [name, `\${var.${name}}`])),
    }),
    ...manifestsOf(configuration).map((name) =>
      hclBlock(`output "${name}"`, { value: `\${module.cluster.${name}}` }),
    ),
  ];
}

/** Variables of the environment that the caller of a module needs: those without a default, and those to which providers refer. */
export function variablesOf(
  { variable }: Configuration,
  inputs: readonly string[],
  providers: JsonObject,
): [string, JsonObject][] {
  const used = JSON.stringify(providers);
  return entriesOf(variable).filter(
    ([name, { default: value }]) =>
      !inputs.includes(name) && (value === undefined || used.includes(`\${var.${name}}`)),
  );
}

export const variableBlock = ([name, { type = "string", default: value, sensitive }]: [
  string,
  JsonObject,
]): string => hclBlock(`variable "${name}"`, { type: `\${${String(type)}}`, default: value, sensitive });

/** Outputs with manifests for kubectl. */
const manifestsOf = ({ output }: Configuration): string[] =>
  Object.keys(objectOf(output)).filter((name) => name.endsWith("_manifests"));

function fixedFields({ cluster, table }: ModuleDescription): string[] {
  const { name, region, tags = {} } = cluster;
  return [
    `Name: \`${name}\`. Call the module once in an account, subscription or project: a second call would create a cluster of the same name`,
    `Region: \`${region}\`. The provider of the caller must be for this region`,
    `Tags: ${Object.keys(tags).length === 0 ? "none" : hclValue(tags)}`,
    ...table.fixed,
    "Address ranges, node group names, storage, add-ons, encryption and deletion protection (`prevent_destroy`)",
  ];
}

function stateNote({ terraform }: Configuration): string {
  const { backend, cloud } = objectOf(terraform);
  if (cloud) return "The state is kept in a workspace of HCP Terraform: see `backend.tf.json`.";
  const [[type, settings] = ["local", {}]] = Object.entries(objectOf(backend));
  if (type === "local") {
    const { path = "terraform.tfstate" } = objectOf(settings);
    return `The state is kept in \`${String(path)}\` in this folder.`;
  }
  return Object.keys(objectOf(settings)).length > 0
    ? `The state is kept by the backend \`${type}\`: see \`backend.tf.json\`.`
    : `The state is kept by the backend \`${type}\`. Its settings are set with \`terraform init -backend-config=FILE\`.`;
}

export const joined = (parts: readonly (string | undefined)[]) =>
  `${parts.filter((part) => part !== undefined).join("\n\n")}\n`;
