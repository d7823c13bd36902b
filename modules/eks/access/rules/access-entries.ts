import { error, type Finding } from "../../../cluster/problem";
import { defineRules, entries, isKnown, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/access", {
  /**
   * An access entry gives permissions: groups or policies. Policies have the names of EKS, each once, and groups and user names are not
   * reserved.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html
   */
  "access-entries"({ eks }) {
    return entries(eks?.accessEntries).flatMap(([i, { groups, policies, userName }]): Finding[] => {
      const path = ["eks", "accessEntries", i];
      const named = entries(policies).filter(([, { policy }]) => isKnown(policy));
      const isEmpty = (list: readonly unknown[] | undefined) =>
        list === undefined || (isKnown(list) && list.length === 0);
      return [
        ...(isEmpty(groups) && isEmpty(policies)
          ? [error(path, "gives no permissions: set groups or policies")]
          : []),
        ...knownEntries(groups)
          .filter(([, group]) => group.startsWith("system:") || group === "")
          .map(([j, group]) =>
            error(
              [...path, "groups", j],
              `must be a group of your role bindings, not system:…, got ${shown(group)}`,
            ),
          ),
        ...(isKnown(userName) && /^(system:|eks:|aws:|amazon:|iam:|$)/.test(userName)
          ? [error([...path, "userName"], `must not be reserved or empty, got ${shown(userName)}`)]
          : []),
        ...named
          .filter(([, { policy }]) => !/^AmazonEKS\w*Policy$/.test(policy))
          .map(([j, { policy }]) =>
            error(
              [...path, "policies", j, "policy"],
              `must be the name of an access policy such as "AmazonEKSAdminViewPolicy", got ${shown(policy)}`,
            ),
          ),
        ...repeated(named, ({ policy }) => policy).map(({ index, value, first }) =>
          error(
            [...path, "policies", index, "policy"],
            `${shown(value.policy)} is a duplicate of [${first}]; merge their namespaces`,
          ),
        ),
        ...entries(policies)
          .filter(([, { namespaces }]) => isKnown(namespaces) && namespaces.length === 0)
          .map(([j]) =>
            error(
              [...path, "policies", j, "namespaces"],
              "must have at least one namespace; if omitted, the policy applies to the whole cluster",
            ),
          ),
      ];
    });
  },
});
