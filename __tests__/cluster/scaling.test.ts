import { distributeEvenly, placements, sizeOf } from "../../modules/cluster/scaling";

const zones = ["a", "b", "c"];

describe("distributeEvenly", () => {
  test.each([
    [10, 3, [4, 3, 3]],
    [3, 3, [1, 1, 1]],
    [2, 3, [1, 1, 0]],
    [0, 2, [0, 0]],
  ])("%i in %i parts is %j", (total, parts, shares) => {
    expect(distributeEvenly(total, parts)).toEqual(shares);
  });

  test("keeps the total, and no two parts differ by more than one", () => {
    for (let total = 0; total <= 50; total++) {
      for (let parts = 1; parts <= 6; parts++) {
        const shares = distributeEvenly(total, parts);
        expect(shares.reduce((a, b) => a + b)).toBe(total);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }
    }
  });
});

test("Terraform owns a fixed number of nodes, the autoscaler a range", () => {
  expect(sizeOf(3)).toEqual({ min: 3, max: 3, desired: 3, owner: "terraform" });
  expect(sizeOf({ min: 1, max: 5 })).toEqual({ min: 1, max: 5, desired: 1, owner: "autoscaler" });
});

describe("placements", () => {
  test("one node pool uses all zones of the network or of the node group", () => {
    expect(placements({ size: 10 }, zones)).toEqual([{ zones, size: sizeOf(10) }]);
    expect(placements({ size: 10, zones: ["b"] }, zones)).toEqual([{ zones: ["b"], size: sizeOf(10) }]);
  });

  test("with spread per-zone the total is distributed", () => {
    const parts = placements({ size: { min: 10, max: 31 }, spread: "per-zone" }, zones);
    expect(parts.map(({ zone, zones }) => [zone, zones])).toEqual([
      ["a", ["a"]],
      ["b", ["b"]],
      ["c", ["c"]],
    ]);
    expect(parts.map(({ size: { min, max, desired } }) => [min, max, desired])).toEqual([
      [4, 11, 4],
      [3, 10, 3],
      [3, 10, 3],
    ]);
  });

  test("with spread per-zone min is at most max in each part", () => {
    for (let min = 0; min <= 12; min++) {
      for (let max = Math.max(min, 1); max <= 14; max++) {
        const parts = placements({ size: { min, max }, spread: "per-zone" }, zones);
        expect(parts.filter(({ size }) => size.min > size.max)).toEqual([]);
        expect(parts.reduce((sum, { size }) => sum + size.max, 0)).toBe(max);
      }
    }
  });
});
