import {
  cluster,
  type EksRuleCases,
  existing,
  variable,
  withExisting,
  withNetwork,
} from "../../rule-support";

const [subnetA, subnetB] = existing.nodeSubnets;

const podSubnetA = { id: "subnet-00000000000000011", zone: "eu-central-1a" };
const podSubnetB = { id: "subnet-00000000000000012", zone: "eu-central-1b" };

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/network/existing-network-exclusive",
    passes: [
      ["an existing VPC and a service range", withNetwork({ existing, serviceCidr: "172.20.0.0/16" })],
      ["a new VPC", withNetwork({ cidr: "10.0.0.0/16", zones: 3, nat: "single", flowLogs: false })],
    ],
    fails: [
      [
        "both",
        withNetwork({ existing, cidr: "10.0.0.0/16", zones: 3, nat: "none", endpoints: [], flowLogs: false }),
        "error network.cidr: belongs to a new VPC; the range of an existing one is network.existing.cidr",
        ...["zones", "nat", "endpoints", "flowLogs"].map(
          (field) => `error network.${field}: belongs to a new VPC; omit it with network.existing`,
        ),
      ],
    ],
  },
  {
    rule: "eks/network/existing-network-ids",
    passes: [
      ["ids", withExisting({ controlPlaneSubnetIds: ["subnet-12345678", "subnet-00000000000000003"] })],
      ["references", withExisting({ vpcId: variable, nodeSubnets: [{ ...subnetA, id: variable }, subnetB] })],
    ],
    fails: [
      [
        "names, and ids of other things",
        withExisting({
          vpcId: "main",
          nodeSubnets: [{ ...subnetA, id: "vpc-0a1b2c3d4e5f67890" }, subnetB],
          controlPlaneSubnetIds: ["subnet-1"],
        }),
        'error network.existing.vpcId: must be the id of a vpc such as vpc-0a1b2c3d4e5f67890, got "main"',
        'error network.existing.nodeSubnets[0].id: must be the id of a subnet such as subnet-0a1b2c3d4e5f67890, got "vpc-0a1b2c3d4e5f67890"',
        'error network.existing.controlPlaneSubnetIds[0]: must be the id of a subnet such as subnet-0a1b2c3d4e5f67890, got "subnet-1"',
      ],
    ],
  },
  {
    rule: "eks/network/existing-subnets-unique",
    passes: [
      [
        "each once, for nodes and for the control plane",
        withExisting({ controlPlaneSubnetIds: [subnetA.id, subnetB.id] }),
      ],
    ],
    fails: [
      [
        "one twice",
        withExisting({
          nodeSubnets: [subnetA, { ...subnetB, id: subnetA.id }],
          controlPlaneSubnetIds: [subnetB.id, subnetB.id],
        }),
        "error network.existing.nodeSubnets[1].id: subnet-00000000000000001 is a duplicate of [0]",
        "error network.existing.controlPlaneSubnetIds[1]: subnet-00000000000000002 is a duplicate of [0]",
      ],
    ],
  },
  {
    rule: "eks/network/existing-zones",
    passes: [
      [
        "two separate subnets for the control plane",
        withExisting({ controlPlaneSubnetIds: [subnetA.id, subnetB.id] }),
      ],
      ["two zones", withExisting()],
      ["a new VPC", cluster()],
    ],
    fails: [
      [
        "no subnet",
        withExisting({ nodeSubnets: [] }),
        "error network.existing.nodeSubnets: must be in at least two zones, got no subnet",
      ],
      [
        "one subnet",
        withExisting({ nodeSubnets: [subnetA] }),
        "error network.existing.nodeSubnets: must be in at least two zones, got one subnet in eu-central-1a only",
      ],
      [
        "two subnets in one zone, and one for the control plane",
        withExisting({
          nodeSubnets: [subnetA, { ...subnetB, zone: subnetA.zone }],
          controlPlaneSubnetIds: [subnetA.id],
        }),
        "error network.existing.nodeSubnets: must be in at least two zones, got subnets in eu-central-1a only",
        "error network.existing.controlPlaneSubnetIds: must be at least two subnets in different zones, got 1",
      ],
    ],
  },
  {
    rule: "eks/network/existing-range-syntax",
    passes: [["ranges", withExisting()]],
    fails: [
      [
        "addresses",
        withExisting({ cidr: "10.1.0.1/16", nodeSubnets: [subnetA, { ...subnetB, cidr: "10.1.64.0" }] }),
        "error network.existing.cidr: 10.1.0.1/16 is an address in 10.1.0.0/16; use 10.1.0.0/16",
        'error network.existing.nodeSubnets[1].cidr: must be an IPv4 range such as 10.1.0.0/16, got "10.1.64.0"',
      ],
    ],
  },
  {
    rule: "eks/network/existing-subnets-within-vpc",
    passes: [
      ["subnets side by side", withExisting()],
      ["a VPC with an unknown range", withExisting({ cidr: undefined })],
    ],
    fails: [
      [
        "a subnet outside and one that overlaps",
        withExisting({
          nodeSubnets: [subnetA, { ...subnetB, cidr: "10.1.32.0/19" }, { ...subnetB, cidr: "10.2.0.0/18" }],
        }),
        "error network.existing.nodeSubnets[1].cidr: 10.1.32.0/19 overlaps 10.1.0.0/18 of nodeSubnets[0]",
        "error network.existing.nodeSubnets[2].cidr: 10.2.0.0/18 must lie within the VPC's range, 10.1.0.0/16",
      ],
    ],
  },
  {
    rule: "eks/network/existing-network-exclusive",
    passes: [["pod subnets", withExisting({ podSubnets: [podSubnetA, podSubnetB] })]],
    fails: [
      [
        "a private network and a range for pods",
        withNetwork({ existing, private: true, podCidr: "100.64.0.0/16" }),
        "error network.private: belongs to a new VPC; omit it with network.existing",
        "error network.podCidr: belongs to a new VPC; subnets for pods in an existing one are network.existing.podSubnets",
      ],
    ],
  },
  {
    rule: "eks/network/existing-network-ids",
    passes: [["pod subnets", withExisting({ podSubnets: [podSubnetA, podSubnetB] })]],
    fails: [
      [
        "a pod subnet by its name",
        withExisting({ podSubnets: [{ id: "pods", zone: "eu-central-1a" }] }),
        'error network.existing.podSubnets[0].id: must be the id of a subnet such as subnet-0a1b2c3d4e5f67890, got "pods"',
      ],
    ],
  },
  {
    rule: "eks/network/existing-range-syntax",
    passes: [["pod subnets", withExisting({ podSubnets: [podSubnetA, podSubnetB] })]],
    fails: [
      [
        "address bits behind the prefix of a pod subnet",
        withExisting({ podSubnets: [{ ...podSubnetA, cidr: "100.64.0.1/18" }, podSubnetB] }),
        "error network.existing.podSubnets[0].cidr: 100.64.0.1/18 is an address in 100.64.0.0/18; use 100.64.0.0/18",
      ],
    ],
  },
  {
    rule: "eks/network/existing-pod-subnets",
    passes: [
      ["none", withExisting()],
      ["one in each zone", withExisting({ podSubnets: [podSubnetA, podSubnetB] })],
    ],
    fails: [
      [
        "two in a zone, none in the other, one of them a node subnet",
        withExisting({ podSubnets: [podSubnetA, { ...podSubnetA, id: existing.nodeSubnets[0].id }] }),
        "error network.existing.podSubnets: must have a subnet in each zone of the nodes, got none in eu-central-1b",
        "error network.existing.podSubnets[1].zone: must be one subnet in each zone, but podSubnets[0] is in eu-central-1a too",
        "error network.existing.podSubnets[1].id: subnet-00000000000000001 is a node subnet; omit podSubnets if pods use " +
          "the node subnets",
      ],
    ],
  },
];
