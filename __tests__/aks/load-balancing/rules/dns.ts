import { type AksRuleCases, cluster, dnsZone, privateZone } from "../../rule-support";

/** The same id in another resource group. */
const elsewhere = (id: string): string => id.replace("resourceGroups/shop", "resourceGroups/dns");

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/load-balancing/dns-zone-ids",
    passes: [["ids", cluster({ dns: { zones: [dnsZone] } })]],
    fails: [
      [
        "a name",
        cluster({ dns: { zones: ["example.com"] } }),
        'error dns.zones[0]: must be the id of a DNS zone (/subscriptions/…/providers/Microsoft.Network/dnsZones/…), got "example.com"',
      ],
      ["none", cluster({ dns: { zones: [] } }), "error dns.zones: must have at least one zone, got none"],
    ],
  },
  {
    rule: "aks/load-balancing/dns-zones-unique",
    passes: [["one", cluster({ dns: { zones: [dnsZone] } })]],
    fails: [
      [
        "one twice",
        cluster({ dns: { zones: [dnsZone, dnsZone] } }),
        "error dns.zones[1]: is a duplicate of [0]",
      ],
    ],
  },
  {
    rule: "aks/load-balancing/routed-zones-in-one-group",
    passes: [
      [
        "public ones of one group, and private ones of another",
        cluster({
          dns: { zones: [dnsZone, `${dnsZone}.test`, elsewhere(privateZone("example.com"))] },
          loadBalancing: { controller: true },
        }),
      ],
      ["ExternalDNS, which does not mind", cluster({ dns: { zones: [dnsZone, elsewhere(dnsZone)] } })],
    ],
    fails: [
      [
        "public ones of two groups",
        cluster({ dns: { zones: [dnsZone, elsewhere(dnsZone)] }, loadBalancing: { controller: true } }),
        "error dns.zones[1]: must be in the resource group of zones[0]: the application routing add-on supports public zones of one group and private zones of one group",
      ],
    ],
  },
];
