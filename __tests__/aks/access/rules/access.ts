import type { AksNetworkSpec } from "../../../../modules/aks/spec";
import {
  type AksRuleCases,
  admin,
  cluster,
  existing,
  other,
  privateZone,
  registry,
  variable,
  withAccess,
} from "../../rule-support";

/** A public API server that nodes come to from outside. */
const outside = (network: AksNetworkSpec) =>
  cluster({ access: { admins: [admin], private: false, publicFrom: ["203.0.113.0/24"] }, network });

export const access: readonly AksRuleCases[] = [
  {
    rule: "aks/access/principals-are-ids",
    passes: [["object ids, and what Terraform will know", withAccess({ admins: [admin, variable] })]],
    fails: [
      [
        "a name",
        withAccess({ admins: ["platform-team"] }),
        'error access.admins[0]: must be an object id of Entra ID such as 11111111-2222-3333-4444-555555555555, got "platform-team"',
      ],
    ],
  },
  {
    rule: "aks/access/principals-unique",
    passes: [["two principals", withAccess({ viewers: [{ principal: other }] })]],
    fails: [
      [
        "one with two rights",
        withAccess({ viewers: [{ principal: admin }] }),
        "error access.viewers[0].principal: 11111111-2222-3333-4444-555555555555 is there already; a principal has one kind of right",
      ],
    ],
  },
  {
    rule: "aks/access/access-namespaces",
    passes: [["names", withAccess({ editors: [{ principal: other, namespaces: ["shop"] }] })]],
    fails: [
      [
        "a pattern",
        withAccess({ editors: [{ principal: other, namespaces: ["shop-*"] }] }),
        'error access.editors[0].namespaces[0]: must be a namespace such as "shop"; Azure takes no patterns, got "shop-*"',
      ],
    ],
  },
  {
    rule: "aks/access/somebody-is-admin",
    passes: [["somebody", cluster()]],
    fails: [
      [
        "nobody",
        withAccess({ admins: [] }),
        "warning access.admins: nobody has rights in the cluster, unless a role of Azure is given elsewhere",
      ],
    ],
  },
  {
    rule: "aks/access/tenant-is-id",
    passes: [["an id", withAccess({ tenantId: admin })]],
    fails: [
      [
        "a domain",
        withAccess({ tenantId: "example.com" }),
        'error access.tenantId: must be the id of a tenant, got "example.com"',
      ],
    ],
  },
  {
    rule: "aks/access/authorized-ranges",
    passes: [["ranges", withAccess({ publicFrom: ["203.0.113.0/24"] })]],
    fails: [
      [
        "one twice",
        withAccess({ publicFrom: ["203.0.113.0/24", "203.0.113.0/24"] }),
        'error access.publicFrom[1]: "203.0.113.0/24" is there already, at position 0',
      ],
      [
        "everybody",
        withAccess({ publicFrom: ["0.0.0.0/0"] }),
        "warning access.publicFrom[0]: lets the whole internet reach the API server",
      ],
      [
        "too many",
        withAccess({ publicFrom: Array.from({ length: 201 }, (_, i) => `198.51.${i}.0/24`) }),
        "error access.publicFrom: must have at most 200 ranges, got 201",
      ],
    ],
  },
  {
    rule: "aks/access/private-zone-is-used",
    passes: [["a private cluster", withAccess({ privateDnsZone: "system" })]],
    fails: [
      [
        "a public one",
        withAccess({ publicFrom: ["203.0.113.0/24"], privateDnsZone: "system" }),
        "error access.privateDnsZone: belongs to a private cluster, and access.publicFrom makes this one public; leave it out",
      ],
    ],
  },
  {
    rule: "aks/access/private-zone-name",
    passes: [
      ["the zone of the region", withAccess({ privateDnsZone: privateZone("private.westeurope.azmk8s.io") })],
      [
        "with private: false that of a private endpoint",
        withAccess({ private: false, privateDnsZone: privateZone("shop.privatelink.westeurope.azmk8s.io") }),
      ],
    ],
    fails: [
      [
        "that of a private endpoint",
        withAccess({ privateDnsZone: privateZone("privatelink.westeurope.azmk8s.io") }),
        'error access.privateDnsZone: must be the zone private.westeurope.azmk8s.io or one below it, got "privatelink.westeurope.azmk8s.io"',
      ],
      [
        "a word",
        withAccess({ privateDnsZone: "own" }),
        'error access.privateDnsZone: must be "new", "system" or the id of a private DNS zone, got "own"',
      ],
    ],
  },
  {
    rule: "aks/access/access-namespaces-unique",
    passes: [["namespaces", withAccess({ editors: [{ principal: other, namespaces: ["shop", "web"] }] })]],
    fails: [
      [
        "none, and one twice",
        withAccess({
          editors: [{ principal: other, namespaces: ["shop", "shop"] }],
          viewers: [{ principal: admin, namespaces: [] }],
        }),
        'error access.editors[0].namespaces[1]: "shop" is there already, at position 0',
        "error access.viewers[0].namespaces: must name at least one namespace; left out, it is the whole cluster",
      ],
    ],
  },
  {
    rule: "aks/access/public-ranges-are-public",
    passes: [["a public range", withAccess({ publicFrom: ["203.0.113.0/24"] })]],
    fails: [
      [
        "a private one",
        withAccess({ publicFrom: ["10.8.0.0/16"] }),
        "error access.publicFrom[0]: 10.8.0.0/16 lets nobody in: no traffic from 10.0.0.0/8 reaches a public address; name the public address behind which your network goes out",
      ],
    ],
  },
  {
    rule: "aks/access/nodes-are-let-in",
    passes: [
      ["an address in the network", withAccess({ publicFrom: ["203.0.113.0/24"] })],
      ["gateways that are made here", outside({})],
      ["AKS' own load balancer", outside({ egress: { type: "load-balancer" } })],
      [
        "a door that is open to all",
        cluster({
          access: { admins: [admin], private: false, publicFrom: ["0.0.0.0/0"] },
          network: { egress: { type: "managed-nat" } },
        }),
      ],
      [
        "a private cluster with an endpoint",
        cluster({
          access: { admins: [admin], private: false },
          network: { egress: { type: "managed-nat" } },
        }),
      ],
    ],
    fails: [
      [
        "a way out by somebody else's address",
        outside({ egress: { type: "route-table", nextHopAddress: "10.0.0.4" } }),
        'warning access.private: nodes reach the API server by its public address: publicFrom must have the address by which egress "route-table" goes out, or leave private true',
      ],
      [
        "an existing network's gateway",
        outside({ existing }),
        'warning access.private: nodes reach the API server by its public address: publicFrom must have the address by which egress "nat-gateway" goes out, or leave private true',
      ],
      [
        "no way out",
        outside({ egress: { type: "none", registryId: registry } }),
        "error access.private: nodes could not reach the API server: without a way out they have none to its public address; leave private true",
      ],
    ],
  },
];
