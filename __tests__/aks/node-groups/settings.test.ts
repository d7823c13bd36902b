import { podNetworkOf } from "../../../modules/aks/network/settings";
import { firstGroupOf, maxPodsOf } from "../../../modules/aks/node-groups/settings";
import type { AksNetworkSpec, AksNodeGroupSpec } from "../../../modules/aks/spec";
import { addOnsOnly, group, variable } from "../rule-support";

describe("the group with the first node pool", () => {
  const named = (name: string, patch: Partial<AksNodeGroupSpec> = {}) => group({ name, ...patch });
  const taint = { key: "team", value: "a", effect: "NoSchedule" } as const;

  test.each<[string, AksNodeGroupSpec[], string | undefined]>([
    ["the first one", [named("a"), named("b")], "a"],
    [
      "the first of mode system",
      [named("a"), named("b", { mode: "system" }), named("c", { mode: "system" })],
      "b",
    ],
    ["not one of mode user", [named("a", { mode: "user" }), named("b")], "b"],
    ["not one with spot nodes", [named("a", { capacity: "spot" }), named("b")], "b"],
    ["not one of Windows", [named("a", { image: { family: "windows-2022" } }), named("b")], "b"],
    ["not one with taints", [named("a", { taints: [taint] }), named("b")], "b"],
    ["but one with the taint of AKS", [named("a", { taints: [addOnsOnly] }), named("b")], "a"],
    ["not one with that taint and another", [named("a", { taints: [addOnsOnly, taint] }), named("b")], "b"],
    [
      "not one with that key and another effect",
      [named("a", { taints: [{ ...addOnsOnly, effect: "NoExecute" }] }), named("b")],
      "b",
    ],
    ["not one that may be empty", [named("a", { size: { min: 0, max: 3 } }), named("b", { size: 1 })], "b"],
    ["one whose size is a reference", [named("a", { size: variable })], "a"],
    ["one whose taints are references", [named("a", { taints: variable })], "a"],
    [
      "none if no group qualifies",
      [named("a", { mode: "user" }), named("b", { capacity: "spot" })],
      undefined,
    ],
    [
      "not one of mode system that does not qualify",
      [named("a", { mode: "system", capacity: "spot" }), named("b")],
      "b",
    ],
  ])("is %s", (_, groups, expected) => {
    expect(firstGroupOf(groups)?.name).toBe(expected);
  });
});

describe("the maximum number of pods on a node", () => {
  test.each<[AksNetworkSpec, number]>([
    [{}, 110],
    [{ podNetwork: "kubenet" }, 110],
    [{ podNetwork: "none" }, 110],
    [{ podNetwork: "flat" }, 30],
    [{ podNetwork: "pod-subnet" }, 30],
  ])("with %j is %i, unless the group sets it", (network, pods) => {
    expect(maxPodsOf(group(), podNetworkOf({ network }))).toBe(pods);
    expect(maxPodsOf(group({ maxPods: 42 }), podNetworkOf({ network }))).toBe(42);
  });
});
