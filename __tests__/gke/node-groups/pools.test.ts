import { poolsOf } from "../../../modules/gke/node-groups/pools";
import type { GkeNodeGroupSpec } from "../../../modules/gke/spec";

const zones = ["a", "b", "c"];

/** The node pools of a group: part, zones, and the nodes in each zone. */
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
  ])("of %d in three zones is the total number of nodes", (size, expected) => {
    expect(pools({ size })).toEqual(expected);
  });

  test("with spread per-zone is distributed", () => {
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
  test("limits the total, and starts with at least min", () => {
    expect(poolsOf({ size: { min: 10, max: 20 } }, zones, "cluster-autoscaler")).toEqual([
      { part: undefined, zones, nodesPerZone: 4, bounds: { min: 10, max: 20 }, isFixed: false },
    ]);
  });

  test("starts with fewer nodes if more would exceed max", () => {
    expect(poolsOf({ size: { min: 1, max: 2 } }, zones, "cluster-autoscaler")[0].nodesPerZone).toBe(0);
  });

  test("with spread per-zone is distributed, with min, max and the initial number", () => {
    const distributed = poolsOf(
      { size: { min: 10, max: 20 }, spread: "per-zone" },
      zones,
      "auto-provisioning",
    );
    expect(distributed.map(({ nodesPerZone, bounds }) => [nodesPerZone, bounds])).toEqual([
      [4, { min: 4, max: 7 }],
      [3, { min: 3, max: 7 }],
      [3, { min: 3, max: 6 }],
    ]);
  });

  test("without an autoscaler is scaled manually, and Terraform ignores the number", () => {
    expect(poolsOf({ size: { min: 3, max: 6 } }, zones, "none")).toEqual([
      { part: undefined, zones, nodesPerZone: 1, bounds: undefined, isFixed: false },
    ]);
  });
});
