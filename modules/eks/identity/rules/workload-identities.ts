import { error, formatPath, type Path, type Finding, warning } from "../../../cluster/problem";
import { namedWorkloads, repeatedWorkloads, workloadNameProblems } from "../../../cluster/workload-names";
import { entries, isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
import { policyOf } from "../../../aws/policies";
import type { Statement } from "../spec";
import type { EksClusterProps, EksWorkloadIdentitySpec } from "../../spec";
import { identityFields, otherAddOn } from "../../add-ons/other-add-ons";
import { programsOf, serviceAccountsOf } from "../../programs";
import { fullName } from "../service-accounts";
import { selects } from "../../node-groups/fargate-selectors";
import { parseArn } from "../../../aws/arns";

type Workload = EksWorkloadIdentitySpec;

export const rules = defineRules<EksClusterProps>("eks/identity", {
  /**
   * Namespaces are DNS labels, names of service accounts DNS subdomains.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
   */
  "workload-names"(cluster) {
    return forEachWorkload(cluster, (workload, path) => workloadNameProblems(path, workload));
  },

  /**
   * A service account has one role.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html
   */
  "workloads-unique"(cluster) {
    const known = namedWorkloads(cluster.workloadIdentities);
    const taken = serviceAccountsOf(cluster).map(fullName);
    const ofAddOns = identityFields(cluster).filter(
      ([, { namespace, serviceAccount }]) => isKnown(namespace) && isKnown(serviceAccount),
    );
    const owners = new Map<string, string>([
      ...known.map(([i, workload]): [string, string] => [fullName(workload), `workloadIdentities[${i}]`]),
      ...programsOf(cluster).flatMap(({ account, field, addOn }): [string, string][] =>
        account && !(addOn && otherAddOn(addOn)) ? [[fullName(account), formatPath(field)]] : [],
      ),
    ]);
    return [
      ...ofAddOns.flatMap(([path, identity]) => {
        const name = fullName(identity);
        const owner = owners.get(name);
        if (owner === undefined) owners.set(name, formatPath(path));
        return owner === undefined
          ? []
          : [error(path, `${name} already gets its role from ${owner}; omit one of the two`)];
      }),
      ...known
        .filter(([, workload]) => taken.includes(fullName(workload)))
        .map(([i, workload]) =>
          error(
            ["workloadIdentities", i],
            `${fullName(workload)} already has a role, which the cluster creates`,
          ),
        ),
      ...repeatedWorkloads(cluster.workloadIdentities),
    ];
  },

  /**
   * Pods on Fargate get credentials with a token of the cluster: Fargate has no agent of EKS Pod Identity.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
   */
  "fargate-credentials"(cluster) {
    const profiles = knownEntries(cluster.eks?.fargateProfiles);
    return forEachWorkload(cluster, ({ namespace, via }, path) => {
      const isAddOn = path[0] === "eks";
      if (!isKnown(namespace) || (via !== undefined && (!isKnown(via) || via === "irsa"))) return [];
      const all = profiles.find(([, profile]) => selects(profile, namespace, {}));
      if (all && isAddOn) {
        return [
          error(
            path,
            `pods of the add-on would get no credentials: the Fargate profile ${shown(all[1].name)} selects the namespace ` +
              `${namespace}, and Fargate has no EKS Pod Identity; give the profile labels that select only other pods`,
          ),
        ];
      }
      if (all) {
        return [
          error(
            [...path, "via"],
            `must be "irsa": the Fargate profile ${shown(all[1].name)} selects the namespace ${namespace}, and pods on Fargate get ` +
              "no credentials through EKS Pod Identity",
          ),
        ];
      }
      if (isAddOn) return [];
      const some = profiles.find(([, { selectors }]) =>
        knownEntries(selectors).some(([, selector]) =>
          selects({ selectors: [{ namespace: selector.namespace }] }, namespace, {}),
        ),
      );
      return some
        ? [
            warning(
              path,
              `pods that the Fargate profile ${shown(some[1].name)} selects by their labels get no credentials through EKS Pod ` +
                'Identity; set via to "irsa" if this workload has such pods',
            ),
          ]
        : [];
    });
  },

  /**
   * A workload identity has policies or statements. A role without permissions is useful only if something else grants
   * them.
   *
   * @remarks Decision of this project: missing permissions are usually a mistake, so that this is a warning.
   */
  "workloads-have-permissions"(cluster) {
    const isEmpty = (list: readonly unknown[] | undefined) =>
      list === undefined || (isKnown(list) && list.length === 0);
    return forEachWorkload(cluster, ({ policyArns, statements }, path) =>
      isEmpty(policyArns) && isEmpty(statements)
        ? [
            warning(
              path,
              "has no permissions: the role of the pods allows nothing; set policyArns or statements, or attach permissions to " +
                "the role elsewhere",
            ),
          ]
        : [],
    );
  },

  /**
   * Policies and statements of a role stay within the quotas of IAM.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
   */
  "workload-permissions"(cluster) {
    return forEachWorkload(cluster, ({ policyArns, statements }, path) => [
      ...policyProblems(policyArns, [...path, "policyArns"]),
      ...statementProblems(statements, [...path, "statements"]),
    ]);
  },
});

function policyProblems(policyArns: Workload["policyArns"], path: Path): Finding[] {
  if (!isKnown(policyArns)) return [];
  const known = knownEntries(policyArns);
  return [
    ...(policyArns.length > limits.attachedPolicies
      ? [error(path, `must be at most ${limits.attachedPolicies} policies, got ${policyArns.length}`)]
      : []),
    ...known
      .filter(([, text]) => {
        const arn = parseArn(text);
        return arn?.service !== "iam" || !/^policy\/[\w+=,.@/-]+$/.test(arn.resource);
      })
      .map(([i, text]) =>
        error(
          [...path, i],
          `must be the ARN of an IAM policy such as arn:aws:iam::111122223333:policy/Orders, got ${shown(text)}`,
        ),
      ),
    ...repeated(known).map(({ index, value, first }) =>
      error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
    ),
  ];
}

function statementProblems(statements: readonly Statement[] | undefined, path: Path): Finding[] {
  if (!isKnown(statements)) return [];
  const problems = knownEntries(statements).flatMap(([i, { sid, actions, resources }]) => [
    ...(isKnown(sid) && !/^[A-Za-z0-9]+$/.test(sid)
      ? [error([...path, i, "sid"], `must be letters and digits, got ${shown(sid)}`)]
      : []),
    ...(isKnown(actions) && actions.length === 0
      ? [error([...path, i, "actions"], "must have at least one action, got none")]
      : []),
    ...knownEntries(actions)
      .filter(([, action]) => action !== "*" && !/^[a-z0-9-]+:[A-Za-z0-9*?]+$/.test(action))
      .map(([j, action]) =>
        error([...path, i, "actions", j], `must be an action such as "s3:GetObject", got ${shown(action)}`),
      ),
    ...(isKnown(resources) && resources.length === 0
      ? [error([...path, i, "resources"], "must have at least one ARN, got none")]
      : []),
  ]);
  if (problems.length > 0) return problems;
  const size = JSON.stringify(policyOf(statements)).replace(/\s/g, "").length;
  return size > limits.rolePolicies
    ? [
        error(
          path,
          `must be at most ${limits.rolePolicies} characters as a policy, got ${size}; create a policy and use its ARN`,
        ),
      ]
    : [];
}

/** Workload identities, and identities of add-ons. */
function forEachWorkload(
  cluster: EksClusterProps,
  check: (workload: Workload, path: Path) => readonly Finding[],
): Finding[] {
  const workloads = entries(cluster.workloadIdentities).map(([i, workload]): [Path, Workload] => [
    ["workloadIdentities", i],
    workload,
  ]);
  return [...workloads, ...identityFields(cluster)].flatMap(([path, workload]) =>
    isKnown(workload) ? check(workload, path) : [],
  );
}
