import { addedRow, addedRows } from "../cluster/added-facts";
import type { Fact } from "../cluster/facts";

/** Age and source of the table of regions. */
export const regionsFact: Fact = {
  asOf: "2026-09-30",
  source: "https://cloud.google.com/compute/docs/regions-zones",
};

/**
 * Regions of Google Cloud with the zones for a number of zones. A letter is the same zone in each project, so a table can contain them.
 */

/** One region. */
export interface Region {
  /** Such as `europe-west1`. */
  readonly name: string;

  /** Letters of its zones. A number of zones selects the first ones. */
  readonly zoneLetters: readonly string[];
}

/**
 * Letters of zones; if omitted, a, b, c. Source: https://cloud.google.com/compute/docs/regions-zones (September 2026). Zones for
 * AI machines only, such as `us-central1-ai1a`, are not included in a number of zones.
 */
const regions: Readonly<Record<string, string | undefined>> = {
  "africa-south1": undefined,
  "asia-east1": undefined,
  "asia-east2": undefined,
  "asia-northeast1": undefined,
  "asia-northeast2": undefined,
  "asia-northeast3": undefined,
  "asia-south1": undefined,
  "asia-south2": undefined,
  "asia-southeast1": undefined,
  "asia-southeast2": undefined,
  "asia-southeast3": undefined,
  "australia-southeast1": undefined,
  "australia-southeast2": undefined,
  "europe-central2": undefined,
  "europe-north1": undefined,
  "europe-north2": undefined,
  "europe-southwest1": undefined,
  "europe-west1": "bcd",
  "europe-west10": undefined,
  "europe-west12": undefined,
  "europe-west2": undefined,
  "europe-west3": undefined,
  "europe-west4": undefined,
  "europe-west6": undefined,
  "europe-west8": undefined,
  "europe-west9": undefined,
  "me-central1": undefined,
  "me-central2": undefined,
  "me-west1": undefined,
  "northamerica-northeast1": undefined,
  "northamerica-northeast2": undefined,
  "northamerica-south1": undefined,
  "southamerica-east1": undefined,
  "southamerica-west1": undefined,
  "us-central1": "abcf",
  "us-east1": "bcd",
  "us-east4": undefined,
  "us-east5": undefined,
  "us-south1": undefined,
  "us-west1": undefined,
  "us-west2": undefined,
  "us-west3": undefined,
  "us-west4": undefined,
};

/** Names of the table's regions. */
export function regionNames(): string[] {
  return [...new Set([...Object.keys(regions), ...Object.keys(addedRows("gke", "regions"))])];
}

/** The row of a region; undefined for an unknown region, such as one that is newer than the table. */
export function region(name: string): Region | undefined {
  const added = addedRow("gke", "regions", name);
  if (added?.zones !== undefined) return { name, zoneLetters: added.zones };
  if (added === undefined && !Object.hasOwn(regions, name)) return undefined;
  return { name, zoneLetters: [...(regions[name] ?? "abc")] };
}

/**
 * Names of the first `count` zones of a region, such as `us-east1-b`; undefined if the region is unknown or has fewer known zones, so
 * that the file must set their names.
 */
export function defaultZones(regionName: string, count: number): string[] | undefined {
  const letters = region(regionName)?.zoneLetters ?? [];
  return count > letters.length
    ? undefined
    : letters.slice(0, count).map((letter) => `${regionName}-${letter}`);
}

/** Whether a name has the format of a region. */
export const isRegionName = (name: string): boolean => /^[a-z]+(-[a-z]+)+\d+$/.test(name);

/** Whether a name has the format of a zone of a region, including those for AI machines. */
export function isZoneOf(regionName: string, zone: string): boolean {
  return zone.startsWith(`${regionName}-`) && /^([a-z]|ai\d+[a-z])$/.test(zone.slice(regionName.length + 1));
}
