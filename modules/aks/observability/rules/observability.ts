import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, isWhole, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/observability", {
  /**
   * Logs are kept for 30 to 730 days in a new workspace.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/log_analytics_workspace#retention_in_days
   */
  "log-retention"({ observability }) {
    const days = observability?.retentionDays;
    if (!isKnown(days)) return [];
    const path = ["observability", "retentionDays"];
    if (observability?.workspaceId !== undefined) {
      return [
        error(
          path,
          "applies to a new workspace; the workspace of observability.workspaceId is managed outside this file",
        ),
      ];
    }
    return isWhole(days, 30, 730) ? [] : [error(path, `must be 30 to 730 days, got ${shown(days)}`)];
  },

  /**
   * The agents of Defender write to the workspace with its keys. A new workspace accepts no keys, because the provider writes them to
   * the state.
   *
   * @see https://learn.microsoft.com/azure/defender-for-cloud/defender-for-containers-enable
   */
  "defender-needs-keys"({ observability }) {
    if (observability?.defender !== true) return [];
    const path = ["observability", "defender"];
    return [
      observability.workspaceId === undefined
        ? error(
            path,
            "needs observability.workspaceId with a workspace that accepts keys (local authentication): the new workspace accepts none, " +
              "and the agents of Defender fail without them",
          )
        : warning(path, "needs local authentication of the workspace of observability.workspaceId"),
    ];
  },

  /**
   * A log type is named once, and one of the audit logs is included.
   *
   * @see https://learn.microsoft.com/azure/aks/monitor-aks-reference
   */
  "log-types"({ observability }) {
    const types = observability?.logTypes;
    if (!isKnown(types)) return [];
    const path = ["observability", "logTypes"];
    return [
      ...repeated(knownEntries(types)).map(({ index, value, first }) =>
        error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
      ),
      ...(types.some((type) => type === "kube-audit" || type === "kube-audit-admin")
        ? []
        : [
            warning(
              path,
              "has neither kube-audit nor kube-audit-admin: changes can't be traced to a principal",
            ),
          ]),
    ];
  },
});
