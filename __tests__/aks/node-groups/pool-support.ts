import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import { podNetworkOf } from "../../../modules/aks/network/settings";
import { AksNodeGroups, type AksNodeGroupsProps } from "../../../modules/aks/node-groups/node-groups";
import type { AksNodeGroupSpec } from "../../../modules/aks/spec";
import { synthesizePlain } from "../../support/aks";
import type { Arguments } from "../../support/synthesized";
import { subnet } from "../rule-support";

export const workers: AksNodeGroupSpec = { name: "workers", machineTypes: ["Standard_D4ds_v5"], size: 3 };

/** Values of the cluster for node groups, without the cluster itself. */
export const context: Omit<AksNodeGroupsProps, "cluster"> = {
  zones: ["1", "2", "3"],
  network: { nodeSubnets: [{ id: subnet("nodes") }] },
  podNetwork: podNetworkOf({}),
  autoscaling: "cluster-autoscaler",
  kubernetesVersion: "1.35",
  firstGroup: "another",
  prerequisites: [],
};

/** The node pools of a group that does not have the first node pool, without a cluster. */
export const poolsOf = (
  patch: Partial<AksNodeGroupSpec> = {},
  more: Partial<typeof context> = {},
): Record<string, Arguments> =>
  synthesizePlain((stack) => {
    const cluster = new KubernetesCluster(stack, "cluster", {
      name: "shop",
      location: "westeurope",
      resourceGroupName: "shop",
      defaultNodePool: { name: "system", vmSize: "Standard_D4ds_v5" },
    });
    new AksNodeGroups(stack, "node_groups", { ...context, ...more, cluster }).add({ ...workers, ...patch });
  }).resources(KubernetesClusterNodePool);

/** The only node pool of such a group. */
export const poolOf = (...args: Parameters<typeof poolsOf>): Arguments => {
  const pools = Object.values(poolsOf(...args));
  expect(pools).toHaveLength(1);
  return pools[0];
};
