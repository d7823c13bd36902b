import { isError, type Path } from "../../modules/cluster/problem";
import type { LoadedEnvironment, LoadResult, PlatformClusterSpec } from "../../modules/environment";
import { backendFor, backendOf, backendPath } from "../../modules/environment/backend/state";
import { platformOf, platforms, providerOf } from "../../modules/environment/platforms";
import type { Call } from "../call";
import { loadStacks } from "../load-stacks";
import { selected } from "../stack-names";
import { defaultsOf, type Effective, effective, isWithin, type Origin, withFields } from "./effective";
import { leaves, textOf } from "./text";

/** `cdktf-clusters show`. Returns the exit code. */
export function show({ operands, options, stdout, stderr }: Call): number {
  const loaded = loadStacks(operands, stderr);
  if (loaded === undefined) return 1;
  const { environments } = loaded;
  const all = environments.flatMap((environment) =>
    environment.clusters.map((cluster, i) => ({ environment, cluster, i })),
  );
  const stacks = selected(all, ({ cluster }) => cluster.name, operands).map(
    ({ environment, cluster, i }) => ({
      stack: cluster.name,
      file: environment.file,
      parts: partsOf(loaded, environment, i),
    }),
  );
  if (options.get("format") === "json") {
    const values = stacks.map(({ stack, file, parts }) => ({
      stack,
      file,
      ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part && leaves(part)])),
    }));
    stdout.write(`${JSON.stringify(values, undefined, 2)}\n`);
    return 0;
  }
  // Each line is printable already, and its colours must not be escaped.
  stdout.raw.write(stacks.map((stack) => textOf(stack, stdout.display.color)).join("---\n"));
  return 0;
}

type Parts = {
  readonly backend: Effective;
  readonly providers?: Effective;
  readonly cluster: Effective;
};

/** The effective backend, providers and cluster of a stack. */
function partsOf({ placeOf }: LoadResult, environment: LoadedEnvironment, i: number): Parts {
  const { settings, clusters, name } = environment;
  const cluster = clusters[i];
  const place = (path: Path): Origin => placeOf(environment, path) ?? "default";
  const stack = { environment: name, stack: cluster.name };
  const backend = backendOf(backendFor(settings, cluster.name) ?? { type: "local" }, stack);
  const backendAt = backendPath(settings, cluster.name);
  const placeOfSetting = ([field, ...rest]: Path) =>
    place(field === "backend" ? [...backendAt, ...rest] : [field, ...rest]);
  const around = { owner: "environment", applies: () => true, placeOf: placeOfSetting } as const;
  const both = effective({ backend, providers: settings.providers }, around);
  const [first, second] = (both.kind === "map" ? both.members : []).map(([, part]) => part);
  return {
    backend: first,
    ...(second && { providers: second }),
    cluster: effective(cluster, {
      owner: cluster.platform,
      applies: applicable(cluster),
      placeOf: (path) => clusterPlace(place, ["clusters", i, ...path], path, cluster),
    }),
  };
}

/** A cluster has tags of its environment, and the minimum of its provider. */
function clusterPlace(
  place: (path: Path) => Origin,
  path: Path,
  inCluster: Path,
  cluster: PlatformClusterSpec,
): Origin {
  const found = place(path);
  if (found !== "default") return found;
  const provider = providerOf(platformOf(platforms, cluster.platform), cluster);
  return inCluster.at(-1) === "providerMinimum" && provider !== undefined
    ? place(["providers", provider, "version"])
    : place(inCluster);
}

/** The defaults that apply to a cluster: those of fields that its other fields exclude do not. */
export function applicableDefaults(cluster: PlatformClusterSpec): readonly Default[] {
  const rules = platformOf(platforms, cluster.platform).rules();
  const errorsOf = (fields: readonly Default[]): Path[] =>
    rules(withFields(cluster, fields) as PlatformClusterSpec, { today: new Date() })
      .filter(isError)
      .map(({ path }) => path);

  let defaults: readonly Default[] = defaultsOf(cluster, cluster.platform);
  for (let errors = errorsOf(defaults); errors.length > 0; errors = errorsOf(defaults)) {
    const rest = defaults.filter(([path]) => !errors.some((at) => isWithin(at, path) || isWithin(path, at)));
    // If no error is at a default, another field excludes one of them.
    if (rest.length === defaults.length) return defaults.filter((one) => errorsOf([one]).length === 0);
    defaults = rest;
  }
  return defaults;
}

function applicable(cluster: PlatformClusterSpec): (path: Path) => boolean {
  const paths = applicableDefaults(cluster).map(([path]) => path);
  return (path) => paths.some((one) => isWithin(one, path));
}

type Default = readonly [path: Path, value: unknown];
