import { type AksRuleCases, cluster, variable } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/region-known",
    passes: [
      ["one that is there", cluster()],
      ["one without zones, which another rule reports", cluster({ region: "ukwest" })],
      ["a text that is not a region name, which another rule reports", cluster({ region: "West Europe" })],
      ["a reference", cluster({ region: variable })],
    ],
    fails: [
      [
        "an unknown region",
        cluster({ region: "westeurop" }),
        'warning region: "westeurop" is not a known region of Azure; check the spelling, unless the region is new (similar: westeurope)',
      ],
      [
        "one that is like no other",
        cluster({ region: "xanadu" }),
        'warning region: "xanadu" is not a known region of Azure; check the spelling, unless the region is new',
      ],
    ],
  },
  {
    rule: "aks/control-plane/region-has-zones",
    passes: [
      ["one with zones", cluster()],
      ["one that is not known", cluster({ region: "westeurop" })],
      ["a reference", cluster({ region: variable })],
    ],
    fails: [
      [
        "one without",
        cluster({ region: "ukwest" }),
        "error region: ukwest has no availability zones, which all node pools need; similar regions with zones: uksouth",
      ],
    ],
  },
];
