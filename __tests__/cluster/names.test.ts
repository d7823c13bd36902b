import { boundedName, replaceableName, shortHash } from "../../modules/cluster/names";

test("a hash depends only on the values", () => {
  expect(shortHash({ a: [1, "b"] })).toBe(shortHash({ a: [1, "b"] }));
  expect(shortHash({ a: [1, "b"] })).not.toBe(shortHash({ a: [1, "c"] }));
  expect(shortHash("x")).toMatch(/^[0-9a-f]{8}$/);
  // Names of existing resources depend on this value.
  expect(shortHash("x")).toBe("ba2df490");
});

describe("boundedName", () => {
  test("joins the parts of a short name", () => {
    expect(boundedName(["shop", "eu", "node"], 12)).toBe("shop-eu-node");
  });

  test("truncates a long name, and keeps long names different", () => {
    const names = ["a", "b"].map((end) => boundedName(["x".repeat(70), end], 64));
    expect(names.map((name) => name.length)).toEqual([64, 64]);
    expect(names[0]).not.toBe(names[1]);
    expect(names[0]).toMatch(/^x{55}-[0-9a-f]{8}$/);
  });

  test("never exceeds the limit, and has one dash before the hash", () => {
    for (let limit = 10; limit <= 40; limit++) {
      const name = boundedName(["abcdefgh", "", "ijklmnop", "qrstuvwxyz", "abcdefghijklmnopq"], limit);
      expect(name.length).toBeLessThanOrEqual(limit);
      expect(name).not.toMatch(/--[0-9a-f]{8}$/);
    }
  });
});

test("replaceableName depends on the immutable values and stays within the limit", () => {
  const name = (immutable: unknown) => replaceableName(["workers", "eu-central-1a"], immutable, 63);
  expect(name({ types: ["a"] })).toMatch(/^workers-eu-central-1a-[0-9a-f]{8}$/);
  expect(name({ types: ["a"] })).not.toBe(name({ types: ["b"] }));
  expect(replaceableName(["x".repeat(80)], {}, 63)).toHaveLength(63);
});
