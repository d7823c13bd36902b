import { literalProblem } from "../../../cluster/fields";
import { error, type Path, warning } from "../../../cluster/problem";
import { entries, isKnown, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps, GkeAccessSpec } from "../../spec";
import { isEmail, isServiceAccount, namespaceProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/access", {
  /** [IAM] principal identifiers: users, groups, service accounts, domains, and identities of federated pools. */
  principals({ access }) {
    return principalsOf(access).flatMap(([path, member]) => {
      const fault = isKnown(member) ? memberFault(member) : undefined;
      return fault ? [error(path, fault)] : [];
    });
  },

  /** One binding for a principal: two of them would be two rights, of which the lesser says nothing. */
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

  /** [Kubernetes: RBAC] a role binding is in a namespace that it names; GKE tells users, groups and accounts by their e-mail. */
  "grant-namespaces"({ access }) {
    return (["editors", "viewers"] as const).flatMap((list) =>
      entries(access[list]).flatMap(([i, { principal, namespaces }]) => [
        ...namespaceProblems(["access", list, i, "namespaces"], namespaces),
        ...(namespaces !== undefined && isKnown(principal) && !/^(user|group|serviceAccount):/.test(principal)
          ? [
              error(
                ["access", list, i, "principal"],
                `must be a user, a group or a service account where namespaces are named: role bindings know no others, got ${shown(principal)}`,
              ),
            ]
          : []),
      ]),
    );
  },

  /**
   * A principal with rights in namespaces alone is a literal: its role binding is named after it.
   *
   * @remarks Decision of this project: the manifests of role bindings are written at synthesis.
   */
  "namespaced-principal-literal"({ access }) {
    return (["editors", "viewers"] as const).flatMap((list) =>
      entries(access[list])
        .filter(([, { namespaces }]) => namespaces !== undefined)
        .flatMap(([i, { principal }]) => literalProblem(["access", list, i, "principal"], principal)),
    );
  },

  /** [GKE] Google Groups for RBAC: all groups that role bindings name are members of this one. */
  "security-group"({ access }) {
    const group = access.securityGroup;
    if (!isKnown(group) || /^gke-security-groups@([a-z0-9-]+\.)+[a-z]+$/.test(group)) return [];
    return [
      error(
        ["access", "securityGroup"],
        `must be called gke-security-groups, such as gke-security-groups@example.com, got ${shown(group)}`,
      ),
    ];
  },

  /** [GKE] Google Groups for RBAC: a group in a role binding is looked up in the one group alone. */
  "groups-are-known"({ access }) {
    if (access.securityGroup !== undefined) return [];
    return (["editors", "viewers"] as const).flatMap((list) =>
      entries(access[list])
        .filter(
          ([, { principal, namespaces }]) =>
            namespaces !== undefined && isKnown(principal) && principal.startsWith("group:"),
        )
        .map(([i]) =>
          warning(
            ["access", list, i, "principal"],
            "the cluster knows no groups in namespaces without access.securityGroup, of which this one must be a member",
          ),
        ),
    );
  },
});

/** What is wrong with a member of IAM. */
function memberFault(member: string): string | undefined {
  if (member === "allUsers" || member === "allAuthenticatedUsers") {
    return `${member} is anybody on the internet; name a group or a service account`;
  }
  const [kind, name] = [member.slice(0, member.indexOf(":")), member.slice(member.indexOf(":") + 1)];
  switch (kind) {
    case "user":
    case "group":
      if (isEmail(name)) return undefined;
      break;
    case "serviceAccount":
      if (isServiceAccount(name)) return undefined;
      break;
    case "domain":
      if (/^([a-z0-9-]+\.)+[a-z]+$/.test(name)) return undefined;
      break;
    case "principal":
    case "principalSet":
      if (/^\/\/[\w.-]+\/\S+$/.test(name)) return undefined;
  }
  const advice = isServiceAccount(member)
    ? `; write "serviceAccount:${member}"`
    : isEmail(member)
      ? `; write "user:${member}" or "group:${member}"`
      : "";
  return `must be a member of IAM such as "group:ops@example.com", got ${shown(member)}${advice}`;
}

function principalsOf({ admins, editors, viewers }: GkeAccessSpec): [Path, string][] {
  return [
    ...entries(admins).map(([i, member]): [Path, string] => [["access", "admins", i], member]),
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
