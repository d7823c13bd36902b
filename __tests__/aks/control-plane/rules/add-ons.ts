import {
  type AksRuleCases,
  certificate,
  cluster,
  variable,
  withNetwork,
  withOptions,
} from "../../rule-support";

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
  {
    rule: "aks/control-plane/set-by-policy",
    passes: [["settings of policies", withOptions({ setByPolicy: ["defender", "tags"] })]],
    fails: [
      [
        "the same settings in the file",
        {
          ...withOptions({
            setByPolicy: ["defender", "azure-policy", "container-insights"],
            azurePolicy: true,
          }),
          observability: { defender: true, containerInsights: false },
        },
        'error observability.defender: has no effect: aks.setByPolicy[0] leaves "defender" to a policy; omit one of the two',
        'error aks.azurePolicy: has no effect: aks.setByPolicy[1] leaves "azure-policy" to a policy; omit one of the two',
        'error observability.containerInsights: has no effect: aks.setByPolicy[2] leaves "container-insights" to a policy; omit one of the two',
      ],
      [
        "one setting twice",
        withOptions({ setByPolicy: ["defender", "defender"] }),
        'error aks.setByPolicy[1]: "defender" is a duplicate of [0]',
      ],
      [
        "tags of the file",
        { ...withOptions({ setByPolicy: ["tags"] }), tags: { owner: "platform" } },
        "warning tags: are set when a resource is created; aks.setByPolicy ignores later changes of tags",
      ],
    ],
  },
  {
    rule: "aks/control-plane/dapr-version",
    passes: [
      ["a version", withOptions({ dapr: { version: "1.15.4" } })],
      ["a reference", withOptions({ dapr: { version: variable } })],
    ],
    fails: [
      [
        "a minor",
        withOptions({ dapr: { version: "1.15" } }),
        'error aks.dapr.version: must be a version such as "1.15.4", got "1.15"',
      ],
    ],
  },
  {
    rule: "aks/control-plane/dapr-pinned",
    passes: [
      ["a version", withOptions({ dapr: { version: "1.15.4" } })],
      ["a cluster for development", { ...withOptions({ dapr: {} }), protection: false }],
    ],
    fails: [
      [
        "no version",
        withOptions({ dapr: {} }),
        "warning aks.dapr: is upgraded to new minor versions by Azure, which does not recommend that for production: set version; az " +
          "k8s-extension extension-types list-versions-by-location --extension-type microsoft.dapr lists them",
      ],
    ],
  },
  {
    rule: "aks/control-plane/dapr-needs-volumes",
    passes: [["with the driver", withOptions({ dapr: { version: "1.15.4" } })]],
    fails: [
      [
        "without the driver",
        { ...withOptions({ dapr: { version: "1.15.4" } }), storage: { block: false } },
        "error aks.dapr: needs storage.block: its placement service keeps data in volumes",
      ],
    ],
  },
];
