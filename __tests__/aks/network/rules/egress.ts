import {
  type AksRuleCases,
  admin,
  cluster,
  group,
  hub,
  isolated,
  registry,
  withEgress,
  withNetwork,
  withoutEgress,
} from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/network/private-network-closed",
    passes: [["a registry to start from", withoutEgress({ private: true })]],
    fails: [
      [
        "none",
        withNetwork({ private: true }),
        "error network.private: a private network needs egress { type: none, registryId: … }: nodes pull Microsoft's images from your registry",
      ],
      [
        "a gateway and a public address",
        cluster({
          ...isolated,
          network: { private: true, nat: "single", egress: { type: "none", registryId: registry } },
          access: { admins: [admin], publicFrom: ["203.0.113.0/24"] },
        }),
        'error network.nat: a private network has no egress, got "single"; omit it',
        "error access.publicFrom: the API server of a private network has no public address; omit it",
      ],
    ],
  },
  {
    rule: "aks/network/no-egress-needs-registry",
    passes: [["a registry", withoutEgress({ nat: "none" })]],
    fails: [
      [
        "none",
        withNetwork({ nat: "none" }),
        `error network.nat: "none" needs network.egress { type: none, registryId: … }: nodes pull Microsoft's images from your registry`,
      ],
    ],
  },
  {
    rule: "aks/network/nat-needs-nat-gateway",
    passes: [["NAT gateways", withNetwork({ nat: "single", egress: { type: "nat-gateway" } })]],
    fails: [
      [
        "the load balancer",
        withNetwork({ nat: "single", egress: { type: "load-balancer" } }),
        'error network.nat: is not used with egress "load-balancer"; omit one of the two',
      ],
    ],
  },
  {
    rule: "aks/network/nat-per-zone-needs-zonal-groups",
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
        'error network.nat: "per-zone" is not supported with podNetwork "pod-subnet", which has one subnet for all zones',
      ],
    ],
  },
  {
    rule: "aks/network/egress-settings",
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
        withEgress({ type: "load-balancer", ips: 101 }),
        "error network.egress.ips: must be a whole number from 1 to 100, got 101",
      ],
      [
        "a long time",
        withEgress({ type: "nat-gateway", idleTimeoutMinutes: 121 }),
        "error network.egress.idleTimeoutMinutes: must be a whole number from 4 to 120, got 121",
      ],
      [
        "no route",
        withNetwork({ egress: { type: "route-table" }, peerings: [hub] }),
        "error network.egress: must have one of nextHopAddress and routeTableId, got none",
      ],
    ],
  },
  {
    rule: "aks/network/proxy-address",
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
];
