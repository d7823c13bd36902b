import { type AksRuleCases, cluster, subnet, withLoadBalancing } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/load-balancing/ingress-needs-controller",
    passes: [["the controller", withLoadBalancing({ controller: true, ingress: "internal" })]],
    fails: [
      [
        "none",
        withLoadBalancing({ ingress: "internal" }),
        "error loadBalancing.ingress: is a setting of the controller: set controller: true, or omit it",
      ],
    ],
  },
  {
    rule: "aks/load-balancing/application-gateway",
    passes: [["a subnet", withLoadBalancing({ applicationGateway: { subnetId: subnet("gateway") } })]],
    fails: [
      [
        "nothing",
        withLoadBalancing({ applicationGateway: {} }),
        "error loadBalancing.applicationGateway: must have one of gatewayId and subnetId, got none",
      ],
      [
        "a pod network that is not of AKS",
        cluster({
          network: { podNetwork: "none" },
          loadBalancing: { applicationGateway: { subnetId: subnet("gateway") } },
        }),
        'error loadBalancing.applicationGateway: needs a pod network of AKS, got podNetwork "none"',
      ],
    ],
  },
  {
    rule: "aks/load-balancing/istio-revisions",
    passes: [
      ["two that follow each other", withLoadBalancing({ istio: { revisions: ["asm-1-28", "asm-1-29"] } })],
    ],
    fails: [
      [
        "two that do not",
        withLoadBalancing({ istio: { revisions: ["asm-1-26", "asm-1-29"] } }),
        "error loadBalancing.istio.revisions: must be consecutive revisions, got asm-1-26 and asm-1-29",
      ],
      [
        "none",
        withLoadBalancing({ istio: { revisions: [] } }),
        "error loadBalancing.istio.revisions: must be one or two revisions, got 0",
      ],
      [
        "a version",
        withLoadBalancing({ istio: { revisions: ["1.27"] } }),
        'error loadBalancing.istio.revisions[0]: must be a revision such as asm-1-29, got "1.27"',
      ],
    ],
  },
  {
    rule: "aks/load-balancing/nginx-supported",
    passes: [
      ["no controller", withLoadBalancing({})],
      ["no NGINX", withLoadBalancing({ controller: true, ingress: "none" })],
    ],
    fails: [
      [
        "the controller",
        withLoadBalancing({ controller: true }),
        "warning loadBalancing.controller: support of NGINX in the application routing add-on ends on 2026-11-30 (as of 2026-11-28): use loadBalancing.istio, applicationGateway or another controller",
      ],
    ],
  },
  {
    rule: "aks/load-balancing/istio-revision-supported",
    passes: [["a supported revision", withLoadBalancing({ istio: { revisions: ["asm-1-28"] } })]],
    fails: [
      [
        "an old revision",
        withLoadBalancing({ istio: { revisions: ["asm-1-27", "asm-1-28"] } }),
        "warning loadBalancing.istio.revisions[0]: asm-1-27 is deprecated on AKS (as of 2026-11-28): use asm-1-28 or newer",
      ],
    ],
  },
];
