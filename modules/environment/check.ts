import { error, formatPath, isError, under, type Path, type Problem } from "../cluster/problem";
import { nearest } from "./nearest";
import type { Platform, Platforms } from "./platforms";
import { describe, missingField, oneOf, structureProblems, suggestion, type Written } from "./structure";
import { referenceProblems } from "./references";
import { sharedProblems } from "./shared";
import type { PlatformClusterSpec } from "./types";

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
  const outline = [
    ...structureProblems("Environment", value, context.written),
    ...(isMap(value) ? referenceProblems(value.tags, ["tags"]) : []),
  ];
  if (!isMap(value) || !Array.isArray(value.clusters)) return { clusters: [], problems: outline };

  const tags = outline.some(({ path }) => path[0] === "tags") ? {} : ((value.tags ?? {}) as Tags);
  const checked = value.clusters.map((cluster, i) =>
    checkCluster(cluster, ["clusters", i], { name, tags }, context),
  );
  return {
    clusters: checked.flatMap(({ spec }) => spec ?? []),
    problems: [
      ...outline,
      ...listProblems(value.clusters),
      ...checked.flatMap(({ problems }) => problems),
      ...sharedProblems(checked.map(({ spec }) => spec)),
    ],
  };
}

type Fields = Readonly<Record<string, unknown>>;
type Tags = Readonly<Record<string, string>>;

function isMap(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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

/** A part of the stack's id, of the cloud's names and of the commands that people type. */
function nameProblems(name: string, path: Path): Problem[] {
  if (/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) return [];
  return [
    error(path, `must start with a letter and have only letters, digits and -, got ${JSON.stringify(name)}`),
  ];
}

interface Surroundings {
  readonly name: string | undefined;
  readonly tags: Tags;
}

function checkCluster(
  cluster: unknown,
  at: Path,
  environment: Surroundings,
  context: CheckContext,
): { spec?: PlatformClusterSpec; problems: Problem[] } {
  if (!isMap(cluster)) return { problems: [error(at, notACluster(cluster, context.written(at)))] };

  const platform = platformOf(cluster, context);
  if ("message" in platform) return { problems: under(at, [platform]) };

  const structure = structureProblems(platform.definition, cluster, (path) =>
    context.written([...at, ...path]),
  );
  const rest = withoutFaults(cluster, structure);
  const references = new Map(
    referenceProblems(cluster).map((problem) => [formatPath(problem.path), problem] as const),
  );
  if (structureProblems(platform.definition, rest, () => undefined).length > 0) {
    return { problems: under(at, [...structure, ...references.values()]) };
  }

  const spec = normalize(rest as unknown as PlatformClusterSpec, environment);
  const broken = platform
    .rules()(spec, context)
    .filter((problem) => structure.length === 0 || isError(problem))
    .filter((problem) => !references.has(formatPath(problem.path)));
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

function notACluster(value: unknown, written: string | undefined): string {
  return value === null ? "has no value; must be a map" : `must be a map, got ${describe(value, written)}`;
}

/** The platform decides what all other fields mean, so it is looked at first. */
function platformOf(
  cluster: Fields,
  { platforms, written }: CheckContext,
): Platform<PlatformClusterSpec> | Problem {
  const known = Object.keys(platforms);
  // A typo in the field's name is reported with the other fields.
  const field = Object.hasOwn(cluster, "platform")
    ? "platform"
    : Object.keys(cluster).find((key) => nearest(key, ["platform"]) && known.includes(String(cluster[key])));
  if (field === undefined) return missingField([], "platform", `must be ${oneOf(known)}`);

  const name = cluster[field];
  if (typeof name === "string" && Object.hasOwn(platforms, name)) return platforms[name as keyof Platforms];
  if (name === null) return error([field], `has no value; must be ${oneOf(known)}`);
  const got = describe(name, written([field]));
  return error([field], `must be ${oneOf(known)}, got ${got}${suggestion(name, known)}`);
}

/** The loose form of a file becomes the one that everything else reads: full names, all tags. */
function normalize(cluster: PlatformClusterSpec, environment: Surroundings): PlatformClusterSpec {
  return {
    ...cluster,
    name: environment.name === undefined ? cluster.name : `${environment.name}-${cluster.name}`,
    tags: { ...environment.tags, ...cluster.tags },
  };
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
