import { error } from "../../../cluster/problem";
import { entries, isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";
import { partitionOf } from "../../../aws/regions";

export const rules = defineRules<EksClusterProps>("eks/add-ons", {
  /**
   * The instance of IAM Identity Center is given as an ARN.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_ArgoCdAwsIdcConfigRequest.html
   */
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

  /**
   * Each role of Argo CD is mapped once, to at least one user or group.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_ArgoCdRoleMapping.html
   */
  "argo-cd-access"({ eks }) {
    const path = ["eks", "capabilities", "argocd", "access"];
    const access = entries(eks?.capabilities?.argocd?.access);
    return [
      ...repeated(access, ({ role }) => role).map(({ index, value, first }) =>
        error([...path, index, "role"], `${shown(value.role)} is a duplicate of [${first}]; merge the two`),
      ),
      ...access
        .filter(
          ([, { users = [], groups = [] }]) =>
            isKnown(users) && isKnown(groups) && users.length + groups.length === 0,
        )
        .map(([i]) => error([...path, i], "must have at least one user or group")),
    ];
  },

  /**
   * Policies of a capability are ARNs in the partition of the cluster, each listed once.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
   */
  "capability-policies"({ eks, region }) {
    const partition = isKnown(region) ? partitionOf(region) : "[a-z-]+";
    const policy = new RegExp(`^arn:${partition}:iam::(aws|\\d{12}):policy/[\\w+=,.@/-]+$`);
    return (["ack", "kro", "argocd"] as const).flatMap((name) => {
      const path = ["eks", "capabilities", name, "policyArns"];
      const arns = knownEntries(eks?.capabilities?.[name]?.policyArns);
      return [
        ...repeated(arns).map(({ index, value, first }) =>
          error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
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
