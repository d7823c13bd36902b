import {
  type AksRuleCases,
  cluster,
  existing,
  hub,
  subnet,
  variable,
  vnet,
  withExisting,
  withGroup,
  withoutEgress,
} from "../../rule-support";

const onSubnet = (subnetId: string) => ({
  ...withExisting(),
  nodeGroups: withGroup({ subnetId }).nodeGroups,
});

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/network/existing-network-exclusive",
    passes: [["nothing else", withExisting()]],
    fails: [
      [
        "a range as well",
        withExisting({}, { cidr: "10.1.0.0/16" }),
        "error network.cidr: applies to a new network; the network of network.existing is managed outside this file",
      ],
      [
        "a peering",
        withExisting({}, { peerings: [hub] }),
        "error network.peerings: applies to a new network; the network of network.existing is managed outside this file",
      ],
      [
        "new routes",
        withExisting({}, { egress: { type: "route-table", nextHopAddress: "10.1.0.4" } }),
        "error network.egress.nextHopAddress: applies to a new network; with network.existing, set routeTableId",
      ],
    ],
  },
  {
    rule: "aks/network/existing-subnets-unique",
    passes: [["separate subnets", withExisting()]],
    fails: [
      [
        "one subnet for two things",
        withExisting({ apiServerSubnetId: subnet("nodes") }),
        "error network.existing.apiServerSubnetId: must be a separate subnet, got that of nodeSubnetId",
      ],
    ],
  },
  {
    rule: "aks/network/existing-subnets-in-network",
    passes: [
      ["subnets of it", withExisting()],
      ["a text that is not a subnet, which another rule reports", withExisting({ nodeSubnetId: "nodes" })],
      ["a network by its name, which another rule reports", withExisting({ vnetId: "shop" })],
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
    rule: "aks/network/group-subnets",
    passes: [
      ["another subnet", onSubnet(subnet("batch"))],
      ["the common subnet", onSubnet(subnet("nodes"))],
      ["a reference", onSubnet(variable)],
      ["a text that is not a subnet, which another rule reports", onSubnet("batch")],
    ],
    fails: [
      [
        "a subnet without an existing network",
        withGroup({ subnetId: subnet("batch") }),
        "error nodeGroups[1].subnetId: needs network.existing: a new network has the subnets of its zones",
      ],
      [
        "a subnet of another network",
        onSubnet(`${vnet}-b/subnets/batch`),
        `error nodeGroups[1].subnetId: must be a subnet of vnetId (${vnet}), got "${vnet}-b/subnets/batch"`,
      ],
      [
        "the subnet of the API server",
        onSubnet(subnet("API")),
        "error nodeGroups[1].subnetId: must be a separate subnet, got that of network.existing.apiServerSubnetId",
      ],
    ],
  },
  {
    rule: "aks/network/existing-range-format",
    passes: [["ranges", withExisting()]],
    fails: [
      [
        "an address in a range, and a text",
        withExisting({ nodeSubnetCidr: "10.1.0.7/22", podSubnetCidr: "pods" }),
        "error network.existing.nodeSubnetCidr: 10.1.0.7/22 is an address in 10.1.0.0/22; use 10.1.0.0/22",
        'error network.existing.podSubnetCidr: must be an IPv4 range such as 10.0.0.0/16, got "pods"',
      ],
    ],
  },
  {
    rule: "aks/network/endpoint-subnet-used",
    passes: [
      ["no subnet for endpoints", withExisting()],
      ["without egress", withoutEgress({ existing: { ...existing, endpointSubnetId: subnet("endpoints") } })],
    ],
    fails: [
      [
        "with egress",
        withExisting({ endpointSubnetId: subnet("endpoints") }),
        'warning network.existing.endpointSubnetId: has no effect: only a cluster with network.egress.type "none" has a private endpoint; omit it',
      ],
    ],
  },
  {
    rule: "aks/network/existing-network-complete",
    passes: [["what is needed", withExisting()]],
    fails: [
      [
        "none for the API server",
        withExisting({ apiServerSubnetId: undefined }),
        "error network.existing: must have apiServerSubnetId with access.private; or set access.private: false",
      ],
      [
        "none for pods",
        withExisting({}, { podNetwork: "pod-subnet" }),
        'error network.existing: must have podSubnetId with podNetwork "pod-subnet"',
      ],
      [
        "one for pods that no pod is in",
        withExisting({ podSubnetId: subnet("pods") }),
        'error network.existing.podSubnetId: is used only with podNetwork "pod-subnet"; omit it',
      ],
      [
        "NetApp in it",
        cluster({ ...withExisting(), storage: { netApp: { sizeTiB: 1 } } }),
        "error storage.netApp: needs a new network, in which it gets a separate subnet",
      ],
    ],
  },
];
