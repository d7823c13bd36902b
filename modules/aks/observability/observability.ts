import type { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { Construct } from "constructs";
import { keepData } from "../../cluster/kept-data";
import { defaults } from "../fields.generated";
import type { ResourceGroupRef } from "../../azure/resource-group";
import type { AksObservabilitySpec } from "../spec";
import { ContainerInsights } from "./container-insights";
import { createDiagnostics } from "./diagnostics";
import { ManagedPrometheus } from "./managed-prometheus";
import { createWorkspace } from "./workspace";

/** Props of `AksObservability`. */
export interface AksObservabilityProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly observability: AksObservabilitySpec;
  readonly protection: boolean;
}

/** Logs and metrics of the cluster: the Log Analytics workspace that receives them and the rules of collection. */
export class AksObservability extends Construct {
  /** Id of the Log Analytics workspace, new or existing. */
  readonly workspaceId: string;

  containerInsights?: ContainerInsights;
  managedPrometheus?: ManagedPrometheus;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksObservabilityProps,
  ) {
    super(scope, id);
    const { clusterName, place, observability, protection } = props;
    this.workspaceId =
      observability.workspaceId ??
      createWorkspace(this, "workspace", {
        clusterName,
        place,
        retentionDays: observability.retentionDays,
        protection,
      }).id;
    if (observability.workspaceId !== undefined) {
      keepData(this, protection, { workspace: "azurerm_log_analytics_workspace" });
    }
  }

  /** Starts the collection of a cluster's logs and metrics. The cluster itself needs the workspace, so that this is a second step. */
  attach({ id: clusterId }: KubernetesCluster): void {
    const { clusterName, place, observability, protection } = this.props;
    const { workspaceId } = this;
    createDiagnostics(this, "diagnostics", {
      clusterId,
      workspaceId,
      logTypes: observability.logTypes ?? defaults["observability.logTypes"],
    });
    if (observability.containerInsights ?? defaults["observability.containerInsights"]) {
      this.containerInsights = new ContainerInsights(this, "container_insights", {
        clusterName,
        place,
        clusterId,
        workspaceId,
      });
    }
    if (observability.managedPrometheus) {
      this.managedPrometheus = new ManagedPrometheus(this, "prometheus", {
        clusterName,
        place,
        clusterId,
        protection,
      });
    } else {
      keepData(this, protection, { "prometheus/workspace": "azurerm_monitor_workspace" });
    }
  }
}
