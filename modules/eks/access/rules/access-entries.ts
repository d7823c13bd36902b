import { error, type Finding } from "../../../cluster/problem";
import { defineRules, entries, isKnown, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import { parseArn } from "../../identity/arns";
import { limits } from "../../limits";
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

  /**
   * The permissions boundary and the policies of node roles are ARNs of policies, and the path of roles is a path of IAM.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
   */
  "role-settings"({ eks }) {
    const { permissionsBoundaryArn: boundary, rolePath, nodeRolePolicyArns } = eks ?? {};
    const isPolicy = (text: string) => {
      const arn = parseArn(text);
      return arn?.service === "iam" && /^policy\/[\w+=,.@/-]+$/.test(arn.resource);
    };
    const known = knownEntries(nodeRolePolicyArns);
    const example = "arn:aws:iam::111122223333:policy/Boundary";
    return [
      ...(isKnown(boundary) && !isPolicy(boundary)
        ? [
            error(
              ["eks", "permissionsBoundaryArn"],
              `must be the ARN of an IAM policy such as ${example}, got ${shown(boundary)}`,
            ),
          ]
        : []),
      ...(isKnown(rolePath) && !/^\/([\x21-\x7e]{1,510}\/)?$/.test(rolePath)
        ? [
            error(
              ["eks", "rolePath"],
              `must start and end with "/", such as "/platform/", got ${shown(rolePath)}`,
            ),
          ]
        : []),
      ...known
        .filter(([, arn]) => !isPolicy(arn))
        .map(([i, arn]) =>
          error(
            ["eks", "nodeRolePolicyArns", i],
            `must be the ARN of an IAM policy such as arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy, got ${shown(arn)}`,
          ),
        ),
      ...repeated(known).map(({ index, value, first }) =>
        error(["eks", "nodeRolePolicyArns", index], `${shown(value)} is a duplicate of [${first}]`),
      ),
      ...(known.length > limits.attachedPolicies - 3
        ? [
            error(
              ["eks", "nodeRolePolicyArns"],
              `must be at most ${limits.attachedPolicies - 3} policies next to those of nodes, got ${known.length}`,
            ),
          ]
        : []),
    ];
  },

  /**
   * `upgrade.force` is set only in managed node groups.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
   */
  "forced-upgrade-managed"({ nodeGroups }) {
    return entries(nodeGroups)
      .filter(([, { kind, upgrade }]) => kind === "self-managed" && upgrade?.force !== undefined)
      .map(([i]) =>
        error(
          ["nodeGroups", i, "upgrade", "force"],
          "has no effect in a self-managed group: an instance refresh does not wait for pods; omit it",
        ),
      );
  },
});
