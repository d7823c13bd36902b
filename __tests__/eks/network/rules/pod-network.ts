import { cluster, type EksRuleCases, existing, group, variable, withNetwork } from "../../rule-support";

const pods = "100.64.0.0/16";
const podSubnets = [
  { id: "subnet-00000000000000011", zone: "eu-central-1a" },
  { id: "subnet-00000000000000012", zone: "eu-central-1b" },
];
const cni = (configuration: Record<string, unknown>, version?: string) => ({
  addOns: { "vpc-cni": { version, configuration } },
});

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/network/pod-range-size",
    passes: [
      ["none", cluster()],
      ["the largest", withNetwork({ podCidr: pods })],
      ["the smallest", withNetwork({ podCidr: "100.64.0.0/25" })],
      ["what is no range, which another rule reports", withNetwork({ podCidr: "pods" })],
    ],
    fails: [
      [
        "a /15",
        withNetwork({ podCidr: "100.64.0.0/15" }),
        "error network.podCidr: must be a /16 to /25, got 100.64.0.0/15",
      ],
      [
        "a /26",
        withNetwork({ podCidr: "100.64.0.0/26" }),
        "error network.podCidr: must be a /16 to /25, got 100.64.0.0/26",
      ],
    ],
  },
  {
    rule: "eks/network/pod-range-separate",
    passes: [
      ["ranges side by side", withNetwork({ podCidr: pods, serviceCidr: "172.20.0.0/16" })],
      ["a reference", withNetwork({ podCidr: variable })],
    ],
    fails: [
      [
        "pods within VPC and services",
        withNetwork({ cidr: "10.0.0.0/16", podCidr: "10.0.128.0/17", serviceCidr: "10.0.192.0/18" }),
        "error network.podCidr: 10.0.128.0/17 must not overlap the VPC's range, 10.0.0.0/16",
        "error network.podCidr: 10.0.128.0/17 must not overlap the services' range, 10.0.192.0/18",
      ],
    ],
  },
  {
    rule: "eks/network/pod-range-allowed",
    passes: [
      ["the shared range", withNetwork({ podCidr: pods })],
      ["the same private range", withNetwork({ cidr: "10.2.0.0/16", podCidr: "10.4.0.0/16" })],
      ["a public range", withNetwork({ podCidr: "172.32.0.0/16" })],
    ],
    fails: [
      [
        "another private range",
        withNetwork({ podCidr: "172.16.0.0/16" }),
        "error network.podCidr: AWS allows no range of 172.16.0.0/12 in addition to 10.0.0.0/16, got 172.16.0.0/16; use " +
          "one of 100.64.0.0/10, such as 100.64.0.0/16",
      ],
      [
        "a private range and the shared one",
        withNetwork({ cidr: "100.65.0.0/16", podCidr: "10.0.0.0/16" }),
        "error network.podCidr: AWS allows no range of 10.0.0.0/8 in addition to 100.65.0.0/16, got 10.0.0.0/16; use one " +
          "of 100.64.0.0/10, such as 100.64.0.0/16",
      ],
    ],
  },
  {
    rule: "eks/network/pod-network-not-ambiguous",
    passes: [
      [
        "settings of the add-on alone",
        cluster({ eks: cni({ env: { ENABLE_PREFIX_DELEGATION: "true" }, eniConfig: {} }) }),
      ],
      [
        "other settings",
        cluster({
          network: { podAddresses: "prefixes", podCidr: pods },
          eks: cni({ env: { WARM_PREFIX_TARGET: "2" } }),
        }),
      ],
    ],
    fails: [
      [
        "prefixes twice",
        cluster({
          network: { podAddresses: "secondary-ips" },
          eks: cni({ env: { ENABLE_PREFIX_DELEGATION: "true" } }),
        }),
        "error eks.addOns.vpc-cni.configuration.env.ENABLE_PREFIX_DELEGATION: is already set by network.podAddresses; " +
          "omit it here",
      ],
      [
        "pod subnets twice",
        cluster({
          network: { podCidr: pods },
          eks: cni({
            env: { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: "true", ENI_CONFIG_LABEL_DEF: "zone" },
            eniConfig: {},
          }),
        }),
        "error eks.addOns.vpc-cni.configuration.env.AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: is already set by " +
          "network.podCidr; omit it here",
        "error eks.addOns.vpc-cni.configuration.env.ENI_CONFIG_LABEL_DEF: is already set by network.podCidr; omit it here",
        "error eks.addOns.vpc-cni.configuration.eniConfig: is already set by network.podCidr; omit it here",
      ],
      [
        "existing pod subnets twice",
        cluster({ network: { existing: { ...existing, podSubnets } }, eks: cni({ eniConfig: {} }) }),
        "error eks.addOns.vpc-cni.configuration.eniConfig: is already set by network.existing.podSubnets; omit it here",
      ],
    ],
  },
  {
    rule: "eks/network/prefixes-need-nitro",
    passes: [
      [
        "old machines with secondary addresses",
        cluster({ nodeGroups: [group({ machineTypes: ["m4.large"] })] }),
      ],
      [
        "new machines, and the bare metal of an old family",
        cluster({
          network: { podAddresses: "prefixes" },
          nodeGroups: [group({ machineTypes: ["m7i.large", "i3.metal"] })],
        }),
      ],
    ],
    fails: [
      [
        "old machines with prefixes",
        cluster({
          network: { podAddresses: "prefixes" },
          nodeGroups: [group({ machineTypes: ["m5.large", "m4.large"] })],
        }),
        'error nodeGroups[0].machineTypes[1]: podAddresses "prefixes" needs machines of the Nitro system, such as m7i.large, got "m4.large"',
      ],
      [
        "old machines with IPv6",
        cluster({
          network: { ipFamily: "ipv6" },
          nodeGroups: [group({ machineTypes: ["t2.large"] })],
        }),
        'error nodeGroups[0].machineTypes[0]: ipFamily "ipv6" needs machines of the Nitro system, such as m7i.large, got "t2.large"',
      ],
    ],
  },
  {
    rule: "eks/network/ipv6-ranges",
    passes: [
      ["IPv6", withNetwork({ ipFamily: "ipv6" })],
      [
        "IPv4 with all of it",
        withNetwork({ serviceCidr: "172.20.0.0/16", podCidr: pods, podAddresses: "prefixes" }),
      ],
    ],
    fails: [
      [
        "what only IPv4 has",
        withNetwork({
          ipFamily: "ipv6",
          serviceCidr: "172.20.0.0/16",
          podCidr: pods,
          podAddresses: "prefixes",
          existing: { ...existing, podSubnets },
        }),
        "error network.serviceCidr: services of an IPv6 cluster have a range that EKS chooses; omit it",
        "error network.podCidr: pods of an IPv6 cluster have IPv6 addresses of the nodes' subnets; omit it",
        "error network.existing.podSubnets: pods of an IPv6 cluster have IPv6 addresses of the nodes' subnets; omit it",
        "error network.podAddresses: an IPv6 cluster always uses prefixes; omit it",
      ],
    ],
  },
  {
    rule: "eks/network/ipv6-cni-version",
    passes: [
      ["the pinned one", withNetwork({ ipFamily: "ipv6" })],
      ["the oldest", cluster({ network: { ipFamily: "ipv6" }, eks: cni({}, "v1.10.1-eksbuild.1") })],
      ["a newer one", cluster({ network: { ipFamily: "ipv6" }, eks: cni({}, "v1.21.0-eksbuild.1") })],
      ["an old one with IPv4", cluster({ eks: cni({}, "v1.9.3-eksbuild.1") })],
    ],
    fails: [
      [
        "an old one",
        cluster({ network: { ipFamily: "ipv6" }, eks: cni({}, "v1.10.0-eksbuild.1") }),
        'error eks.addOns.vpc-cni.version: an IPv6 cluster needs v1.10.1 or later, got "v1.10.0-eksbuild.1"',
      ],
    ],
  },
];
