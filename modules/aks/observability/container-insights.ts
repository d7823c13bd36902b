import { MonitorDataCollectionRule } from "@cdktf/provider-azurerm/lib/monitor-data-collection-rule";
import { MonitorDataCollectionRuleAssociation } from "@cdktf/provider-azurerm/lib/monitor-data-collection-rule-association";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { limits } from "../limits";
import type { ResourceGroupRef } from "../resource-group/resource-group";

/** See {@link ContainerInsights}. */
export interface ContainerInsightsProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly clusterId: string;
  readonly workspaceId: string;
}

/** All that Container Insights can collect; the agent knows it as one stream. */
const stream = "Microsoft-ContainerInsights-Group-Default";

/** Logs and inventory of containers: what says to the agents on the nodes what to collect, and whereto. */
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
      // The agents look for it under this name.
      name: "ContainerInsightsExtension",
      targetResourceId: clusterId,
      dataCollectionRuleId: this.rule.id,
    });
  }
}
