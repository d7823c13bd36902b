import type { KubernetesClusterConfig } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { AksObservabilitySpec } from "../spec";
import { defaults } from "../fields.generated";

/** Monitoring agents that AKS runs, as arguments of the cluster. */
export function monitoringArguments(
  {
    containerInsights = defaults["observability.containerInsights"],
    managedPrometheus,
    defender,
  }: AksObservabilitySpec = {},
  workspaceId: string,
): Partial<KubernetesClusterConfig> {
  return {
    omsAgent: containerInsights
      ? { logAnalyticsWorkspaceId: workspaceId, msiAuthForMonitoringEnabled: true }
      : undefined,
    monitorMetrics: managedPrometheus ? {} : undefined,
    microsoftDefender: defender ? { logAnalyticsWorkspaceId: workspaceId } : undefined,
  };
}
