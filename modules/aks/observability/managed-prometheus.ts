import { MonitorAlertPrometheusRuleGroup } from "@cdktf/provider-azurerm/lib/monitor-alert-prometheus-rule-group";
import { MonitorDataCollectionEndpoint } from "@cdktf/provider-azurerm/lib/monitor-data-collection-endpoint";
import { MonitorDataCollectionRule } from "@cdktf/provider-azurerm/lib/monitor-data-collection-rule";
import { MonitorDataCollectionRuleAssociation } from "@cdktf/provider-azurerm/lib/monitor-data-collection-rule-association";
import { MonitorWorkspace } from "@cdktf/provider-azurerm/lib/monitor-workspace";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { limits } from "../limits";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { recordingRules } from "./recording-rules";

/** Props of `ManagedPrometheus`. */
export interface ManagedPrometheusProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly clusterId: string;
  readonly protection: boolean;
}

/**
 * Metrics of nodes and pods in a workspace of Azure Monitor. An argument of the cluster starts the agents; without the rule, the
 * endpoint and the two associations they collect nothing, and without the recording rules dashboards are empty.
 */
export class ManagedPrometheus extends Construct {
  readonly workspace: MonitorWorkspace;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ManagedPrometheusProps,
  ) {
    super(scope, id);
    const { clusterName, place, protection } = props;
    this.workspace = new MonitorWorkspace(this, "workspace", {
      ...place,
      name: `${clusterName}-metrics`,
      lifecycle: { preventDestroy: protection },
    });
    const endpoint = this.createEndpoint();
    this.associate(endpoint, this.createRule(endpoint));
    this.createRecordingRules();
  }

  private createEndpoint(): MonitorDataCollectionEndpoint {
    const { clusterName, place } = this.props;
    return new MonitorDataCollectionEndpoint(this, "endpoint", {
      ...place,
      name: boundedName(["msprom", clusterName], limits.dataCollectionName),
      kind: "Linux",
    });
  }

  private createRule(endpoint: MonitorDataCollectionEndpoint): MonitorDataCollectionRule {
    const { clusterName, place } = this.props;
    return new MonitorDataCollectionRule(this, "rule", {
      ...place,
      name: boundedName(["msprom", clusterName], limits.dataCollectionName),
      kind: "Linux",
      dataCollectionEndpointId: endpoint.id,
      dataSources: { prometheusForwarder: [{ name: "metrics", streams: ["Microsoft-PrometheusMetrics"] }] },
      destinations: { monitorAccount: [{ name: "workspace", monitorAccountId: this.workspace.id }] },
      dataFlow: [{ streams: ["Microsoft-PrometheusMetrics"], destinations: ["workspace"] }],
    });
  }

  private associate(endpoint: MonitorDataCollectionEndpoint, rule: MonitorDataCollectionRule): void {
    const { clusterName, clusterId: targetResourceId } = this.props;
    new MonitorDataCollectionRuleAssociation(this, "rule_association", {
      name: boundedName(["msprom", clusterName], limits.dataCollectionName),
      targetResourceId,
      dataCollectionRuleId: rule.id,
    });
    new MonitorDataCollectionRuleAssociation(this, "endpoint_association", {
      // Azure accepts no other name for an endpoint.
      name: "configurationAccessEndpoint",
      targetResourceId,
      dataCollectionEndpointId: endpoint.id,
    });
  }

  private createRecordingRules(): void {
    const { clusterName, place, clusterId } = this.props;
    for (const [group, rules] of Object.entries(recordingRules)) {
      new MonitorAlertPrometheusRuleGroup(this, `${group}_rules`, {
        ...place,
        name: `${clusterName}-${group}`,
        clusterName,
        ruleGroupEnabled: true,
        interval: "PT1M",
        scopes: [this.workspace.id, clusterId],
        // If omitted, the provider disables the rule.
        rule: Object.entries(rules).map(([record, expression]) => ({ record, expression, enabled: true })),
      });
    }
  }
}
