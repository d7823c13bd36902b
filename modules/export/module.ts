import type { InputTable } from "../cluster/inputs";
import { InputError } from "../cluster/problem";
import type { ClusterSpec } from "../cluster/vocabulary";
import { type Configuration, type JsonObject, objectOf, without } from "./configuration";
import { type Files, split } from "./files";
import { moduleReadme } from "./readme";
import { type ProgramsModuleProps, programsReadme } from "./programs-readme";
import { requiredVersion } from "./required-version";

/**
 * A stack with declared inputs as a child module: no backend, no providers.
 *
 * @throws InputError if the stack has blocks that only a root module can have
 */
export function childModule(
  configuration: Configuration,
  { cluster, table }: { readonly cluster: ClusterSpec; readonly table: InputTable },
): Files {
  if (configuration.import !== undefined) {
    throw new InputError("a module cannot import resources: export the stack as a root module");
  }
  const module = moduleOf(configuration);
  return {
    ...split(module),
    "README.md": moduleReadme(module, { cluster, table, providers: objectOf(configuration.provider) }),
  };
}

/**
 * The stack that installs programs as a child module. Inputs that only the provider uses are those of the caller, who has the provider.
 *
 * @throws Error if an input is an output that the cluster does not have
 */
export function programsModule(configuration: Configuration, props: ProgramsModuleProps): Files {
  const { variable, ...rest } = moduleOf(configuration);
  const used = JSON.stringify(rest);
  const inputs = [...props.outputs, ...props.table.inputs.map(({ name }) => name)];
  const isUsed = (name: string) => !inputs.includes(name) || new RegExp(`\\bvar\\.${name}\\b`).test(used);
  const variables = Object.fromEntries(Object.entries(objectOf(variable)).filter(([name]) => isUsed(name)));
  const missing = props.outputs.filter(
    (name) => variables[name] !== undefined && objectOf(props.first.output)[name] === undefined,
  );
  if (missing.length > 0) throw new Error(`${props.cluster} has no output ${missing.join(", ")}`);
  const module: Configuration = { ...rest, variable: variables };
  return { ...split(module), "README.md": programsReadme(module, objectOf(configuration.provider), props) };
}

/** A stack without backend and providers. */
function moduleOf(configuration: Configuration): Configuration {
  const { terraform, provider, ...rest } = configuration;
  const { required_providers, ...settings } = without(objectOf(terraform), "backend", "cloud");
  return {
    ...rest,
    terraform: {
      required_version: requiredVersion(rest),
      ...settings,
      required_providers: withAliases(objectOf(required_providers), objectOf(provider)),
    },
  };
}

/** Additional configurations of a provider have aliases, which the calling module must map. */
function withAliases(required: JsonObject, provider: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(required).map(([name, requirement]) => {
      const configs = (provider[name] as readonly JsonObject[] | undefined) ?? [];
      const aliases = configs.flatMap(({ alias }) => (typeof alias === "string" ? [`${name}.${alias}`] : []));
      return [
        name,
        aliases.length > 0 ? { ...objectOf(requirement), configuration_aliases: aliases } : requirement,
      ];
    }),
  );
}
