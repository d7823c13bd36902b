import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import { minimal, synthesizeAks } from "../../support/aks";
import type { Arguments } from "../../support/synthesized";

const stack = synthesizeAks({
  aks: { setByPolicy: ["tags", "defender", "container-insights", "azure-policy"] },
  tags: { team: "a" },
  nodeGroups: [...minimal.nodeGroups, { ...minimal.nodeGroups[0], name: "late" }],
});

test("settings that policies of Azure change are ignored", () => {
  expect(stack.resource(KubernetesCluster).lifecycle.ignore_changes).toEqual([
    "kubernetes_version",
    "default_node_pool[0].tags",
    "microsoft_defender",
    "oms_agent",
    "azure_policy_enabled",
    "tags",
  ]);
  expect(stack.resource(KubernetesClusterNodePool).lifecycle).toEqual({
    create_before_destroy: true,
    ignore_changes: ["tags"],
  });
});

test("settings that are left to a policy are off at the creation of the cluster", () => {
  const { azure_policy_enabled, oms_agent, microsoft_defender } = stack.resource(KubernetesCluster);
  expect([azure_policy_enabled, oms_agent, microsoft_defender]).toEqual([false, undefined, undefined]);
  expect(stack.addresses.filter((address) => address.includes("container_insights"))).toEqual([]);
  const other = synthesizeAks({ aks: { setByPolicy: ["tags"] } }).resource(KubernetesCluster);
  expect([other.azure_policy_enabled, other.oms_agent]).toEqual([true, expect.any(Object)]);
});

test("tags are ignored on all resources that have them", () => {
  const tagged = Object.entries(stack.terraform.resource as Arguments)
    .flatMap(([type, all]) =>
      Object.entries(all as Arguments).map(([name, config]) => [`${type}.${name}`, config] as const),
    )
    .filter(([, { tags }]) => tags !== undefined);
  expect(tagged.length).toBeGreaterThan(5);
  const others = tagged.filter(([, { lifecycle }]) => !lifecycle?.ignore_changes?.includes("tags"));
  expect(others.map(([address]) => address)).toEqual([]);
});
