import type { InputTable } from "../cluster/inputs";
import { type Configuration, type Json, type JsonObject, objectOf } from "./configuration";
import { hclBlock } from "./hcl";
import { joined, origin, variableBlock, variablesOf } from "./readme";
import { entriesOf, moduleTables } from "./readme-tables";

/** A child module that installs programs. */
export interface ProgramsModuleProps {
  /** Full name of the cluster. */
  readonly cluster: string;

  /** Name of the stack. */
  readonly name: string;

  /** The stack of the cluster, with its inputs. */
  readonly first: Configuration;
  readonly table: InputTable;

  /** Variables that are outputs of the module of the cluster. */
  readonly outputs: readonly string[];
}

/** The README of a child module that installs programs, with an example of its call next to that of the cluster. */
export function programsReadme(
  configuration: Configuration,
  providers: JsonObject,
  props: ProgramsModuleProps,
): string {
  const { cluster, name } = props;
  const folder = `./${cluster}`;
  return joined([
    `# ${name}`,
    `A Terraform child module in JSON: programs in the cluster ${cluster}, without providers and without a backend. ` +
      `It was ${origin} --as module\`. Do not edit it: change the environment file, and export again.`,
    "## Usage",
    `The module is called next to that of the cluster, \`${folder}\`, whose README shows the block \`module "cluster"\`. Its inputs are outputs of ` +
      "that module. The caller configures the Helm provider, whose program for tokens must be on the machine that runs Terraform:",
    "```hcl\n" + example(configuration, providers, props).join("\n\n") + "\n```",
    "The provider needs a cluster that exists. In one root module, create the cluster first, and destroy the programs first:",
    "```sh\nterraform apply -target=module.cluster\nterraform apply\nterraform destroy -target=module.workloads\nterraform destroy\n```",
    "A second root module with its own state does not need `-target`, also not when a cluster is replaced. There, omit `depends_on`, " +
      "and read outputs of the first root module, which passes those of `module.cluster` on: " +
      "`data.terraform_remote_state.cluster.outputs.NAME` in place of `module.cluster.NAME`.",
    moduleTables(configuration),
    "## Fixed in this module",
    `- Cluster: \`${cluster}\`. The inputs are those of this cluster\n` +
      "- Programs, versions of charts and their values. They follow from the environment file: two copies of a program need two nodes at the " +
      "smallest sizes in the file. To change them, edit the file and export both modules again",
  ]);
}

/** The provider and the call, with outputs of the module of the cluster as inputs. */
function example(
  configuration: Configuration,
  providers: JsonObject,
  { name, first, table, outputs }: ProgramsModuleProps,
): string[] {
  const inputs = table.inputs.map((input) => input.name);
  const mine = variablesOf(configuration, [...outputs, ...inputs], providers);
  const shown = variablesOf(first, inputs, objectOf(first.provider)).map(([variable]) => variable);
  const declared = Object.keys(objectOf(configuration.variable));
  return [
    ...entriesOf(providers).flatMap(([provider]) =>
      (providers[provider] as readonly JsonObject[]).map((block) =>
        hclBlock(`provider "${provider}"`, withOutputs(block, outputs)),
      ),
    ),
    ...mine.filter(([variable]) => !shown.includes(variable)).map(variableBlock),
    hclBlock('module "workloads"', {
      source: `./${name}`,
      ...Object.fromEntries(
        table.inputs
          .filter((input) => declared.includes(input.name))
          .map((input) => [input.name, input.default as Json]),
      ),
      ...Object.fromEntries(
        outputs
          .filter((output) => declared.includes(output))
          .map((output) => [output, `\${module.cluster.${output}}`]),
      ),
      ...Object.fromEntries(
        mine
          .filter(([variable]) => declared.includes(variable))
          .map(([variable]) => [variable, `\${var.${variable}}`]),
      ),
      // Programs are removed before the network, with the load balancers that they created.
      depends_on: ["${module.cluster}"],
    }),
  ];
}

/** A block with outputs of the cluster in place of the inputs of the same names. */
function withOutputs(block: JsonObject, outputs: readonly string[]): JsonObject {
  const reference = new RegExp(`\\bvar\\.(${outputs.join("|")})\\b`, "g");
  return JSON.parse(JSON.stringify(block).replace(reference, "module.cluster.$1")) as JsonObject;
}
