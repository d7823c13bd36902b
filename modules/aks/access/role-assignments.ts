import type { Construct } from "constructs";
import { grantsOf, type PrincipalGrant } from "../../cluster/inputs";
import { addressPart } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import { roles } from "../../azure/builtin-roles";
import { grantToPrincipal } from "../../azure/grants";
import type { AksAccessSpec } from "../spec";

/** The role of Azure for each level of access. */
const accessRoles = { admin: roles.clusterAdmin, editor: roles.writer, viewer: roles.viewer } as const;

/** Assigns the roles that give principals access to a cluster. */
export function assignAccess(scope: Construct, clusterId: string, access: AksAccessSpec): void {
  for (const grant of grantsOf(scope, access)) assign(scope, clusterId, grant);
}

function assign(
  scope: Construct,
  clusterId: string,
  { level, principal: principalId, namespaces, each }: PrincipalGrant,
): void {
  const id = `${level}_${each?.id ?? idOf(scope, principalId)}`;
  const role = accessRoles[level];
  // Without this role a principal gets no kubeconfig.
  const user = { role: roles.clusterUser, scope: clusterId, principalId };
  grantToPrincipal(scope, `${id}_user`, user, each?.iterator);
  if (!namespaces) {
    grantToPrincipal(scope, id, { role, scope: clusterId, principalId }, each?.iterator);
    return;
  }
  for (const namespace of namespaces) {
    grantToPrincipal(scope, `${id}_${addressPart(namespace)}`, {
      role,
      scope: `${clusterId}/namespaces/${namespace}`,
      principalId,
    });
  }
}
