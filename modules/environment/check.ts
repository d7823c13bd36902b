import { FieldTexts } from "../cluster/field-texts";
import { defineProblems, formatPath, isError, type Path, type Problem, under } from "../cluster/problem";
import { ifReadable, withUnreadable } from "../cluster/rules/unreadable";
import type { WorkloadsSpec } from "../cluster/vocabulary";
import type { ClusterStackName } from "./backend/state";
import { settingsProblems, withProviderSecrets } from "./check-settings";
import { fieldsOfClusters, fieldsOfFile } from "./field-places";
import { type Fields, isMap, memberOf, notAMap } from "./members";
import { platformOf, platforms, providerOf, type PlatformName, type Platforms } from "./platforms";
import type { ProvidersSpec } from "./providers/types";
import { placeholderProblems } from "./placeholders";
import { minimumProblems, withProviderMinimum } from "./providers/minimum";
import type { EnvironmentSettings } from "./settings";
import { sizeProblems } from "./size";
import { sharedProblems } from "./shared";
import { sharedFeatureProblems } from "./shared-features";
import { sharedPeeringProblems } from "./shared-peerings";
import { sharedGrantProblems } from "./shared-grants";
import { stackNamesOf, workloadsStackName } from "./stack-names";
import { invalidPlaces, type Referable, reportStructure, structureProblems, type Written } from "./structure";
import type { PlatformClusterSpec } from "./types";
import { literalPartProblems } from "./variables/literal-parts";
import { References, tokenProblems, type Variables } from "./variables/references";
import { typeNames, unusedVariables } from "./variables/rules";
import { secretProblems } from "./variables/secret-fields";

const report = defineProblems("environment", {
  /**
   * An environment has at least one cluster.
   *
   * @remarks Decision of this project: a command that does nothing must not look like one that succeeded.
   */
  "has-cluster": "error",

  /**
   * The clusters of an environment have different names.
   *
   * @remarks Decision of this project: the name is part of the stack's id and of all names in the cloud.
   */
  "cluster-names-unique": "error",

  /**
   * The name of a cluster starts with a letter and has only letters, digits and `-`.
   *
   * @remarks Decision of this project: the name is part of the stack's id and is typed in commands. Each cloud has more rules.
   */
  "cluster-name": "error",

  /**
   * No cluster has the name of the stack that installs programs in another cluster: `<name>-workloads`.
   *
   * @remarks Decision of this project: two stacks of one name would have one folder and one state.
   */
  "workloads-stack-name": "error",
});

/** What a check needs in addition to the environment. */
export interface CheckContext {
  /** The day for which the support of versions is checked. */
  readonly today: Date;
  readonly platforms: Platforms;

  /** Returns a scalar as the user wrote it. */
  readonly written: Written;
}

/** An environment's clusters as stacks take them, and all problems. */
export interface CheckedEnvironment {
  /** Those without errors. */
  readonly clusters: readonly PlatformClusterSpec[];

  /** What all clusters share; valid only without errors. */
  readonly settings: EnvironmentSettings;
  readonly problems: readonly Problem[];
}

/**
 * Checks the content of an environment file: the structure, and the rules of each cluster's platform. If a cluster has missing or
 * invalid fields, the rules that read none of these check it.
 *
 * @param name - name of the environment; undefined if it is not valid as a prefix of its clusters' names
 */
export function checkEnvironment(
  name: string | undefined,
  value: unknown,
  context: CheckContext,
): CheckedEnvironment {
  const tooLarge = sizeProblems(value);
  if (tooLarge.length > 0) return { clusters: [], settings: {}, problems: tooLarge };

  const placeholders = placeholderProblems(value);
  const checked = checkContent(name, value, context);
  // What other checks report of a placeholder follows from it.
  const places = new Set(placeholders.map(({ path }) => formatPath(path)));
  const others = checked.problems.filter(({ path }) => !places.has(formatPath(path)));
  return { ...checked, problems: [...placeholders, ...others] };
}

function checkContent(name: string | undefined, value: unknown, context: CheckContext): CheckedEnvironment {
  const variables = declaredVariables(value);
  const declared = isMap(value) && isMap(value.variables) ? Object.keys(value.variables) : [];
  const references = new References(
    variables,
    declared.filter((one) => !Object.hasOwn(variables, one)),
  );
  const shared = new ReferenceCheck(references, variables, environmentTexts);
  const outline = structureProblems("Environment", value, context.written, {
    ...shared.referable(),
    paths: () => fieldsOfClusters(context.platforms),
  }).map(withProviderSecrets);
  if (!isMap(value)) return { clusters: [], settings: {}, problems: outline };

  const { backend, backends, providers } = value;
  const settings = {
    environment: name,
    backend,
    backends,
    providers,
    variables: value.variables,
  } as EnvironmentSettings;
  const problems = [
    ...outline,
    ...settingsProblems(value, outline, stackNames(name, value.clusters), context.written),
    ...shared.problems({ tags: value.tags, providers }, outline),
    ...tokenProblems(backend, ["backend"]),
    ...tokenProblems(backends, ["backends"]),
    ...tokenProblems(value.variables, ["variables"]),
  ];
  if (!Array.isArray(value.clusters)) return { clusters: [], settings, problems };

  const tags = problems.some(({ path }) => path[0] === "tags") ? {} : ((value.tags ?? {}) as Tags);
  const seen = new Set<unknown>();
  const checked = value.clusters.map((cluster, i): CheckedCluster => {
    // An alias of a cluster has the problems of the cluster, and is a duplicate.
    if (seen.has(cluster)) return { problems: [] };
    if (isMap(cluster)) seen.add(cluster);
    return checkCluster(
      cluster,
      ["clusters", i],
      { name, tags, references, variables, providers: providersOf(value, outline) },
      context,
    );
  });
  return {
    clusters: checked.flatMap(({ spec }) => spec ?? []),
    settings,
    problems: [
      ...problems,
      ...listProblems(value.clusters),
      ...checked.flatMap(({ problems }) => problems),
      ...under(["variables"], unusedVariables(variables, references.used)),
      ...[sharedProblems, sharedGrantProblems, sharedFeatureProblems, sharedPeeringProblems].flatMap(
        (check) => check(checked.map(({ spec }) => spec)),
      ),
    ],
  };
}

type Tags = Readonly<Record<string, string>>;

/** The declarations with a valid type: references to them can be checked. */
function declaredVariables(value: unknown): Variables {
  const declared = isMap(value) && isMap(value.variables) ? value.variables : {};
  return Object.fromEntries(
    Object.entries(declared).filter(
      ([, spec]) => isMap(spec) && typeof spec.type === "string" && Object.hasOwn(typeNames, spec.type),
    ),
  ) as Variables;
}

/** The stacks of the clusters that have names. */
function stackNames(environment: string | undefined, clusters: unknown): ClusterStackName[] {
  const stacks = new Map<string, ClusterStackName>();
  for (const item of Array.isArray(clusters) ? clusters : []) {
    if (!isMap(item) || typeof item.name !== "string") continue;
    const { name: cluster } = item;
    for (const name of stackNamesOf({
      name: cluster,
      workloads: item.workloads as WorkloadsSpec | undefined,
    })) {
      if (!stacks.has(name)) stacks.set(name, { environment, stack: fullName(name, environment), cluster });
    }
  }
  return [...stacks.values()];
}

/** The cluster's name in the cloud, and the id of its stack. */
function fullName(name: string, environment: string | undefined): string {
  return environment === undefined ? name : `${environment}-${name}`;
}

/** Fields of an environment that all its clusters share. */
const environmentTexts = new FieldTexts({
  tags: { freeKeys: ["string"] },
  "providers.aws.defaultTags": { freeKeys: ["string"] },
  "providers.google.defaultLabels": { freeKeys: ["string"] },
});

/** Checks references in a part of an environment, after the structure check has found the list positions. */
class ReferenceCheck {
  private readonly lists = new Set<string>();

  constructor(
    private readonly references: References,
    private readonly variables: Variables,
    private readonly texts: FieldTexts,
  ) {}

  referable(): Referable {
    return { variables: this.variables, onList: (path) => this.lists.add(formatPath(path)) };
  }

  /** @param structure - problems of the structure; a field that has one is not reported again */
  problems(value: unknown, structure: readonly Problem[]): Problem[] {
    const found = new Set(structure.map(({ path }) => formatPath(path)));
    return this.references
      .problems(value, this.texts, (path) => this.lists.has(formatPath(path)))
      .filter(({ path }) => !found.has(formatPath(path)));
  }
}

/** Checks the list of clusters. */
function listProblems(clusters: readonly unknown[]): Problem[] {
  if (clusters.length === 0) return [report["has-cluster"](["clusters"], "must have at least one cluster")];

  const names = clusters.map((cluster) => (isMap(cluster) ? cluster.name : undefined));
  const withPrograms = clusters.flatMap((cluster) =>
    isMap(cluster) && typeof cluster.name === "string" && cluster.workloads !== undefined
      ? [cluster.name]
      : [],
  );
  return names.flatMap((name, i) => {
    const first = names.indexOf(name);
    if (typeof name !== "string") return [];
    const other = withPrograms.find((one) => workloadsStackName(one) === name);
    if (other !== undefined) {
      const message = `is the name of the stack that installs programs in ${JSON.stringify(other)}; choose another one`;
      return [report["workloads-stack-name"](["clusters", i, "name"], message)];
    }
    if (first === i) return nameProblems(name, ["clusters", i, "name"]);
    return [
      report["cluster-names-unique"](
        ["clusters", i, "name"],
        `must be unique, but clusters[${first}] has ${JSON.stringify(name)} too`,
      ),
    ];
  });
}

/** Checks the form of a cluster's name. A rule reports references in it. */
function nameProblems(name: string, path: Path): Problem[] {
  if (/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || name.includes("${")) return [];
  return [
    report["cluster-name"](
      path,
      `must start with a letter and have only letters, digits and -, got ${JSON.stringify(name)}`,
    ),
  ];
}

interface EnvironmentContext {
  readonly name: string | undefined;
  readonly tags: Tags;
  readonly variables: Variables;
  readonly references: References;
  readonly providers: ProvidersSpec;
}

interface CheckedCluster {
  /** Undefined if the cluster has errors. */
  readonly spec?: PlatformClusterSpec;
  readonly problems: readonly Problem[];
}

function checkCluster(
  cluster: unknown,
  at: Path,
  environment: EnvironmentContext,
  context: CheckContext,
): CheckedCluster {
  const written: Written = (path) => context.written([...at, ...path]);
  if (!isMap(cluster)) return { problems: [reportStructure.types(at, notAMap(cluster, written([])))] };

  const name = memberOf(cluster, "platform", Object.keys(context.platforms) as PlatformName[], written);
  if (typeof name !== "string") {
    const meant = meantPlatform(cluster.platform, context.platforms);
    if (meant === undefined) return { problems: under(at, [name]) };
    // Only the case of the name is wrong: the rest can be checked.
    const { problems } = checkCluster({ ...cluster, platform: meant }, at, environment, context);
    return { problems: [...under(at, [name]), ...problems] };
  }
  const platform = platformOf(context.platforms, name);

  const fields = (platform.fields ?? platforms[name].fields!)();
  const texts = new FieldTexts(fields);
  const check = new ReferenceCheck(environment.references, environment.variables, texts);
  const structure = structureProblems(platform.definition, cluster, written, {
    ...check.referable(),
    paths: () => fieldsOfFile(fields),
  });
  const { rest, removed } = withoutInvalidFields(cluster, structure);
  const references = new Map(
    [
      ...secretProblems(cluster, name, environment.variables),
      ...check.problems(cluster, structure), // last: reported instead of the others if a field has several
    ].map((problem) => [formatPath(problem.path), problem] as const),
  );
  const providerName = providerOf(platform, cluster as unknown as PlatformClusterSpec);
  const provider = providerName && { name: providerName, ...environment.providers[providerName] };
  const spec = withProviderMinimum(
    normalize(rest as unknown as PlatformClusterSpec, environment),
    name,
    provider,
  );
  const unreadable = structure.length > 0 ? [...removed, ...invalidPlaces(platform.definition, rest)] : [];
  const rules = (value: PlatformClusterSpec) =>
    ifReadable(() => platform.rules()(withUnreadable(value, unreadable), context));
  const literalParts = ifReadable(() =>
    literalPartProblems(spec, environment.variables, rules, (path) => texts.isProgram(path)),
  );
  const broken = [...rules(spec), ...literalParts, ...minimumProblems(spec, name, provider)]
    // A misspelled field looks like an omitted one, about which a rule may warn.
    .filter((problem) => isError(problem) || !structure.some(({ atKey }) => atKey))
    .filter((problem) => !references.has(formatPath(problem.path)))
    .filter(
      ({ path }) => formatPath(path) !== "name" || nameProblems(cluster.name as string, path).length === 0,
    )
    .map((problem) => explainName(problem, spec, environment));
  const problems = [
    ...under(at, [...structure, ...references.values()]),
    ...broken.map((problem) => relocate(problem, at, cluster, environment)),
  ];
  return { spec: problems.some(isError) ? undefined : spec, problems };
}

/** The platform with the name in another case. A misspelled name such as `aws` could mean several. */
function meantPlatform(value: unknown, known: Platforms): PlatformName | undefined {
  const name = typeof value === "string" ? value.toLowerCase() : undefined;
  return (Object.keys(known) as PlatformName[]).find((one) => one === name);
}

/**
 * A copy without unknown fields and values of a wrong type, and the paths of the latter. Maps with missing fields are kept, and so are
 * items of lists: without one of them the others would have other positions.
 */
function withoutInvalidFields(
  cluster: Fields,
  problems: readonly Problem[],
): { rest: Fields; removed: Path[] } {
  const removed: Path[] = [];
  if (problems.length === 0) return { rest: cluster, removed };
  const copy = structuredClone(cluster);
  for (const { path, atKey } of problems) {
    const field = path[path.length - 1];
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((value, step) => (value as Fields | undefined)?.[step], copy);
    if (typeof field === "string" && isMap(parent) && (atKey || !isMap(parent[field]))) {
      delete (parent as Record<string, unknown>)[field];
      if (!atKey) removed.push(path);
    }
  }
  return { rest: copy, removed };
}

/** Normalizes a cluster: full name, and the tags of the environment. */
function normalize(cluster: PlatformClusterSpec, environment: EnvironmentContext): PlatformClusterSpec {
  return {
    ...cluster,
    name: fullName(cluster.name, environment.name),
    tags: { ...environment.tags, ...cluster.tags },
  };
}

/** The settings of providers; empty if their structure is not valid. */
function providersOf({ providers }: Fields, outline: readonly Problem[]): ProvidersSpec {
  return isMap(providers) && !outline.some(({ path }) => path[0] === "providers") ? providers : {};
}

/** Rules check the full name, which the file does not contain: the message states its parts. */
function explainName(
  problem: Problem,
  { name }: PlatformClusterSpec,
  environment: EnvironmentContext,
): Problem {
  if (environment.name === undefined || formatPath(problem.path) !== "name") return problem;
  const quoted = JSON.stringify(name);
  return { ...problem, message: problem.message.replace(quoted, () => `${quoted} (environment and name)`) };
}

/** Makes the path start at the file. A tag of the environment is not part of the cluster. */
function relocate(problem: Problem, at: Path, cluster: Fields, environment: EnvironmentContext): Problem {
  const [field, tag] = problem.path;
  const inherited =
    field === "tags" &&
    typeof tag === "string" &&
    Object.hasOwn(environment.tags, tag) &&
    !Object.hasOwn((cluster.tags ?? {}) as Tags, tag);
  return inherited ? problem : { ...problem, path: [...at, ...problem.path] };
}
