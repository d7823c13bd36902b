import type { InputTable } from "../cluster/inputs";
import { InputError } from "../cluster/problem";
import type { ClusterSpec } from "../cluster/vocabulary";
import { type Configuration, type JsonObject, objectOf, without } from "./configuration";
import { type Files, split } from "./files";
import { moduleReadme } from "./readme";
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
  const { terraform, provider, ...rest } = configuration;
  const { required_providers, ...settings } = without(objectOf(terraform), "backend", "cloud");
  const module: Configuration = {
    ...rest,
    terraform: {
      required_version: requiredVersion(rest),
      ...settings,
      required_providers: withAliases(objectOf(required_providers), objectOf(provider)),
    },
  };
  return {
    ...split(module),
    "README.md": moduleReadme(module, { cluster, table, providers: objectOf(provider) }),
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
