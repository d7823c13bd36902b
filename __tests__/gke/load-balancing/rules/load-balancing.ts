import { type GkeRuleCases, cluster } from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/load-balancing/dns-zones",
    passes: [["names", cluster({ dns: { zones: ["shop-example-com"] } })]],
    fails: [
      [
        "none",
        cluster({ dns: { zones: [] } }),
        "error dns.zones: must name at least one managed zone, got none; without ExternalDNS omit dns",
      ],
      [
        "a domain, and one twice",
        cluster({ dns: { zones: ["shop.example.com", "a", "a"] } }),
        'error dns.zones[2]: "a" is a duplicate of [1]',
        'error dns.zones[0]: must be the name of a managed zone such as "shop-example-com", not a domain, got "shop.example.com"',
      ],
    ],
  },
  {
    rule: "gke/load-balancing/gateway-needs-controller",
    passes: [["Gateways and their controller", cluster({ loadBalancing: { gateway: true } })]],
    fails: [
      [
        "Gateways alone",
        cluster({ loadBalancing: { gateway: true, controller: false } }),
        "error loadBalancing.gateway: needs loadBalancing.controller, which also creates the load balancers of Gateways",
      ],
    ],
  },
];
