import { literalProblem } from "../../../cluster/fields";
import { principalsOf } from "../../../cluster/principals";
import { error, warning } from "../../../cluster/problem";
import { entries, isKnown, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps } from "../../spec";
import { isEmail, isServiceAccount, namespaceProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/access", {
  /**
   * Principals are members of IAM: users, groups, service accounts, domains, or identities of a federated pool.
   *
   * @see https://cloud.google.com/iam/docs/principal-identifiers
   */
  principals({ access }) {
    return principalsOf(access).flatMap(([path, member]) => {
      const fault = isKnown(member) ? memberFault(member) : undefined;
      return fault ? [error(path, fault)] : [];
    });
  },

  /**
   * A principal has one level of access. The lesser of two levels would have no effect.
   *
   * @remarks Decision of this project: each principal is listed once.
   */
  "principals-unique"({ access }) {
    const known = principalsOf(access).filter(([, principal]) => isKnown(principal));
    return repeated([...known.entries()], ([, principal]) => principal).map(
      ({ value: [path, principal], first }) =>
        error(
          path,
          `${principal} is in access.${known[first][0][1]} too; a principal has one level of access`,
        ),
    );
  },

  /**
   * Access to namespaces goes to users, groups or service accounts: GKE maps only these to subjects of role bindings.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/role-based-access-control
   */
  "grant-namespaces"({ access }) {
    return (["editors", "viewers"] as const).flatMap((list) =>
      entries(access[list]).flatMap(([i, { principal, namespaces }]) => [
        ...namespaceProblems(["access", list, i, "namespaces"], namespaces),
        ...(namespaces !== undefined && isKnown(principal) && !/^(user|group|serviceAccount):/.test(principal)
          ? [
              error(
                ["access", list, i, "principal"],
                `must be a user, a group or a service account with namespaces: GKE maps no other principals to role bindings, got ${shown(principal)}`,
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

  /**
   * The group of Google Groups for RBAC has the name `gke-security-groups`.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/google-groups-rbac
   */
  "security-group-name"({ access }) {
    const group = access.securityGroup;
    if (!isKnown(group) || group === "none" || /^gke-security-groups@([a-z0-9-]+\.)+[a-z]+$/.test(group))
      return [];
    return [
      error(
        ["access", "securityGroup"],
        `must have the name gke-security-groups, such as gke-security-groups@example.com, got ${shown(group)}`,
      ),
    ];
  },

  /**
   * Access of a group to namespaces needs Google Groups for RBAC: GKE resolves only groups that are members of the security
   * group.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/google-groups-rbac
   */
  "group-grants-need-security-group"({ access }) {
    if (access.securityGroup !== undefined && access.securityGroup !== "none") return [];
    return (["editors", "viewers"] as const).flatMap((list) =>
      entries(access[list])
        .filter(
          ([, { principal, namespaces }]) =>
            namespaces !== undefined && isKnown(principal) && principal.startsWith("group:"),
        )
        .map(([i]) =>
          warning(
            ["access", list, i, "principal"],
            "groups with namespaces need access.securityGroup, and must be members of that group",
          ),
        ),
    );
  },
});

/** What is wrong with a member of IAM. */
function memberFault(member: string): string | undefined {
  if (member === "allUsers" || member === "allAuthenticatedUsers") {
    return `${member} includes everyone on the internet; use a group or a service account`;
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
    ? `; use "serviceAccount:${member}"`
    : isEmail(member)
      ? `; use "user:${member}" or "group:${member}"`
      : "";
  return `must be a member of IAM such as "group:ops@example.com", got ${shown(member)}${advice}`;
}
