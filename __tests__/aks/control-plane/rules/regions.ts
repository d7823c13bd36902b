import { type AksRuleCases, admin, cluster, variable } from "../../rule-support";

export const regions: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/region-is-known",
    passes: [
      ["one that is there", cluster()],
      ["one without zones, which another rule tells of", cluster({ region: "ukwest" })],
      ["what is no name of a region, which another rule tells of", cluster({ region: "West Europe" })],
      ["a reference", cluster({ region: variable })],
    ],
    fails: [
      [
        "one that is not there",
        cluster({ region: "westeurop" }),
        'warning region: "westeurop" is no region that is known here; check the spelling, if it is not new (alike: westeurope)',
      ],
      [
        "one that is like no other",
        cluster({ region: "xanadu" }),
        'warning region: "xanadu" is no region that is known here; check the spelling, if it is not new',
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
        "error region: ukwest has no availability zones, and all node pools here are in zones; those that have, with like names: uksouth",
      ],
    ],
  },
  {
    rule: "aks/control-plane/private-zone-of-cloud",
    passes: [
      ["a public cloud", cluster()],
      [
        "a zone that AKS makes",
        cluster({ region: "usgovvirginia", access: { admins: [admin], privateDnsZone: "system" } }),
      ],
      [
        "a public API server",
        cluster({ region: "chinanorth3", access: { admins: [admin], publicFrom: ["203.0.113.0/24"] } }),
      ],
    ],
    fails: [
      [
        "a zone that is made here",
        cluster({ region: "usgovvirginia" }),
        'error access.privateDnsZone: must be "system" in usgovvirginia: in Azure\'s cloud "usgovernment" the zone has another name than azmk8s.io, got "new"',
      ],
    ],
  },
];
