import { error, warning } from "../../../cluster/problem";
import { isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import { keyProblems } from "../../../aws/arns";
import type { EksClusterProps } from "../../spec";

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const rules = defineRules<EksClusterProps>("eks/observability", {
  /**
   * `retentionDays` is a number of days that CloudWatch Logs supports.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   */
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

  /**
   * The key of logs is a symmetric KMS key in the region of the cluster, given as an ARN.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  "logs-key"({ observability, region }) {
    return keyProblems(["observability", "keyId"], observability?.keyId, region);
  },

  /**
   * Each type of log is listed once.
   *
   * @remarks Decision of this project: a duplicate has no effect and is usually a mistake.
   */
  "log-types-unique"({ observability }) {
    return repeated(knownEntries(observability?.logTypes)).map(({ index, value, first }) =>
      error(["observability", "logTypes", index], `${shown(value)} is a duplicate of [${first}]`),
    );
  },

  /**
   * The audit log is enabled.
   *
   * @see https://docs.aws.amazon.com/eks/latest/best-practices/auditing-and-logging.html
   */
  "audit-logged"({ observability }) {
    const types = observability?.logTypes;
    if (!isKnown(types) || !types.every(isKnown) || types.includes("audit")) return [];
    return [
      warning(
        ["observability", "logTypes"],
        "does not contain audit: actions in the cluster cannot be traced without it",
      ),
    ];
  },
});
