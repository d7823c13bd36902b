import { type Configuration, type JsonObject, objectOf, textOf } from "./configuration";

/** Files by their names. */
export type Files = Readonly<Record<string, string>>;

/** Names of all files that an export can write. `--force` replaces only these. */
export const fileNames = [
  "README.md",
  "backend.tf.json",
  "main.tf.json",
  "outputs.tf.json",
  "variables.tf.json",
  "versions.tf.json",
] as const;

/** Folders that an export can write, with all their files. */
export const folderNames = ["objects-chart"] as const;

/** Splits a configuration into its conventional files. A missing part has an empty file. */
export function split(configuration: Configuration): Files {
  const { terraform, variable, output, ...main } = configuration;
  const { backend, cloud, ...versions } = objectOf(terraform);
  const state: JsonObject = { ...(backend && { backend }), ...(cloud && { cloud }) };
  return {
    "main.tf.json": textOf(main),
    "variables.tf.json": textOf(block("variable", variable)),
    "outputs.tf.json": textOf(block("output", output)),
    "versions.tf.json": textOf({ terraform: versions }),
    ...(Object.keys(state).length > 0 && { "backend.tf.json": textOf({ terraform: state }) }),
  };
}

function block(kind: string, content: Configuration[string]): Configuration {
  return Object.keys(objectOf(content)).length > 0 ? { [kind]: content } : {};
}
