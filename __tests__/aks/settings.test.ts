import type { AksAccessSpec, AksNetworkSpec, AksNodeGroupSpec } from "../../modules/aks/spec";
import {
  apiAccessOf,
  azureOwnsVersion,
  egressOf,
  firstGroupOf,
  maxPodsOf,
  natOf,
  podNetworkOf,
} from "../../modules/aks/settings";
import { zoneNames } from "../../modules/aks/zones";
import { addOnsOnly, admin, group, registry, variable } from "./rule-support";

describe("the group that holds the first node pool", () => {
  const named = (name: string, patch: Partial<AksNodeGroupSpec> = {}) => group({ name, ...patch });
  const taint = { key: "team", value: "a", effect: "NoSchedule" } as const;

  test.each<[string, AksNodeGroupSpec[], string | undefined]>([
    ["the first one", [named("a"), named("b")], "a"],
    [
      "the first that says so",
      [named("a"), named("b", { mode: "system" }), named("c", { mode: "system" })],
      "b",
    ],
    ["not one that says that it is not", [named("a", { mode: "user" }), named("b")], "b"],
    ["not one of spot machines", [named("a", { capacity: "spot" }), named("b")], "b"],
    ["not one of Windows", [named("a", { image: { family: "windows-2022" } }), named("b")], "b"],
    ["not one with taints", [named("a", { taints: [taint] }), named("b")], "b"],
    ["but one with the taint that AKS knows", [named("a", { taints: [addOnsOnly] }), named("b")], "a"],
    ["not one with that taint and another", [named("a", { taints: [addOnsOnly, taint] }), named("b")], "b"],
    [
      "not one with that key and another effect",
      [named("a", { taints: [{ ...addOnsOnly, effect: "NoExecute" }] }), named("b")],
      "b",
    ],
    ["not one that may be empty", [named("a", { size: { min: 0, max: 3 } }), named("b", { size: 1 })], "b"],
    ["one whose size only Terraform knows", [named("a", { size: variable })], "a"],
    ["one whose taints only Terraform knows", [named("a", { taints: variable })], "a"],
    [
      "none of those that can't be",
      [named("a", { mode: "user" }), named("b", { capacity: "spot" })],
      undefined,
    ],
    ["none that says so and can't be", [named("a", { mode: "system", capacity: "spot" }), named("b")], "b"],
  ])("is %s", (_, groups, expected) => {
    expect(firstGroupOf(groups)?.name).toBe(expected);
  });
});

describe("the pod network", () => {
  test.each<[AksNetworkSpec, string, string, boolean, boolean]>([
    [{}, "overlay", "cilium", true, true],
    [{ podNetwork: "overlay", networkPolicy: "azure" }, "overlay", "azure", true, false],
    [{ podNetwork: "pod-subnet" }, "pod-subnet", "cilium", false, true],
    [{ podNetwork: "flat" }, "flat", "azure", false, false],
    [{ podNetwork: "flat", networkPolicy: "none" }, "flat", "none", false, false],
    [{ podNetwork: "kubenet" }, "kubenet", "calico", true, false],
    [{ podNetwork: "none" }, "none", "none", false, false],
  ])("of %j is %s with %s", (network, mode, policy, isOverlay, usesCilium) => {
    expect(podNetworkOf({ network })).toEqual({ mode, policy, isOverlay, usesCilium });
  });

  test.each<[AksNetworkSpec, number]>([
    [{}, 110],
    [{ podNetwork: "kubenet" }, 110],
    [{ podNetwork: "none" }, 110],
    [{ podNetwork: "flat" }, 30],
    [{ podNetwork: "pod-subnet" }, 30],
  ])("of %j has %i pods on a node, unless the group says otherwise", (network, pods) => {
    expect(maxPodsOf(group(), podNetworkOf({ network }))).toBe(pods);
    expect(maxPodsOf(group({ maxPods: 42 }), podNetworkOf({ network }))).toBe(42);
  });
});

describe("the way out", () => {
  test.each<[AksNetworkSpec | undefined, string | undefined]>([
    [undefined, "nat-gateway"],
    [{}, "nat-gateway"],
    [{ nat: "single" }, "nat-gateway"],
    [{ nat: "per-zone" }, "nat-gateway"],
    [{ nat: "none" }, undefined],
    [{ private: true }, undefined],
    [{ egress: { type: "load-balancer" } }, "load-balancer"],
    [{ nat: "none", egress: { type: "none", registryId: registry } }, "none"],
    [{ private: true, egress: { type: "route-table", nextHopAddress: "10.0.0.4" } }, "route-table"],
  ])("of %j is %s", (network, type) => {
    expect(egressOf({ network })?.type).toBe(type);
  });

  test.each([
    [undefined, "single"],
    ["none", "single"],
    ["single", "single"],
    ["per-zone", "per-zone"],
    ["regional", "regional"],
  ] as const)("has gateways for nat %s: %s", (nat, expected) => {
    expect(natOf({ nat })).toBe(expected);
  });
});

describe("the way to the API server", () => {
  const ranges = ["203.0.113.0/24"];

  test.each<[Partial<AksAccessSpec>, object]>([
    [{}, { isPrivate: true, inNetwork: true, dnsZone: "new" }],
    [{ publicFrom: [] }, { isPrivate: true, inNetwork: true, dnsZone: "new" }],
    [{ private: false }, { isPrivate: true, inNetwork: false, dnsZone: "new" }],
    [{ privateDnsZone: "system" }, { isPrivate: true, inNetwork: true, dnsZone: "system" }],
    [{ publicFrom: ranges }, { isPrivate: false, inNetwork: true, dnsZone: undefined }],
    [
      { private: false, publicFrom: ranges },
      { isPrivate: false, inNetwork: false, dnsZone: undefined },
    ],
  ])("of %j is %j", (access, expected) => {
    expect(apiAccessOf({ admins: [admin], ...access })).toEqual(expected);
  });
});

test.each([
  [undefined, false],
  ["none", false],
  ["patch", false],
  ["stable", true],
  ["rapid", true],
] as const)("with the channel %s, Azure owns the version: %s", (channel, owns) => {
  expect(azureOwnsVersion({ upgrades: { channel } })).toBe(owns);
});

test.each<[AksNetworkSpec, readonly string[] | undefined]>([
  [{}, ["1", "2", "3"]],
  [{ zones: 2 }, ["1", "2"]],
  [{ zones: ["3", "1"] }, ["3", "1"]],
  [{ zones: 4 }, undefined],
  [{ zones: 0 }, undefined],
  [{ zones: 1.5 }, undefined],
  [{ zones: variable }, undefined],
  [{ zones: ["1", variable] }, undefined],
])("the zones of %j are %j", (network, zones) => {
  expect(zoneNames({ network })).toEqual(zones);
});
