import type {
  KubernetesClusterConfig,
  KubernetesClusterMaintenanceWindowAutoUpgrade,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { MaintenancePauseSpec, MaintenanceWindowSpec } from "../../cluster/vocabulary";
import { defaults } from "../fields.generated";
import type { AksUpgradesSpec } from "../spec";

/** Automatic upgrades and their maintenance windows, as arguments of the cluster. */
export function upgradeArguments(upgrades: AksUpgradesSpec): Partial<KubernetesClusterConfig> {
  const {
    channel = defaults["upgrades.channel"],
    nodeImages = defaults["upgrades.nodeImages"],
    window = defaults["upgrades.window"],
    nodeWindow = defaults["upgrades.nodeWindow"],
    support = defaults["upgrades.support"],
    pauses = [],
  } = upgrades;
  return {
    supportPlan: support === "long-term" ? "AKSLongTermSupport" : undefined,
    automaticUpgradeChannel: channel === "none" ? undefined : channel,
    nodeOsUpgradeChannel: nodeOsChannels[nodeImages],
    maintenanceWindowAutoUpgrade: maintenanceWindow(window, pauses),
    maintenanceWindowNodeOs: maintenanceWindow(nodeWindow, pauses),
  };
}

const nodeOsChannels = {
  "node-image": "NodeImage",
  "security-patch": "SecurityPatch",
  unmanaged: "Unmanaged",
  none: "None",
} as const;

function maintenanceWindow(
  { days, start, hours }: MaintenanceWindowSpec,
  pauses: readonly MaintenancePauseSpec[],
): KubernetesClusterMaintenanceWindowAutoUpgrade {
  return {
    frequency: days ? "Weekly" : "Daily",
    interval: 1,
    dayOfWeek: days && capitalized(days[0]),
    duration: hours,
    startTime: start,
    utcOffset: "+00:00",
    notAllowed:
      pauses.length > 0 ? pauses.map(({ from, until }) => ({ start: from, end: until })) : undefined,
  };
}

const capitalized = (day: string): string => day[0].toUpperCase() + day.slice(1);
