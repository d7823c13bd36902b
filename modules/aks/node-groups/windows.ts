import type { KubernetesClusterWindowsProfile } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { AksWindowsSpec } from "../spec";
import { defaults } from "../fields.generated";

/** The administrator of Windows nodes; if omitted, Azure generates one. */
export function windowsProfile(
  windows: AksWindowsSpec | undefined,
): KubernetesClusterWindowsProfile | undefined {
  if (!windows) return undefined;
  return {
    adminUsername: windows.adminUser ?? defaults["aks.windows.adminUser"],
    adminPassword: windows.adminPassword,
  };
}
