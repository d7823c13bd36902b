import { error, warning } from "../../../cluster/problem";
import { isKnown, isWhole, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";
import { keyProblems, principalProblems } from "../../../aws/arns";

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /**
   * The key of secrets is a symmetric KMS key in the region of the cluster, given as an ARN.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html
   */
  "secrets-key"({ encryption, region }) {
    return keyProblems(["encryption", "keyId"], encryption?.keyId, region);
  },

  /**
   * `keyId` is not set with `secrets: platform-key`.
   *
   * @remarks Decision of this project: settings without effect are refused.
   */
  "secrets-key-used"({ encryption }) {
    if (encryption?.secrets !== "platform-key" || encryption.keyId === undefined) return [];
    return [error(["encryption", "keyId"], 'is not used with secrets "platform-key"; omit one of them')];
  },

  /**
   * `deletionWindowDays` is 7 to 30, and a key is created to which it applies.
   *
   * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html
   */
  "deletion-window"({ encryption, storage }) {
    const days = encryption?.deletionWindowDays;
    const path = ["encryption", "deletionWindowDays"];
    if (!isKnown(days)) return [];
    if (!isWhole(days, 7, 30))
      return [error(path, `must be a whole number from 7 to 30, got ${shown(days)}`)];
    const newKeys = [
      encryption?.secrets !== "platform-key" && encryption?.keyId === undefined,
      encryption?.disks === "customer-key" && encryption.disksKeyId === undefined,
      Boolean(storage?.backup) && !(typeof storage?.backup === "object" && storage.backup.keyId),
    ];
    if (newKeys.some(Boolean)) return [];
    return [warning(path, "has no effect: the cluster creates no key")];
  },

  /**
   * Existing roles are given as ARNs in the partition of the cluster.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
   */
  "existing-roles"({ eks, region }) {
    return (["clusterRoleArn", "nodeRoleArn"] as const).flatMap((field) => {
      const arn = eks?.[field];
      return arn === undefined ? [] : principalProblems(["eks", field], arn, region, ["role"]);
    });
  },
});
