import { argumentTable } from "../../modules/aks/arguments";
import { aksClusters } from "../properties/aks";
import { isKeptBy, searchedClusters, searchKept, seed, unanswered } from "../support/kept";
import computed from "./computed-arguments.json";

/** A removal of a field is tried in so many clusters. */
const mostOfField = 2;

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
  const search = searchKept(
    "aks",
    searchedClusters("aks", aksClusters),
    isKeptBy(argumentTable, computed),
    mostOfField,
  );
  expect(search.fields).toBeGreaterThan(150);
  expect(unanswered(search, (argument) => argument in harmless)).toEqual([]);
});
