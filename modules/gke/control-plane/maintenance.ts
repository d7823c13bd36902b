import type { ContainerClusterMaintenancePolicy } from "@cdktf/provider-google/lib/container-cluster";
import type { MaintenanceWindowSpec, Weekday } from "../../cluster/vocabulary";
import type { GkeMaintenancePauseSpec, GkeUpgradesSpec } from "../spec";
import { defaults } from "../fields.generated";

/** Days in the notation of RFC 5545, in the order of windows. */
const weekdays: Readonly<Record<Weekday, string>> = {
  monday: "MO",
  tuesday: "TU",
  wednesday: "WE",
  thursday: "TH",
  friday: "FR",
  saturday: "SA",
  sunday: "SU",
};

const scopes = {
  all: "NO_UPGRADES",
  minor: "NO_MINOR_UPGRADES",
  "minor-and-nodes": "NO_MINOR_OR_NODE_UPGRADES",
} as const;

/** The start date of windows. Any date in the past is possible, because only the time of day has an effect. */
const epoch = "2024-01-01";

/**
 * Maintenance windows and exclusions. Without a window, GKE may upgrade at any time. The argument is always set: the provider keeps the
 * exclusions of a removed one.
 */
export function maintenancePolicy({
  window,
  pauses = [],
}: GkeUpgradesSpec): ContainerClusterMaintenancePolicy {
  return {
    recurringWindow: recurringWindow(window ?? { start: "00:00", hours: 24 }),
    maintenanceExclusion: pauses.map(exclusion),
  };
}

/** Times in UTC: other time zones would be a difference in each plan. */
function recurringWindow({ days, start, hours }: MaintenanceWindowSpec) {
  const from = new Date(`${epoch}T${start}:00Z`);
  const until = new Date(from.getTime() + hours * 60 * 60 * 1000);
  const on = (Object.keys(weekdays) as Weekday[]).filter((day) =>
    (days ?? Object.keys(weekdays)).includes(day),
  );
  return {
    startTime: instant(from),
    endTime: instant(until),
    recurrence: days ? `FREQ=WEEKLY;BYDAY=${on.map((day) => weekdays[day]).join(",")}` : "FREQ=DAILY",
  };
}

function exclusion({
  name,
  from,
  until,
  scope = defaults["upgrades.pauses[].scope"],
}: GkeMaintenancePauseSpec) {
  return {
    exclusionName: name,
    startTime: from,
    endTime: until,
    exclusionOptions: { scope: scopes[scope] },
  };
}

/** `2024-01-01T02:00:00Z`, without fractions of a second. */
const instant = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, "Z");
