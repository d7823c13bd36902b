import { cluster, type EksRuleCases, variable } from "../../rule-support";

const zone = "Z0123456789ABCDEFGHIJ";

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/load-balancing/dns-zones",
    passes: [
      ["no names", cluster()],
      ["zones", cluster({ dns: { zones: [zone, variable] } })],
    ],
    fails: [
      [
        "none",
        cluster({ dns: { zones: [] } }),
        "error dns.zones: must have at least one hosted zone, got none; omit dns without ExternalDNS",
      ],
      [
        "a domain, and a zone twice",
        cluster({ dns: { zones: ["example.com", zone, zone] } }),
        'error dns.zones[0]: must be the id of a hosted zone such as "Z0123456789ABCDEFGHIJ", got "example.com"',
        `error dns.zones[2]: "${zone}" is a duplicate of [1]`,
      ],
    ],
  },
  {
    rule: "eks/load-balancing/shared-group-needs-controller",
    passes: [
      ["both", cluster({ loadBalancing: { controller: true, sharedSecurityGroup: true } })],
      ["a reference", cluster({ loadBalancing: variable })],
    ],
    fails: [
      [
        "a group alone",
        cluster({ loadBalancing: { sharedSecurityGroup: true } }),
        "warning loadBalancing.sharedSecurityGroup: opens nodes to a group that nothing uses; set " +
          "loadBalancing.controller to true",
      ],
    ],
  },
];
