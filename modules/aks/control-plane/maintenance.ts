import type { MaintenancePauseSpec, MaintenanceWindowSpec, Weekday } from "../../cluster/vocabulary";
import { defaults } from "../fields.generated";
import type { AksUpgradesSpec } from "../spec";

/** When Kubernetes and nodes' images may be upgraded, as AKS takes it. */
export function maintenanceWindows({ window, nodeWindow, pauses = [] }: AksUpgradesSpec) {
  return {
    maintenanceWindowAutoUpgrade: maintenanceWindow(window ?? defaults["upgrades.window"], pauses),
    maintenanceWindowNodeOs: maintenanceWindow(nodeWindow ?? defaults["upgrades.nodeWindow"], pauses),
  };
}

function maintenanceWindow(
  { days, start, hours }: MaintenanceWindowSpec,
  pauses: readonly MaintenancePauseSpec[],
) {
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

const capitalized = (day: Weekday): string => day[0].toUpperCase() + day.slice(1);
