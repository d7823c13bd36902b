import { error, formatPath, isError, under, type Path, type Problem } from "../cluster/problem";
import type { StackName } from "./backend/state";
import { settingsProblems, withProviderSecrets } from "./check-settings";
import { type Fields, isMap, memberOf, notAMap } from "./members";
import type { Platform, Platforms } from "./platforms";
import type { EnvironmentSettings } from "./settings";
import { sharedProblems } from "./shared";
import { structureProblems, type Referable, type Written } from "./structure";
import type { PlatformClusterSpec } from "./types";
import { References, type Variables } from "./variables/references";
import { typeNames, unusedVariables } from "./variables/rules";
import { secretProblems } from "./variables/secret-fields";

/** What a check needs beside the environment itself. */
export interface CheckContext {
  /** The day that support dates are held against. */
  readonly today: Date;
  readonly platforms: Platforms;

  /** Gives a scalar as the user wrote it. */
  readonly written: Written;
}

/** An environment's clusters in the shape that stacks take, and all that is wrong with its description. */
export interface CheckedEnvironment {
  /** Those of right structure. */
  readonly clusters: readonly PlatformClusterSpec[];

  /** What holds for all of them; to be used when there are no errors. */
  readonly settings: EnvironmentSettings;
  readonly problems: readonly Problem[];
}

/**
 * Checks the content of an environment file: first the structure, then the rules of each cluster's platform. Where a
 * cluster's structure is wrong, the rules judge what is left of it, if that is a cluster.
 *
 * @param name - name of the environment; undefined when it has none that could be put before its clusters' names
 */
export function checkEnvironment(
  name: string | undefined,
  value: unknown,
  context: CheckContext,
): CheckedEnvironment {
  const variables = declaredVariables(value);
  const references = new References(variables);
  const shared = new ReferenceCheck(references, variables);
  const outline = structureProblems("Environment", value, context.written, shared.referable()).map(
    withProviderSecrets,
  );
  if (!isMap(value)) return { clusters: [], settings: {}, problems: outline };

  const { backend, providers } = value;
  const settings = {
    environment: name,
    backend,
    providers,
    variables: value.variables,
  } as EnvironmentSettings;
  const around = [
    ...outline,
    ...settingsProblems(value, outline, stackNames(name, value.clusters), context.written),
    ...shared.problems({ tags: value.tags, providers }, outline),
  ];
  if (!Array.isArray(value.clusters)) return { clusters: [], settings, problems: around };

  const tags = around.some(({ path }) => path[0] === "tags") ? {} : ((value.tags ?? {}) as Tags);
  const checked = value.clusters.map((cluster, i) =>
    checkCluster(cluster, ["clusters", i], { name, tags, references, variables }, context),
  );
  return {
    clusters: checked.flatMap(({ spec }) => spec ?? []),
    settings,
    problems: [
      ...around,
      ...listProblems(value.clusters),
      ...checked.flatMap(({ problems }) => problems),
      ...under(["variables"], unusedVariables(variables, references.used)),
      ...sharedProblems(checked.map(({ spec }) => spec)),
    ],
  };
}

type Tags = Readonly<Record<string, string>>;

/** The declarations that can be referred to, whatever else may be wrong with them. */
function declaredVariables(value: unknown): Variables {
  const declared = isMap(value) && isMap(value.variables) ? value.variables : {};
  return Object.fromEntries(
    Object.entries(declared).filter(
      ([, spec]) => isMap(spec) && typeof spec.type === "string" && Object.hasOwn(typeNames, spec.type),
    ),
  ) as Variables;
}

/** The stacks that the clusters will be, as far as they have names. */
function stackNames(environment: string | undefined, clusters: unknown): StackName[] {
  const names = (Array.isArray(clusters) ? clusters : []).map((cluster) =>
    isMap(cluster) ? cluster.name : undefined,
  );
  return [...new Set(names)].flatMap((name) =>
    typeof name === "string" ? [{ environment, stack: fullName(name, environment) }] : [],
  );
}

/** How the cloud and CDKTF know a cluster. */
function fullName(name: string, environment: string | undefined): string {
  return environment === undefined ? name : `${environment}-${name}`;
}

/** References in a part of an environment: the structure check finds where lists may stand, and then all of them are judged. */
class ReferenceCheck {
  private readonly lists = new Set<string>();

  constructor(
    private readonly references: References,
    private readonly variables: Variables,
  ) {}

  referable(): Referable {
    return { variables: this.variables, onList: (path) => this.lists.add(formatPath(path)) };
  }

  /** @param structure - what was found before: where a reference has no place at all, no more is said of it */
  problems(value: unknown, structure: readonly Problem[]): Problem[] {
    const found = new Set(structure.map(({ path }) => formatPath(path)));
    return this.references
      .problems(value, [], (path) => this.lists.has(formatPath(path)))
      .filter(({ path }) => !found.has(formatPath(path)));
  }
}

/** What only all clusters together show. */
function listProblems(clusters: readonly unknown[]): Problem[] {
  if (clusters.length === 0) return [error(["clusters"], "must have at least one cluster")];

  const names = clusters.map((cluster) => (isMap(cluster) ? cluster.name : undefined));
  return names.flatMap((name, i) => {
    const first = names.indexOf(name);
    if (typeof name !== "string") return [];
    if (first === i) return nameProblems(name, ["clusters", i, "name"]);
    return [
      error(
        ["clusters", i, "name"],
        `must be unique, but clusters[${first}] has ${JSON.stringify(name)} too`,
      ),
    ];
  });
}

/** A part of the stack's id, of the cloud's names and of the commands that people type. That it takes no reference, the rules say. */
function nameProblems(name: string, path: Path): Problem[] {
  if (/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || name.includes("${")) return [];
  return [
    error(path, `must start with a letter and have only letters, digits and -, got ${JSON.stringify(name)}`),
  ];
}

interface Surroundings {
  readonly name: string | undefined;
  readonly tags: Tags;
  readonly variables: Variables;
  readonly references: References;
}

function checkCluster(
  cluster: unknown,
  at: Path,
  environment: Surroundings,
  context: CheckContext,
): { spec?: PlatformClusterSpec; problems: Problem[] } {
  const written: Written = (path) => context.written([...at, ...path]);
  if (!isMap(cluster)) return { problems: [error(at, notAMap(cluster, written([])))] };

  const name = memberOf(cluster, "platform", Object.keys(context.platforms) as (keyof Platforms)[], written);
  if (typeof name !== "string") return { problems: under(at, [name]) };
  const platform: Platform<PlatformClusterSpec> = context.platforms[name];

  const check = new ReferenceCheck(environment.references, environment.variables);
  const structure = structureProblems(platform.definition, cluster, written, check.referable());
  const rest = withoutFaults(cluster, structure);
  const references = new Map(
    [
      ...secretProblems(cluster, name, environment.variables),
      ...check.problems(cluster, structure), // last, so that at one place they are what is said
    ].map((problem) => [formatPath(problem.path), problem] as const),
  );
  if (structureProblems(platform.definition, rest, () => undefined, check.referable()).length > 0) {
    return { problems: under(at, [...structure, ...references.values()]) };
  }

  const spec = normalize(rest as unknown as PlatformClusterSpec, environment);
  const broken = platform
    .rules()(spec, context)
    .filter((problem) => structure.length === 0 || isError(problem))
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

/**
 * A copy without the fields at fault: those that nobody knows, and values of a wrong kind. A map at fault lacks something and
 * stays, and so do items of lists: without one the others would have other places.
 */
function withoutFaults(cluster: Fields, problems: readonly Problem[]): Fields {
  if (problems.length === 0) return cluster;
  const copy = structuredClone(cluster);
  for (const { path, atKey } of problems) {
    const field = path[path.length - 1];
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((value, step) => (value as Fields | undefined)?.[step], copy);
    if (typeof field === "string" && isMap(parent) && (atKey || !isMap(parent[field]))) {
      delete (parent as Record<string, unknown>)[field];
    }
  }
  return copy;
}

/** The loose form of a file becomes the one that everything else reads: full names, all tags. */
function normalize(cluster: PlatformClusterSpec, environment: Surroundings): PlatformClusterSpec {
  return {
    ...cluster,
    name: fullName(cluster.name, environment.name),
    tags: { ...environment.tags, ...cluster.tags },
  };
}

/** Rules judge the full name, which stands in no file. */
function explainName(problem: Problem, { name }: PlatformClusterSpec, environment: Surroundings): Problem {
  if (environment.name === undefined || formatPath(problem.path) !== "name") return problem;
  const quoted = JSON.stringify(name);
  return { ...problem, message: problem.message.replace(quoted, () => `${quoted} (environment and name)`) };
}

/** From the cluster to the file; a tag that comes from the environment stands there. */
function relocate(problem: Problem, at: Path, cluster: Fields, environment: Surroundings): Problem {
  const [field, tag] = problem.path;
  const inherited =
    field === "tags" &&
    typeof tag === "string" &&
    Object.hasOwn(environment.tags, tag) &&
    !Object.hasOwn((cluster.tags ?? {}) as Tags, tag);
  return inherited ? problem : { ...problem, path: [...at, ...problem.path] };
}
