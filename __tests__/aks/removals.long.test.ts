import fc from "fast-check";
import { argumentTable } from "../../modules/aks/arguments";
import { loadEnvironments } from "../../modules/environment";
import { witnesses } from "../fields/witnesses";
import { aksClusters } from "../properties/aks";
import { searchKept, unanswered } from "../support/kept";
import computed from "./computed-arguments.json";

/** `PROPERTY_RUNS` and `PROPERTY_SEED` select other random clusters. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 5);
const seed = Number(process.env.PROPERTY_SEED ?? 20261130);

/** A removal of a field is tried in so many clusters. */
const mostOfField = 2;

/** Examples, witnesses and random clusters. */
const clusters = [
  ...loadEnvironments("examples", { today: new Date("2026-11-23") }).environments.flatMap(
    (environment) => environment.clusters,
  ),
  ...witnesses.aks.flatMap(({ before, after }) => [before, after]),
  ...fc.sample(aksClusters, { numRuns, seed }),
].filter(({ platform }) => platform === "aks");

/** The rows of the argument table whose value a plan without them keeps. Blocks have no mark in the schema of the provider. */
const kept = new Set(
  Object.entries(argumentTable).flatMap(([type, { arguments: rows }]) =>
    Object.entries(rows)
      .filter(([, { omitted }]) => ["kept", "partly", "unsent"].includes(omitted))
      .map(([name]) => `${type}.${name}`),
  ),
);

const isComputed = (type: string, path: string): boolean =>
  (computed as unknown as Readonly<Record<string, readonly string[]>>)[type]?.includes(path) === true ||
  kept.has(`${type}.${path}`);

/** Arguments whose removal needs no answer. */
const harmless: Readonly<Record<string, string>> = {
  "azurerm_kubernetes_cluster.network_profile.load_balancer_profile": "another egress does not read it",
  "azurerm_kubernetes_cluster.network_profile.pod_cidrs": "the removal of ip_versions replaces the cluster",
  "azurerm_kubernetes_cluster.network_profile.service_cidrs":
    "the removal of ip_versions replaces the cluster",
  "azurerm_kubernetes_cluster.default_node_pool.node_count": "the autoscaler owns the number",
  "azurerm_kubernetes_cluster_node_pool.node_count": "the autoscaler owns the number",
  "azurerm_kubernetes_cluster.default_node_pool.orchestrator_version": "the channel upgrades the nodes",
  "azurerm_kubernetes_cluster_node_pool.orchestrator_version": "the channel upgrades the nodes",
  "azurerm_kubernetes_cluster.workload_autoscaler_profile":
    "the documentation of aks.keda and aks.verticalPodAutoscaling: a removal leaves it enabled, false disables it",
  "azurerm_kubernetes_cluster.windows_profile": "Azure generates an administrator, whom the provider reports",
  "azurerm_kubernetes_cluster.node_provisioning_profile": "providers before 4.57 do not have it",
};

test(`the provider keeps no value of a removed field without a reason (seed ${seed})`, () => {
  const search = searchKept("aks", clusters, isComputed, mostOfField);
  expect(search.fields).toBeGreaterThan(150);
  expect(unanswered(search, (argument) => argument in harmless)).toEqual([]);
});
