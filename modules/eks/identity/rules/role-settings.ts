import { error } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import { defaults } from "../../fields.generated";
import { limits } from "../../limits";
import { nodePolicies } from "../../node-groups/role-kinds";
import type { EksClusterProps } from "../../spec";
import { parseArn } from "../../../aws/arns";

export const rules = defineRules<EksClusterProps>("eks/identity", {
  /**
   * The permissions boundary and the policies of node roles are ARNs of policies, and the path of roles is a path of IAM.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
   */
  "role-settings"({ eks }) {
    const { sessionManager = defaults["eks.sessionManager"] } = eks ?? {};
    const { permissionsBoundaryArn: boundary, rolePath, nodeRolePolicyArns } = eks ?? {};
    const isPolicy = (text: string) => {
      const arn = parseArn(text);
      return arn?.service === "iam" && /^policy\/[\w+=,.@/-]+$/.test(arn.resource);
    };
    const known = knownEntries(nodeRolePolicyArns);
    const mostPolicies = limits.attachedPolicies - nodePolicies(true).length;
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
      ...known
        .filter(([, arn]) =>
          nodePolicies(sessionManager).some(([, policy]) => arn.endsWith(`:iam::aws:policy/${policy}`)),
        )
        .map(([i, arn]) =>
          error(["eks", "nodeRolePolicyArns", i], `nodes already have ${shown(arn)}; omit it here`),
        ),
      ...(known.length > mostPolicies
        ? [
            error(
              ["eks", "nodeRolePolicyArns"],
              `must be at most ${mostPolicies} policies next to those of nodes, got ${known.length}`,
            ),
          ]
        : []),
    ];
  },
});
