import {
  type GkeRuleCases,
  autopilot,
  cluster,
  existing,
  group,
  variable,
  withAccess,
  withExisting,
  withGroups,
  withNetwork,
} from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/network/network-prefix",
    passes: [
      ["a /9", withNetwork({ cidr: "10.0.0.0/9" })],
      ["a /20", withNetwork({ cidr: "10.0.0.0/20" })],
      ["a range that another rule refuses", withNetwork({ cidr: "10.0.0.1/24" })],
    ],
    fails: [
      [
        "a /8",
        withNetwork({ cidr: "10.0.0.0/8" }),
        "error network.cidr: must be a /9 to /20, got 10.0.0.0/8",
      ],
      [
        "a /21",
        withNetwork({ cidr: "10.0.0.0/21" }),
        "error network.cidr: must be a /9 to /20, got 10.0.0.0/21",
      ],
    ],
  },
  {
    rule: "gke/network/range-prefixes",
    passes: [
      [
        "usual ones",
        cluster({
          network: { podCidr: "100.64.0.0/14", morePodCidrs: ["100.68.0.0/22"], serviceCidr: "10.9.0.0/20" },
          loadBalancing: { proxyCidr: "10.10.0.0/23" },
        }),
      ],
    ],
    fails: [
      [
        "too few pods",
        withNetwork({ podCidr: "100.64.0.0/22" }),
        "error network.podCidr: must be a /9 to /21, got 100.64.0.0/22",
      ],
      [
        "too many services",
        withNetwork({ serviceCidr: "10.0.0.0/15" }),
        "error network.serviceCidr: must be a /16 to /27, got 10.0.0.0/15",
      ],
      [
        "a range that is too large, and an invalid range",
        withNetwork({ morePodCidrs: ["100.68.0.0/29", "pods"] }),
        "error network.morePodCidrs[0]: must be a /9 to /28, got 100.68.0.0/29",
        'error network.morePodCidrs[1]: must be an IPv4 range such as 10.0.0.0/16, got "pods"',
      ],
      [
        "too few proxies",
        cluster({ loadBalancing: { proxyCidr: "10.10.0.0/27" } }),
        "error loadBalancing.proxyCidr: must be a /20 to /26, got 10.10.0.0/27",
      ],
    ],
  },
  {
    rule: "gke/network/ranges-separate",
    passes: [
      ["planned ones", cluster()],
      ["parts of the free quarter", withNetwork({ cidr: "10.0.0.0/16", morePodCidrs: ["10.0.192.0/18"] })],
      ["an existing network's", withExisting()],
    ],
    fails: [
      [
        "pods over planned nodes",
        withNetwork({ podCidr: "10.0.128.0/20" }),
        "error network.podCidr: 10.0.128.0/20 for pods must not overlap 10.0.128.0/20 for nodes",
      ],
      [
        "services over pods",
        withNetwork({ podCidr: "100.64.0.0/14", serviceCidr: "100.64.16.0/20" }),
        "error network.serviceCidr: 100.64.16.0/20 for services must not overlap 100.64.0.0/14 for pods",
      ],
      [
        "the API server in services",
        withAccess({ endpointAddress: { cidr: "10.0.144.0/28" } }),
        "error access.endpointAddress.cidr: 10.0.144.0/28 for the API server must not overlap 10.0.144.0/20 for services",
      ],
      [
        "existing ranges",
        withExisting({ serviceCidr: "10.1.0.0/24" }),
        "error network.existing.serviceCidr: 10.1.0.0/24 for services must not overlap 10.1.0.0/20 for nodes",
      ],
    ],
  },
  {
    rule: "gke/network/ranges-allowed",
    passes: [["private ones", withNetwork({ cidr: "10.0.0.0/16" })]],
    fails: [
      [
        "documentation's",
        withNetwork({ podCidr: "192.0.2.0/24" }),
        "error network.podCidr: must not overlap 192.0.2.0/24, which Google Cloud prohibits for subnets, got 192.0.2.0/24",
      ],
      [
        "Google's own",
        withNetwork({ podCidr: "199.36.152.0/21" }),
        "error network.podCidr: must not overlap 199.36.153.4/30, which Google Cloud prohibits for subnets, got 199.36.152.0/21",
      ],
    ],
  },
  {
    rule: "gke/network/ranges-private",
    passes: [
      [
        "private ones, carriers' and class E",
        withNetwork({ podCidr: "240.0.0.0/12", serviceCidr: "100.64.0.0/20" }),
      ],
    ],
    fails: [
      [
        "public ranges",
        withNetwork({ podCidr: "20.0.0.0/14" }),
        "warning network.podCidr: 20.0.0.0/14 is not within the private ranges (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, 240.0.0.0/4): its owners on the internet cannot be reached from the cluster",
      ],
    ],
  },
  {
    rule: "gke/network/zones-known",
    passes: [
      ["existing zones", cluster({ region: "us-central1", network: { zones: 4 } })],
      ["names", withNetwork({ zones: ["europe-west3-a"] })],
      ["a region that another rule refuses", cluster({ region: "europe" })],
    ],
    fails: [
      [
        "more zones than the region has",
        withNetwork({ zones: 4 }),
        "error network.zones: must be a list of names such as [europe-west3-a, europe-west3-b]: the names of 4 zones of europe-west3 are not known (only europe-west3-a, europe-west3-b, europe-west3-c)",
      ],
      [
        "an unknown region",
        cluster({ region: "africa-north1" }),
        'error region: unknown region "africa-north1"; did you mean "africa-south1"? If it is new, set network.zones',
      ],
      [
        "a region without a similar name",
        cluster({ region: "moon-tranquillity1" }),
        'error region: unknown region "moon-tranquillity1"; if it is new, set network.zones',
      ],
    ],
  },
  {
    rule: "gke/network/zones-of-region",
    passes: [["its own", withNetwork({ zones: ["europe-west3-a", variable] })]],
    fails: [
      [
        "another's",
        withNetwork({ zones: ["europe-west3-a", "europe-west1-b"] }),
        'error network.zones[1]: must be a zone of europe-west3 such as europe-west3-a, got "europe-west1-b"',
      ],
    ],
  },
  {
    rule: "gke/network/nodes-in-several-zones",
    passes: [
      ["two zones", withNetwork({ zones: 2 })],
      ["one, as the control plane", cluster({ network: { zones: 1 }, gke: { controlPlane: "zonal" } })],
      ["Autopilot", autopilot({ network: { zones: 1 } })],
    ],
    fails: [
      [
        "one",
        withNetwork({ zones: 1 }),
        "warning network.zones: all nodes are in europe-west3-a while the control plane is in three zones; use more zones, or set gke.controlPlane to zonal",
      ],
    ],
  },
  {
    rule: "gke/network/nat-settings",
    passes: [
      ["powers of two", withNetwork({ natAddresses: 16, natPorts: { min: 32, max: 65536 } })],
      ["one of them", withNetwork({ natPorts: { max: 128 } })],
    ],
    fails: [
      [
        "17 addresses",
        withNetwork({ natAddresses: 17 }),
        "error network.natAddresses: must be a whole number from 1 to 16, got 17",
      ],
      [
        "other numbers",
        withNetwork({ natPorts: { min: 100, max: 70000 } }),
        "error network.natPorts.min: must be a power of two from 32 to 32768, got 100",
        "error network.natPorts.max: must be a power of two from 64 to 65536, got 70000",
      ],
      [
        "no difference between them",
        withNetwork({ natPorts: { min: 4096 } }),
        "error network.natPorts.min: max (4096) must be above min (4096)",
      ],
      [
        "the wrong order",
        withNetwork({ natPorts: { min: 1024, max: 512 } }),
        "error network.natPorts.max: max (512) must be above min (1024)",
      ],
    ],
  },
  {
    rule: "gke/network/nat-settings-need-nat",
    passes: [
      ["addresses of a gateway", withNetwork({ natAddresses: 2 })],
      [
        "an existing network, which another rule checks",
        withNetwork({ existing, natAddresses: 2, private: true }),
      ],
    ],
    fails: [
      [
        "none",
        withNetwork({ nat: "none", natAddresses: 2 }),
        'error network.natAddresses: has no effect: there is no NAT with nat "none"; omit it',
      ],
      [
        "a private network",
        withNetwork({ private: true, natPorts: { min: 128 } }),
        "error network.natPorts: has no effect: there is no NAT with private true; omit it",
      ],
    ],
  },
  {
    rule: "gke/network/nodes-have-egress",
    passes: [
      ["a gateway", cluster()],
      ["none on purpose", withNetwork({ nat: "none", private: true })],
      ["public nodes", withNetwork({ nat: "none", nodeAddresses: "public" })],
    ],
    fails: [
      [
        "none",
        withNetwork({ nat: "none" }),
        'warning network.nat: with "none" nodes reach only services of Google: images must come from Artifact Registry; set network.private to true if this is intended',
      ],
    ],
  },
  {
    rule: "gke/network/private-network-exclusive",
    passes: [["a private network", withNetwork({ private: true, nat: "none", ipv6Access: "internal" })]],
    fails: [
      [
        "egress and ingress",
        cluster({
          network: { private: true, nat: "single", nodeAddresses: "public", ipv6Access: "external" },
          access: { admins: [], publicFrom: ["203.0.113.0/24"], googleCloud: true },
          nodeGroups: [group({ nodeAddresses: "public" })],
        }),
        "error network.nat: contradicts network.private, which allows no traffic to the internet; omit one of the two",
        "error network.nodeAddresses: contradicts network.private, which allows no traffic to the internet; omit one of the two",
        "error network.ipv6Access: contradicts network.private, which allows no traffic to the internet; omit one of the two",
        "error access.publicFrom: contradicts network.private, which allows no traffic to the internet; omit one of the two",
        "error access.googleCloud: contradicts network.private, which allows no traffic to the internet; omit one of the two",
        "error nodeGroups[0].nodeAddresses: contradicts network.private, which allows no traffic to the internet; omit one of the two",
      ],
    ],
  },
  {
    rule: "gke/network/mtu",
    passes: [["jumbo frames", withNetwork({ mtu: 8896 })]],
    fails: [
      [
        "more",
        withNetwork({ mtu: 9000 }),
        "error network.mtu: must be a whole number from 1300 to 8896, got 9000",
      ],
    ],
  },
  {
    rule: "gke/network/dataplane-v2-required",
    passes: [
      ["all of it", withNetwork({ ipFamily: "ipv6", clusterwidePolicies: true, fqdnPolicies: true })],
      ["none of it", withNetwork({ dataplane: "calico" })],
    ],
    fails: [
      [
        "all of it on another",
        cluster({
          network: {
            dataplane: "calico",
            ipFamily: "ipv6",
            clusterwidePolicies: true,
            fqdnPolicies: true,
            encryptedTraffic: true,
            multiNetworking: true,
          },
          observability: { trafficMetrics: true, trafficRelay: true },
        }),
        'error network.ipFamily: needs Dataplane V2; network.dataplane is "calico"',
        'error network.clusterwidePolicies: needs Dataplane V2; network.dataplane is "calico"',
        'error network.fqdnPolicies: needs Dataplane V2; network.dataplane is "calico"',
        'error network.encryptedTraffic: needs Dataplane V2; network.dataplane is "calico"',
        'error network.multiNetworking: needs Dataplane V2; network.dataplane is "calico"',
        'error observability.trafficMetrics: needs Dataplane V2; network.dataplane is "calico"',
        'error observability.trafficRelay: needs Dataplane V2; network.dataplane is "calico"',
      ],
    ],
  },
  {
    rule: "gke/network/ipv6-access-needs-ipv6",
    passes: [["both", withNetwork({ ipFamily: "ipv6", ipv6Access: "external" })]],
    fails: [
      [
        "one",
        withNetwork({ ipv6Access: "external" }),
        'error network.ipv6Access: has no effect without ipFamily "ipv6"; omit it',
      ],
    ],
  },
  {
    rule: "gke/network/webhook-ports",
    passes: [["ports", withNetwork({ webhookPorts: [1, 65535] })]],
    fails: [
      [
        "a duplicate, and an invalid port",
        withNetwork({ webhookPorts: [8443, 8443, 0] }),
        "error network.webhookPorts[1]: 8443 is a duplicate of [0]",
        "error network.webhookPorts[2]: must be a whole number from 1 to 65535, got 0",
      ],
    ],
  },
  {
    rule: "gke/network/cluster-dns",
    passes: [
      ["a suffix in the VPC", withNetwork({ dns: { scope: "vpc", domain: "shop.internal" } })],
      ["a second one", withNetwork({ dns: { vpcDomain: "shop.internal" } })],
      ["kube-dns", withNetwork({ dns: { by: "kube-dns", nodeCache: false } })],
    ],
    fails: [
      [
        "fields of Cloud DNS with kube-dns",
        withNetwork({ dns: { by: "kube-dns", scope: "vpc", domain: "a.b" } }),
        'error network.dns.scope: needs Cloud DNS; omit it with by "kube-dns"',
        'error network.dns.domain: needs Cloud DNS; omit it with by "kube-dns"',
      ],
      [
        "the VPC without a suffix",
        withNetwork({ dns: { scope: "vpc" } }),
        'error network.dns.domain: must be unique in the VPC network with scope "vpc", such as shop.internal',
      ],
      [
        "the VPC with two",
        withNetwork({ dns: { scope: "vpc", domain: "a.b", vpcDomain: "c.d" } }),
        'error network.dns.vpcDomain: needs scope "cluster"; with "vpc" all names are known in the VPC network',
      ],
      [
        "an invalid domain",
        withNetwork({ dns: { domain: "_shop" } }),
        'error network.dns.domain: must be a domain such as shop.internal, got "_shop"',
      ],
    ],
  },
  {
    rule: "gke/network/additional-networks",
    passes: [
      [
        "one with pods",
        cluster({
          network: { multiNetworking: true },
          nodeGroups: [
            group({
              additionalNetworks: [{ network: "data", subnetwork: "data", podRange: "p", maxPods: 8 }],
            }),
          ],
        }),
      ],
    ],
    fails: [
      [
        "a cluster without support, and pods without a range",
        withGroups({ additionalNetworks: [{ network: "data", subnetwork: "data", maxPods: 300 }] }),
        "error nodeGroups[0].additionalNetworks: needs network.multiNetworking, which cannot be turned on later",
        "error nodeGroups[0].additionalNetworks[0].maxPods: has no effect without podRange: pods do not use the interface",
        "error nodeGroups[0].additionalNetworks[0].maxPods: must be a whole number from 8 to 256, got 300",
      ],
    ],
  },
  {
    rule: "gke/network/pod-ranges-exist",
    passes: [
      ["the first", withGroups({ podRange: "pods" })],
      [
        "another",
        cluster({
          network: { morePodCidrs: ["100.64.0.0/16"] },
          nodeGroups: [group({ podRange: "pods-1" })],
        }),
      ],
      [
        "one of an existing network",
        { ...withExisting({ morePodRanges: ["big"] }), nodeGroups: [group({ podRange: "big" })] },
      ],
    ],
    fails: [
      [
        "none of them",
        withGroups({ podRange: "pods-1" }),
        'error nodeGroups[0].podRange: must be one of the cluster\'s pod ranges (pods), got "pods-1"',
      ],
    ],
  },
];
