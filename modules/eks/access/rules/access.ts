import { principalsOf } from "../../../cluster/principals";
import { error, type Path, warning } from "../../../cluster/problem";
import { entries, isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps } from "../../spec";
import { principalProblems } from "../../../aws/arns";

export const rules = defineRules<EksClusterProps>("eks/access", {
  /**
   * Each principal is the ARN of an IAM role or user. Sessions, accounts and groups have no access entry.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
   */
  principals(cluster) {
    const { region } = cluster;
    return principalsIn(cluster).flatMap(([path, principal]) =>
      principalProblems(path, principal, region, ["role", "user"]),
    );
  },

  /**
   * Each principal is listed once. EKS keeps one access entry for a principal.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html
   */
  "principals-unique"(cluster) {
    const known = principalsIn(cluster).filter(([, principal]) => isKnown(principal));
    return repeated([...known.entries()], ([, principal]) => principal).map(
      ({ value: [path, principal], first }) =>
        error(
          path,
          `${principal} is also in ${known[first][0].slice(0, 2).join(".")}; list a principal once`,
        ),
    );
  },

  /**
   * The role of the nodes is not listed as a principal. EKS creates its access entry together with the managed node group.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
   */
  "node-role-not-principal"(cluster) {
    const { eks } = cluster;
    return principalsIn(cluster)
      .filter(([, principal]) => isKnown(principal) && principal === eks?.nodeRoleArn)
      .map(([path, principal]) =>
        error(path, `${principal} is the role of the nodes, for which EKS creates the access entry; omit it`),
      );
  },

  /**
   * A grant for namespaces lists at least one valid namespace, each once. `*` matches any characters.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_AccessScope.html
   */
  "grant-namespaces"({ access }) {
    return (["editors", "viewers"] as const).flatMap((list) =>
      entries(access[list]).flatMap(([i, { namespaces }]) => {
        const path = ["access", list, i, "namespaces"];
        if (!isKnown(namespaces)) return [];
        if (namespaces.length === 0) {
          return [
            error(
              path,
              "must have at least one namespace; if omitted, the grant applies to the whole cluster",
            ),
          ];
        }
        return [
          ...repeated(knownEntries(namespaces)).map(({ index, value, first }) =>
            error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
          ),
          ...knownEntries(namespaces)
            .filter(([, namespace]) => !isNamespace(namespace))
            .map(([j, namespace]) =>
              error(
                [...path, j],
                'must be a namespace: at most 63 lower-case letters, digits and "-", with a letter or digit at both ends, ' +
                  `or a pattern of these with "*"; got ${shown(namespace)}`,
              ),
            ),
        ];
      }),
    );
  },

  /**
   * The cluster has an admin. EKS gives the identity that creates the cluster no rights here.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
   */
  "cluster-has-admin"({ access }) {
    if (!isKnown(access.admins) || access.admins.length > 0) return [];
    return [
      warning(
        ["access", "admins"],
        "the cluster has no admin, and the identity that creates it is not one either; add the ARN of a role",
      ),
    ];
  },
});

/** All principals of a cluster: those of `access`, and those of the access entries. */
function principalsIn({ access, eks }: EksClusterProps): [Path, string][] {
  return [
    ...principalsOf(access),
    ...entries(eks?.accessEntries).map(([i, { principal }]): [Path, string] => [
      ["eks", "accessEntries", i, "principal"],
      principal,
    ]),
  ];
}

/** A DNS-1123 label in which `*` is also possible. */
function isNamespace(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?$/.test(text);
}
