import { type EksRuleCases, variable, withAccess } from "../../rule-support";

const office = "203.0.113.0/24";

const remoteNetworks = { nodeCidrs: ["10.192.0.0/20"], podCidrs: ["10.224.0.0/20"] };

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/access/api-server-reachable",
    passes: [
      ["private alone", withAccess({})],
      ["public alone", withAccess({ private: false, publicFrom: ["0.0.0.0/0"] })],
    ],
    fails: [
      [
        "neither",
        withAccess({ private: false }),
        "error access.private: the API server would not be reachable: with private false, access.publicFrom must have at " +
          "least one range",
      ],
    ],
  },
  {
    rule: "eks/access/nodes-reach-api-server",
    passes: [
      ["no ranges at all, which another rule reports", withAccess({ private: false, publicFrom: [] })],
      ["private and limited", withAccess({ publicFrom: [office] })],
      ["public to all", withAccess({ private: false, publicFrom: [office, "0.0.0.0/0"] })],
      ["public to who knows whom", withAccess({ private: false, publicFrom: [variable] })],
    ],
    fails: [
      [
        "public only, and limited",
        withAccess({ private: false, publicFrom: [office] }),
        "error access.private: nodes could not reach the API server: with private false they use the public endpoint, " +
          "but publicFrom is limited to 203.0.113.0/24; set private to true",
      ],
      [
        "public only, without egress",
        { ...withAccess({ private: false, publicFrom: ["0.0.0.0/0"] }), network: { nat: "none" } },
        'error access.private: nodes could not reach the API server: with nat "none" they have no egress to its public ' +
          "endpoint; set private to true",
      ],
    ],
  },
  {
    rule: "eks/access/api-server-reachable-from-outside",
    passes: [
      ["a connected network", withAccess({ privateFrom: ["10.8.0.0/16"] })],
      ["public ranges", withAccess({ publicFrom: [office] })],
      ["a list that only Terraform knows", withAccess({ privateFrom: variable })],
      ["no private endpoint, which another rule reports", withAccess({ private: false })],
    ],
    fails: [
      [
        "neither list",
        withAccess({}),
        "warning access: only the nodes can reach the API server, no person and no pipeline: list their networks or security " +
          "groups in access.privateFrom, or their public addresses in access.publicFrom",
      ],
      [
        "empty lists",
        withAccess({ publicFrom: [], privateFrom: [] }),
        "warning access: only the nodes can reach the API server, no person and no pipeline: list their networks or security " +
          "groups in access.privateFrom, or their public addresses in access.publicFrom",
      ],
    ],
  },
  {
    rule: "eks/access/private-clients",
    passes: [
      ["ranges and groups", withAccess({ privateFrom: ["10.8.0.0/16", "sg-0a1b2c3d4e5f67890", variable] })],
    ],
    fails: [
      [
        "texts of other kinds",
        withAccess({ privateFrom: ["sg-1", "pl-0a1b2c3d4e5f67890"] }),
        'error access.privateFrom[0]: must be an IPv4 range or the id of a security group such as sg-0a1b2c3d4e5f67890, got "sg-1"',
        "error access.privateFrom[1]: must be an IPv4 range or the id of a security group such as sg-0a1b2c3d4e5f67890, got " +
          '"pl-0a1b2c3d4e5f67890"',
      ],
      [
        "the same range twice",
        withAccess({ privateFrom: ["10.8.0.0/16", "10.8.0.0/16"] }),
        'error access.privateFrom[1]: "10.8.0.0/16" is a duplicate of [0]',
      ],
    ],
  },
  {
    rule: "eks/access/private-clients-are-not-remote-nodes",
    passes: [["another range", { ...withAccess({ privateFrom: ["10.8.0.0/16"] }), eks: { remoteNetworks } }]],
    fails: [
      [
        "the ranges of hybrid nodes and of their pods",
        { ...withAccess({ privateFrom: ["10.192.0.0/20", "10.224.0.0/20"] }), eks: { remoteNetworks } },
        'error access.privateFrom[0]: "10.192.0.0/20" already reaches the API server as eks.remoteNetworks.nodeCidrs[0]; omit it here',
        'error access.privateFrom[1]: "10.224.0.0/20" already reaches the API server as eks.remoteNetworks.podCidrs[0]; omit it here',
      ],
    ],
  },
  {
    rule: "eks/access/private-clients-limited",
    passes: [["a range", withAccess({ privateFrom: ["10.0.0.0/8"] })]],
    fails: [
      [
        "all addresses",
        withAccess({ privateFrom: ["0.0.0.0/0"] }),
        "warning access.privateFrom[0]: 0.0.0.0/0 allows every address of all connected networks; use the ranges of users and " +
          "pipelines",
      ],
      [
        "two halves of all addresses",
        withAccess({ privateFrom: ["0.0.0.0/1", "128.0.0.0/1"] }),
        "warning access.privateFrom: 2 ranges together allow every address of all connected networks; use the ranges of users " +
          "and pipelines",
      ],
    ],
  },
  {
    rule: "eks/access/private-clients-need-private-endpoint",
    passes: [["the private endpoint", withAccess({ privateFrom: ["10.8.0.0/16"] })]],
    fails: [
      [
        "only the public endpoint",
        withAccess({ private: false, publicFrom: ["0.0.0.0/0"], privateFrom: ["10.8.0.0/16"] }),
        "error access.privateFrom: has no effect: access.private false closes the private endpoint; omit one of the two",
      ],
    ],
  },
  {
    rule: "eks/access/api-server-open-to-everyone",
    passes: [["a range", withAccess({ publicFrom: [office] })]],
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
        "everyone",
        withAccess({ publicFrom: [office, "0.0.0.0/0"] }),
        "warning access.publicFrom[1]: 0.0.0.0/0 allows the whole internet to reach the API server; list the ranges " +
          "of your offices and pipelines",
      ],
    ],
  },
  {
    rule: "eks/access/public-ranges-count",
    passes: [
      ["40 ranges", withAccess({ publicFrom: Array.from({ length: 40 }, (_, i) => `203.0.113.${i}/32`) })],
    ],
    fails: [
      [
        "41 ranges",
        withAccess({ publicFrom: Array.from({ length: 41 }, (_, i) => `203.0.113.${i}/32`) }),
        "error access.publicFrom: EKS supports at most 40 ranges, got 41",
      ],
    ],
  },
  {
    rule: "eks/access/public-ranges-unique",
    passes: [["two ranges", withAccess({ publicFrom: [office, "198.51.100.0/24"] })]],
    fails: [
      [
        "one twice",
        withAccess({ publicFrom: [office, office] }),
        'warning access.publicFrom[1]: "203.0.113.0/24" is a duplicate of [0]',
      ],
    ],
  },
  {
    rule: "eks/access/public-ranges-public",
    passes: [["public ranges", withAccess({ publicFrom: [office, "0.0.0.0/0", "172.32.0.0/16"] })]],
    fails: [
      [
        "private and shared ones",
        withAccess({ publicFrom: ["10.20.0.0/16", "100.64.1.0/24"] }),
        "error access.publicFrom[0]: 10.20.0.0/16 has no effect: no traffic from 10.0.0.0/8 reaches a public " +
          "address; use the public address from which your network reaches the internet, or access.privateFrom for connected networks",
        "error access.publicFrom[1]: 100.64.1.0/24 has no effect: no traffic from 100.64.0.0/10 reaches a public " +
          "address; use the public address from which your network reaches the internet, or access.privateFrom for connected networks",
      ],
    ],
  },
];
