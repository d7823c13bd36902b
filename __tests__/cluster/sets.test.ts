import { Token } from "cdktf";
import { asMap, asSet } from "../../modules/cluster/sets";

test("a set is the same in each order", () => {
  expect(asSet(["b", "a", "c"])).toEqual(["a", "b", "c"]);
  expect(asSet([8443, 443, 15017])).toEqual([443, 8443, 15017]);
  const taints = [
    { key: "b", effect: "NoSchedule" },
    { effect: "NoExecute", key: "a" },
  ];
  expect(asSet(taints).map(({ key }) => key)).toEqual(asSet([...taints].reverse()).map(({ key }) => key));
  expect(asSet(taints, ({ key }) => key).map(({ key }) => key)).toEqual(["a", "b"]);
});

test("references to variables are ordered by their text", () => {
  expect(asSet(["b", "${var.second}", "a", "${var.first}"])).toEqual([
    "${var.first}",
    "${var.second}",
    "a",
    "b",
  ]);
});

test("a list with a token keeps its order, because the text of the token differs between syntheses", () => {
  const token = Token.asString({ resolve: () => "known later" });
  expect(asSet(["b", token, "a"])).toEqual(["b", token, "a"]);
});

test("a map is the same in each order, also inside", () => {
  expect(JSON.stringify(asMap({ b: { d: 1, c: [2, 1] }, a: 3 }))).toBe('{"a":3,"b":{"c":[2,1],"d":1}}');
});
