import {
  cluster,
  type EksRuleCases,
  existing,
  group,
  withExisting,
  withGroups,
  withNetwork,
} from "../../rule-support";

const cni = (env: Record<string, string>) => ({ addOns: { "vpc-cni": { configuration: { env } } } });
const [subnetA, subnetB] = existing.nodeSubnets;

const elevenEndpoints = [
  "autoscaling",
  "ec2",
  "ecr.api",
  "ecr.dkr",
  "eks",
  "eks-auth",
  "elasticloadbalancing",
  "logs",
  "ssm",
  "ssmmessages",
  "sts",
] as const;

/** A m7i.large has 3 interfaces with 10 addresses each. */
const small = "10.0.0.0/22";

const sixZones = [..."abcdef"].map((letter) => `eu-central-1${letter}`);
const ports = (count: number) => Array.from({ length: count }, (_, i) => 8000 + i);

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/capacity/addresses-for-nodes",
    passes: [
      [
        "as many as fit to the last address",
        // Over two zones: (6 + 4) / 2 is 5 nodes of 30, and 128 - 5 + 32 - 5 is 150.
        {
          ...withExisting({
            nodeSubnets: [
              { ...subnetA, cidr: "10.1.0.0/25" },
              { ...subnetA, id: "subnet-00000000000000003", cidr: "10.1.1.0/27" },
              subnetB,
            ],
            controlPlaneSubnetIds: [subnetA.id, subnetB.id],
          }),
          nodeGroups: [group({ size: 6 })],
        },
      ],
      [
        "a range and types that are invalid, which other rules report",
        cluster({ network: { cidr: "10.0.0.0/29" }, nodeGroups: [group({ size: 9 })] }),
      ],
      [
        "a type that makes no sense",
        cluster({ network: { cidr: small }, nodeGroups: [group({ size: 90, machineTypes: ["large"] })] }),
      ],

      ["ten workers in a /16", cluster()],
      // Over three zones: (4 + 6) / 3 is 4 nodes of 30; the subnet of a zone has 128 - 5.
      ["as many as fit", cluster({ network: { cidr: small }, nodeGroups: [group({ size: 4 })] })],
      [
        "existing subnets with unknown ranges",
        withExisting({
          nodeSubnets: [
            { ...subnetA, cidr: undefined },
            { ...subnetB, cidr: undefined },
          ],
        }),
      ],
      [
        "several subnets in a zone",
        withExisting({
          nodeSubnets: [
            { ...subnetA, cidr: "10.1.0.0/25" },
            { ...subnetA, id: "subnet-00000000000000003", cidr: "10.1.1.0/25" },
            subnetB,
          ],
          controlPlaneSubnetIds: [subnetA.id, subnetB.id],
        }),
      ],
      [
        "prefixes",
        cluster({
          network: { cidr: small },
          nodeGroups: [group({ size: 1, maxPods: 16 })],
          eks: cni({ ENABLE_PREFIX_DELEGATION: "true" }),
        }),
      ],
      [
        "pods in separate subnets",
        cluster({
          network: { cidr: small },
          nodeGroups: [group({ size: 200 })],
          eks: cni({ AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true" }),
        }),
      ],
      ["sizes that are invalid, which other rules report", withGroups({ size: { min: 3, max: -1 } })],
      [
        "a group that goes down before it goes up",
        cluster({
          network: { cidr: small },
          nodeGroups: [
            group({ kind: "self-managed", size: 12, autoScalingGroup: { replacement: "terminate" } }),
          ],
        }),
      ],
      [
        "machines that fit, of families that have larger ones",
        cluster({
          network: { cidr: small },
          nodeGroups: [
            group({
              kind: "self-managed",
              machineTypes: ["m7i.*"],
              machines: { vcpus: { min: 2, max: 2 }, memoryGiB: { min: 4 } },
              size: 4,
            }),
          ],
        }),
      ],
    ],
    fails: [
      [
        "nodes of a group, of Karpenter and of Fargate together",
        {
          ...withNetwork({ cidr: small, zones: 2 }),
          autoscaling: "auto-provisioning",
          nodeGroups: [group({ size: 2 })],
          eks: {
            autoProvisioning: { plannedNodes: 3, largestMachineType: "m7i.large" },
            fargateProfiles: [{ name: "batch", selectors: [{ namespace: "batch" }], plannedPods: 20 }],
          },
        },
        // (2 + 4) / 2 is 3 nodes in a zone, 3 / 2 is 2, 20 / 2 is 10.
        "error network.cidr: nodes and pods may need 160 addresses in eu-central-1a, and its node subnet has 123 " +
          "(10.0.0.0/25): workers 3 nodes x 30, Karpenter 2 nodes x 30, Fargate batch 10 nodes x 1, including the surge of " +
          "a rolling update; use a larger range for the network (up to /16), or reduce size or maxPods",
      ],
      [
        "as many as a schedule makes it",
        cluster({
          network: { cidr: small },
          nodeGroups: [
            group({
              kind: "self-managed",
              size: { min: 1, max: 3 },
              autoScalingGroup: {
                schedules: [{ name: "day", recurrence: "0 7 * * *", size: { min: 3, max: 12 } }],
              },
            }),
          ],
        }),
        // 12 nodes, and a third more: (12 + 4) / 3 is 6 nodes of 30.
        "error network.cidr: nodes and pods may need 180 addresses in eu-central-1a, and its node subnet has 123 " +
          "(10.0.0.0/25): workers 6 nodes x 30, including the surge of a rolling update; use a larger range for the " +
          "network (up to /16), or reduce size or maxPods",
      ],
      [
        "a node too many",
        // Over three zones: (7 + 6) / 3 is 5 nodes.
        cluster({ network: { cidr: small }, nodeGroups: [group({ size: 7 })] }),
        "error network.cidr: nodes and pods may need 150 addresses in eu-central-1a, and its node subnet has 123 " +
          "(10.0.0.0/25): workers 5 nodes x 30, including the surge of a rolling update; use a larger range for the " +
          "network (up to /16), or reduce size or maxPods",
      ],
      [
        "two groups, one of them in one zone, of the largest of their types",
        cluster({
          network: { cidr: "10.0.0.0/20" },
          nodeGroups: [
            group({ size: { min: 1, max: 30 } }),
            group({
              name: "big",
              machineTypes: ["m7i.large", "m7i.4xlarge"],
              zones: ["eu-central-1b"],
              size: 1,
            }),
          ],
        }),
        // (30 + 10) / 3 is 14 nodes of 30; 1 + 2 nodes of 5 interfaces for 110 pods with 30 addresses each.
        "error network.cidr: nodes and pods may need 870 addresses in eu-central-1b, and its node subnet has 507 " +
          "(10.0.2.0/23): workers 14 nodes x 30, big 3 nodes x 150, including the surge of a rolling update; use a larger " +
          "range for the network (up to /16), or reduce size or maxPods",
      ],
      [
        "a zone's part of a group",
        // 10 over three zones is 4, 3, 3, each with a surge of 2.
        cluster({ network: { cidr: small }, nodeGroups: [group({ size: 10, spread: "per-zone" })] }),
        "error network.cidr: nodes and pods may need 180 addresses in eu-central-1a, and its node subnet has 123 " +
          "(10.0.0.0/25): workers 6 nodes x 30, including the surge of a rolling update; use a larger range for the " +
          "network (up to /16), or reduce size or maxPods",
      ],
      [
        "more nodes than fit into the largest VPC",
        // Over three zones: (1000 + 100, the most that may be unavailable) / 3 is 367 nodes.
        withGroups({ size: 1000 }),
        "error nodeGroups[0].size: 1000 nodes do not fit into the largest VPC: nodes and pods may need 11010 addresses " +
          "in eu-central-1a, and its node subnet has 8187 (10.0.0.0/19): workers 367 nodes x 30, including the surge of a " +
          "rolling update; reduce size or maxPods",
      ],
      [
        "a surge of `maxUnavailable` nodes",
        cluster({
          network: { cidr: small },
          nodeGroups: [group({ size: 4, upgrade: { maxUnavailable: 12 } })],
        }),
        "error network.cidr: nodes and pods may need 180 addresses in eu-central-1a, and its node subnet has 123 " +
          "(10.0.0.0/25): workers 6 nodes x 30, including the surge of a rolling update; use a larger range for the " +
          "network (up to /16), or reduce size or maxPods",
      ],
      [
        "existing subnets that the control plane uses too",
        // Over two zones: (4 + 4) / 2 is 4 nodes.
        {
          ...withExisting({ nodeSubnets: [{ ...subnetA, cidr: "10.1.0.0/25" }, subnetB] }),
          nodeGroups: [group({ size: 4 })],
        },
        "error network.existing.nodeSubnets[0].cidr: nodes and pods may need 120 addresses in eu-central-1a, and its " +
          "node subnet has 117 (10.1.0.0/25): workers 4 nodes x 30, including the surge of a rolling update; use larger " +
          "subnets, or reduce size or maxPods",
      ],
      [
        "prefixes, of which a node takes whole ones",
        // (50 pods in 4 prefixes, and a warm one) x 16, and the node's own address.
        cluster({
          network: { cidr: small },
          nodeGroups: [group({ size: 1, maxPods: 50 })],
          eks: cni({ ENABLE_PREFIX_DELEGATION: "true" }),
        }),
        "error network.cidr: nodes and pods may need 243 addresses in eu-central-1a, and its node subnet has 123 " +
          "(10.0.0.0/25): workers 3 nodes x 81, including the surge of a rolling update; use a larger range for the " +
          "network (up to /16), or reduce size or maxPods",
      ],
    ],
  },
  {
    rule: "eks/capacity/addresses-for-nodes",
    passes: [
      [
        "pods in separate subnets",
        cluster({
          network: { cidr: small, podCidr: "100.64.0.0/16" },
          nodeGroups: [group({ size: 200 })],
        }),
      ],
      [
        "IPv6, of which nodes take one IPv4 address each",
        cluster({ network: { cidr: small, ipFamily: "ipv6" }, nodeGroups: [group({ size: 200 })] }),
      ],
    ],
    fails: [
      [
        "pods in a range that is too small for them",
        // Over three zones: (9 + 6) / 3 is 5 nodes with two interfaces for pods.
        cluster({ network: { podCidr: "100.64.0.0/24" }, nodeGroups: [group({ size: 9 })] }),
        "error network.podCidr: pods may need 100 addresses in eu-central-1a, and its pod subnet has 27 (100.64.0.0/27): " +
          "workers 5 nodes x 20, including the surge of a rolling update; use a larger range for podCidr (up to /16), or " +
          "reduce size or maxPods",
      ],
      [
        "prefixes set by the network",
        cluster({
          network: { cidr: small, podAddresses: "prefixes" },
          nodeGroups: [group({ size: 1 })],
        }),
        "error network.cidr: nodes and pods may need 387 addresses in eu-central-1a, and its node subnet has 123 " +
          "(10.0.0.0/25): workers 3 nodes x 129, including the surge of a rolling update; use a larger range for the " +
          "network (up to /16), or reduce size or maxPods",
      ],
    ],
  },
  {
    rule: "eks/capacity/addresses-for-growth",
    passes: [
      ["ten workers in a /16", cluster()],
      // (3 + 6) / 3 is 3 nodes of 30: 90 of 123.
      ["four fifths", cluster({ network: { cidr: small }, nodeGroups: [group({ size: 3 })] })],
      [
        "what does not fit at all, which another rule reports",
        cluster({ network: { cidr: small }, nodeGroups: [group({ size: 9 })] }),
      ],
    ],
    fails: [
      [
        "more",
        cluster({ network: { cidr: small }, nodeGroups: [group({ size: 4 })] }),
        "warning network.cidr: nodes and pods may need 120 addresses in eu-central-1a, and its node subnet has 123 " +
          "(10.0.0.0/25): workers 4 nodes x 30, including the surge of a rolling update: more than 80 % of it; use a " +
          "larger range for the network (up to /16), or reduce size or maxPods",
      ],
      [
        "an existing subnet that is nearly full",
        {
          // With the control plane 126 of 134.
          ...withExisting({
            nodeSubnets: [
              { ...subnetA, cidr: "10.1.0.0/25" },
              { ...subnetA, id: "subnet-00000000000000003", cidr: "10.1.1.0/28" },
              subnetB,
            ],
          }),
          nodeGroups: [group({ size: 4 })],
        },
        "warning network.existing.nodeSubnets[0].cidr: nodes and pods may need 120 addresses in eu-central-1a, and its " +
          "node subnets have 128 (10.1.0.0/25, 10.1.1.0/28): workers 4 nodes x 30, including the surge of a rolling " +
          "update: more than 80 % of it; use larger subnets, or reduce size or maxPods",
      ],
    ],
  },
  {
    rule: "eks/capacity/within-quotas",
    passes: [
      ["three gateways", cluster()],
      ["six zones with one gateway", withNetwork({ zones: sixZones, nat: "single" })],
      ["as many rules as four fifths", withNetwork({ nodeRules: "restricted", webhookPorts: ports(43) })],
    ],
    fails: [
      [
        "a gateway in each of six zones",
        withNetwork({ zones: sixZones }),
        "warning network.nat: needs 6 of the 5 elastic IPs (eu-central-1) that AWS allows by default",
      ],
      [
        "many webhook ports",
        withNetwork({ nodeRules: "restricted", webhookPorts: ports(44) }),
        "warning network.webhookPorts: needs 49 of the 60 node rules, in (security group) that AWS allows by default",
      ],
      [
        "many security groups",
        withGroups({ securityGroups: ["1", "2", "3", "4", "5"].map((i) => `sg-0000000${i}`) }),
        "warning nodeGroups[0].securityGroups: needs 6 of the 5 groups of workers (network interface) that AWS allows by " +
          "default",
      ],
    ],
  },
  {
    rule: "eks/capacity/machine-types-known",
    passes: [["known types", withGroups({ machineTypes: ["m7i.large", "c7g.xlarge"] })]],
    fails: [
      [
        "a misspelled one",
        withGroups({ machineTypes: ["m7i.large", "m7i.lrge"] }),
        'warning nodeGroups[0].machineTypes[1]: "m7i.lrge" is not one of the known instance types (as of 2026-10-31); did you mean "m7i.large"? ' +
          "(the capacity plan assumes 150 addresses for each node)",
      ],
      [
        "a new one",
        withGroups({ machineTypes: ["m7i.large", "m99i.large"] }),
        'warning nodeGroups[0].machineTypes[1]: "m99i.large" is not one of the known instance types (as of 2026-10-31); check the spelling, ' +
          "unless it is newer (the capacity plan assumes 150 addresses for each node)",
      ],
      [
        "a new one in subnets of which nothing is known",
        {
          ...withExisting({
            nodeSubnets: [
              { ...subnetA, cidr: undefined },
              { ...subnetB, cidr: undefined },
            ],
          }),
          nodeGroups: [group({ machineTypes: ["m99i.large"] })],
        },
        'warning nodeGroups[0].machineTypes[0]: "m99i.large" is not one of the known instance types (as of 2026-10-31); check the spelling, ' +
          "unless it is newer",
      ],
    ],
  },
  {
    rule: "eks/capacity/addresses-for-control-plane",
    passes: [
      ["a /21 with 11 endpoints", withNetwork({ cidr: "10.0.0.0/21", endpoints: elevenEndpoints })],
      ["a /16", cluster()],
      ["a /21", withNetwork({ cidr: "10.0.0.0/21", endpoints: ["ec2", "sts"] })],
      ["an existing network", withExisting()],
    ],
    fails: [
      [
        "a /21 with 12 endpoints",
        withNetwork({ cidr: "10.0.0.0/21", endpoints: [...elevenEndpoints, "kms"] }),
        "warning network.cidr: the control plane should have 16 addresses in each zone and the endpoints use 12; its " +
          "subnets have 27 (such as 10.0.7.0/27): use a larger range for the network",
      ],
      [
        "a /22 with 5 endpoints",
        withNetwork({ cidr: small, endpoints: elevenEndpoints.slice(0, 5) }),
        "warning network.cidr: the control plane should have 16 addresses in each zone and the endpoints use 5; its " +
          "subnets have 11 (such as 10.0.3.128/28): use a larger range for the network",
      ],
      [
        "a /22",
        withNetwork({ cidr: small }),
        "warning network.cidr: the control plane should have 16 addresses in each zone; its subnets have 11 (such as " +
          "10.0.3.128/28): use a larger range for the network",
      ],
      [
        "a /22 with endpoints",
        withNetwork({ cidr: small, endpoints: ["ec2", "sts", "eks", "eks-auth", "ecr.api", "ecr.dkr"] }),
        "error network.cidr: the control plane needs 6 addresses in each zone and the endpoints use 6; its subnets have " +
          "11 (such as 10.0.3.128/28): use a larger range for the network",
      ],
    ],
  },
  {
    rule: "eks/capacity/max-pods-within-limit",
    passes: [
      ["110 on a small machine", withGroups({ maxPods: 110 })],
      ["250 on a large one", withGroups({ machineTypes: ["m7i.16xlarge"], maxPods: 250 })],
      ["an unknown type", withGroups({ machineTypes: ["m99i.large"], maxPods: 250 })],
      ["what no machine may have, of which another rule speaks", withGroups({ maxPods: 1000 })],
    ],
    fails: [
      [
        "111 where one type is small",
        withGroups({ machineTypes: ["m7i.16xlarge", "m7i.large"], maxPods: 111 }),
        "error nodeGroups[0].maxPods: must be at most 110 on m7i.large, the limit of EKS, got 111",
      ],
    ],
  },
  {
    rule: "eks/capacity/pods-beyond-daemon-sets",
    passes: [
      ["a machine with eleven pods", withGroups({ machineTypes: ["t3.small"] })],
      [
        "one pod more than the DaemonSets",
        cluster({ nodeGroups: [group({ machineTypes: ["t3.micro"] })], storage: { block: false } }),
      ],
      ["an unknown type", withGroups({ machineTypes: ["m99i.nano"] })],
    ],
    fails: [
      [
        "as many pods as DaemonSets",
        withGroups({ machineTypes: ["t3.small", "t3.nano"] }),
        "error nodeGroups[0].machineTypes[1]: a t3.nano runs 4 pods, and each node needs 4 for the VPC CNI, kube-proxy, the Pod Identity " +
          "agent, the EBS CSI driver: no other pod runs on it; use a larger type",
      ],
    ],
  },
  {
    rule: "eks/capacity/addresses-for-pods",
    passes: [
      ["as many as the interfaces hold", withGroups({ maxPods: 29 })],
      [
        "more, with prefixes",
        cluster({ nodeGroups: [group({ maxPods: 110 })], eks: cni({ ENABLE_PREFIX_DELEGATION: "true" }) }),
      ],
      ["an unknown type", withGroups({ machineTypes: ["m99i.large"], maxPods: 250 })],
    ],
    fails: [
      [
        "more, on the smallest of the types",
        withGroups({ machineTypes: ["m7i.4xlarge", "m7i.large"], maxPods: 30 }),
        "warning nodeGroups[0].maxPods: the interfaces of a m7i.large hold addresses for 29 pods, got 30; set " +
          "network.podAddresses to prefixes, or use a larger type",
      ],
    ],
  },
];
