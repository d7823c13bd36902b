import {
  type AksRuleCases,
  cluster,
  dnsZone,
  existing,
  group,
  hub,
  registry,
  routed,
  withEgress,
  withExisting,
  withLoadBalancing,
  withNetwork,
  withoutEgress,
} from "../../rule-support";

const noEgress = { type: "none", registryId: registry } as const;
const gateway = {
  gatewayId: registry.replace("ContainerRegistry/registries", "Network/applicationGateways"),
};

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/network/programs-need-egress",
    passes: [
      ["egress with all of them", cluster({ observability: { managedPrometheus: true, defender: true } })],
      ["no egress and none of them", withoutEgress()],
      ["a firewall", { ...cluster(), network: routed }],
    ],
    fails: [
      [
        "the programs that are on by default",
        withEgress(noEgress),
        `error observability.containerInsights: no path to Azure Monitor, which Container Insights calls: network.egress is "none"; set it to false, or use another egress`,
        `error aks.azurePolicy: no path to the policy service of Azure, which Azure Policy calls: network.egress is "none"; set it to false, or use another egress`,
        `error aks.costAnalysis: no path to Azure Resource Manager, which cost analysis calls: network.egress is "none"; set it to false, or use another egress`,
      ],
      [
        "every other program",
        cluster({
          network: { egress: noEgress },
          observability: { containerInsights: false, managedPrometheus: true, defender: true },
          aks: { azurePolicy: false, tier: "free", aiToolchain: true },
          storage: { backup: true },
          dns: { zones: [dnsZone] },
          loadBalancing: { applicationGateway: gateway },
          workloadIdentities: [{ namespace: "shop", serviceAccount: "orders" }],
          upgrades: { nodeImages: "security-patch" },
          nodeGroups: [group(), group({ name: "win", image: { family: "windows-2022" } })],
        }),
        `error observability.managedPrometheus: no path to Azure Monitor, which managed Prometheus calls: network.egress is "none"; set it to false, or use another egress`,
        `error observability.defender: no path to Microsoft Defender for Cloud, which Microsoft Defender calls: network.egress is "none"; set it to false, or use another egress`,
        `error aks.aiToolchain: no path to Azure Resource Manager, which the AI toolchain operator calls: network.egress is "none"; omit it, or use another egress`,
        `error storage.backup: no path to the extension service of Azure, which the backup extension calls: network.egress is "none"; omit it, or use another egress`,
        `error dns: no path to Azure Resource Manager, which the program that writes DNS records calls: network.egress is "none"; omit it, or use another egress`,
        `error loadBalancing.applicationGateway: no path to Azure Resource Manager, which the Application Gateway Ingress Controller calls: network.egress is "none"; omit it, or use another egress`,
        `error workloadIdentities: no path to Microsoft Entra ID, which a workload identity calls: network.egress is "none"; omit them, or use another egress`,
        `error upgrades.nodeImages: no path to package repositories, which the update of packages on nodes calls: network.egress is "none"; set "node-image" or "none", or use another egress`,
        `error nodeGroups[1].image.family: no path to Microsoft's update services, which a Windows node calls: network.egress is "none"; use a Linux image, or use another egress`,
      ],
      [
        "a network without NAT gateways",
        { ...withoutEgress(), network: { nat: "none" }, observability: {} },
        'error observability.containerInsights: no path to Azure Monitor, which Container Insights calls: network.nat is "none"; set it to false, or use another egress',
      ],
      [
        "a private network",
        { ...withoutEgress(), network: { private: true }, observability: {} },
        "error observability.containerInsights: no path to Azure Monitor, which Container Insights calls: network.private is true; set it to false, or use another egress",
      ],
      [
        "an existing network, which may have a private endpoint",
        { ...withoutEgress(), network: { existing, egress: noEgress }, observability: {} },
        `warning observability.containerInsights: no path to Azure Monitor, which Container Insights calls, is in this file: network.egress is "none"; network.existing must have one, or set it to false`,
      ],
      [
        "a connected network, which may have a private endpoint",
        { ...withoutEgress(), network: { peerings: [hub], egress: noEgress }, observability: {} },
        `warning observability.containerInsights: no path to Azure Monitor, which Container Insights calls, is in this file: network.egress is "none"; network.peerings must have one, or set it to false`,
      ],
      [
        "a proxy, and what AKS supports in no network without egress",
        {
          ...withoutEgress(),
          network: { httpProxy: { http: "http://proxy.example.com:3128" }, egress: noEgress },
          storage: { backup: true },
          observability: {},
        },
        `warning observability.containerInsights: no path to Azure Monitor, which Container Insights calls, is in this file: network.egress is "none"; network.httpProxy must have one, or set it to false`,
        `error storage.backup: no path to the extension service of Azure, which the backup extension calls: network.egress is "none"; omit it, or use another egress`,
      ],
    ],
  },
  {
    rule: "aks/network/public-ports-reachable",
    passes: [
      ["a new network", withLoadBalancing({ controller: true, publicPorts: ["5432/tcp"] })],
      [
        "an internal ingress",
        { ...withLoadBalancing({ controller: true, ingress: "internal" }), network: routed },
      ],
    ],
    fails: [
      [
        "a private network",
        { ...withoutEgress({ private: true }), loadBalancing: { controller: true } },
        "error loadBalancing.controller: opens the NGINX ingress (80/tcp, 443/tcp) to the internet, and network.private is true: set loadBalancing.ingress: internal",
      ],
      [
        "an existing network",
        {
          ...withExisting(),
          loadBalancing: {
            controller: true,
            ingress: "external",
            istio: { revisions: ["asm-1-29"], externalGateway: true },
            publicPorts: ["5432/tcp"],
          },
          nodeGroups: [group({ publicAddress: { hostPorts: ["8080/tcp"] } })],
        },
        "warning loadBalancing.publicPorts: opens Services of type LoadBalancer (5432/tcp) to the internet: a security group of the subnet of network.existing must allow these ports, or omit it",
        "warning loadBalancing.ingress: opens the NGINX ingress (80/tcp, 443/tcp) to the internet: a security group of the subnet of network.existing must allow these ports, or set loadBalancing.ingress: internal",
        "warning loadBalancing.istio.externalGateway: opens the external gateway of Istio (80/tcp, 443/tcp) to the internet: a security group of the subnet of network.existing must allow these ports, or use internalGateway",
        "warning nodeGroups[0].publicAddress.hostPorts: opens host ports of nodes (8080/tcp) to the internet: a security group of the subnet of network.existing must allow these ports, or omit publicAddress",
      ],
      [
        "routes to an appliance",
        { ...withLoadBalancing({ publicPorts: ["443/tcp"] }), network: routed },
        'warning loadBalancing.publicPorts: opens Services of type LoadBalancer (443/tcp) to the internet, and network.egress "route-table" sends the answers to the appliance: it must forward these connections, or omit it',
      ],
    ],
  },
  {
    rule: "aks/network/public-ports",
    passes: [
      [
        "ports",
        withLoadBalancing({ publicPorts: ["443/tcp", "5000-5010/udp"], publicFrom: ["203.0.113.0/24"] }),
      ],
      ["ranges for the ingress", withLoadBalancing({ controller: true, publicFrom: ["203.0.113.0/24"] })],
    ],
    fails: [
      [
        "no protocol, ports in the wrong order, and one twice",
        withLoadBalancing({ publicPorts: ["443", "90-80/tcp", "0/tcp", "443/tcp", "443/tcp"] }),
        'error loadBalancing.publicPorts[0]: must be ports such as "443/tcp" or "5000-5010/udp", got "443"',
        'error loadBalancing.publicPorts[1]: must be ports such as "443/tcp" or "5000-5010/udp", got "90-80/tcp"',
        'error loadBalancing.publicPorts[2]: must be ports such as "443/tcp" or "5000-5010/udp", got "0/tcp"',
        'error loadBalancing.publicPorts[4]: "443/tcp" is a duplicate of [3]',
      ],
      [
        "ranges without something that is open",
        withLoadBalancing({ controller: true, ingress: "internal", publicFrom: ["203.0.113.0/24"] }),
        "error loadBalancing.publicFrom: needs a public load balancer: publicPorts, controller with ingress external, or istio.externalGateway",
      ],
      [
        "no range",
        withLoadBalancing({ publicPorts: ["443/tcp"], publicFrom: [] }),
        "error loadBalancing.publicFrom: must have at least one range; omit it to allow the internet",
      ],
      [
        "an address instead of a range",
        withLoadBalancing({ publicPorts: ["443/tcp"], publicFrom: ["203.0.113.7"] }),
        'error loadBalancing.publicFrom[0]: must be an IPv4 range such as 203.0.0.0/16, got "203.0.113.7"',
      ],
      [
        "an existing network",
        { ...withExisting(), loadBalancing: { controller: true, publicFrom: ["203.0.113.0/24"] } },
        "error loadBalancing.publicFrom: applies to a new network; the network of network.existing is managed outside this file",
      ],
    ],
  },
  {
    rule: "aks/network/appliance-reachable",
    passes: [
      ["an appliance in a connected network", withNetwork(routed)],
      ["an existing network", withExisting({}, { egress: { type: "route-table", routeTableId: registry } })],
    ],
    fails: [
      [
        "no connected network (Azure/AKS #1794)",
        withEgress({ type: "route-table", nextHopAddress: "10.200.0.4" }),
        "error network.egress.nextHopAddress: needs network.peerings with the network of the appliance: nodes start only if they reach it; or use network.existing",
      ],
      [
        "no connected network, with an existing route table",
        withEgress({ type: "route-table", routeTableId: registry }),
        "error network.egress.routeTableId: needs network.peerings with the network of the appliance: nodes start only if they reach it; or use network.existing",
      ],
      [
        "an address in the new network",
        withNetwork({ egress: { type: "route-table", nextHopAddress: "10.0.0.4" }, peerings: [hub] }),
        "error network.egress.nextHopAddress: must be in a network of network.peerings, and 10.0.0.4 is in the new network (10.0.0.0/16), which contains no appliance; to route to an appliance in the same network, use network.existing",
      ],
      [
        "a name",
        withNetwork({ egress: { type: "route-table", nextHopAddress: "firewall" }, peerings: [hub] }),
        'error network.egress.nextHopAddress: must be an IPv4 address such as 10.0.0.4, got "firewall"',
      ],
    ],
  },
];
