import {
  cluster,
  type EksRuleCases,
  existing,
  group,
  variable,
  withExisting,
  withNetwork,
} from "../../rule-support";

const everyEndpoint = ["ec2", "ecr.api", "ecr.dkr", "eks-auth", "sts"] as const;

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/network/vpc-size",
    passes: [
      ["the default", cluster()],
      ["the ends", withNetwork({ cidr: "10.0.0.0/22" })],
      ["a reference", withNetwork({ cidr: variable })],
    ],
    fails: [
      [
        "a /15",
        withNetwork({ cidr: "10.0.0.0/15" }),
        "error network.cidr: must be a /16 to /22, got 10.0.0.0/15: AWS supports no larger VPC",
      ],
      [
        "a /23",
        withNetwork({ cidr: "10.0.0.0/23" }),
        "error network.cidr: must be a /16 to /22, got 10.0.0.0/23: the subnets would be too small",
      ],
    ],
  },
  {
    rule: "eks/network/vpc-range-private",
    passes: [
      ["RFC 1918", withNetwork({ cidr: "192.168.0.0/16" })],
      ["the shared range", withNetwork({ cidr: "100.64.0.0/16" })],
    ],
    fails: [
      [
        "a public range",
        withNetwork({ cidr: "172.32.0.0/16" }),
        "warning network.cidr: 172.32.0.0/16 is not within the private ranges (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10): its owners on the internet cannot be reached from the cluster",
      ],
    ],
  },
  {
    rule: "eks/network/service-range",
    passes: [
      ["none", cluster()],
      ["the ends", withNetwork({ serviceCidr: "172.16.0.0/12" })],
      ["the other end", withNetwork({ serviceCidr: "192.168.3.0/24" })],
    ],
    fails: [
      [
        "a /25 that is not private",
        withNetwork({ serviceCidr: "100.64.0.0/25" }),
        "error network.serviceCidr: must be a /12 to /24, got 100.64.0.0/25",
        "error network.serviceCidr: must be within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got 100.64.0.0/25",
      ],
      [
        "a /11",
        withNetwork({ serviceCidr: "10.32.0.0/11" }),
        "error network.serviceCidr: must be a /12 to /24, got 10.32.0.0/11",
      ],
    ],
  },
  {
    rule: "eks/network/service-range-separate",
    passes: [
      ["ranges side by side", withNetwork({ cidr: "10.0.0.0/16", serviceCidr: "10.1.0.0/16" })],
      [
        "an existing VPC with an unknown range",
        withNetwork({ serviceCidr: "10.0.0.0/16", existing: { ...existing, cidr: undefined } }),
      ],
    ],
    fails: [
      [
        "services within the default VPC",
        withNetwork({ serviceCidr: "10.0.128.0/20" }),
        "error network.serviceCidr: 10.0.128.0/20 must not overlap the VPC's range, 10.0.0.0/16",
      ],
      [
        "an existing VPC within the services",
        withNetwork({ serviceCidr: "10.0.0.0/12", existing }),
        "error network.serviceCidr: 10.0.0.0/12 must not overlap the VPC's range, 10.1.0.0/16",
      ],
    ],
  },
  {
    rule: "eks/network/two-zones",
    passes: [
      ["the default", cluster()],
      ["two", withNetwork({ zones: 2 })],
      ["two names", withNetwork({ zones: ["eu-central-1a", "eu-central-1c"] })],
    ],
    fails: [
      ["one", withNetwork({ zones: 1 }), "error network.zones: EKS needs at least two zones, got 1"],
      [
        "one name twice",
        withNetwork({ zones: ["eu-central-1a", "eu-central-1a"] }),
        'error network.zones: EKS needs at least two zones, got ["eu-central-1a","eu-central-1a"]',
      ],
    ],
  },
  {
    rule: "eks/network/zones-known",
    passes: [
      ["a number that is none, which another rule reports", withNetwork({ zones: 0.5 })],
      ["subnets of an unknown region", cluster({ region: "eu-west-9", network: { existing } })],
      ["a number in a known region", withNetwork({ zones: 3 })],
      [
        "names in an unknown region",
        cluster({ region: "eu-west-9", network: { zones: ["eu-west-9a", "eu-west-9b"] } }),
      ],
      ["what is no region at all", cluster({ region: "Frankfurt" })],
    ],
    fails: [
      [
        "the default in an unknown region",
        cluster({ region: "eu-west-9" }),
        'error region: unknown region "eu-west-9"; did you mean "eu-west-1"? If it is new, set network.zones',
      ],
      [
        "more than there are",
        withNetwork({ zones: 4 }),
        "error network.zones: the names of 4 zones of eu-central-1 are not known (only eu-central-1a, eu-central-1b, " +
          "eu-central-1c); list the zones of your account, such as [eu-central-1a, eu-central-1b]",
      ],
    ],
  },
  {
    rule: "eks/network/zones-of-account",
    passes: [
      ["a number where letters mean the same to all", cluster()],
      ["names", cluster({ region: "us-east-1", network: { zones: ["us-east-1a", "us-east-1b"] } })],
    ],
    fails: [
      [
        "a number where EKS is in all of them",
        cluster({ region: "ap-northeast-1", network: { zones: 2 } }),
        "warning network.zones: zones of ap-northeast-1 differ between accounts; 2 selects ap-northeast-1a, " +
          "ap-northeast-1c: check that your account has them, and list the zones",
      ],
      [
        "a number where they do not",
        cluster({ region: "us-east-1", network: { zones: 2 } }),
        "warning network.zones: zones of us-east-1 differ between accounts; 2 selects us-east-1a, us-east-1b: check that " +
          "your account has them, none with the id use1-az3, and list the zones",
      ],
    ],
  },
  {
    rule: "eks/network/zones-of-region",
    passes: [
      ["zones of the region", withNetwork({ zones: ["eu-central-1a", "eu-central-1f"] })],
      ["subnets in the region", withExisting()],
      ["an unknown region", cluster({ region: variable, network: { zones: ["a", "b"] } })],
    ],
    fails: [
      [
        "another region, a Local Zone, an id, a letter without a slot",
        withNetwork({ zones: ["us-east-1a", "eu-central-1-ham-1a", "euc1-az2", "eu-central-1g"] }),
        'error network.zones[0]: must be an availability zone of eu-central-1 such as eu-central-1a, got "us-east-1a"',
        'error network.zones[1]: must be an availability zone of eu-central-1 such as eu-central-1a, got "eu-central-1-ham-1a"',
        'error network.zones[2]: must be the name of a zone such as eu-central-1a, got the id "euc1-az2"',
        'error network.zones[3]: must be an availability zone of eu-central-1 such as eu-central-1a, got "eu-central-1g"',
      ],
      [
        "a subnet elsewhere",
        withExisting({ nodeSubnets: [{ id: "subnet-00000000000000001", zone: "eu-west-1a" }] }),
        'error network.existing.nodeSubnets[0].zone: must be an availability zone of eu-central-1 such as eu-central-1a, got "eu-west-1a"',
      ],
    ],
  },
  {
    rule: "eks/network/endpoints-supported",
    passes: [
      ["where names are the usual ones", withNetwork({ endpoints: ["ec2"] })],
      ["in GovCloud", { ...withNetwork({ endpoints: ["ec2"] }), region: "us-gov-west-1" }],
      ["none in China", cluster({ region: "cn-north-1" })],
      ["a region that only Terraform knows", { ...withNetwork({ endpoints: ["ec2"] }), region: variable }],
    ],
    fails: [
      [
        "in China",
        { ...withNetwork({ endpoints: ["ec2"] }), region: "cn-north-1" },
        "error network.endpoints: interface endpoints have other names in the partition aws-cn; use an existing network that has them",
      ],
    ],
  },
  {
    rule: "eks/network/endpoints-unique",
    passes: [["each once", withNetwork({ endpoints: ["ec2", "sts"] })]],
    fails: [
      [
        "one twice",
        withNetwork({ endpoints: ["ec2", "sts", "ec2"] }),
        'error network.endpoints[2]: "ec2" is a duplicate of [0]',
      ],
    ],
  },
  {
    rule: "eks/network/endpoints-without-nat",
    passes: [
      ["egress", cluster()],
      [
        "all endpoints and fixed sizes",
        cluster({ network: { nat: "none", endpoints: everyEndpoint }, nodeGroups: [group({ size: 3 })] }),
      ],
      [
        "all endpoints and no autoscaler",
        cluster({ network: { nat: "none", endpoints: everyEndpoint }, autoscaling: "none" }),
      ],
      ["all endpoints", withNetwork({ nat: "none", endpoints: [...everyEndpoint, "autoscaling"] })],
      ["a reference", withNetwork({ nat: "none", endpoints: variable })],
      ["a private network, which makes its own", withNetwork({ private: true })],
    ],
    fails: [
      [
        "no endpoints",
        cluster({ network: { nat: "none" }, autoscaling: "none" }),
        'error network.nat: nat "none" also needs the endpoints ec2 (nodes and the pod network), ecr.api ' +
          "(images), ecr.dkr (images), eks-auth (credentials of pods), sts (roles that pods assume) in network.endpoints",
      ],
      [
        "a range of sizes and no endpoint for its autoscaler",
        withNetwork({ nat: "none", endpoints: everyEndpoint }),
        'error network.endpoints: nat "none" also needs autoscaling (the Cluster Autoscaler)',
      ],
      [
        "Karpenter without the endpoints that it needs",
        cluster({
          network: { nat: "none", endpoints: [...everyEndpoint, "ssm"] },
          autoscaling: "auto-provisioning",
        }),
        'error network.endpoints: nat "none" also needs eks (Karpenter), sqs (Karpenter)',
      ],
      [
        "Session Manager without its endpoints",
        cluster({
          network: { nat: "none", endpoints: everyEndpoint },
          autoscaling: "none",
          eks: { sessionManager: true },
        }),
        'error network.endpoints: nat "none" also needs ssm (Session Manager), ssmmessages (Session Manager)',
      ],
    ],
  },
  {
    rule: "eks/network/endpoints-supported",
    passes: [["a private network where names are the usual ones", withNetwork({ private: true })]],
    fails: [
      [
        "a private network in China",
        { ...withNetwork({ private: true }), region: "cn-north-1" },
        "error network.private: interface endpoints have other names in the partition aws-cn; use an existing network that has them",
      ],
    ],
  },
  {
    rule: "eks/network/private-network-exclusive",
    passes: [
      ["a private network", withNetwork({ private: true, nat: "none" })],
      ["a public one", cluster({ network: { private: false, nat: "single" } })],
    ],
    fails: [
      [
        "egress and a public endpoint",
        cluster({
          network: { private: true, nat: "single" },
          access: { admins: [], publicFrom: ["203.0.113.0/24"] },
        }),
        'error network.nat: a private network has no egress, got "single"; omit it',
        "error access.publicFrom: the API server of a private network has no public endpoint; omit it, and use a network " +
          "that is connected to this one",
      ],
    ],
  },
  {
    rule: "eks/network/programs-reach-services",
    passes: [
      ["egress", cluster({ dns: { zones: ["Z0123456789ABCDEFGHIJ"] } })],
      ["no ExternalDNS", withNetwork({ private: true })],
      [
        "an existing network, whose egress is not known",
        { ...withExisting(), dns: { zones: ["Z0123456789ABCDEFGHIJ"] } },
      ],
    ],
    fails: [
      [
        "a private network",
        { ...withNetwork({ private: true }), dns: { zones: ["Z0123456789ABCDEFGHIJ"] } },
        "error dns: ExternalDNS could not work: it calls route53, which has no interface endpoint, and network.private true " +
          "closes egress; omit one of the two",
      ],
      [
        "a network without NAT",
        {
          ...withNetwork({ nat: "none", endpoints: [...everyEndpoint, "autoscaling"] }),
          dns: { zones: ["Z0123456789ABCDEFGHIJ"] },
        },
        'error dns: ExternalDNS could not work: it calls route53, which has no interface endpoint, and network.nat "none" ' +
          "closes egress; omit one of the two",
      ],
    ],
  },
];
