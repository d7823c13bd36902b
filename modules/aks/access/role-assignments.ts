import type { Construct } from "constructs";
import { addressPart } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import type { AccessGrant } from "../../cluster/vocabulary";
import { roles } from "../identity/builtin-roles";
import { grantToPrincipal } from "../identity/grants";
import type { AksAccessSpec } from "../spec";

/** The role of Azure for each level of access. */
const accessRoles = { admin: roles.clusterAdmin, editor: roles.writer, viewer: roles.viewer } as const;

/** Assigns the roles that give principals access to a cluster. */
export function assignAccess(
  scope: Construct,
  clusterId: string,
  { admins, editors = [], viewers = [] }: AksAccessSpec,
): void {
  for (const principal of admins) assign(scope, clusterId, "admin", { principal });
  for (const grant of editors) assign(scope, clusterId, "editor", grant);
  for (const grant of viewers) assign(scope, clusterId, "viewer", grant);
}

function assign(
  scope: Construct,
  clusterId: string,
  level: keyof typeof accessRoles,
  { principal: principalId, namespaces }: AccessGrant,
): void {
  const id = `${level}_${idOf(scope, principalId)}`;
  const role = accessRoles[level];
  // Without this role a principal gets no kubeconfig.
  grantToPrincipal(scope, `${id}_user`, { role: roles.clusterUser, scope: clusterId, principalId });
  if (!namespaces) {
    grantToPrincipal(scope, id, { role, scope: clusterId, principalId });
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
