import { MonitorDataCollectionRule } from "@cdktf/provider-azurerm/lib/monitor-data-collection-rule";
import { MonitorDataCollectionRuleAssociation } from "@cdktf/provider-azurerm/lib/monitor-data-collection-rule-association";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { limits } from "../limits";
import type { ResourceGroupRef } from "../../azure/resource-group";

/** Props of `ContainerInsights`. */
export interface ContainerInsightsProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly clusterId: string;
  readonly workspaceId: string;
}

/** All data of Container Insights, which the agent collects as one stream. */
const stream = "Microsoft-ContainerInsights-Group-Default";

/** Logs and inventory of containers: the rule that defines what agents on nodes collect, and its destination. */
export class ContainerInsights extends Construct {
  readonly rule: MonitorDataCollectionRule;

  constructor(scope: Construct, id: string, props: ContainerInsightsProps) {
    super(scope, id);
    const { clusterName, place, clusterId, workspaceId } = props;
    this.rule = new MonitorDataCollectionRule(this, "rule", {
      ...place,
      name: boundedName(["msci", clusterName], limits.dataCollectionName),
      dataFlow: [{ streams: [stream], destinations: ["workspace"] }],
      destinations: { logAnalytics: [{ name: "workspace", workspaceResourceId: workspaceId }] },
      dataSources: {
        extension: [
          {
            name: "containers",
            extensionName: "ContainerInsights",
            streams: [stream],
            extensionJson: JSON.stringify({
              dataCollectionSettings: {
                interval: "1m",
                namespaceFilteringMode: "Off",
                enableContainerLogV2: true,
              },
            }),
          },
        ],
      },
    });
    new MonitorDataCollectionRuleAssociation(this, "association", {
      // Agents look up this name.
      name: "ContainerInsightsExtension",
      targetResourceId: clusterId,
      dataCollectionRuleId: this.rule.id,
    });
  }
}
