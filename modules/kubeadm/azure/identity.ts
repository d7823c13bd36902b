import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { RoleDefinition } from "@cdktf/provider-azurerm/lib/role-definition";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { grantToIdentity, type GrantProps } from "../../azure/grants";
import { azureLimits } from "../../azure/limits";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { boundedName } from "../../cluster/names";

/** See {@link MachineIdentity}. */
export interface MachineIdentityProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;

  /** Id of the resource group, the scope of permissions. */
  readonly groupId: string;
  readonly role: "control-plane" | "node";
}

/** The identity of machines. It exists before the machines, so that its roles can be assigned first. */
export class MachineIdentity extends Construct {
  readonly identity: UserAssignedIdentity;

  /** Dependencies of machines: their permissions. */
  readonly permissions: ITerraformDependable[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: MachineIdentityProps,
  ) {
    super(scope, id);
    const { clusterName, place, role } = props;
    this.identity = new UserAssignedIdentity(this, "identity", {
      ...place,
      name: boundedName([clusterName, role], azureLimits.identityName),
    });
  }

  /** Gives the identity a built-in role on a scope. */
  grant(scope: Construct, id: string, grant: Omit<GrantProps, "principalId">): void {
    this.permissions.push(grantToIdentity(scope, id, { ...grant, principalId: this.identity.principalId }));
  }

  /** Gives the identity permissions in the resource group of the cluster. */
  allow(scope: Construct, id: string, title: string, actions: readonly string[]): void {
    const { clusterName, groupId } = this.props;
    const role = new RoleDefinition(scope, `${id}_role`, {
      // Names of roles are unique in the tenant.
      name: `${title} ${clusterName} (${groupId})`,
      scope: groupId,
      assignableScopes: [groupId],
      permissions: [{ actions: [...actions] }],
    });
    this.permissions.push(
      new RoleAssignment(scope, id, {
        scope: groupId,
        roleDefinitionId: role.roleDefinitionResourceId,
        principalId: this.identity.principalId,
        principalType: "ServicePrincipal",
        skipServicePrincipalAadCheck: true,
      }),
    );
  }
}
