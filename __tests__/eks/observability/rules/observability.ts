import { cluster, type EksRuleCases, key } from "../../rule-support";

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/observability/log-retention",
    passes: [
      ["a year", cluster({ observability: { retentionDays: 365 } })],
      ["the default", cluster()],
    ],
    fails: [
      [
        "100 days",
        cluster({ observability: { retentionDays: 100 } }),
        "error observability.retentionDays: must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 100",
      ],
    ],
  },
  {
    rule: "eks/observability/log-types-unique",
    passes: [["each once", cluster({ observability: { logTypes: ["audit", "api"] } })]],
    fails: [
      [
        "one twice",
        cluster({ observability: { logTypes: ["audit", "api", "audit"] } }),
        'error observability.logTypes[2]: "audit" is a duplicate of [0]',
      ],
    ],
  },
  {
    rule: "eks/observability/audit-logged",
    passes: [
      ["the default", cluster()],
      ["audit", cluster({ observability: { logTypes: ["audit"] } })],
    ],
    fails: [
      [
        "other logs",
        cluster({ observability: { logTypes: ["api"] } }),
        "warning observability.logTypes: does not contain audit: actions in the cluster cannot be traced without it",
      ],
    ],
  },
  {
    rule: "eks/observability/logs-key",
    passes: [["a key", cluster({ observability: { keyId: key } })]],
    fails: [
      [
        "a key of another region",
        cluster({ observability: { keyId: key.replace("eu-central-1", "eu-west-1") } }),
        `error observability.keyId: must be a key in eu-central-1 (aws), got "${key.replace("eu-central-1", "eu-west-1")}"`,
      ],
    ],
  },
];
