import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { Construct } from "constructs";
import type { roles } from "./builtin-roles";

/** A role of an identity on a scope. */
export interface GrantProps {
  /** Name of a built-in or of a custom role. */
  readonly role: (typeof roles)[keyof typeof roles] | (string & {});
  readonly scope: string;

  /** Object id of the identity. */
  readonly principalId: string;
}

/** Gives a role to an identity that has just been made: Entra ID may not know it everywhere yet, so it is not asked. */
export function grantToIdentity(scope: Construct, id: string, grant: GrantProps): RoleAssignment {
  return new RoleAssignment(scope, id, {
    scope: grant.scope,
    roleDefinitionName: grant.role,
    principalId: grant.principalId,
    principalType: "ServicePrincipal",
    skipServicePrincipalAadCheck: true,
  });
}

/** Gives a role to a group or a person; which it is, Azure finds out. */
export function grantToPeople(scope: Construct, id: string, grant: GrantProps): RoleAssignment {
  return new RoleAssignment(scope, id, {
    scope: grant.scope,
    roleDefinitionName: grant.role,
    principalId: grant.principalId,
  });
}
