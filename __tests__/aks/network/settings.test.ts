import { egressOf, natOf, podNetworkOf } from "../../../modules/aks/network/settings";
import type { AksNetworkSpec } from "../../../modules/aks/spec";
import { registry } from "../rule-support";

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
});

describe("the egress", () => {
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
  ] as const)("has NAT gateways for nat %s: %s", (nat, expected) => {
    expect(natOf({ nat })).toBe(expected);
  });
});
