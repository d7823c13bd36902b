import { admin, cluster, type GkeRuleCases, variable, withAccess, withExisting } from "../../rule-support";

const ann = "user:ann@example.com";
const range = (i: number) => `203.0.${i}.0/24`;

export const access: readonly GkeRuleCases[] = [
  {
    rule: "gke/access/principals",
    passes: [
      [
        "members of every kind",
        withAccess({
          admins: [
            ann,
            admin,
            "serviceAccount:ci@shop.iam.gserviceaccount.com",
            "domain:example.com",
            "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/subject/deploy",
            variable,
          ],
        }),
      ],
      ["nobody", withAccess({ admins: [] })],
    ],
    fails: [
      [
        "an address alone",
        withAccess({ admins: ["ann@example.com"] }),
        'error access.admins[0]: must be a member of IAM such as "group:ops@example.com", got "ann@example.com"; write "user:ann@example.com" or "group:ann@example.com"',
      ],
      [
        "an account alone",
        withAccess({ editors: [{ principal: "ci@shop.iam.gserviceaccount.com" }] }),
        'error access.editors[0].principal: must be a member of IAM such as "group:ops@example.com", got "ci@shop.iam.gserviceaccount.com"; write "serviceAccount:ci@shop.iam.gserviceaccount.com"',
      ],
      [
        "everybody",
        withAccess({ viewers: [{ principal: "allAuthenticatedUsers" }] }),
        "error access.viewers[0].principal: allAuthenticatedUsers is anybody on the internet; name a group or a service account",
      ],
      [
        "a role of AWS",
        withAccess({ admins: ["arn:aws:iam::111122223333:role/Admin"] }),
        'error access.admins[0]: must be a member of IAM such as "group:ops@example.com", got "arn:aws:iam::111122223333:role/Admin"',
      ],
      [
        "a user without an address",
        withAccess({ admins: ["user:ann", "principal:subject"] }),
        'error access.admins[0]: must be a member of IAM such as "group:ops@example.com", got "user:ann"',
        'error access.admins[1]: must be a member of IAM such as "group:ops@example.com", got "principal:subject"',
      ],
    ],
  },
  {
    rule: "gke/access/principals-unique",
    passes: [["two", withAccess({ viewers: [{ principal: ann }] })]],
    fails: [
      [
        "one with two kinds of right",
        withAccess({ viewers: [{ principal: admin }] }),
        "error access.viewers[0].principal: group:platform@example.com is in access.admins already; a principal has one kind of right",
      ],
    ],
  },
  {
    rule: "gke/access/grant-namespaces",
    passes: [
      ["names", withAccess({ editors: [{ principal: ann, namespaces: ["shop", "search"] }] })],
      ["the whole cluster", withAccess({ editors: [{ principal: "domain:example.com" }] })],
    ],
    fails: [
      [
        "none",
        withAccess({ editors: [{ principal: ann, namespaces: [] }] }),
        "error access.editors[0].namespaces: must name at least one namespace; left out, it is all of them",
      ],
      [
        "a pattern, and one twice",
        withAccess({ viewers: [{ principal: ann, namespaces: ["shop-*", "a", "a"] }] }),
        'error access.viewers[0].namespaces[2]: "a" is there already, at position 1',
        'error access.viewers[0].namespaces[0]: must be the name of a namespace such as "shop", got "shop-*"',
      ],
      [
        "a domain in namespaces",
        withAccess({ viewers: [{ principal: "domain:example.com", namespaces: ["shop"] }] }),
        'error access.viewers[0].principal: must be a user, a group or a service account where namespaces are named: role bindings know no others, got "domain:example.com"',
      ],
    ],
  },
  {
    rule: "gke/access/groups-are-known",
    passes: [
      [
        "groups with their group",
        withAccess({
          securityGroup: "gke-security-groups@example.com",
          editors: [{ principal: "group:dev@example.com", namespaces: ["shop"] }],
        }),
      ],
      ["groups in the whole cluster, which IAM knows", withAccess({ editors: [{ principal: admin }] })],
    ],
    fails: [
      [
        "a group in a namespace",
        withAccess({ editors: [{ principal: "group:dev@example.com", namespaces: ["shop"] }] }),
        "warning access.editors[0].principal: the cluster knows no groups in namespaces without access.securityGroup, of which this one must be a member",
      ],
    ],
  },
  {
    rule: "gke/access/security-group",
    passes: [["its one name", withAccess({ securityGroup: "gke-security-groups@example.com" })]],
    fails: [
      [
        "another name",
        withAccess({ securityGroup: "k8s-groups@example.com" }),
        'error access.securityGroup: must be called gke-security-groups, such as gke-security-groups@example.com, got "k8s-groups@example.com"',
      ],
    ],
  },
  {
    rule: "gke/access/api-server-is-reachable",
    passes: [
      ["addresses and a name", cluster()],
      ["a name alone", withAccess({ ipEndpoint: false })],
      ["an address alone", withAccess({ dnsEndpoint: false })],
      [
        "a name in a private network, where it is asked for",
        cluster({ network: { private: true }, access: { admins: [], ipEndpoint: false, dnsEndpoint: true } }),
      ],
    ],
    fails: [
      [
        "neither",
        withAccess({ ipEndpoint: false, dnsEndpoint: false }),
        "error access.ipEndpoint: nobody could reach the API server: false shuts its addresses, and it has no name; set access.dnsEndpoint to true",
      ],
      [
        "no address in a private network, which has no name by default",
        cluster({ network: { private: true }, access: { admins: [], ipEndpoint: false } }),
        "error access.ipEndpoint: nobody could reach the API server: false shuts its addresses, and it has no name; set access.dnsEndpoint to true",
      ],
    ],
  },
  {
    rule: "gke/access/someone-is-let-in",
    passes: [
      ["a name", cluster()],
      ["no name, and a range", withAccess({ dnsEndpoint: false, privateFrom: ["10.100.0.0/16"] })],
    ],
    fails: [
      [
        "neither",
        withAccess({ dnsEndpoint: false }),
        "warning access: the API server is reached from the cluster's own subnet alone: name the networks of people and pipelines in access.privateFrom, or set access.dnsEndpoint to true",
      ],
    ],
  },
  {
    rule: "gke/access/addresses-are-shut",
    passes: [
      ["a name alone", withAccess({ ipEndpoint: false, publicFrom: [] })],
      ["ranges of open addresses", withAccess({ publicFrom: [range(1)] })],
    ],
    fails: [
      [
        "ranges of shut addresses",
        withAccess({
          ipEndpoint: false,
          publicFrom: [range(1)],
          privateFrom: ["10.0.0.0/8"],
          googleCloud: true,
          globalAccess: true,
          endpointAddress: { cidr: "10.9.0.0/28" },
        }),
        "error access.publicFrom: has no effect: access.ipEndpoint false shuts the addresses of the API server; leave one of the two out",
        "error access.privateFrom: has no effect: access.ipEndpoint false shuts the addresses of the API server; leave one of the two out",
        "error access.googleCloud: has no effect: access.ipEndpoint false shuts the addresses of the API server; leave one of the two out",
        "error access.globalAccess: has no effect: access.ipEndpoint false shuts the addresses of the API server; leave one of the two out",
        "error access.endpointAddress: has no effect: access.ipEndpoint false shuts the addresses of the API server; leave one of the two out",
      ],
    ],
  },
  {
    rule: "gke/access/open-to-everyone",
    passes: [["a network", withAccess({ publicFrom: [range(1)] })]],
    fails: [
      [
        "the internet",
        withAccess({ publicFrom: [range(1), "0.0.0.0/0"] }),
        "warning access.publicFrom[1]: 0.0.0.0/0 lets the whole internet reach the API server; name the ranges of your offices and pipelines",
      ],
    ],
  },
  {
    rule: "gke/access/authorized-networks",
    passes: [["50", withAccess({ publicFrom: Array.from({ length: 50 }, (_, i) => range(i)) })]],
    fails: [
      [
        "51 in both lists",
        withAccess({
          publicFrom: Array.from({ length: 50 }, (_, i) => range(i)),
          privateFrom: ["10.0.0.0/8"],
        }),
        "error access.publicFrom: GKE takes at most 50 authorized networks, got 51",
      ],
    ],
  },
  {
    rule: "gke/access/authorized-unique",
    passes: [["two", withAccess({ publicFrom: [range(1), range(2)] })]],
    fails: [
      [
        "one twice",
        withAccess({ privateFrom: ["10.0.0.0/8", "10.0.0.0/8"] }),
        'error access.privateFrom[1]: "10.0.0.0/8" is there already, at position 0',
      ],
    ],
  },
  {
    rule: "gke/access/public-ranges-are-public",
    passes: [["public ones", withAccess({ publicFrom: ["203.0.113.0/24", "0.0.0.0/0"] })]],
    fails: [
      [
        "a private one",
        withAccess({ publicFrom: ["192.168.1.0/24"] }),
        "warning access.publicFrom[0]: 192.168.1.0/24 lets nobody in from outside: no traffic from 192.168.0.0/16 reaches a public address; private networks are for access.privateFrom",
      ],
    ],
  },
  {
    rule: "gke/access/private-ranges-are-private",
    passes: [["private ones", withAccess({ privateFrom: ["10.100.0.0/16", "100.64.0.0/16", variable] })]],
    fails: [
      [
        "a public one",
        withAccess({ privateFrom: ["203.0.113.0/24"] }),
        "error access.privateFrom[0]: must be a private range, got 203.0.113.0/24; public ones are for access.publicFrom",
      ],
      [
        "an address in a network",
        withAccess({ privateFrom: ["10.0.0.1/8"] }),
        "error access.privateFrom[0]: 10.0.0.1/8 is an address in 10.0.0.0/8; write that",
      ],
    ],
  },
  {
    rule: "gke/access/open-to-google-cloud",
    passes: [["a range", withAccess({ publicFrom: [range(1)] })]],
    fails: [
      [
        "all of Google Cloud",
        withAccess({ googleCloud: true }),
        "warning access.googleCloud: lets machines of all of Google's customers reach the API server; name the addresses of your own in access.publicFrom",
      ],
    ],
  },
  {
    rule: "gke/access/endpoint-address",
    passes: [
      ["a subnet of its own", withAccess({ endpointAddress: { cidr: "10.9.0.0/28" } })],
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
        "too small a subnet",
        withAccess({ endpointAddress: { cidr: "10.9.0.0/29" } }),
        "error access.endpointAddress.cidr: must be a /24 to /28, got 10.9.0.0/29",
      ],
      [
        "what is no range",
        withAccess({ endpointAddress: { cidr: "10.9.0.1/28" } }),
        "error access.endpointAddress.cidr: 10.9.0.1/28 is an address in 10.9.0.0/28; write that",
      ],
      [
        "a peered network of another size",
        withAccess({ endpointAddress: { peeringCidr: "172.16.0.0/27" } }),
        "error access.endpointAddress.peeringCidr: must be a /28, got 172.16.0.0/27",
      ],
      [
        "a new subnet in an existing network",
        { ...withExisting(), access: { admins: [], endpointAddress: { cidr: "10.9.0.0/28" } } },
        "error access.endpointAddress.cidr: makes a subnet, for which an existing network has no room; name a subnetwork",
      ],
      [
        "an existing subnet in a new network",
        withAccess({ endpointAddress: { subnetwork: "endpoints" } }),
        'error access.endpointAddress.subnetwork: must be in the cluster\'s network, which is new; give a cidr, got "endpoints"',
      ],
    ],
  },
];
