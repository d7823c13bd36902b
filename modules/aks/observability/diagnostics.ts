import { MonitorDiagnosticSetting } from "@cdktf/provider-azurerm/lib/monitor-diagnostic-setting";
import type { Construct } from "constructs";
import type { AksLogType } from "../spec";

/** Sends the logs of the control plane to the workspace. Creates nothing without log types. */
export function createDiagnostics(
  scope: Construct,
  id: string,
  {
    clusterId,
    workspaceId,
    logTypes,
  }: { readonly clusterId: string; readonly workspaceId: string; readonly logTypes: readonly AksLogType[] },
): MonitorDiagnosticSetting | undefined {
  if (logTypes.length === 0) return undefined;
  return new MonitorDiagnosticSetting(scope, id, {
    name: "control-plane",
    targetResourceId: clusterId,
    logAnalyticsWorkspaceId: workspaceId,
    // A table for each log type costs less than the shared table of all Azure resources.
    logAnalyticsDestinationType: "Dedicated",
    enabledLog: logTypes.map((category) => ({ category })),
  });
}
