import { type AksRuleCases, withObservability, workspace, cluster } from "../../rule-support";

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
  {
    rule: "aks/observability/defender-needs-keys",
    passes: [["no Defender", cluster()]],
    fails: [
      [
        "the new workspace",
        withObservability({ defender: true }),
        "error observability.defender: needs observability.workspaceId with a workspace that accepts keys (local authentication): the new workspace accepts none, and the agents of Defender fail without them",
      ],
      [
        "an existing workspace",
        withObservability({ defender: true, workspaceId: workspace }),
        "warning observability.defender: needs local authentication of the workspace of observability.workspaceId",
      ],
    ],
  },
];
