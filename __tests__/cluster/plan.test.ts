import { sharedCapacities, usedOf, statusOf, type Capacity } from "../../modules/cluster/plan";

const capacity = (size: number, ...used: number[]): Capacity => ({
  name: "addresses",
  size,
  usages: used.map((each, i) => ({ by: `group-${i}`, count: 1, each })),
  path: [],
});

test("usedOf is the sum of all usages, each multiplied by its count", () => {
  const usages = [
    { by: "a", count: 3, each: 30 },
    { by: "b", count: 1, each: 6 },
  ];
  expect(usedOf({ ...capacity(100), usages })).toBe(96);
  expect(usedOf(capacity(100))).toBe(0);
});

test.each([
  [0, 0, "ok"],
  [80, 100, "ok"],
  [81, 100, "near-limit"],
  [100, 100, "near-limit"],
  [101, 100, "exceeded"],
  [1, 0, "exceeded"],
])("%i of %i is %s", (used, size, status) => {
  expect(statusOf(capacity(size, used))).toBe(status);
});

describe("capacities that clusters share", () => {
  const plan = (...capacities: Capacity[]) => ({
    name: "c",
    region: "a",
    podNetwork: "",
    workers: [],
    capacities,
  });
  const addresses = (sharedAs: string) => ({ ...capacity(5, 3), sharedAs });

  test("have the usage of all clusters", () => {
    const shared = sharedCapacities([
      plan(addresses("of a"), addresses("of b")),
      plan(addresses("of a")),
      plan(addresses("of c")),
    ]);
    expect(shared.map((one) => [one.sharedAs, one.size, usedOf(one), statusOf(one)])).toEqual([
      ["of a", 5, 6, "exceeded"],
    ]);
  });

  test("with shared parts have the usage of all clusters, and the size of each part once", () => {
    const parts = (sharedAs: Record<string, number>, detail: string) => ({
      ...capacity(0, 3),
      sharedAs,
      detail,
    });
    const shared = sharedCapacities([
      plan(parts({ a: 5 }, "A")),
      plan(parts({ c: 3 }, "C")),
      plan(parts({ a: 5, b: 4 }, "A, B"), parts({ d: 1 }, "D")),
      plan(parts({ b: 4, c: 3 }, "B, C")),
    ]);
    expect(shared.map((one) => [one.size, usedOf(one), one.shares.map(({ plan: at }) => at).sort()])).toEqual(
      [[12, 12, [0, 1, 2, 3]]],
    );
  });

  test("are not those that one cluster uses twice", () => {
    expect(sharedCapacities([plan(addresses("of a"), addresses("of a")), plan()])).toEqual([]);
  });

  test("are not those of a single cluster", () => {
    expect(sharedCapacities([plan(capacity(5, 3)), plan(capacity(5, 3))])).toEqual([]);
  });
});
