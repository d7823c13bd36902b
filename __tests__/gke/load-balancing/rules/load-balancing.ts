import { type GkeRuleCases, cluster, existing, withExisting } from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/load-balancing/host-project-firewall",
    passes: [
      ["a network of the project", withExisting({ hostProject: undefined })],
      ["the role in the host project", withExisting({ hostFirewall: true })],
      ["roles that are granted elsewhere", withExisting({ hostGrants: false })],
      ["rules that the user creates", cluster({ network: { existing }, loadBalancing: { firewall: false } })],
    ],
    fails: [
      [
        "a Shared VPC without the role (terraform-google-kubernetes-engine #723, ingress-gce #584)",
        withExisting(),
        "warning network.existing.hostProject: GKE may not write the firewall rules of load balancers in the host project: set " +
          "network.existing.hostFirewall to true, or set loadBalancing.firewall to false and create the rules yourself",
      ],
    ],
  },
  {
    rule: "gke/load-balancing/host-firewall-used",
    passes: [["a Shared VPC", withExisting({ hostFirewall: true })]],
    fails: [
      [
        "no Shared VPC",
        withExisting({ hostProject: undefined, hostFirewall: true }),
        "error network.existing.hostFirewall: needs hostProject; omit it without a Shared VPC",
      ],
      [
        "no roles in the host project",
        withExisting({ hostGrants: false, hostFirewall: true }),
        "error network.existing.hostFirewall: has no effect with hostGrants false: the roles are granted outside this file; omit it",
      ],
    ],
  },
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
