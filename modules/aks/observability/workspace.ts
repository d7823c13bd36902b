import { LogAnalyticsWorkspace } from "@cdktf/provider-azurerm/lib/log-analytics-workspace";
import type { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { defaults } from "../defaults";
import type { AksAddOnsProps } from "./observability";

/** The workspace that logs go to. */
export function createWorkspace(
  scope: Construct,
  id: string,
  { clusterName, place, observability }: AksAddOnsProps,
): LogAnalyticsWorkspace {
  return new LogAnalyticsWorkspace(scope, id, {
    ...place,
    // Azure takes 63 characters.
    name: boundedName([clusterName, "logs"], 63),
    sku: "PerGB2018",
    retentionInDays: observability.retentionDays ?? defaults.retentionDays,
    // Agents have identities. The workspace's keys, which the provider puts into the state, open nothing.
    localAuthenticationEnabled: false,
  });
}
