import type {
  KubernetesCluster,
  KubernetesClusterAutoScalerProfile,
  KubernetesClusterWorkloadAutoscalerProfile,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { Autoscaling } from "../../cluster/vocabulary";
import type { AksAutoscalerSpec, AksOptions } from "../spec";
import { defaults } from "../fields.generated";

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

/** Enables node auto-provisioning. Newer than the bindings: azurerm 4.57. */
export function provisionNodes(cluster: KubernetesCluster, autoscaling: Autoscaling): void {
  if (autoscaling === "auto-provisioning")
    cluster.addOverride("node_provisioning_profile", [{ mode: "Auto" }]);
}

/** Autoscalers of workloads, as an argument of the cluster. */
export function workloadAutoscaling({
  keda = defaults["aks.keda"],
  verticalPodAutoscaling = defaults["aks.verticalPodAutoscaling"],
}: AksOptions): KubernetesClusterWorkloadAutoscalerProfile | undefined {
  if (!keda && !verticalPodAutoscaling) return undefined;
  return { kedaEnabled: keda, verticalPodAutoscalerEnabled: verticalPodAutoscaling };
}
