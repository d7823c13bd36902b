import { type AksRuleCases, cluster, variable, withNetwork } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/network/zone-names",
    passes: [["names", withNetwork({ zones: ["1", "3"] })]],
    fails: [
      [
        "four zones",
        withNetwork({ zones: 4 }),
        "error network.zones: must be at most 3: Azure has no more zones in a region, got 4",
      ],
      [
        "a name of another cloud",
        withNetwork({ zones: ["westeurope-1"] }),
        'error network.zones[0]: must be one of "1", "2", "3", got "westeurope-1"',
      ],
    ],
  },
  {
    rule: "aks/network/protected-cluster-in-three-zones",
    passes: [
      ["three", cluster()],
      ["one where nothing is kept", cluster({ network: { zones: 1 }, protection: false })],
      ["a reference", withNetwork({ zones: variable })],
    ],
    fails: [
      [
        "two",
        withNetwork({ zones: 2 }),
        "warning network.zones: must be at least 3 for a protected cluster to survive a zone outage, got 2",
      ],
      [
        "one",
        withNetwork({ zones: ["2"] }),
        "warning network.zones: must be at least 3 for a protected cluster to survive a zone outage, got 1",
      ],
    ],
  },
];
