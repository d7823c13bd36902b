import {
  type GkeRuleCases,
  autopilot,
  cluster,
  existing,
  group,
  withExisting,
  withGroups,
  withNetwork,
} from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/capacity/addresses-for-nodes",
    passes: [
      ["128 nodes in half of a /16", withGroups({ size: { min: 1, max: 125 } })],
      ["more nodes of fewer pods", withGroups({ size: { min: 1, max: 250 }, maxPods: 64 })],
      [
        "more ranges",
        cluster({
          network: { morePodCidrs: ["100.64.0.0/16"] },
          nodeGroups: [group({ size: { min: 1, max: 300 } })],
        }),
      ],
      ["Autopilot", autopilot()],
      ["existing ranges of which little is known", withExisting({ podCidr: undefined, nodeCidr: undefined })],
      [
        "more existing ranges",
        { ...withExisting({ morePodRanges: ["big"] }), nodeGroups: [group({ size: 1000 })] },
      ],
    ],
    fails: [
      [
        "126 nodes and three of an upgrade",
        withGroups({ size: { min: 1, max: 126 } }),
        "error network.cidr: pods may need 33024 addresses, the capacity is 32768 (10.0.0.0/17): workers 129 nodes x 256, including surge of an upgrade; add a range to network.morePodCidrs, or lower size or maxPods",
      ],
      [
        "a second set of nodes",
        withGroups({ size: { min: 1, max: 65 }, upgrade: { strategy: "blue-green" } }),
        "error network.cidr: pods may need 33280 addresses, the capacity is 32768 (10.0.0.0/17): workers 130 nodes x 256, including surge of an upgrade; add a range to network.morePodCidrs, or lower size or maxPods",
      ],
      [
        "a small subnet",
        {
          ...withExisting({ nodeCidr: "10.1.0.0/28" }),
          nodeGroups: [group({ size: 9, spread: "per-zone" })],
        },
        "error network.existing.nodeCidr: nodes and the API server may need 13 addresses, the capacity is 12 (10.1.0.0/28): workers 12 nodes, including surge of an upgrade; use a larger subnet, or lower size",
      ],
      [
        "a range that one group names",
        {
          ...withNetwork({ morePodCidrs: ["100.64.0.0/22"] }),
          nodeGroups: [group({ size: 3, podRange: "pods-1" })],
        },
        "error network.morePodCidrs[0]: pods in pods-1 may need 1536 addresses, the capacity is 1024 (100.64.0.0/22): workers 6 nodes x 256, including surge of an upgrade; add a range to network.morePodCidrs, or lower size or maxPods",
      ],
    ],
  },
  {
    rule: "gke/capacity/addresses-for-growth",
    passes: [["enough", withGroups({ size: { min: 1, max: 90 } })]],
    fails: [
      [
        "nearly all",
        withGroups({ size: { min: 1, max: 120 } }),
        "warning network.cidr: pods may need 31488 addresses, the capacity is 32768 (10.0.0.0/17): workers 123 nodes x 256, including surge of an upgrade: more than 80 % of it; add a range to network.morePodCidrs, or lower size or maxPods",
      ],
      [
        "nearly all of an existing range",
        cluster({
          network: { existing: { ...existing, podCidr: "10.2.0.0/20" } },
          nodeGroups: [group({ size: 12, zones: ["europe-west3-a"] })],
        }),
        "warning network.existing.podCidr: pods may need 3328 addresses, the capacity is 4096 (10.2.0.0/20): workers 13 nodes x 256, including surge of an upgrade: more than 80 % of it; add ranges to network.existing.morePodRanges, or lower size or maxPods",
      ],
    ],
  },
  {
    rule: "gke/capacity/within-quotas",
    passes: [["many", withGroups({ size: 14000 })]],
    fails: [
      [
        "more",
        withGroups({ size: 14000 }, { name: "more", size: 2000 }),
        "warning nodeGroups: may need 16010 nodes, and GKE allows 15000 in a cluster unless Google raised the limit",
      ],
    ],
  },
];
