import { type AksRuleCases, withNetwork } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
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
        "public addresses",
        withNetwork({ cidr: "8.8.0.0/16" }),
        "error network.cidr: must be within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10, got 8.8.0.0/16",
      ],
    ],
  },
  {
    rule: "aks/network/service-range-size",
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
    rule: "aks/network/ranges-not-reserved",
    passes: [["a free one", withNetwork({ serviceCidr: "172.20.0.0/16" })]],
    fails: [
      [
        "one of Azure's own",
        withNetwork({ serviceCidr: "172.30.0.0/16" }),
        "error network.serviceCidr: 172.30.0.0/16 must not overlap 172.30.0.0/16, which is reserved by Azure",
      ],
    ],
  },
  {
    rule: "aks/network/ranges-disjoint",
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
];
