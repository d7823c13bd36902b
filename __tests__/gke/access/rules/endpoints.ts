import { type GkeRuleCases, cluster, variable, withAccess, withExisting } from "../../rule-support";

const range = (i: number) => `203.0.${i}.0/24`;

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/access/api-server-reachable",
    passes: [
      ["IP endpoints only, by default", cluster()],
      ["the DNS endpoint only", withAccess({ ipEndpoint: false, dnsEndpoint: true })],
      ["IP endpoints only", withAccess({ dnsEndpoint: false })],
      [
        "a DNS endpoint of a private network, if it is enabled",
        cluster({ network: { private: true }, access: { admins: [], ipEndpoint: false, dnsEndpoint: true } }),
      ],
    ],
    fails: [
      [
        "neither",
        withAccess({ ipEndpoint: false, dnsEndpoint: false }),
        "error access.ipEndpoint: the API server has no endpoint: the IP endpoints and the DNS endpoint are off; set access.dnsEndpoint to true",
      ],
      [
        "no IP endpoint in a private network, which has no DNS endpoint by default",
        cluster({ network: { private: true }, access: { admins: [], ipEndpoint: false } }),
        "error access.ipEndpoint: the API server has no endpoint: the IP endpoints and the DNS endpoint are off; set access.dnsEndpoint to true",
      ],
    ],
  },
  {
    rule: "gke/access/api-server-reachable-from-outside",
    passes: [
      ["a DNS endpoint", withAccess({ dnsEndpoint: true })],
      ["no DNS endpoint, and a range", withAccess({ dnsEndpoint: false, privateFrom: ["10.100.0.0/16"] })],
    ],
    fails: [
      [
        "neither",
        cluster(),
        "warning access: the API server is reachable from the cluster's subnet only: list the networks of users and pipelines in access.privateFrom, or set access.dnsEndpoint to true",
      ],
    ],
  },
  {
    rule: "gke/access/ip-endpoint-settings",
    passes: [
      ["the DNS endpoint only", withAccess({ ipEndpoint: false, dnsEndpoint: true, publicFrom: [] })],
      ["ranges of enabled endpoints", withAccess({ publicFrom: [range(1)] })],
    ],
    fails: [
      [
        "ranges of disabled endpoints",
        withAccess({
          ipEndpoint: false,
          publicFrom: [range(1)],
          privateFrom: ["10.0.0.0/8"],
          googleCloud: true,
          globalAccess: true,
          endpointAddress: { cidr: "10.9.0.0/28" },
        }),
        "error access.publicFrom: has no effect: access.ipEndpoint false turns off the addresses of the API server; omit one of the two",
        "error access.privateFrom: has no effect: access.ipEndpoint false turns off the addresses of the API server; omit one of the two",
        "error access.googleCloud: has no effect: access.ipEndpoint false turns off the addresses of the API server; omit one of the two",
        "error access.globalAccess: has no effect: access.ipEndpoint false turns off the addresses of the API server; omit one of the two",
        "error access.endpointAddress: has no effect: access.ipEndpoint false turns off the addresses of the API server; omit one of the two",
      ],
    ],
  },
  {
    rule: "gke/access/api-server-open-to-everyone",
    passes: [["a network", withAccess({ publicFrom: [range(1)] })]],
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
        "the internet",
        withAccess({ publicFrom: [range(1), "0.0.0.0/0"] }),
        "warning access.publicFrom[1]: 0.0.0.0/0 allows the whole internet to reach the API server; list the ranges of your offices and pipelines",
      ],
    ],
  },
  {
    rule: "gke/access/dns-endpoint-limited",
    passes: [
      ["a DNS endpoint without ranges", withAccess({ dnsEndpoint: true })],
      ["ranges without a DNS endpoint", withAccess({ publicFrom: [range(1)] })],
    ],
    fails: [
      [
        "both",
        withAccess({ dnsEndpoint: true, publicFrom: [range(1)] }),
        "warning access.dnsEndpoint: is reachable from the whole internet: access.publicFrom does not limit it; omit it, or limit it with VPC Service Controls",
      ],
    ],
  },
  {
    rule: "gke/access/authorized-networks-count",
    passes: [["50", withAccess({ publicFrom: Array.from({ length: 50 }, (_, i) => range(i)) })]],
    fails: [
      [
        "51 in both lists",
        withAccess({
          publicFrom: Array.from({ length: 50 }, (_, i) => range(i)),
          privateFrom: ["10.0.0.0/8"],
        }),
        "error access.publicFrom: GKE allows at most 50 authorized networks, got 51",
      ],
    ],
  },
  {
    rule: "gke/access/authorized-networks-unique",
    passes: [["two", withAccess({ publicFrom: [range(1), range(2)] })]],
    fails: [
      [
        "a duplicate",
        withAccess({ privateFrom: ["10.0.0.0/8", "10.0.0.0/8"] }),
        'error access.privateFrom[1]: "10.0.0.0/8" is a duplicate of [0]',
      ],
    ],
  },
  {
    rule: "gke/access/public-ranges-public",
    passes: [["public ones", withAccess({ publicFrom: ["203.0.113.0/24", "0.0.0.0/0"] })]],
    fails: [
      [
        "a private one",
        withAccess({ publicFrom: ["192.168.1.0/24"] }),
        "warning access.publicFrom[0]: 192.168.1.0/24 has no effect: no traffic from 192.168.0.0/16 reaches a public address; use access.privateFrom for private networks",
      ],
    ],
  },
  {
    rule: "gke/access/private-ranges-private",
    passes: [["private ones", withAccess({ privateFrom: ["10.100.0.0/16", "100.64.0.0/16", variable] })]],
    fails: [
      [
        "a public one",
        withAccess({ privateFrom: ["203.0.113.0/24"] }),
        "error access.privateFrom[0]: must be a private range, got 203.0.113.0/24; use access.publicFrom for public ranges",
      ],
      [
        "an address in a network",
        withAccess({ privateFrom: ["10.0.0.1/8"] }),
        "error access.privateFrom[0]: 10.0.0.1/8 is an address in 10.0.0.0/8; use 10.0.0.0/8",
      ],
    ],
  },
  {
    rule: "gke/access/api-server-open-to-google-cloud",
    passes: [["a range", withAccess({ publicFrom: [range(1)] })]],
    fails: [
      [
        "all of Google Cloud",
        withAccess({ googleCloud: true }),
        "warning access.googleCloud: allows machines of all customers of Google Cloud to reach the API server; list your own addresses in access.publicFrom",
      ],
    ],
  },
  {
    rule: "gke/access/endpoint-address",
    passes: [
      ["a separate subnet", withAccess({ endpointAddress: { cidr: "10.9.0.0/28" } })],
      ["a peered network", withAccess({ endpointAddress: { peeringCidr: "172.16.0.0/28" } })],
      [
        "a subnet of an existing network",
        { ...withExisting(), access: { admins: [], endpointAddress: { subnetwork: "endpoints" } } },
      ],
    ],
    fails: [
      [
        "nothing",
        withAccess({ endpointAddress: {} }),
        "error access.endpointAddress: must have one of cidr, subnetwork and peeringCidr, got none",
      ],
      [
        "two",
        withAccess({ endpointAddress: { cidr: "10.9.0.0/28", peeringCidr: "172.16.0.0/28" } }),
        "error access.endpointAddress: must have one of cidr, subnetwork and peeringCidr, got cidr and peeringCidr",
      ],
      [
        "a subnet that is too small",
        withAccess({ endpointAddress: { cidr: "10.9.0.0/29" } }),
        "error access.endpointAddress.cidr: must be a /24 to /28, got 10.9.0.0/29",
      ],
      [
        "an invalid range",
        withAccess({ endpointAddress: { cidr: "10.9.0.1/28" } }),
        "error access.endpointAddress.cidr: 10.9.0.1/28 is an address in 10.9.0.0/28; use 10.9.0.0/28",
      ],
      [
        "a peered network of another size",
        withAccess({ endpointAddress: { peeringCidr: "172.16.0.0/27" } }),
        "error access.endpointAddress.peeringCidr: must be a /28, got 172.16.0.0/27",
      ],
      [
        "a new subnet in an existing network",
        { ...withExisting(), access: { admins: [], endpointAddress: { cidr: "10.9.0.0/28" } } },
        "error access.endpointAddress.cidr: creates a subnet, which is not supported with an existing network; use subnetwork",
      ],
      [
        "an existing subnet in a new network",
        withAccess({ endpointAddress: { subnetwork: "endpoints" } }),
        'error access.endpointAddress.subnetwork: must be in the cluster\'s network, which is new; use cidr, got "endpoints"',
      ],
    ],
  },
];
