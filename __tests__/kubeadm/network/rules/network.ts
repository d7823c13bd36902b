import {
  onAzure,
  onGoogle,
  cluster,
  type KubeadmRuleCases,
  withAccess,
  withNetwork,
} from "../../rule-support";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/network/network-size",
    passes: [
      ["a /16", withNetwork({ cidr: "10.70.0.0/16" })],
      ["a /22", withNetwork({ cidr: "10.70.0.0/22" })],
      ["a /12 on Azure", onAzure({ network: { cidr: "10.64.0.0/12" } })],
    ],
    fails: [
      [
        "a /23 on Azure",
        onAzure({ network: { cidr: "10.70.0.0/23" } }),
        "error network.cidr: must be a /8 to /22, got 10.70.0.0/23",
      ],
      [
        "a /15",
        withNetwork({ cidr: "10.70.0.0/15" }),
        "error network.cidr: must be a /16 to /22, got 10.70.0.0/15",
      ],
      [
        "a /23",
        withNetwork({ cidr: "10.70.0.0/23" }),
        "error network.cidr: must be a /16 to /22, got 10.70.0.0/23",
      ],
    ],
  },
  {
    rule: "kubeadm/network/ranges-separate",
    passes: [["the defaults", cluster()]],
    fails: [
      [
        "pods within the network",
        withNetwork({ podCidr: "10.0.64.0/20" }),
        "error network.podCidr: 10.0.64.0/20 must not overlap cidr, 10.0.0.0/16",
      ],
      [
        "services within the pods and the network",
        withNetwork({ cidr: "172.20.0.0/16", podCidr: "172.20.0.0/18" }),
        "error network.podCidr: 172.20.0.0/18 must not overlap cidr, 172.20.0.0/16",
        "error network.serviceCidr: 172.20.0.0/16 must not overlap cidr, 172.20.0.0/16",
        "error network.serviceCidr: 172.20.0.0/16 must not overlap podCidr, 172.20.0.0/18",
      ],
    ],
  },
  {
    rule: "kubeadm/network/client-ranges-separate",
    passes: [["clients of the network", withAccess({ privateFrom: ["10.0.0.0/16"] })]],
    fails: [
      [
        "clients with addresses of services",
        withAccess({ privateFrom: ["172.20.4.0/24"] }),
        "error access.privateFrom[0]: 172.20.4.0/24 must not overlap network.serviceCidr, 172.20.0.0/16",
      ],
    ],
  },
  {
    rule: "kubeadm/network/ranges-private",
    passes: [
      ["private ranges", cluster()],
      ["pods in the shared address space", withNetwork({ podCidr: "100.72.0.0/16" })],
    ],
    fails: [
      [
        "a public network",
        withNetwork({ cidr: "198.51.0.0/16" }),
        "error network.cidr: must be within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got 198.51.0.0/16",
      ],
      [
        "services in the shared address space",
        withNetwork({ serviceCidr: "100.72.0.0/16" }),
        "error network.serviceCidr: must be within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got 100.72.0.0/16",
      ],
      [
        "link-local pods",
        withNetwork({ podCidr: "169.254.0.0/16" }),
        "error network.podCidr: must not overlap the link-local range 169.254.0.0/16, got 169.254.0.0/16",
      ],
      [
        "the range of Docker",
        withNetwork({ podCidr: "172.16.0.0/14" }),
        "warning network.podCidr: 172.16.0.0/14 overlaps 172.17.0.0/16, the range of Docker's bridge on many machines of clients",
      ],
    ],
  },
  {
    rule: "kubeadm/network/service-range",
    passes: [["a /24", withNetwork({ serviceCidr: "172.20.0.0/24" })]],
    fails: [
      [
        "a /25",
        withNetwork({ serviceCidr: "172.20.0.0/25" }),
        "error network.serviceCidr: must be a /12 to /24, got 172.20.0.0/25",
      ],
    ],
  },
  {
    rule: "kubeadm/network/pod-range",
    passes: [["a /22", withNetwork({ podCidr: "100.64.0.0/22" })]],
    fails: [
      [
        "a /23",
        withNetwork({ podCidr: "100.64.0.0/23" }),
        "error network.podCidr: must be a /10 to /22, got 100.64.0.0/23: each node has a /24",
      ],
    ],
  },
  {
    rule: "kubeadm/network/zones-of-region",
    passes: [
      ["zones of the region", withNetwork({ zones: ["eu-central-1a", "eu-central-1b", "eu-central-1c"] })],
    ],
    fails: [
      [
        "a Local Zone and a zone of another region",
        withNetwork({ zones: ["eu-central-1a", "eu-central-1-ham-1a", "eu-west-1c"] }),
        'error network.zones[1]: must be a zone of eu-central-1 such as eu-central-1a, got "eu-central-1-ham-1a"',
        'error network.zones[2]: must be a zone of eu-central-1 such as eu-central-1a, got "eu-west-1c"',
      ],
      [
        "a fourth zone of Azure",
        onAzure({ network: { zones: ["1", "2", "4"] } }),
        'error network.zones[2]: must be a zone of westeurope such as 1, got "4"',
      ],
    ],
  },
  {
    rule: "kubeadm/network/zones-known",
    passes: [
      ["three zones", cluster()],
      ["three zones of Azure", onAzure()],
    ],
    fails: [
      [
        "a region without zones",
        onAzure({ region: "ukwest", network: { zones: ["1", "2", "3"] } }),
        "error region: ukwest has no zones; use a region with zones such as westeurope",
      ],
      [
        "an unknown region",
        cluster({ region: "eu-centrl-1" }),
        'error region: unknown region "eu-centrl-1"; did you mean "eu-central-1"? If it is new, set network.zones',
      ],
      [
        "more zones than the region has",
        withNetwork({ zones: 4 }),
        "error network.zones: the names of 4 zones of eu-central-1 are not known (only eu-central-1a, eu-central-1b, eu-central-1c); list the zones of your account, such as [eu-central-1a]",
      ],
    ],
  },
  {
    rule: "kubeadm/network/private-without-nat",
    passes: [
      ["a private network", withNetwork({ private: true })],
      ["a private network that states it twice", withNetwork({ private: true, nat: "none" })],
      [
        "gateways on Azure, where no network is private",
        onAzure({ network: { private: true, nat: "per-zone" } }),
      ],
    ],
    fails: [
      [
        "a private network with gateways",
        withNetwork({ private: true, nat: "single" }),
        'error network.nat: a private network has no NAT gateways, got "single"; remove the field',
      ],
      [
        "a private network with gateways on Google Cloud",
        onGoogle({ network: { private: true, nat: "per-zone" } }),
        'error network.nat: a private network has no NAT gateways, got "per-zone"; remove the field',
      ],
    ],
  },
];
