import { type Argument, googleArguments } from "../../modules/gke/arguments";
import { gkeClusters } from "../properties/gke";
import { computedOf, searchedClusters, searchKept, seed, unanswered } from "../support/kept";
import computed from "./computed-arguments.json";

/** A removal of a field is tried in so many clusters. */
const mostOfField = 3;

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

/** The names of arguments of nodes have no prefix in the schema that clusters and node pools share. */
const isComputed = (type: string, path: string): boolean =>
  computedOf(computed, type).some((one) => path === one || path.endsWith(`.${one}`));

/** The rows of the argument table that state why the value stays. */
const stays = Object.entries(googleArguments).flatMap(([type, rows]) =>
  Object.entries<Argument>(rows)
    .filter(([, { answer }]) => typeof answer === "object" && "stays" in answer)
    .map(([path]) => `${type}.${path}`),
);

test(`the provider keeps no value of a removed field without a row of the argument table (seed ${seed})`, () => {
  const search = searchKept("gke", searchedClusters("gke", gkeClusters), isComputed, mostOfField);
  expect(search.fields).toBeGreaterThan(150);
  const isAnswered = (argument: string) =>
    argument in harmless || stays.some((row) => row === argument || row.startsWith(`${argument}.`));
  expect(unanswered(search, isAnswered)).toEqual([]);
});
