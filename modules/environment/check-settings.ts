import { isError, type Path, type Problem, under } from "../cluster/problem";
import { backendProblems } from "./backend/rules";
import type { StackName } from "./backend/state";
import type { BackendSpec } from "./backend/types";
import { type Fields, isMap, memberOf, notAMap } from "./members";
import { providerProblems } from "./providers/rules";
import type { ProvidersSpec } from "./providers/types";
import { withoutSecrets } from "./secrets";
import { type Definition, reportStructure, structureProblems, type Written } from "./structure";
import { variableProblems } from "./variables/rules";
import type { Variables } from "./variables/references";

/** The definition of each type of backend in the schema. */
const backends: Readonly<Record<BackendSpec["type"], Definition>> = {
  local: "LocalBackendSpec",
  s3: "S3BackendSpec",
  azurerm: "AzurermBackendSpec",
  gcs: "GcsBackendSpec",
  cloud: "CloudBackendSpec",
  remote: "RemoteBackendSpec",
  http: "HttpBackendSpec",
  pg: "PgBackendSpec",
};

/** The values of a backend's field `type`. */
export const supportedBackends = Object.keys(backends) as BackendSpec["type"][];

/**
 * The problems of `backend`, `providers` and `variables`.
 *
 * @param outline - problems of the environment's structure; fields with such problems are not checked further
 */
export function settingsProblems(
  environment: Fields,
  outline: readonly Problem[],
  stacks: readonly StackName[],
  written: Written,
): Problem[] {
  const isSound = (field: string) =>
    isMap(environment[field]) && !outline.some(({ path }) => path[0] === field);
  return [
    ...(environment.backend !== undefined
      ? under(
          ["backend"],
          checkBackend(environment.backend, stacks, (path) => written(["backend", ...path])),
        )
      : []),
    ...(isSound("providers")
      ? under(["providers"], providerProblems(environment.providers as ProvidersSpec))
      : []),
    ...(isSound("variables")
      ? under(["variables"], variableProblems(environment.variables as Variables))
      : []),
  ];
}

function checkBackend(backend: unknown, stacks: readonly StackName[], written: Written): Problem[] {
  if (!isMap(backend)) return [reportStructure.types([], notAMap(backend, written([])))];
  const type = memberOf(backend, "type", supportedBackends, written);
  if (typeof type !== "string") return [type];

  const structure = structureProblems(backends[type], backend, written);
  if (structure.some(isError)) return structure.map((problem) => withoutSecrets(problem, type));
  return backendProblems(backend as unknown as BackendSpec, stacks);
}

/** Replaces the message about an unknown field if the field is a secret of the provider. */
export function withProviderSecrets(problem: Problem): Problem {
  const [field, provider, ...rest]: Path = problem.path;
  return field === "providers" && typeof provider === "string" && rest.length > 0
    ? withoutSecrets(problem, provider)
    : problem;
}
