import type {
  KubernetesCluster,
  KubernetesClusterAutoScalerProfile,
  KubernetesClusterWorkloadAutoscalerProfile,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { Autoscaling } from "../../cluster/vocabulary";
import type { AksAutoscalerSpec, AksOptions } from "../spec";
import { defaults } from "../fields.generated";
import { forAzurerm } from "../../azure/provider-arguments";

type Defaulted = keyof typeof defaults extends infer Path
  ? Path extends `aks.autoscaler.${infer Name}`
    ? Name
    : never
  : never;

/**
 * Settings of the cluster autoscaler; undefined if it is not used.
 *
 * @see https://learn.microsoft.com/azure/aks/cluster-autoscaler#cluster-autoscaler-profile-settings
 */
export function autoscalerProfile(
  autoscaling: Autoscaling,
  settings: AksAutoscalerSpec = {},
): KubernetesClusterAutoScalerProfile | undefined {
  if (autoscaling !== "cluster-autoscaler") return undefined;
  const valueOf = <Name extends Defaulted>(name: Name) =>
    settings[name] ?? defaults[`aks.autoscaler.${name}`];
  return {
    balanceSimilarNodeGroups: valueOf("balanceSimilarGroups"),
    expander: valueOf("expander"),
    // The provider keeps the last value of the following arguments if they are omitted.
    maxGracefulTerminationSec: `${valueOf("maxGracefulTerminationSeconds")}`,
    newPodScaleUpDelay: valueOf("newPodScaleUpDelay"),
    scaleDownDelayAfterAdd: valueOf("scaleDownDelayAfterAdd"),
    scaleDownDelayAfterDelete: settings.scaleDownDelayAfterDelete ?? valueOf("scanInterval"),
    scaleDownDelayAfterFailure: valueOf("scaleDownDelayAfterFailure"),
    scaleDownUnneeded: valueOf("scaleDownUnneeded"),
    scaleDownUnready: valueOf("scaleDownUnready"),
    scaleDownUtilizationThreshold: `${valueOf("scaleDownUtilization")}`,
    scanInterval: valueOf("scanInterval"),
    emptyBulkDeleteMax: `${valueOf("emptyBulkDeleteMax")}`,
    // The provider has defaults of these.
    maxNodeProvisioningTime: settings.maxNodeProvisioningTime,
    maxUnreadyNodes: settings.maxUnreadyNodes,
    maxUnreadyPercentage: settings.maxUnreadyPercentage,
    skipNodesWithLocalStorage: settings.skipNodesWithLocalStorage,
    skipNodesWithSystemPods: settings.skipNodesWithSystemPods,
    daemonsetEvictionForEmptyNodesEnabled: settings.daemonsetEvictionForEmptyNodes,
    daemonsetEvictionForOccupiedNodesEnabled: settings.daemonsetEvictionForOccupiedNodes,
    ignoreDaemonsetsUtilizationEnabled: settings.ignoreDaemonsetsUtilization,
  };
}

/**
 * Enables or disables node auto-provisioning, if all supported providers can. A removed block would leave it enabled. Rules refuse
 * auto-provisioning with older providers.
 */
export function provisionNodes(cluster: KubernetesCluster, autoscaling: Autoscaling): void {
  const mode = autoscaling === "auto-provisioning" ? "Auto" : "Manual";
  forAzurerm(cluster, { node_provisioning_profile: [{ mode }] });
}

/**
 * Autoscalers of workloads, as an argument of the cluster. Azure reports the block only after one of them was enabled: written earlier, it
 * is a difference in every plan, and removed later, it leaves the vertical pod autoscaler enabled. Therefore `false` is written
 * if the file has it.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/issues/22360
 */
export function workloadAutoscaling({
  keda,
  verticalPodAutoscaling,
}: AksOptions): KubernetesClusterWorkloadAutoscalerProfile | undefined {
  if (keda === undefined && verticalPodAutoscaling === undefined) return undefined;
  return { kedaEnabled: keda ?? false, verticalPodAutoscalerEnabled: verticalPodAutoscaling ?? false };
}
