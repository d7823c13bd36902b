import { type GkeRuleCases, autopilot, withObservability } from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/observability/log-retention",
    passes: [["ten years", withObservability({ retentionDays: 3650 })]],
    fails: [
      [
        "none",
        withObservability({ retentionDays: 0 }),
        "error observability.retentionDays: must be a whole number from 1 to 3650, got 0",
      ],
    ],
  },
  {
    rule: "gke/observability/system-components-required",
    passes: [
      [
        "the system's and others",
        withObservability({ logTypes: ["SYSTEM_COMPONENTS", "APISERVER"], metrics: [] }),
      ],
    ],
    fails: [
      [
        "others alone, and one twice",
        withObservability({ logTypes: ["WORKLOADS"], metrics: ["SYSTEM_COMPONENTS", "POD", "POD"] }),
        'error observability.logTypes: must contain "SYSTEM_COMPONENTS": GKE collects no other components without it',
        'error observability.metrics[2]: "POD" is a duplicate of [1]',
      ],
    ],
  },
  {
    rule: "gke/observability/metrics-need-managed-prometheus",
    passes: [
      ["with Prometheus", withObservability({ metrics: ["SYSTEM_COMPONENTS", "POD"], autoMonitoring: true })],
      [
        "those of the system",
        withObservability({ managedPrometheus: false, metrics: ["SYSTEM_COMPONENTS", "APISERVER"] }),
      ],
    ],
    fails: [
      [
        "without",
        withObservability({
          managedPrometheus: false,
          metrics: ["SYSTEM_COMPONENTS", "POD", "KUBELET"],
          autoMonitoring: true,
        }),
        "error observability.metrics: POD, KUBELET need managedPrometheus",
        "error observability.autoMonitoring: needs managedPrometheus",
      ],
    ],
  },
  {
    rule: "gke/observability/recipients",
    passes: [
      [
        "full names",
        withObservability({
          notifications: { topic: "projects/shop/topics/gke" },
          usageMetering: { dataset: "gke_usage" },
        }),
      ],
    ],
    fails: [
      [
        "others",
        withObservability({
          notifications: { topic: "gke", events: [] },
          usageMetering: { dataset: "gke-usage" },
        }),
        'error observability.notifications.topic: must be the full name of a topic such as projects/shop/topics/gke, got "gke"',
        "error observability.notifications.events: must name at least one kind; if omitted, all kinds apply",
        'error observability.usageMetering.dataset: must be the id of a dataset such as gke_usage, got "gke-usage"',
      ],
    ],
  },
  {
    rule: "gke/observability/autopilot-components",
    passes: [
      [
        "all that it has",
        autopilot({ observability: { logTypes: ["SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER"] } }),
      ],
      ["a Standard cluster", withObservability({ logTypes: [] })],
    ],
    fails: [
      [
        "less",
        autopilot({ observability: { logTypes: ["SYSTEM_COMPONENTS"], metrics: [] } }),
        "error observability.logTypes: must contain WORKLOADS, which Autopilot always logs",
        "error observability.metrics: must contain SYSTEM_COMPONENTS, which Autopilot always measures",
      ],
    ],
  },
];
