import {
  type AksRuleCases,
  admin,
  cluster,
  group,
  registry,
  subnet,
  variable,
  vnet,
  withEgress,
  withExisting,
  withNetwork,
} from "../../rule-support";

export const network: readonly AksRuleCases[] = [
  {
    rule: "aks/network/zone-names-of-azure",
    passes: [["names", withNetwork({ zones: ["1", "3"] })]],
    fails: [
      [
        "four zones",
        withNetwork({ zones: 4 }),
        "error network.zones: must be at most 3: Azure has no more zones in a region, got 4",
      ],
      [
        "a name of another cloud",
        withNetwork({ zones: ["westeurope-1"] }),
        'error network.zones[0]: must be one of "1", "2", "3", got "westeurope-1"',
      ],
    ],
  },
  {
    rule: "aks/network/network-range",
    passes: [["a /20", withNetwork({ cidr: "10.1.0.0/20" })]],
    fails: [
      [
        "too small",
        withNetwork({ cidr: "10.1.0.0/24" }),
        "error network.cidr: must be a /8 to /20, got 10.1.0.0/24",
      ],
      [
        "somebody else's addresses",
        withNetwork({ cidr: "8.8.0.0/16" }),
        "error network.cidr: must be within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10, got 8.8.0.0/16",
      ],
    ],
  },
  {
    rule: "aks/network/existing-stands-alone",
    passes: [["nothing else", withExisting()]],
    fails: [
      [
        "a range beside",
        withExisting({}, { cidr: "10.1.0.0/16" }),
        "error network.cidr: belongs to a new network; that of network.existing is its own matter",
      ],
      [
        "a gateway that AKS puts into it",
        withExisting({}, { egress: { type: "managed-nat" } }),
        'error network.egress.type: "managed-nat" needs a network that AKS may put its gateway into: a new one',
      ],
      [
        "routes to be made",
        withExisting({}, { egress: { type: "route-table", nextHopAddress: "10.1.0.4" } }),
        "error network.egress.nextHopAddress: routes of an existing network are its own: name routeTableId",
      ],
    ],
  },
  {
    rule: "aks/network/existing-has-subnets",
    passes: [["what is needed", withExisting()]],
    fails: [
      [
        "none for the API server",
        withExisting({ apiServerSubnetId: undefined }),
        "error network.existing: must have apiServerSubnetId with access.private; or say access.private: false",
      ],
      [
        "none for pods",
        withExisting({}, { podNetwork: "pod-subnet" }),
        'error network.existing: must have podSubnetId with podNetwork "pod-subnet"',
      ],
      [
        "one for pods that no pod is in",
        withExisting({ podSubnetId: subnet("pods") }),
        'error network.existing.podSubnetId: is used with podNetwork "pod-subnet" alone; leave it out',
      ],
      [
        "NetApp in it",
        cluster({ ...withExisting(), storage: { netApp: { sizeTiB: 1 } } }),
        "error storage.netApp: needs a network that is made here, for a subnet of its own",
      ],
    ],
  },
  {
    rule: "aks/network/policy-fits-pod-network",
    passes: [["Cilium over an overlay", cluster()]],
    fails: [
      [
        "Cilium without",
        withNetwork({ podNetwork: "flat", networkPolicy: "cilium" }),
        'error network.networkPolicy: must be one of azure, calico, none with podNetwork "flat", got "cilium"',
      ],
      [
        "Azure's with kubenet",
        withNetwork({ podNetwork: "kubenet", networkPolicy: "azure" }),
        'error network.networkPolicy: must be one of calico, none with podNetwork "kubenet", got "azure"',
      ],
    ],
  },
  {
    rule: "aks/network/advanced-networking-has-cilium",
    passes: [["Cilium", withNetwork({ advancedNetworking: { observability: true } })]],
    fails: [
      [
        "Azure's",
        withNetwork({ networkPolicy: "azure", advancedNetworking: { observability: true } }),
        'error network.advancedNetworking: needs networkPolicy "cilium", got "azure"',
      ],
    ],
  },
  {
    rule: "aks/network/kubenet-ends",
    passes: [["an overlay", cluster()]],
    fails: [
      [
        "kubenet",
        withNetwork({ podNetwork: "kubenet" }),
        'warning network.podNetwork: "kubenet" is retired by Azure on 31 March 2028; "overlay" takes its place',
      ],
    ],
  },
  {
    rule: "aks/network/pod-range-is-used",
    passes: [["an overlay", withNetwork({ podCidr: "10.128.0.0/14" })]],
    fails: [
      [
        "pods in the nodes' subnet",
        withNetwork({ podNetwork: "flat", podCidr: "10.128.0.0/14" }),
        'error network.podCidr: is not used with podNetwork "flat"; leave it out',
      ],
    ],
  },
  {
    rule: "aks/network/dual-stack-fits",
    passes: [["the load balancer", withNetwork({ dualStack: true, egress: { type: "load-balancer" } })]],
    fails: [
      [
        "a NAT gateway",
        withNetwork({ dualStack: true }),
        'error network.dualStack: needs network.egress of type "load-balancer": no other way out has IPv6',
      ],
      [
        "a flat network",
        withNetwork({ dualStack: true, podNetwork: "flat", egress: { type: "load-balancer" } }),
        'error network.dualStack: needs podNetwork "overlay" or "kubenet", got "flat"',
      ],
    ],
  },
  {
    rule: "aks/network/service-range",
    passes: [["a /16", withNetwork({ serviceCidr: "172.20.0.0/16" })]],
    fails: [
      [
        "too large",
        withNetwork({ serviceCidr: "172.0.0.0/8" }),
        "error network.serviceCidr: must be a /12 to /27, got 172.0.0.0/8",
      ],
    ],
  },
  {
    rule: "aks/network/ranges-are-free",
    passes: [["a free one", withNetwork({ serviceCidr: "172.20.0.0/16" })]],
    fails: [
      [
        "one of Azure's own",
        withNetwork({ serviceCidr: "172.30.0.0/16" }),
        "error network.serviceCidr: 172.30.0.0/16 must not overlap 172.30.0.0/16, which Azure uses itself",
      ],
    ],
  },
  {
    rule: "aks/network/ranges-are-apart",
    passes: [["apart", withNetwork({ cidr: "10.1.0.0/16", podCidr: "10.2.0.0/16" })]],
    fails: [
      [
        "pods in the network",
        withNetwork({ cidr: "10.1.0.0/16", podCidr: "10.1.128.0/17" }),
        "error network.podCidr: the pods' range 10.1.128.0/17 must not overlap the network's range 10.1.0.0/16",
      ],
      [
        "a network over the pods' default",
        withNetwork({ cidr: "10.240.0.0/12" }),
        "error network.cidr: the pods' range 10.244.0.0/16 must not overlap the network's range 10.240.0.0/12",
      ],
      [
        "services in the pods' range",
        withNetwork({ podCidr: "10.128.0.0/14", serviceCidr: "10.128.0.0/16" }),
        "error network.serviceCidr: the services' range 10.128.0.0/16 must not overlap the pods' range 10.128.0.0/14",
      ],
    ],
  },
  {
    rule: "aks/network/private-is-private",
    passes: [
      [
        "a registry to start from",
        withNetwork({ private: true, egress: { type: "none", registryId: registry } }),
      ],
    ],
    fails: [
      [
        "none",
        withNetwork({ private: true }),
        "error network.private: a private network needs egress { type: none, registryId: … }: nodes start from a registry of yours that holds Microsoft's images",
      ],
      [
        "a gateway and a public address",
        cluster({
          network: { private: true, nat: "single", egress: { type: "none", registryId: registry } },
          access: { admins: [admin], publicFrom: ["203.0.113.0/24"] },
        }),
        'error network.nat: a private network has no way out, got "single"; leave it out',
        "error access.publicFrom: the API server of a private network has no public address; leave it out",
      ],
    ],
  },
  {
    rule: "aks/network/no-egress-has-registry",
    passes: [["a registry", withNetwork({ nat: "none", egress: { type: "none", registryId: registry } })]],
    fails: [
      [
        "none",
        withNetwork({ nat: "none" }),
        'error network.nat: "none" needs network.egress { type: none, registryId: … }: nodes start from a registry of yours',
      ],
    ],
  },
  {
    rule: "aks/network/nat-is-used",
    passes: [["NAT gateways", withNetwork({ nat: "single", egress: { type: "nat-gateway" } })]],
    fails: [
      [
        "the load balancer",
        withNetwork({ nat: "single", egress: { type: "load-balancer" } }),
        'error network.nat: is not used with egress "load-balancer"; leave one of the two out',
      ],
    ],
  },
  {
    rule: "aks/network/nat-per-zone",
    passes: [
      [
        "pools of one zone",
        cluster({ network: { nat: "per-zone" }, nodeGroups: [group({ spread: "per-zone" })] }),
      ],
    ],
    fails: [
      [
        "a pool over all",
        withNetwork({ nat: "per-zone" }),
        'error nodeGroups[0].spread: must be "per-zone" with network.nat "per-zone": a node pool has one subnet',
      ],
      [
        "one subnet of pods",
        cluster({
          network: { nat: "per-zone", podNetwork: "pod-subnet" },
          nodeGroups: [group({ spread: "per-zone" })],
        }),
        'error network.nat: "per-zone" does not go with podNetwork "pod-subnet", which has one subnet for all zones',
      ],
    ],
  },
  {
    rule: "aks/network/egress-bounds",
    passes: [
      ["within", withEgress({ type: "load-balancer", ips: 2, portsPerNode: 4096, idleTimeoutMinutes: 100 })],
    ],
    fails: [
      [
        "an idle time that the provider refuses",
        withEgress({ type: "load-balancer", idleTimeoutMinutes: 120 }),
        "error network.egress.idleTimeoutMinutes: must be a whole number from 4 to 100, got 120",
      ],
      [
        "ports that are no multiple",
        withEgress({ type: "load-balancer", portsPerNode: 100 }),
        "error network.egress.portsPerNode: must be a multiple of 8, got 100",
      ],
      [
        "two kinds of addresses",
        withEgress({ type: "load-balancer", ips: 1, ipIds: [] }),
        "error network.egress: must have one of ips, ipIds and prefixIds, got ips and ipIds",
      ],
      [
        "too many addresses",
        withEgress({ type: "managed-nat", ips: 17 }),
        "error network.egress.ips: must be a whole number from 1 to 16, got 17",
      ],
      [
        "a long time",
        withEgress({ type: "nat-gateway", idleTimeoutMinutes: 121 }),
        "error network.egress.idleTimeoutMinutes: must be a whole number from 4 to 120, got 121",
      ],
      [
        "no route",
        withEgress({ type: "route-table" }),
        "error network.egress: must have one of nextHopAddress and routeTableId, got none",
      ],
    ],
  },
  {
    rule: "aks/network/proxy-has-address",
    passes: [["a proxy", withNetwork({ httpProxy: { https: "http://proxy.example.com:3128" } })]],
    fails: [
      ["none", withNetwork({ httpProxy: {} }), "error network.httpProxy: must have http or https"],
      [
        "no URL",
        withNetwork({ httpProxy: { http: "proxy.example.com" } }),
        'error network.httpProxy.http: must be a URL such as http://proxy.example.com:3128, got "proxy.example.com"',
      ],
    ],
  },
  {
    rule: "aks/network/existing-subnets-unique",
    passes: [["subnets of their own", withExisting()]],
    fails: [
      [
        "one subnet for two things",
        withExisting({ apiServerSubnetId: subnet("nodes") }),
        "error network.existing.apiServerSubnetId: must be a subnet of its own, got that of nodeSubnetId",
      ],
    ],
  },
  {
    rule: "aks/network/existing-subnets-are-of-network",
    passes: [
      ["subnets of it", withExisting()],
      ["what is no subnet, which another rule tells of", withExisting({ nodeSubnetId: "nodes" })],
      ["a network by its name, which another rule tells of", withExisting({ vnetId: "shop" })],
      ["a reference", withExisting({ nodeSubnetId: variable })],
    ],
    fails: [
      [
        "a subnet of another",
        withExisting({ nodeSubnetId: `${vnet}-b/subnets/nodes` }),
        `error network.existing.nodeSubnetId: must be a subnet of vnetId (${vnet}), got "${vnet}-b/subnets/nodes"`,
      ],
    ],
  },
  {
    rule: "aks/network/existing-range-syntax",
    passes: [["ranges", withExisting()]],
    fails: [
      [
        "an address in a range, and a word",
        withExisting({ nodeSubnetCidr: "10.1.0.7/22", podSubnetCidr: "pods" }),
        "error network.existing.nodeSubnetCidr: 10.1.0.7/22 is an address in 10.1.0.0/22; write that",
        'error network.existing.podSubnetCidr: must be an IPv4 range such as 10.0.0.0/16, got "pods"',
      ],
    ],
  },
];
