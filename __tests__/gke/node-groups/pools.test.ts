import { poolsOf } from "../../../modules/gke/node-groups/pools";
import type { GkeNodeGroupSpec } from "../../../modules/gke/spec";

const zones = ["a", "b", "c"];

/** What a group becomes: for every pool its part, its zones and the nodes in each. */
const pools = (group: Pick<GkeNodeGroupSpec, "size" | "zones" | "spread">) =>
  poolsOf(group, zones, "cluster-autoscaler").map(({ part, zones, nodesPerZone }) => [
    part,
    zones.join(""),
    nodesPerZone,
  ]);

describe("a fixed number", () => {
  test.each([
    [9, [[undefined, "abc", 3]]],
    [
      10,
      [
        [undefined, "abc", 3],
        ["rest", "a", 1],
      ],
    ],
    [
      11,
      [
        [undefined, "abc", 3],
        ["rest", "ab", 1],
      ],
    ],
    [2, [[undefined, "ab", 1]]],
    [0, [[undefined, "abc", 0]]],
  ])("of %d over three zones is that many, whatever GKE counts by", (size, expected) => {
    expect(pools({ size })).toEqual(expected);
  });

  test("by the zone is dealt out", () => {
    expect(pools({ size: 10, spread: "per-zone" })).toEqual([
      ["a", "a", 4],
      ["b", "b", 3],
      ["c", "c", 3],
    ]);
  });

  test.each(Array.from({ length: 25 }, (_, size) => size))("of %d is the total of its pools", (size) => {
    for (const spread of ["one-group", "per-zone"] as const) {
      const total = poolsOf({ size, spread }, zones, "none").reduce(
        (sum, pool) => sum + pool.nodesPerZone * pool.zones.length,
        0,
      );
      expect(total).toBe(size);
    }
  });

  test("has no autoscaler", () => {
    for (const { isFixed, bounds } of poolsOf({ size: 10 }, zones, "cluster-autoscaler")) {
      expect({ isFixed, bounds }).toEqual({ isFixed: true, bounds: undefined });
    }
  });
});

describe("a range", () => {
  test("is one of the total, and begins with no fewer", () => {
    expect(poolsOf({ size: { min: 10, max: 20 } }, zones, "cluster-autoscaler")).toEqual([
      { part: undefined, zones, nodesPerZone: 4, bounds: { min: 10, max: 20 }, isFixed: false },
    ]);
  });

  test("begins with fewer where more would be too many", () => {
    expect(poolsOf({ size: { min: 1, max: 2 } }, zones, "cluster-autoscaler")[0].nodesPerZone).toBe(0);
  });

  test("by the zone is dealt out, ends and beginning", () => {
    const dealt = poolsOf({ size: { min: 10, max: 20 }, spread: "per-zone" }, zones, "auto-provisioning");
    expect(dealt.map(({ nodesPerZone, bounds }) => [nodesPerZone, bounds])).toEqual([
      [4, { min: 4, max: 7 }],
      [3, { min: 3, max: 7 }],
      [3, { min: 3, max: 6 }],
    ]);
  });

  test("without an autoscaler is for people, and not for Terraform", () => {
    expect(poolsOf({ size: { min: 3, max: 6 } }, zones, "none")).toEqual([
      { part: undefined, zones, nodesPerZone: 1, bounds: undefined, isFixed: false },
    ]);
  });
});
