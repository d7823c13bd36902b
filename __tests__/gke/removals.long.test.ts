import fc from "fast-check";
import { loadEnvironments } from "../../modules/environment";
import { type Argument, googleArguments } from "../../modules/gke/arguments";
import type { GkeClusterSpec } from "../../modules/gke/spec";
import { errorsOf } from "../fields/mapping";
import { witnesses } from "../fields/witnesses";
import { gkeClusters } from "../properties/gke";
import { removals, vanished } from "../support/removals";
import { synthesizeGke } from "../support/gke";
import type { Arguments } from "../support/synthesized";
import computed from "./computed-arguments.json";

/** `PROPERTY_RUNS` and `PROPERTY_SEED` select other random clusters. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 5);
const seed = Number(process.env.PROPERTY_SEED ?? 20261129);

/** A removal of a field is tried in so many clusters. */
const mostOfField = 3;

/** Examples, witnesses and random clusters without errors. */
const clusters = [
  ...loadEnvironments("examples", { today: new Date("2026-11-23") }).environments.flatMap(
    (environment) => environment.clusters,
  ),
  ...witnesses.gke.flatMap(({ before, after }) => [before, after]),
  ...fc.sample(gkeClusters, { numRuns, seed }),
].filter((cluster): cluster is GkeClusterSpec => cluster.platform === "gke");

/** Optional and computed arguments whose removal needs no answer. */
const harmless: Readonly<Record<string, string>> = {
  "google_container_cluster.project": "the cluster stays in its project",
  "google_container_node_pool.project": "the node pool stays in its project",
  "google_container_node_pool.node_drain_config": "without providerMinimum it was false, as GKE has it",
  "google_container_cluster.addons_config.ray_operator_config.ray_cluster_logging_config": "Ray is off",
  "google_container_cluster.addons_config.ray_operator_config.ray_cluster_monitoring_config": "Ray is off",
  "google_container_cluster.cluster_autoscaling.auto_provisioning_defaults.min_cpu_platform":
    "computed for node pools only; for clusters the provider plans the removal and sends automatic",
  "google_container_cluster.cluster_autoscaling.auto_provisioning_defaults.upgrade_settings.blue_green_settings":
    "without the strategy BLUE_GREEN, which is always written, the settings have no effect",
  "google_container_node_pool.upgrade_settings.blue_green_settings":
    "without the strategy BLUE_GREEN, which is always written, the settings have no effect",
};

type Type = keyof typeof googleArguments;
const types = Object.keys(googleArguments) as Type[];

/** The names of arguments of nodes have no prefix in the schema that clusters and node pools share. */
const isComputed = (type: Type, path: string): boolean =>
  computed[type].some((one) => path === one || path.endsWith(`.${one}`));

/** The optional and computed arguments that are no longer written without a field. The provider keeps their values. */
function keptOf(cluster: GkeClusterSpec, without: GkeClusterSpec): string[] {
  const [before, after] = [cluster, without].map((one) => synthesizeGke(one).terraform.resource);
  return types.flatMap((type) =>
    Object.entries((before[type] ?? {}) as Record<string, Arguments>).flatMap(([name, args]) => {
      const other = after[type]?.[name] as Arguments | undefined;
      // Another name is another node pool.
      if (!other || other.name_prefix !== args.name_prefix) return [];
      return vanished(args, other)
        .filter((path) => isComputed(type, path))
        .map((path) => `${type}.${path}`);
    }),
  );
}

test(`the provider keeps no value of a removed field without a row of the argument table (seed ${seed})`, () => {
  const tried = new Map<string, number>();
  const found = clusters.flatMap((cluster) =>
    errorsOf("gke", cluster).length > 0
      ? []
      : removals(cluster).flatMap(([field, without]) => {
          const count = tried.get(field) ?? 0;
          if (count >= mostOfField || errorsOf("gke", without).length > 0) return [];
          tried.set(field, count + 1);
          return keptOf(cluster, without).map((argument) => ({ field, argument }));
        }),
  );
  expect(tried.size).toBeGreaterThan(150);
  const table = types.flatMap((type) =>
    Object.entries<Argument>(googleArguments[type]).map(([path, row]) => ({
      ...row,
      argument: `${type}.${path}`,
    })),
  );
  const answered = ({ argument }: (typeof found)[number]): boolean =>
    argument in harmless ||
    table.some(
      (row) =>
        (row.argument === argument || row.argument.startsWith(`${argument}.`)) &&
        typeof row.answer === "object" &&
        "stays" in row.answer,
    );
  expect([
    ...new Set(found.filter((one) => !answered(one)).map((one) => `${one.field}: ${one.argument}`)),
  ]).toEqual([]);
});
