import { error, warning } from "../../../cluster/problem";
import { isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";

/** [CloudWatch Logs API] PutRetentionPolicy, `retentionInDays`. */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const rules = defineRules<EksClusterProps>("eks/observability", {
  /** CloudWatch Logs takes days from a list. [CloudWatch Logs API] */
  "log-retention"({ observability }) {
    const days = observability?.retentionDays;
    if (!isKnown(days) || retentions.includes(days)) return [];
    return [
      error(
        ["observability", "retentionDays"],
        `must be one of ${retentions.join(", ")}, got ${shown(days)}`,
      ),
    ];
  },

  /** A type of log is named once. */
  "log-types-unique"({ observability }) {
    return repeated(knownEntries(observability?.logTypes)).map(({ index, value, first }) =>
      error(["observability", "logTypes", index], `${shown(value)} is there already, at position ${first}`),
    );
  },

  /** [EKS best practices] auditing: what is not written down cannot be looked into afterwards. */
  "audit-is-logged"({ observability }) {
    const types = observability?.logTypes;
    if (!isKnown(types) || !types.every(isKnown) || types.includes("audit")) return [];
    return [
      warning(
        ["observability", "logTypes"],
        "lacks audit: nobody could tell later who did what in the cluster",
      ),
    ];
  },
});
