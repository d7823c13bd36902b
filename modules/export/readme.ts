import { type Configuration, type Json, type JsonObject, objectOf } from "./configuration";

/** What a reader of an exported root module has to know. */
export function rootReadme(configuration: Configuration, name: string): string {
  return joined([
    `# ${name}`,
    "A Terraform root module in JSON. It was exported by `cdktf-clusters export` and is not to be edited: change the " +
      "environment file, and export again.",
    "```sh\nterraform init\nterraform plan -out plan\nterraform apply plan\n```",
    stateNote(configuration),
    ...tables(configuration),
  ]);
}

/** The same for a child module, with the words that call it. */
export function moduleReadme(configuration: Configuration, name: string, example: Example): string {
  return joined([
    `# ${name}`,
    "A Terraform module in JSON, without providers and without a backend: whoever calls it has them. It was exported by " +
      "`cdktf-clusters export --as module` and is not to be edited: change the environment file, and export again.",
    `\`\`\`hcl\n${callOf(name, example)}\n\`\`\``,
    example.fixed.length > 0
      ? `Not among the inputs, and as the environment file has it:\n\n${example.fixed.map((line) => `- ${line}`).join("\n")}`
      : undefined,
    ...tables(configuration),
  ]);
}

/** What a call of a module looks like. */
export interface Example {
  /** The stack's provider blocks, by name. */
  readonly providers: JsonObject;

  /** Names of inputs that must be given, and others worth showing, with values as Terraform writes them. */
  readonly values: Readonly<Record<string, string>>;

  /** What can't be an input, and why. */
  readonly fixed: readonly string[];
}

function callOf(name: string, { providers, values }: Example): string {
  const blocks = Object.entries(providers).flatMap(([provider, configs]) =>
    ((configs as readonly JsonObject[]) ?? []).map((config) => {
      const settings = Object.entries(config).filter(([, value]) => typeof value === "string");
      return `provider "${provider}" {\n${settings.map(([key, value]) => `  ${key} = ${JSON.stringify(value)}\n`).join("")}}\n`;
    }),
  );
  const width = Math.max("source".length, ...Object.keys(values).map((key) => key.length));
  const lines = Object.entries({ source: `"./${name}"`, ...values }).map(
    ([key, value]) => `  ${key.padEnd(width)} = ${value}`,
  );
  return [...blocks, `module "cluster" {\n${lines.join("\n")}\n}`].join("\n");
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
    : `The state is kept by a backend \`${type}\` that is told its settings here: \`terraform init -backend-config=FILE\`.`;
}

function tables({ variable, output, terraform }: Configuration): string[] {
  const inputs = entriesOf(variable);
  const outputs = entriesOf(output);
  const providers = entriesOf(objectOf(terraform).required_providers);
  return [
    "## Inputs",
    inputs.length === 0
      ? "None."
      : table(
          ["name", "type", "default", "description"],
          inputs.map(([name, { type = "any", default: value, description = "", sensitive }]) => [
            code(name),
            code(String(type)),
            value === undefined ? "must be given" : code(JSON.stringify(value)),
            [description, sensitive === true ? "Sensitive." : ""].filter(Boolean).join(" "),
          ]),
        ),
    "## Outputs",
    outputs.length === 0
      ? "None."
      : table(
          ["name", "description"],
          outputs.map(([name, { description = "", sensitive }]) => [
            code(name),
            `${String(description)}${sensitive === true ? " (sensitive)" : ""}`,
          ]),
        ),
    "## Providers",
    table(
      ["name", "source", "version"],
      providers.map(([name, { source = "", version = "any" }]) => [
        code(name),
        String(source),
        code(String(version)),
      ]),
    ),
  ];
}

const entriesOf = (block: Json | undefined): [string, JsonObject][] =>
  Object.entries(objectOf(block)).map(([name, content]) => [name, objectOf(content)]);

const code = (text: string) => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly Json[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cellOf(String(cell))).join(" | ")} |`).join("\n");
}

const cellOf = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const joined = (parts: readonly (string | undefined)[]) =>
  `${parts.filter((part) => part !== undefined).join("\n\n")}\n`;
