import { type AksRuleCases, hub, withNetwork } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/network/peering-names",
    passes: [["a name", withNetwork({ peerings: [hub] })]],
    fails: [
      [
        "a path",
        withNetwork({ peerings: [{ ...hub, name: "hub/west" }] }),
        'error network.peerings[0].name: must be up to 70 letters, digits, "_", "." and "-", beginning with a letter or digit, got "hub/west"',
      ],
    ],
  },
  {
    rule: "aks/network/peerings-unique",
    passes: [
      [
        "two networks",
        withNetwork({
          peerings: [
            { ...hub, remoteGateways: true },
            { name: "data", networkId: `${hub.networkId}-data`, returnPeering: false },
          ],
        }),
      ],
    ],
    fails: [
      [
        "one network twice, with one name and both with gateways",
        withNetwork({ peerings: [hub, hub].map((peering) => ({ ...peering, remoteGateways: true })) }),
        'error network.peerings[1].name: "hub" is a duplicate of [0]',
        "error network.peerings[1].networkId: is a duplicate of [0]",
        "error network.peerings[1].remoteGateways: must be true in at most one of the peerings",
      ],
      [
        "names that share an address",
        withNetwork({ peerings: [hub, { name: "hub-return", networkId: `${hub.networkId}-data` }] }),
        'error network.peerings[1].name: "hub-return" and "hub" would have the same Terraform address; rename one of them',
      ],
    ],
  },
];
