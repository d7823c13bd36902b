import {
  type AksRuleCases,
  admin,
  certificate,
  cluster,
  identity,
  registry,
  withNetwork,
  withOptions,
} from "../../rule-support";

export const addOns: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/image-cleaner",
    passes: [["two days", withOptions({ imageCleanerHours: 48 })]],
    fails: [
      [
        "an hour",
        withOptions({ imageCleanerHours: 1 }),
        "error aks.imageCleanerHours: must be 24 to 2160 hours, or 0 for none, got 1",
      ],
    ],
  },
  {
    rule: "aks/control-plane/cost-analysis",
    passes: [["the standard tier", withOptions({ costAnalysis: true })]],
    fails: [
      [
        "the free one",
        withOptions({ tier: "free", costAnalysis: true }),
        'error aks.costAnalysis: needs tier "standard" or "premium", got "free"',
      ],
    ],
  },
  {
    rule: "aks/control-plane/tier-has-guarantee",
    passes: [["one that comes and goes", cluster({ protection: false, aks: { tier: "free" } })]],
    fails: [
      [
        "one that is kept",
        withOptions({ tier: "free" }),
        'warning aks.tier: "free" has no guarantee of the API server, and this cluster is protected: it is to be kept',
      ],
    ],
  },
  {
    rule: "aks/control-plane/trusted-cas",
    passes: [
      ["a certificate", withOptions({ trustedCas: [certificate] })],
      ["that of a proxy", withNetwork({ httpProxy: { https: "http://proxy:3128", trustedCa: certificate } })],
    ],
    fails: [
      [
        "a name",
        withOptions({ trustedCas: ["ca.pem"] }),
        "error aks.trustedCas[0]: must be a certificate, PEM in base64",
      ],
      [
        "a proxy's as a path",
        withNetwork({ httpProxy: { https: "http://proxy:3128", trustedCa: "/etc/ssl/proxy.pem" } }),
        "error network.httpProxy.trustedCa: must be a certificate, PEM in base64",
      ],
      [
        "eleven",
        withOptions({
          trustedCas: Array.from({ length: 11 }, () => certificate),
        }),
        "error aks.trustedCas: must be at most 10 certificate authorities, got 11",
      ],
    ],
  },
  {
    rule: "aks/control-plane/durations",
    passes: [
      [
        "durations",
        withOptions({
          keyVaultSecretsInterval: "2m",
          autoscaler: { scanInterval: "10s", expander: "random" },
        }),
      ],
    ],
    fails: [
      [
        "a number without a unit",
        withOptions({ keyVaultSecretsInterval: "2", autoscaler: { scaleDownUnneeded: "10" } }),
        'error aks.keyVaultSecretsInterval: must be a duration such as "10m", got "2"',
        'error aks.autoscaler.scaleDownUnneeded: must be a duration such as "10m", got "10"',
      ],
    ],
  },
  {
    rule: "aks/control-plane/autoscaler-bounds",
    passes: [
      ["a share", withOptions({ autoscaler: { scaleDownUtilization: 0.5, maxUnreadyPercentage: 45 } })],
    ],
    fails: [
      [
        "too much",
        withOptions({ autoscaler: { scaleDownUtilization: 50, maxUnreadyPercentage: 101 } }),
        "error aks.autoscaler.scaleDownUtilization: must be a share from 0 to 1, got 50",
        "error aks.autoscaler.maxUnreadyPercentage: must be a percentage from 0 to 100, got 101",
      ],
      [
        "nobody who reads it",
        cluster({ autoscaling: "none", aks: { autoscaler: {} } }),
        'error aks.autoscaler: is for autoscaling "cluster-autoscaler", got "none"; leave one of the two out',
      ],
    ],
  },
  {
    rule: "aks/control-plane/registries-unique",
    passes: [["one", withOptions({ registries: [registry] })]],
    fails: [
      [
        "one twice, in other letters",
        withOptions({ registries: [registry, registry.toLowerCase()] }),
        "error aks.registries[1]: is there already, at position 0",
      ],
    ],
  },
  {
    rule: "aks/control-plane/identity-numbers",
    passes: [["UUIDs", withOptions({ identities: { controlPlane: { id: identity, principalId: admin } } })]],
    fails: [
      [
        "names",
        withOptions({
          identities: {
            controlPlane: { id: identity, principalId: "shop" },
            kubelet: { id: identity, principalId: admin, clientId: "nodes" },
          },
        }),
        'error aks.identities.controlPlane.principalId: must be a UUID such as 11111111-2222-3333-4444-555555555555, got "shop"',
        'error aks.identities.kubelet.clientId: must be a UUID such as 11111111-2222-3333-4444-555555555555, got "nodes"',
      ],
    ],
  },
];
