import { type AksRuleCases, certificate, cluster, withNetwork, withOptions } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/image-cleaner-interval",
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
    rule: "aks/control-plane/cost-analysis-needs-tier",
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
    rule: "aks/control-plane/free-tier-unprotected",
    passes: [["one that comes and goes", cluster({ protection: false, aks: { tier: "free" } })]],
    fails: [
      [
        "one that is kept",
        withOptions({ tier: "free" }),
        'warning aks.tier: "free" has no uptime guarantee for the API server, and this cluster is protected',
      ],
    ],
  },
  {
    rule: "aks/control-plane/trusted-certificates",
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
    rule: "aks/control-plane/secrets-rotation-interval",
    passes: [["two minutes", withOptions({ keyVaultSecretsInterval: "2m" })]],
    fails: [
      [
        "a number without a unit",
        withOptions({ keyVaultSecretsInterval: "2" }),
        'error aks.keyVaultSecretsInterval: must be a duration such as "10m", got "2"',
      ],
    ],
  },
];
