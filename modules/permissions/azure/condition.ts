import { groupedBy } from "../../cluster/groups";
import { builtInRoles } from "./built-in-roles";
import type { Config } from "./scopes";

const attribute = (source: "Request" | "Resource", name: string) =>
  `@${source}[Microsoft.Authorization/roleAssignments:${name}]`;

const idOfRole = ({ role_definition_name: name, role_definition_id: id }: Config): string | undefined =>
  typeof id === "string"
    ? idInPath(id)
    : Object.hasOwn(builtInRoles, String(name))
      ? builtInRoles[String(name)]
      : undefined;

/** A reference has no known id. */
const idInPath = (path: string) => (path.includes("${") ? undefined : path.split("/").at(-1));

/** Names of roles whose ids are unknown, so that a condition cannot allow them. */
export const unknownRoles = (assignments: readonly Config[]): string[] => [
  ...new Set(
    assignments
      .filter((one) => idOfRole(one) === undefined)
      .map(({ role_definition_name: name, role_definition_id: id }) => String(name ?? id)),
  ),
];

/**
 * Limits who may get which role: identities of the stack, whose ids are not known before they exist, as service principals, and the
 * principals of the file by their ids.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples
 */
export function conditionFor(
  assignments: readonly Config[],
  actions: readonly ("write" | "delete")[],
): string {
  const isLiteral = ({ principal_id: id }: Config) => !String(id).includes("${");
  const rolesOf = (all: readonly Config[]) =>
    [...new Set(all.map(idOfRole).filter((id) => id !== undefined))].sort();
  const identities = rolesOf(assignments.filter((one) => !isLiteral(one)));
  const principals = groupedBy(
    assignments.filter((one) => isLiteral(one) && idOfRole(one) !== undefined),
    ({ principal_id: id }) => String(id),
  );
  // Principals with the same roles share an expression.
  const literal = groupedBy(principals.entries(), ([, all]) => rolesOf(all).join(", "));
  const expressions = (source: "Request" | "Resource") =>
    [
      ...(identities.length > 0
        ? [
            `(${attribute(source, "RoleDefinitionId")} ForAnyOfAnyValues:GuidEquals {${identities.join(", ")}} AND ` +
              `${attribute(source, "PrincipalType")} ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'})`,
          ]
        : []),
      ...[...literal]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(
          ([roles, all]) =>
            `(${attribute(source, "RoleDefinitionId")} ForAnyOfAnyValues:GuidEquals {${roles}} AND ` +
            `${attribute(source, "PrincipalId")} ForAnyOfAnyValues:GuidEquals {${all
              .map(([id]) => id)
              .sort()
              .join(", ")}})`,
        ),
    ].join(" OR ");
  return actions
    .map((action) => {
      const allowed = expressions(action === "write" ? "Request" : "Resource");
      const other = `!(ActionMatches{'Microsoft.Authorization/roleAssignments/${action}'})`;
      return `((${other})${allowed === "" ? "" : ` OR (${allowed})`})`;
    })
    .join(" AND ");
}
