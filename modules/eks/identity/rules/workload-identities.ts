import { error, type Path, type Problem, warning } from "../../../cluster/problem";
import { entries, isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import { defaults } from "../../defaults";
import { limits } from "../../limits";
import { policyDocument } from "../policies";
import type { Statement } from "../spec";
import type { EksClusterProps, EksWorkloadIdentitySpec } from "../../spec";
import {
  clusterAutoscalerAccount,
  externalDnsAccount,
  loadBalancerControllerAccount,
} from "../service-accounts";
import { parseArn } from "../arns";

type Workload = EksWorkloadIdentitySpec;

export const rules = defineRules<EksClusterProps>("eks/identity", {
  /** [Kubernetes: object names] namespaces are DNS labels, service accounts DNS subdomains. */
  "workload-names"(cluster) {
    return forEachWorkload(cluster, ({ namespace, serviceAccount }, path) => [
      ...(isKnown(namespace) && (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(namespace) || namespace.length > 63)
        ? [error([...path, "namespace"], `must be a namespace such as "shop", got ${shown(namespace)}`)]
        : []),
      ...(isKnown(serviceAccount) &&
      (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(serviceAccount) || serviceAccount.length > 253)
        ? [
            error(
              [...path, "serviceAccount"],
              `must be a service account such as "orders", got ${shown(serviceAccount)}`,
            ),
          ]
        : []),
    ]);
  },

  /** [EKS API] CreatePodIdentityAssociation: one role for a service account; Terraform's addresses hold one each, too. */
  "workloads-unique"(cluster) {
    const known = knownEntries(cluster.workloadIdentities).filter(
      ([, { namespace, serviceAccount }]) => isKnown(namespace) && isKnown(serviceAccount),
    );
    const taken = accountsOf(cluster).map(fullName);
    return [
      ...known
        .filter(([, workload]) => taken.includes(fullName(workload)))
        .map(([i, workload]) =>
          error(
            ["workloadIdentities", i],
            `${fullName(workload)} has a role already, which is made with the cluster`,
          ),
        ),
      ...repeated(known, addressOf).map(({ index, value, first }) => {
        const earlier = cluster.workloadIdentities![first];
        return error(
          ["workloadIdentities", index],
          fullName(value) === fullName(earlier)
            ? `${fullName(value)} is there already, at position ${first}`
            : `${fullName(value)} and ${fullName(earlier)}, at position ${first}, would share a Terraform address; rename one`,
        );
      }),
    ];
  },

  /**
   * A role without rights is of use to who gives it some elsewhere; more often they were forgotten. What all platforms can
   * read names none.
   */
  "workloads-have-rights"(cluster) {
    const isEmpty = (list: readonly unknown[] | undefined) =>
      list === undefined || (isKnown(list) && list.length === 0);
    return forEachWorkload(cluster, ({ policyArns, statements }, path) =>
      isEmpty(policyArns) && isEmpty(statements)
        ? [
            warning(
              path,
              "has no rights yet: pods get a role that may do nothing; name policyArns or statements, or give the role its " +
                "rights elsewhere",
            ),
          ]
        : [],
    );
  },

  /** [IAM user guide] quotas: attached policies, and characters of what is written into a role. */
  "workload-rights"(cluster) {
    return forEachWorkload(cluster, ({ policyArns, statements }, path) => [
      ...policyProblems(policyArns, [...path, "policyArns"]),
      ...statementProblems(statements, [...path, "statements"]),
    ]);
  },
});

function policyProblems(policyArns: Workload["policyArns"], path: Path): Problem[] {
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
      error([...path, index], `${shown(value)} is there already, at position ${first}`),
    ),
  ];
}

function statementProblems(statements: readonly Statement[] | undefined, path: Path): Problem[] {
  if (!isKnown(statements)) return [];
  const problems = knownEntries(statements).flatMap(([i, { sid, principal, actions, resources }]) => [
    ...(principal !== undefined
      ? [
          error(
            [...path, i, "principal"],
            "is for policies on resources; who has a role's rights is the role",
          ),
        ]
      : []),
    ...(isKnown(sid) && !/^[A-Za-z0-9]+$/.test(sid)
      ? [error([...path, i, "sid"], `must be letters and digits, got ${shown(sid)}`)]
      : []),
    ...(isKnown(actions) && actions.length === 0
      ? [error([...path, i, "actions"], "must name at least one action, got none")]
      : []),
    ...knownEntries(actions)
      .filter(([, action]) => action !== "*" && !/^[a-z0-9-]+:[A-Za-z0-9*?]+$/.test(action))
      .map(([j, action]) =>
        error([...path, i, "actions", j], `must be an action such as "s3:GetObject", got ${shown(action)}`),
      ),
    ...(isKnown(resources) && resources.length === 0
      ? [error([...path, i, "resources"], "must name at least one ARN, got none")]
      : []),
  ]);
  if (problems.length > 0) return problems;
  const size = policyDocument(statements).replace(/\s/g, "").length;
  return size > limits.rolePolicies
    ? [
        error(
          path,
          `must be at most ${limits.rolePolicies} characters as a policy, got ${size}; make a policy and name its ARN`,
        ),
      ]
    : [];
}

type Account = Pick<Workload, "namespace" | "serviceAccount">;

/** Service accounts whose roles are made with the cluster. */
function accountsOf({ autoscaling, loadBalancing, dns }: EksClusterProps): Account[] {
  return [
    ...((autoscaling ?? defaults.cluster.autoscaling) === "cluster-autoscaler"
      ? [clusterAutoscalerAccount]
      : []),
    ...(loadBalancing?.controller ? [loadBalancerControllerAccount] : []),
    ...(dns ? [externalDnsAccount] : []),
  ];
}

const fullName = ({ namespace, serviceAccount }: Account): string => `${namespace}/${serviceAccount}`;

/** As stacks make addresses of ids. */
const addressOf = ({ namespace, serviceAccount }: Account): string =>
  `${namespace}_${serviceAccount}`.replace(/[^A-Za-z0-9_]+/g, "_");

function forEachWorkload(
  { workloadIdentities }: EksClusterProps,
  check: (workload: Workload, path: Path) => readonly Problem[],
): Problem[] {
  return entries(workloadIdentities).flatMap(([i, workload]) =>
    isKnown(workload) ? check(workload, ["workloadIdentities", i]) : [],
  );
}
