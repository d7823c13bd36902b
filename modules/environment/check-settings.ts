import { nearest } from "../cluster/nearest";
import { defineProblems, isError, type Path, type Problem, under } from "../cluster/problem";
import { backendProblems } from "./backend/rules";
import { type ClusterStackName, hasOwnBackend } from "./backend/state";
import type { BackendSpec } from "./backend/types";
import { type Fields, isMap, memberOf, notAMap } from "./members";
import { roleAccountProblems } from "./providers/role-accounts";
import { providerProblems } from "./providers/rules";
import type { ProvidersSpec } from "./providers/types";
import { withoutSecrets } from "./secrets";
import { type Definition, reportStructure, structureProblems, type Written } from "./structure";
import type { Environment } from "./types";
import { variableProblems } from "./variables/rules";
import type { Variables } from "./variables/references";

const report = defineProblems("environment", {
  /**
   * The keys of `backends` are names of clusters of the file.
   *
   * @remarks Decision of this project: a backend without a cluster is a misspelt name, and the cluster would use another state.
   */
  "backends-of-clusters": "error",
});

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
 * The problems of `backend`, `backends`, `providers` and `variables`, and of roles in accounts that `providers` does not allow.
 *
 * @param outline - problems of the environment's structure; fields with such problems are not checked further
 */
export function settingsProblems(
  environment: Fields,
  outline: readonly Problem[],
  stacks: readonly ClusterStackName[],
  written: Written,
): Problem[] {
  const isSound = (field: string) =>
    isMap(environment[field]) && !outline.some(({ path }) => path[0] === field);
  const { backend, backends } = environment;
  const own = isMap(backends) ? (backends as NonNullable<Environment["backends"]>) : {};
  const common = stacks.filter((stack) => !hasOwnBackend(own, stack.cluster));
  return [
    ...(backend !== undefined
      ? under(
          ["backend"],
          checkBackend(backend, common, (path) => written(["backend", ...path])),
        )
      : []),
    ...Object.entries(own).flatMap(([cluster, spec]) =>
      ownBackendProblems(cluster, spec, stacks, (path) => written(["backends", cluster, ...path])),
    ),
    ...(isSound("providers")
      ? under(["providers"], providerProblems(environment.providers as ProvidersSpec))
      : []),
    ...roleAccountProblems(environment),
    ...(isSound("variables")
      ? under(["variables"], variableProblems(environment.variables as Variables))
      : []),
  ];
}

/** The problems of the backend of a single cluster. */
function ownBackendProblems(
  cluster: string,
  spec: unknown,
  stacks: readonly ClusterStackName[],
  written: Written,
): Problem[] {
  const path = ["backends", cluster];
  const own = stacks.filter((one) => one.cluster === cluster);
  if (own.length > 0) return under(path, checkBackend(spec, own, written));
  const names = [...new Set(stacks.map((one) => one.cluster))];
  const meant = nearest(cluster, names);
  const advice =
    meant === undefined ? `clusters: ${names.join(", ")}` : `did you mean ${JSON.stringify(meant)}?`;
  return [
    report["backends-of-clusters"](path, `no cluster has the name ${JSON.stringify(cluster)}; ${advice}`, {
      atKey: true,
    }),
  ];
}

function checkBackend(backend: unknown, stacks: readonly ClusterStackName[], written: Written): Problem[] {
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
