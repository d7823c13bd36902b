import type { KubernetesClusterConfig } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { Construct } from "constructs";
import { defaults } from "../defaults";
import { ContainerInsights } from "./container-insights";
import { createDiagnostics } from "./diagnostics";
import type { ManagedPrometheus } from "./managed-prometheus";
import { createWorkspace } from "./workspace";
import { onRequest } from "../on-request";
import type { AksClusterProps, AksObservabilitySpec } from "../spec";
import type { ResourceGroupRef } from "../resource-group/resource-group";

/** See {@link AksAddOns}. */
export interface AksAddOnsProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly observability: AksObservabilitySpec;
}

/** What watches the cluster: the workspace that its logs go to, and what collects them. */
export class AksAddOns extends Construct {
  /** Id of the Log Analytics workspace. */
  readonly workspaceId: string;

  containerInsights?: ContainerInsights;
  managedPrometheus?: ManagedPrometheus;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksAddOnsProps,
  ) {
    super(scope, id);
    this.workspaceId = props.observability.workspaceId ?? createWorkspace(this, "workspace", props).id;
  }

  /** Collects what a cluster writes and measures. */
  watch(clusterId: string): void {
    const { observability } = this.props;
    const { workspaceId } = this;
    createDiagnostics(this, "diagnostics", {
      clusterId,
      workspaceId,
      logTypes: observability.logTypes ?? defaults.logTypes,
    });
    if (observability.containerInsights ?? true) {
      this.containerInsights = new ContainerInsights(this, "container_insights", {
        ...this.props,
        clusterId,
        workspaceId,
      });
    }
    if (observability.managedPrometheus) {
      this.managedPrometheus = new (onRequest.managedPrometheus().ManagedPrometheus)(this, "prometheus", {
        ...this.props,
        clusterId,
      });
    }
  }
}

/** The add-ons that are switches of the cluster itself. */
export function addOnArguments(
  { aks = {}, observability = {} }: AksClusterProps,
  workspaceId: string,
): Partial<KubernetesClusterConfig> {
  const imageCleanerHours = aks.imageCleanerHours ?? defaults.imageCleanerHours;
  return {
    azurePolicyEnabled: aks.azurePolicy ?? true,
    keyVaultSecretsProvider:
      (aks.keyVaultSecrets ?? true)
        ? {
            secretRotationEnabled: true,
            secretRotationInterval: aks.keyVaultSecretsInterval ?? defaults.keyVaultSecretsInterval,
          }
        : undefined,
    imageCleanerEnabled: imageCleanerHours > 0,
    // Left out, the provider would send 0, which Azure refuses.
    imageCleanerIntervalHours: imageCleanerHours > 0 ? imageCleanerHours : undefined,
    costAnalysisEnabled: aks.costAnalysis ?? aks.tier !== "free",
    workloadAutoscalerProfile:
      aks.keda || aks.verticalPodAutoscaling
        ? {
            kedaEnabled: aks.keda ?? false,
            verticalPodAutoscalerEnabled: aks.verticalPodAutoscaling ?? false,
          }
        : undefined,
    aiToolchainOperatorEnabled: aks.aiToolchain,
    customCaTrustCertificatesBase64: aks.trustedCas && [...aks.trustedCas],
    windowsProfile: aks.windows && {
      adminUsername: aks.windows.adminUser ?? "azureuser",
      adminPassword: aks.windows.adminPassword,
    },
    omsAgent:
      (observability.containerInsights ?? true)
        ? { logAnalyticsWorkspaceId: workspaceId, msiAuthForMonitoringEnabled: true }
        : undefined,
    monitorMetrics: observability.managedPrometheus ? {} : undefined,
    microsoftDefender: observability.defender ? { logAnalyticsWorkspaceId: workspaceId } : undefined,
  };
}
