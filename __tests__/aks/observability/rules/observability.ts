import { type AksRuleCases, withObservability, workspace } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/observability/log-retention",
    passes: [["90 days", withObservability({ retentionDays: 90 })]],
    fails: [
      [
        "7 days",
        withObservability({ retentionDays: 7 }),
        "error observability.retentionDays: must be 30 to 730 days, got 7",
      ],
      [
        "an existing workspace's",
        withObservability({ retentionDays: 90, workspaceId: workspace }),
        "error observability.retentionDays: applies to a new workspace; the workspace of observability.workspaceId is managed outside this file",
      ],
    ],
  },
  {
    rule: "aks/observability/log-types",
    passes: [["with audit", withObservability({ logTypes: ["kube-audit-admin"] })]],
    fails: [
      [
        "without",
        withObservability({ logTypes: ["guard"] }),
        "warning observability.logTypes: has neither kube-audit nor kube-audit-admin: changes can't be traced to a principal",
      ],
      [
        "one twice",
        withObservability({ logTypes: ["kube-audit", "kube-audit"] }),
        'error observability.logTypes[1]: "kube-audit" is a duplicate of [0]',
      ],
    ],
  },
];
