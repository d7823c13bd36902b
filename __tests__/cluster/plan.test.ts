import { sharedSupplies, usedOf, verdictOf, type Supply } from "../../modules/cluster/plan";

const supply = (size: number, ...used: number[]): Supply => ({
  name: "addresses",
  size,
  demands: used.map((each, i) => ({ by: `group-${i}`, count: 1, each })),
  path: [],
});

test("what is used is the sum of all demands, each as often as it is there", () => {
  const demands = [
    { by: "a", count: 3, each: 30 },
    { by: "b", count: 1, each: 6 },
  ];
  expect(usedOf({ ...supply(100), demands })).toBe(96);
  expect(usedOf(supply(100))).toBe(0);
});

test.each([
  [0, 0, "fits"],
  [80, 100, "fits"],
  [81, 100, "tight"],
  [100, 100, "tight"],
  [101, 100, "short"],
  [1, 0, "short"],
])("%i of %i is %s", (used, size, verdict) => {
  expect(verdictOf(supply(size, used))).toBe(verdict);
});

describe("what clusters share", () => {
  const plan = (...supplies: Supply[]) => ({
    name: "c",
    region: "a",
    podNetwork: "",
    workers: [],
    supplies,
  });
  const addresses = (sharedAs: string) => ({ ...supply(5, 3), sharedAs });

  test("is counted together", () => {
    const shared = sharedSupplies([
      plan(addresses("of a"), addresses("of b")),
      plan(addresses("of a")),
      plan(addresses("of c")),
    ]);
    expect(shared.map((one) => [one.sharedAs, one.size, usedOf(one), verdictOf(one)])).toEqual([
      ["of a", 5, 6, "short"],
    ]);
  });

  test("is counted together where parts of it are shared, each part once", () => {
    const parts = (sharedAs: Record<string, number>, detail: string) => ({
      ...supply(0, 3),
      sharedAs,
      detail,
    });
    const shared = sharedSupplies([
      plan(parts({ a: 5 }, "A")),
      plan(parts({ c: 3 }, "C")),
      plan(parts({ a: 5, b: 4 }, "A, B"), parts({ d: 1 }, "D")),
      plan(parts({ b: 4, c: 3 }, "B, C")),
    ]);
    expect(shared.map((one) => [one.size, usedOf(one), one.shares.map(({ plan: at }) => at).sort()])).toEqual(
      [[12, 12, [0, 1, 2, 3]]],
    );
  });

  test("is nothing that one cluster draws on twice", () => {
    expect(sharedSupplies([plan(addresses("of a"), addresses("of a")), plan()])).toEqual([]);
  });

  test("is nothing that is a cluster's own", () => {
    expect(sharedSupplies([plan(supply(5, 3)), plan(supply(5, 3))])).toEqual([]);
  });
});
