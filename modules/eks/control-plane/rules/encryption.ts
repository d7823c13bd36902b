import { error, warning } from "../../../cluster/problem";
import { isKnown, isWhole, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";
import { keyProblems, principalProblems } from "../../identity/arns";

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /** [EKS user guide] envelope encryption: a symmetric key in the cluster's region. */
  "secrets-key"({ encryption, region }) {
    return keyProblems(["encryption", "keyId"], encryption?.keyId, region);
  },

  /** A key of one's own and the platform's exclude each other. */
  "secrets-key-is-used"({ encryption }) {
    if (encryption?.secrets !== "platform-key" || encryption.keyId === undefined) return [];
    return [
      error(["encryption", "keyId"], 'is not used with secrets "platform-key"; leave one of the two out'),
    ];
  },

  /** [KMS API] ScheduleKeyDeletion: 7 to 30 days. */
  "deletion-window"({ encryption }) {
    const days = encryption?.deletionWindowDays;
    const path = ["encryption", "deletionWindowDays"];
    if (!isKnown(days)) return [];
    if (!isWhole(days, 7, 30))
      return [error(path, `must be a whole number from 7 to 30, got ${shown(days)}`)];
    if (encryption?.keyId === undefined && encryption?.secrets !== "platform-key") return [];
    return [warning(path, "has no effect: no key is made here that could be deleted")];
  },

  /** [IAM user guide] roles are given by ARN, and belong to the cluster's partition. */
  "existing-roles"({ eks, region }) {
    return (["clusterRoleArn", "nodeRoleArn"] as const).flatMap((field) => {
      const arn = eks?.[field];
      return arn === undefined ? [] : principalProblems(["eks", field], arn, region, ["role"]);
    });
  },
});
