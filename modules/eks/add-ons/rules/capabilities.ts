import { error } from "../../../cluster/problem";
import { entries, isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";
import { partitionOf } from "../../regions";

export const rules = defineRules<EksClusterProps>("eks/add-ons", {
  /** [EKS API] ArgoCdAwsIdcConfigRequest: the instance of IAM Identity Center, by ARN. */
  "argo-cd-instance"({ eks, region }) {
    const arn = eks?.capabilities?.argocd?.identityCenterArn;
    if (!isKnown(arn) || /^arn:[a-z-]+:sso:::instance\/(sso)?ins-[A-Za-z0-9-.]{16}$/.test(arn)) return [];
    const partition = isKnown(region) ? partitionOf(region) : "aws";
    return [
      error(
        ["eks", "capabilities", "argocd", "identityCenterArn"],
        `must be the ARN of an instance of IAM Identity Center such as arn:${partition}:sso:::instance/ssoins-1234567890abcdef, ` +
          `got ${shown(arn)}`,
      ),
    ];
  },

  /** [EKS API] ArgoCdRoleMapping: a role is mapped once, to at least one user or group. */
  "argo-cd-access"({ eks }) {
    const path = ["eks", "capabilities", "argocd", "access"];
    const access = entries(eks?.capabilities?.argocd?.access);
    return [
      ...repeated(access, ({ role }) => role).map(({ index, value, first }) =>
        error(
          [...path, index, "role"],
          `${shown(value.role)} is there already, at position ${first}; put them together`,
        ),
      ),
      ...access
        .filter(
          ([, { users = [], groups = [] }]) =>
            isKnown(users) && isKnown(groups) && users.length + groups.length === 0,
        )
        .map(([i]) => error([...path, i], "must name at least one user or group")),
    ];
  },

  /** [IAM user guide] policies are attached by ARN, each once, and belong to the cluster's partition. */
  "capability-policies"({ eks, region }) {
    const partition = isKnown(region) ? partitionOf(region) : "[a-z-]+";
    const policy = new RegExp(`^arn:${partition}:iam::(aws|\\d{12}):policy/[\\w+=,.@/-]+$`);
    return (["ack", "kro", "argocd"] as const).flatMap((name) => {
      const path = ["eks", "capabilities", name, "policyArns"];
      const arns = knownEntries(eks?.capabilities?.[name]?.policyArns);
      return [
        ...repeated(arns).map(({ index, value, first }) =>
          error([...path, index], `${shown(value)} is there already, at position ${first}`),
        ),
        ...arns
          .filter(([, arn]) => !policy.test(arn))
          .map(([i, arn]) =>
            error(
              [...path, i],
              `must be the ARN of an IAM policy such as arn:${isKnown(region) ? partitionOf(region) : "aws"}:iam::aws:policy/ReadOnlyAccess, got ${shown(arn)}`,
            ),
          ),
      ];
    });
  },
});
