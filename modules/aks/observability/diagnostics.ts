import { MonitorDiagnosticSetting } from "@cdktf/provider-azurerm/lib/monitor-diagnostic-setting";
import type { Construct } from "constructs";
import type { AksLogType } from "../spec";

/** Sends the logs of the control plane to the workspace. Nothing is made where there are none to send. */
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
    // A table for each kind, which is cheaper to keep and to read than the one that all of Azure writes to.
    logAnalyticsDestinationType: "Dedicated",
    enabledLog: logTypes.map((category) => ({ category })),
  });
}
