import { counted } from "./counted";
import type { BilledUnits, NodeGroup } from "./model";
import type { ResourceFacts } from "./platform";
import type { Resource, Stack } from "./stack";

/** A year has 8760 hours. */
export const hoursPerMonth = 730;

/** What the cloud bills in a month, by kind. */
export function billingOf(
  stack: Stack,
  groups: readonly NodeGroup[],
  factsOf: (resource: Resource) => ResourceFacts,
): BilledUnits[] {
  const ofResources = new Map<string, { unit: string; units: number; count: number; of: string }>();
  for (const resource of stack.resources) {
    for (const { kind, unit, of, each } of factsOf(resource).bills ?? []) {
      const units = each(resource.config);
      if (units === 0) continue;
      const before = ofResources.get(kind) ?? { unit, units: 0, count: 0, of };
      ofResources.set(kind, { ...before, units: before.units + units, count: before.count + 1 });
    }
  }
  return [
    ...[...ofResources].map(([kind, { unit, units, count, of }]) => ({
      kind,
      unit,
      atMinimum: units,
      atMaximum: units,
      of: counted(count, kind, of),
    })),
    ...machineHours(groups),
    ...disks(groups),
  ];
}

/** Hours by machine type. A group with several types is counted by its first one. */
function machineHours(groups: readonly NodeGroup[]): BilledUnits[] {
  const byType = new Map<string, { min: number; max: number; names: string[] }>();
  for (const { name, machineTypes, min, max, capacity } of groups) {
    const [type = "any machine type"] = machineTypes;
    const key = `${type}${machineTypes.length > 1 ? " or a similar type" : ""}, ${capacity}`;
    const before = byType.get(key) ?? { min: 0, max: 0, names: [] };
    byType.set(key, {
      min: before.min + (min ?? 0),
      max: before.max + (max ?? 0),
      names: [...before.names, name],
    });
  }
  return [...byType].map(([key, { min, max, names }]) => ({
    kind: `machine ${key}`,
    unit: "h",
    atMinimum: min * hoursPerMonth,
    atMaximum: max * hoursPerMonth,
    of: `${counted(range(min, max), "node")} of ${names.join(", ")}`,
  }));
}

function disks(groups: readonly NodeGroup[]): BilledUnits[] {
  const sums = groups.reduce(
    (all, { min = 0, max = 0, diskGiB = 0 }) => ({
      min: all.min + min * diskGiB,
      max: all.max + max * diskGiB,
    }),
    { min: 0, max: 0 },
  );
  if (sums.max === 0) return [];
  return [
    { kind: "disks of nodes", unit: "GiB", atMinimum: sums.min, atMaximum: sums.max, of: "disks of nodes" },
  ];
}

export const range = (min: number | string, max: number | string): string =>
  min === max ? String(min) : `${min}–${max}`;
