import { type AksRuleCases, cluster, withNetwork } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/network/network-policy-fits-pod-network",
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
    rule: "aks/network/advanced-networking-needs-cilium",
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
    rule: "aks/network/kubenet-deprecated",
    passes: [["an overlay", cluster()]],
    fails: [
      [
        "kubenet",
        withNetwork({ podNetwork: "kubenet" }),
        'warning network.podNetwork: "kubenet" is retired by Azure on 31 March 2028; use "overlay"',
      ],
    ],
  },
  {
    rule: "aks/network/pod-range-needs-overlay",
    passes: [["an overlay", withNetwork({ podCidr: "10.128.0.0/14" })]],
    fails: [
      [
        "pods in the nodes' subnet",
        withNetwork({ podNetwork: "flat", podCidr: "10.128.0.0/14" }),
        'error network.podCidr: is not used with podNetwork "flat"; omit it',
      ],
    ],
  },
  {
    rule: "aks/network/dual-stack-support",
    passes: [["the load balancer", withNetwork({ dualStack: true, egress: { type: "load-balancer" } })]],
    fails: [
      [
        "a NAT gateway",
        withNetwork({ dualStack: true }),
        'error network.dualStack: needs network.egress of type "load-balancer": no other egress supports IPv6',
      ],
      [
        "a flat network",
        withNetwork({ dualStack: true, podNetwork: "flat", egress: { type: "load-balancer" } }),
        'error network.dualStack: needs podNetwork "overlay" or "kubenet", got "flat"',
      ],
    ],
  },
];
