import { LogAnalyticsWorkspace } from "@cdktf/provider-azurerm/lib/log-analytics-workspace";
import type { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { defaults } from "../fields.generated";
import { limits } from "../limits";
import type { ResourceGroupRef } from "../../azure/resource-group";

/** Parameters of `createWorkspace`. */
export interface WorkspaceProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;

  /** Days for which logs are kept. */
  readonly retentionDays?: number;
  readonly protection: boolean;
}

/** Creates the Log Analytics workspace that receives the cluster's logs. */
export function createWorkspace(
  scope: Construct,
  id: string,
  { clusterName, place, retentionDays, protection }: WorkspaceProps,
): LogAnalyticsWorkspace {
  return new LogAnalyticsWorkspace(scope, id, {
    ...place,
    name: boundedName([clusterName, "logs"], limits.workspaceName),
    sku: "PerGB2018",
    retentionInDays: retentionDays ?? defaults["observability.retentionDays"],
    // Agents authenticate with identities. The workspace's keys, which the provider writes to the state, give no access.
    localAuthenticationEnabled: false,
    lifecycle: { preventDestroy: protection },
  });
}
