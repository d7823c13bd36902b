import type { AksNetworkSpec } from "../../../../modules/aks/spec";
import {
  type AksRuleCases,
  admin,
  cluster,
  existing,
  isolated,
  privateZone,
  registry,
  routed,
  withAccess,
} from "../../rule-support";

/** A cluster whose nodes reach the public API server from outside. */
const outside = (network: AksNetworkSpec) =>
  cluster({ access: { admins: [admin], private: false, publicFrom: ["203.0.113.0/24"] }, network });

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/access/authorized-ranges",
    passes: [["ranges", withAccess({ publicFrom: ["203.0.113.0/24"] })]],
    fails: [
      [
        "one twice",
        withAccess({ publicFrom: ["203.0.113.0/24", "203.0.113.0/24"] }),
        'error access.publicFrom[1]: "203.0.113.0/24" is a duplicate of [0]',
      ],
      [
        "too many",
        withAccess({ publicFrom: Array.from({ length: 201 }, (_, i) => `198.51.${i}.0/24`) }),
        "error access.publicFrom: must have at most 200 ranges, got 201",
      ],
    ],
  },
  {
    rule: "aks/access/api-server-open-to-everyone",
    passes: [["a range", withAccess({ publicFrom: ["203.0.113.0/24"] })]],
    fails: [
      [
        "two halves of all addresses",
        withAccess({ publicFrom: ["0.0.0.0/1", "128.0.0.0/1"] }),
        "warning access.publicFrom: 2 ranges together allow the whole internet to reach the API server; list the ranges of your offices and pipelines",
      ],
      [
        "as many addresses as a /8",
        withAccess({ publicFrom: ["52.0.0.0/9", "203.0.113.0/24", "54.128.0.0/9"] }),
        "warning access.publicFrom: 3 ranges together allow a large part of the internet to reach the API server; list the ranges of your offices and pipelines",
      ],
      [
        "a /8",
        withAccess({ publicFrom: ["52.0.0.0/8"] }),
        "warning access.publicFrom[0]: 52.0.0.0/8 allows a large part of the internet to reach the API server; list the ranges of your offices and pipelines",
      ],
      [
        "a range of all addresses",
        withAccess({ publicFrom: ["0.0.0.0/0"] }),
        "warning access.publicFrom[0]: 0.0.0.0/0 allows the whole internet to reach the API server; list the ranges of your offices and pipelines",
      ],
    ],
  },
  {
    rule: "aks/access/public-ranges-public",
    passes: [["a public range", withAccess({ publicFrom: ["203.0.113.0/24"] })]],
    fails: [
      [
        "a private one",
        withAccess({ publicFrom: ["10.8.0.0/16"] }),
        "error access.publicFrom[0]: 10.8.0.0/16 has no effect: no traffic from 10.0.0.0/8 reaches a public address; set the public address of your network's egress",
      ],
      [
        "a reserved one",
        withAccess({ publicFrom: ["169.254.8.0/24"] }),
        "error access.publicFrom[0]: 169.254.8.0/24 has no effect: no traffic from 169.254.0.0/16 reaches a public address; set the public address of your network's egress",
      ],
    ],
  },
  {
    rule: "aks/access/private-false-is-public",
    passes: [
      ["a public address", withAccess({ private: false, publicFrom: ["203.0.113.0/24"] })],
      ["an address in the network", withAccess({ private: true })],
      ["omitted", withAccess({})],
    ],
    fails: [
      [
        "no public address",
        withAccess({ private: false }),
        "warning access.private: the API server has a private endpoint only: false does not make it public; set publicFrom, or omit " +
          "private, which gives it an address in the network",
      ],
    ],
  },
  {
    rule: "aks/access/nodes-reach-api-server",
    passes: [
      ["an address in the network", withAccess({ publicFrom: ["203.0.113.0/24"] })],
      ["new gateways", outside({})],
      ["AKS' own load balancer", outside({ egress: { type: "load-balancer" } })],
      [
        "a range of all addresses",
        cluster({
          access: { admins: [admin], private: false, publicFrom: ["0.0.0.0/0"] },
          network: routed,
        }),
      ],
      [
        "a private cluster with an endpoint",
        cluster({
          access: { admins: [admin], private: false },
          network: routed,
        }),
      ],
    ],
    fails: [
      [
        "egress with an unknown address",
        outside(routed),
        'warning access.private: nodes reach the API server by its public address: publicFrom must contain the public address of egress "route-table", or private must be true',
      ],
      [
        "an existing network's gateway",
        outside({ existing }),
        'warning access.private: nodes reach the API server by its public address: publicFrom must contain the public address of egress "nat-gateway", or private must be true',
      ],
      [
        "no egress",
        { ...outside({ egress: { type: "none", registryId: registry } }), ...isolated },
        "error access.private: must be true: without egress, nodes can't reach the public address of the API server",
      ],
    ],
  },
  {
    rule: "aks/access/private-zone-needs-private-cluster",
    passes: [["a private cluster", withAccess({ privateDnsZone: "system" })]],
    fails: [
      [
        "a public one",
        withAccess({ publicFrom: ["203.0.113.0/24"], privateDnsZone: "system" }),
        "error access.privateDnsZone: is for private clusters, and access.publicFrom makes this one public; omit it",
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
        'error access.privateDnsZone: must be the zone private.westeurope.azmk8s.io or a subzone of it, got "privatelink.westeurope.azmk8s.io"',
      ],
      [
        "a text that is not an id",
        withAccess({ privateDnsZone: "own" }),
        'error access.privateDnsZone: must be "new", "system" or the id of a private DNS zone, got "own"',
      ],
    ],
  },
  {
    rule: "aks/access/private-zone-in-cloud",
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
        "a new zone",
        cluster({ region: "usgovvirginia" }),
        'error access.privateDnsZone: must be "system" in usgovvirginia: in Azure\'s cloud "usgovernment" the zone has another name than azmk8s.io, got "new"',
      ],
    ],
  },
];
