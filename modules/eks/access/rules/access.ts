import { error, type Path, warning } from "../../../cluster/problem";
import { entries, isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksAccessSpec, EksClusterProps } from "../../spec";
import { principalProblems } from "../../identity/arns";

export const rules = defineRules<EksClusterProps>("eks/access", {
  /** [EKS user guide] access entries: IAM roles and users, by ARN; no sessions, accounts or groups. */
  principals({ access, region }) {
    return principalsOf(access).flatMap(([path, principal]) =>
      principalProblems(path, principal, region, ["role", "user"]),
    );
  },

  /** [EKS API] CreateAccessEntry: a principal has one entry in a cluster, so one kind of right here. */
  "principals-unique"({ access }) {
    const known = principalsOf(access).filter(([, principal]) => isKnown(principal));
    return repeated([...known.entries()], ([, principal]) => principal).map(
      ({ value: [path, principal], first }) =>
        error(
          path,
          `${principal} is in access.${known[first][0][1]} already; a principal has one kind of right`,
        ),
    );
  },

  /** [EKS user guide] managed node groups: EKS makes the entry of the nodes' role itself, and a role has one. */
  "node-role-is-nobody"({ access, eks }) {
    return principalsOf(access)
      .filter(([, principal]) => isKnown(principal) && principal === eks?.nodeRoleArn)
      .map(([path, principal]) =>
        error(path, `${principal} is the role of the nodes, which EKS lets in itself; leave it out`),
      );
  },

  /** [EKS API] AccessScope: a grant for namespaces names some; names are those of Kubernetes, `*` any characters. */
  "grant-namespaces"({ access }) {
    return (["editors", "viewers"] as const).flatMap((list) =>
      entries(access[list]).flatMap(([i, { namespaces }]) => {
        const path = ["access", list, i, "namespaces"];
        if (!isKnown(namespaces)) return [];
        if (namespaces.length === 0) {
          return [
            error(path, "must name at least one namespace; left out, the right holds in the whole cluster"),
          ];
        }
        return [
          ...repeated(knownEntries(namespaces)).map(({ index, value, first }) =>
            error([...path, index], `${shown(value)} is there already, at position ${first}`),
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

  /** [EKS user guide] access entries: with no admin, nobody can give rights from inside either. */
  "someone-is-admin"({ access }) {
    if (!isKnown(access.admins) || access.admins.length > 0) return [];
    return [
      warning(
        ["access", "admins"],
        "nobody has all rights in the cluster, not even who made it; name the ARN of a role",
      ),
    ];
  },
});

function principalsOf({ admins, editors, viewers }: EksAccessSpec): [Path, string][] {
  return [
    ...entries(admins).map(([i, arn]): [Path, string] => [["access", "admins", i], arn]),
    ...entries(editors).map(([i, { principal }]): [Path, string] => [
      ["access", "editors", i, "principal"],
      principal,
    ]),
    ...entries(viewers).map(([i, { principal }]): [Path, string] => [
      ["access", "viewers", i, "principal"],
      principal,
    ]),
  ];
}

/** DNS-1123 label; a star may stand at an end too. */
function isNamespace(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9*]([a-z0-9*-]*[a-z0-9*])?$/.test(text);
}
