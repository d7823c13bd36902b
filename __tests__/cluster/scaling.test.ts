import { deal, placements, sizeOf } from "../../modules/cluster/scaling";

const zones = ["a", "b", "c"];

describe("deal", () => {
  test.each([
    [10, 3, [4, 3, 3]],
    [3, 3, [1, 1, 1]],
    [2, 3, [1, 1, 0]],
    [0, 2, [0, 0]],
  ])("%i over %i is %j", (total, hands, dealt) => {
    expect(deal(total, hands)).toEqual(dealt);
  });

  test("loses nobody, and no two hands differ by more than one", () => {
    for (let total = 0; total <= 50; total++) {
      for (let hands = 1; hands <= 6; hands++) {
        const dealt = deal(total, hands);
        expect(dealt.reduce((a, b) => a + b)).toBe(total);
        expect(Math.max(...dealt) - Math.min(...dealt)).toBeLessThanOrEqual(1);
      }
    }
  });
});

test("a number is Terraform's, a range the autoscaler's", () => {
  expect(sizeOf(3)).toEqual({ min: 3, max: 3, desired: 3, owner: "terraform" });
  expect(sizeOf({ min: 1, max: 5 })).toEqual({ min: 1, max: 5, desired: 1, owner: "autoscaler" });
});

describe("placements", () => {
  test("one group is over all zones, of the network or its own", () => {
    expect(placements({ size: 10 }, zones)).toEqual([{ zones, size: sizeOf(10) }]);
    expect(placements({ size: 10, zones: ["b"] }, zones)).toEqual([{ zones: ["b"], size: sizeOf(10) }]);
  });

  test("per zone, the total is dealt out", () => {
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

  test("per zone, no part has its ends the wrong way round", () => {
    for (let min = 0; min <= 12; min++) {
      for (let max = Math.max(min, 1); max <= 14; max++) {
        const parts = placements({ size: { min, max }, spread: "per-zone" }, zones);
        expect(parts.filter(({ size }) => size.min > size.max)).toEqual([]);
        expect(parts.reduce((sum, { size }) => sum + size.max, 0)).toBe(max);
      }
    }
  });
});
