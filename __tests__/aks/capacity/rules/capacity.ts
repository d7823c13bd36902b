import { type AksRuleCases, cluster, group } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/capacity/addresses-for-nodes",
    passes: [["few nodes", cluster()]],
    fails: [
      [
        "too many for the subnet",
        cluster({ network: { cidr: "10.1.0.0/20", podNetwork: "flat" }, nodeGroups: [group({ size: 100 })] }),
        "error network.cidr: nodes may need 4123, available 2043 (10.1.0.0/21): workers 133 nodes x 31, upgrade surge included; use a larger range, or lower sizes or maxPods",
      ],
      [
        "too many for the pods' range",
        cluster({ network: { podCidr: "10.128.0.0/20" }, nodeGroups: [group({ size: 20 })] }),
        "error network.podCidr: pods (a /24 each) may need 27, available 16 (10.128.0.0/20): workers 27 nodes x 1, upgrade surge included; use a larger range, or lower sizes or maxPods",
      ],
      [
        "too few ports",
        cluster({
          network: { egress: { type: "load-balancer", portsPerNode: 8000 } },
          nodeGroups: [group({ size: 20 })],
        }),
        "error network.egress.portsPerNode: outbound ports may need 216000, available 64000 (1 × 64000): workers 27 nodes x 8000, upgrade surge included; use a larger range, or lower sizes or maxPods",
      ],
    ],
  },
  {
    rule: "aks/capacity/addresses-for-growth",
    passes: [["few nodes", cluster()]],
    fails: [
      [
        "nearly all of the pods' range",
        cluster({ network: { podCidr: "10.128.0.0/20" }, nodeGroups: [group({ size: 10 })] }),
        "warning network.podCidr: pods (a /24 each) may need 14, available 16 (10.128.0.0/20): workers 14 nodes x 1, upgrade surge included: more than 80 % of it",
      ],
    ],
  },
  {
    rule: "aks/capacity/addresses-for-replacement",
    passes: [
      ["few nodes", cluster()],
      [
        "an exceeded range, which another rule reports",
        cluster({ network: { podCidr: "10.128.0.0/20" }, nodeGroups: [group({ size: 20 })] }),
      ],
    ],
    fails: [
      [
        "a node group without addresses for its replacement",
        cluster({ network: { podCidr: "10.128.0.0/20" }, nodeGroups: [group({ size: 9 })] }),
        "warning network.podCidr: pods (a /24 each): the replacement of workers, for example for another VM size, needs 18, available 16 (10.128.0.0/20)",
      ],
    ],
  },
];
