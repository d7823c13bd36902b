import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { ITerraformIterator } from "cdktf";
import type { Construct } from "constructs";
import type { roles } from "./builtin-roles";

/** A role of a principal on a scope. */
export interface GrantProps {
  /** Name of a built-in or a custom role. */
  readonly role: (typeof roles)[keyof typeof roles] | (string & {});
  readonly scope: string;

  /** Object id of the principal. */
  readonly principalId: string;
}

/** Assigns a role to a new identity. Entra ID replicates new identities slowly, so that their existence is not checked. */
export function grantToIdentity(scope: Construct, id: string, grant: GrantProps): RoleAssignment {
  return new RoleAssignment(scope, id, {
    scope: grant.scope,
    roleDefinitionName: grant.role,
    principalId: grant.principalId,
    principalType: "ServicePrincipal",
    skipServicePrincipalAadCheck: true,
  });
}

/**
 * Assigns a role to an existing group, user or service principal. Azure determines which of them it is.
 *
 * @param forEach - assigns the role to each principal of an iterator
 */
export function grantToPrincipal(
  scope: Construct,
  id: string,
  grant: GrantProps,
  forEach?: ITerraformIterator,
): RoleAssignment {
  return new RoleAssignment(scope, id, {
    forEach,
    scope: grant.scope,
    roleDefinitionName: grant.role,
    principalId: grant.principalId,
  });
}
