import { defaultZones, isRegionName, isZoneOf, region, regionNames } from "../../modules/google/regions";
import { zoneNames } from "../../modules/gke/zones";

describe("each region of the table", () => {
  test.each(regionNames())("%s is spelt as a region and has three zones at least", (name) => {
    expect(isRegionName(name)).toBe(true);
    const letters = region(name)!.zoneLetters;
    expect(letters.length).toBeGreaterThanOrEqual(3);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.every((letter) => isZoneOf(name, `${name}-${letter}`))).toBe(true);
  });
});

describe("defaultZones", () => {
  test("has the first zones of the region, which are not always a, b and c", () => {
    expect(defaultZones("europe-west3", 2)).toEqual(["europe-west3-a", "europe-west3-b"]);
    expect(defaultZones("europe-west1", 3)).toEqual(["europe-west1-b", "europe-west1-c", "europe-west1-d"]);
    expect(defaultZones("us-central1", 4)!.at(-1)).toBe("us-central1-f");
  });

  test("is undefined for an unknown region, and for more zones than the region has", () => {
    expect(defaultZones("moon-base1", 1)).toBeUndefined();
    expect(defaultZones("europe-west3", 4)).toBeUndefined();
  });
});

describe("zone names", () => {
  test.each([
    ["europe-west3", "europe-west3-a", true],
    ["us-central1", "us-central1-ai1a", true],
    ["europe-west1", "europe-west12-a", false],
    ["europe-west3", "europe-west3a", false],
    ["europe-west3", "europe-west3-ab", false],
  ])("in %s, %s: %s", (name, zone, expected) => {
    expect(isZoneOf(name, zone)).toBe(expected);
  });

  test.each(["eu-central-1", "westeurope", "europe-west3-a", "Europe-west3"])("%s is no region", (name) => {
    expect(isRegionName(name)).toBe(false);
  });
});

describe("zoneNames", () => {
  const region = "europe-west1";

  test("are three by default, or those of the network", () => {
    expect(zoneNames({ region })).toEqual(["europe-west1-b", "europe-west1-c", "europe-west1-d"]);
    expect(zoneNames({ region, network: { zones: 1 } })).toEqual(["europe-west1-b"]);
    expect(zoneNames({ region, network: { zones: ["europe-west1-d", "europe-west1-d"] } })).toEqual([
      "europe-west1-d",
    ]);
  });

  test.each([
    ["a reference", "${var.zones}" as never],
    ["a list with one", ["europe-west1-b", "${var.zone}"]],
    ["none", []],
    ["half a zone", 1.5],
  ])("does not know %s", (_, zones) => {
    expect(zoneNames({ region, network: { zones } })).toBeUndefined();
  });
});
