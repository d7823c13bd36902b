import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { sharedRolesOf } from "../../../modules/aks/identity/shared-roles";
import type { AksClusterSpec } from "../../../modules/aks/spec";
import { loadEnvironments } from "../../../modules/environment";
import { errorsOf } from "../../fields/mapping";
import { witnesses } from "../../fields/witnesses";
import { synthesizeAks } from "../../support/aks";

const identityOf = (name: string, principalId: string) => ({
  id: `/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`,
  principalId,
});
const controlPlane = identityOf("control-plane", "1c7d9f0a-3f5e-4b51-8d6e-6a0a4b1c2d3e");
const kubelet = {
  ...identityOf("kubelet", "2d8e0a1b-4a6f-4c62-9e7f-7b1b5c2d3e4f"),
  clientId: "5b1d0a4e-6c51-4e3c-9f0d-2d9f4d1f0a11",
};

/** Examples and witnesses that name existing resources, with existing identities. */
const clusters = [
  ...loadEnvironments("examples", { today: new Date("2026-11-23") }).environments.flatMap(
    (environment) => environment.clusters,
  ),
  ...witnesses.aks.flatMap(({ before, after }) => [before, after]),
]
  .filter((cluster): cluster is AksClusterSpec => cluster.platform === "aks")
  .filter((cluster) => JSON.stringify(cluster).includes("/subscriptions/"))
  .map((cluster): AksClusterSpec => ({
    ...cluster,
    aks: { ...cluster.aks, identities: { controlPlane, kubelet } },
  }))
  .filter((cluster) => errorsOf("aks", cluster).length === 0);

/** The roles of the existing identities on existing resources, in the JSON. */
function assigned(cluster: AksClusterSpec): string[] {
  const ids: unknown[] = [controlPlane.principalId, kubelet.principalId];
  return Object.values(synthesizeAks(cluster).resources(RoleAssignment))
    .filter(({ principal_id: id, scope }) => ids.includes(id) && !String(scope).includes("${"))
    .map(({ role_definition_name: role, scope, principal_id: id }) => `${role} ${scope} ${id}`.toLowerCase());
}

test("the roles that clusters share are those that the constructs assign", () => {
  const all = clusters.map((cluster) => ({
    listed: [...new Set(sharedRolesOf(cluster).map(({ key }) => key))].sort(),
    assigned: [...new Set(assigned(cluster))].sort(),
  }));
  expect(all.map(({ listed }) => listed)).toEqual(all.map((one) => one.assigned));
  const roles = new Set(all.flatMap((one) => one.assigned).map((key) => key.split(" /")[0]));
  expect(roles.size).toBeGreaterThan(4);
});
