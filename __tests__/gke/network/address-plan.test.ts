import { Cidr } from "../../../modules/cluster/addresses";
import type { GkeNetworkSpec } from "../../../modules/gke/spec";
import { planRanges, podBlockPrefix, podBlockSize } from "../../../modules/gke/network/address-plan";

const rangesOf = (network: GkeNetworkSpec = {}) => planRanges({ network });

describe("planRanges", () => {
  test("gives each part its place in the network's range", () => {
    expect(rangesOf()).toEqual({
      pods: "10.0.0.0/17",
      nodes: "10.0.128.0/20",
      services: "10.0.144.0/20",
    });
  });

  test.each(["10.0.0.0/9", "172.16.0.0/12", "10.0.0.0/16", "10.4.0.0/19", "192.168.0.0/20"])(
    "has parts of %s that share no address and lie in it",
    (cidr) => {
      const parts = Object.values(rangesOf({ cidr })!).map((range) => Cidr.parse(range as string)!);
      const whole = Cidr.parse(cidr)!;
      expect(parts.every((part) => whole.contains(part))).toBe(true);
      parts.forEach((part, i) => {
        expect(parts.slice(i + 1).filter((other) => other.overlaps(part))).toEqual([]);
      });
    },
  );

  test("does not move ranges if pods or services have a separate range", () => {
    expect(rangesOf({ podCidr: "100.64.0.0/14", serviceCidr: "100.68.0.0/20" })).toEqual({
      pods: "100.64.0.0/14",
      services: "100.68.0.0/20",
      nodes: rangesOf()!.nodes,
    });
  });

  test("makes no part of a large network larger than it can be used", () => {
    expect(rangesOf({ cidr: "10.0.0.0/9" })).toMatchObject({
      nodes: "10.64.0.0/20",
      services: "10.72.0.0/20",
      pods: "10.0.0.0/10",
    });
  });

  test.each([
    ["too small a network", { cidr: "10.0.0.0/21" }],
    ["too large a one", { cidr: "0.0.0.0/0" }],
    ["what is no range", { cidr: "10.0.0.1/16" }],
    ["a reference", { cidr: "${var.cidr}" }],
    ["a reference for pods", { podCidr: "${var.pods}" }],
    ["an existing network", { existing: {} as never }],
  ])("plans nothing for %s", (_, network) => {
    expect(rangesOf(network)).toBeUndefined();
  });
});

describe("the block of a node", () => {
  test.each([
    [8, 28],
    [9, 27],
    [16, 27],
    [32, 26],
    [64, 25],
    [65, 24],
    [110, 24],
    [128, 24],
    [129, 23],
    [256, 23],
  ])("for %s pods is a /%s", (maxPods, prefix) => {
    expect(podBlockPrefix(maxPods)).toBe(prefix);
    expect(podBlockSize(maxPods)).toBe(2 ** (32 - prefix));
  });
});
