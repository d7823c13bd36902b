import type {
  KubernetesCluster,
  KubernetesClusterAutoScalerProfile,
  KubernetesClusterWorkloadAutoscalerProfile,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { Autoscaling } from "../../cluster/vocabulary";
import type { AksAutoscalerSpec, AksOptions } from "../spec";
import { defaults } from "../fields.generated";
import { forAzurerm } from "../provider-arguments";

/** Settings of the cluster autoscaler; undefined if it is not used. */
export function autoscalerProfile(
  autoscaling: Autoscaling,
  settings: AksAutoscalerSpec = {},
): KubernetesClusterAutoScalerProfile | undefined {
  if (autoscaling !== "cluster-autoscaler") return undefined;
  return {
    balanceSimilarNodeGroups:
      settings.balanceSimilarGroups ?? defaults["aks.autoscaler.balanceSimilarGroups"],
    expander: settings.expander ?? defaults["aks.autoscaler.expander"],
    maxGracefulTerminationSec: text(settings.maxGracefulTerminationSeconds),
    maxNodeProvisioningTime: settings.maxNodeProvisioningTime,
    maxUnreadyNodes: settings.maxUnreadyNodes,
    maxUnreadyPercentage: settings.maxUnreadyPercentage,
    newPodScaleUpDelay: settings.newPodScaleUpDelay,
    scaleDownDelayAfterAdd: settings.scaleDownDelayAfterAdd,
    scaleDownDelayAfterDelete: settings.scaleDownDelayAfterDelete,
    scaleDownDelayAfterFailure: settings.scaleDownDelayAfterFailure,
    scaleDownUnneeded: settings.scaleDownUnneeded,
    scaleDownUnready: settings.scaleDownUnready,
    scaleDownUtilizationThreshold: text(settings.scaleDownUtilization),
    scanInterval: settings.scanInterval,
    emptyBulkDeleteMax: text(settings.emptyBulkDeleteMax),
    skipNodesWithLocalStorage: settings.skipNodesWithLocalStorage,
    skipNodesWithSystemPods: settings.skipNodesWithSystemPods,
    daemonsetEvictionForEmptyNodesEnabled: settings.daemonsetEvictionForEmptyNodes,
    daemonsetEvictionForOccupiedNodesEnabled: settings.daemonsetEvictionForOccupiedNodes,
    ignoreDaemonsetsUtilizationEnabled: settings.ignoreDaemonsetsUtilization,
  };
}

const text = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : `${value}`;

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
