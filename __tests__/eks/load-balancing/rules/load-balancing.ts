import { cluster, type EksRuleCases, existing, variable } from "../../rule-support";

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
    rule: "eks/load-balancing/existing-subnets-have-role-tags",
    passes: [
      ["a new VPC", cluster({ loadBalancing: { controller: true } })],
      ["an existing VPC without the controller", cluster({ network: { existing } })],
      ["a reference", cluster({ network: { existing }, loadBalancing: variable })],
    ],
    fails: [
      [
        "an existing VPC",
        cluster({ network: { existing }, loadBalancing: { controller: true } }),
        "warning loadBalancing.controller: finds the subnets of load balancers by tags that this file does not set in an existing VPC: " +
          "their owner tags private subnets with kubernetes.io/role/internal-elb = 1 and public ones with kubernetes.io/role/elb = 1",
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
