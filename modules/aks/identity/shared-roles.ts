import type { SharedPermission } from "../../cluster/shared-permissions";
import { apiAccessOf } from "../access/settings";
import type { AksClusterSpec } from "../spec";
import { roles } from "../../azure/builtin-roles";

/** The roles that a cluster assigns to existing identities on existing resources. Azure has each assignment once. */
export function sharedRolesOf(cluster: AksClusterSpec): SharedPermission[] {
  const { aks = {}, network, access, encryption, storage } = cluster;
  const { controlPlane, kubelet } = aks.identities ?? {};
  const { existing, egress } = network ?? {};
  const registryId = egress?.type === "none" ? egress.registryId : undefined;
  const { dnsZone, inNetwork } = apiAccessOf(access);
  const { networkContributor } = roles;
  const { secrets, keyId, keyVaultId, keyVaultIsPrivate } = encryption ?? {};
  const isOwnKey = secrets === "customer-key" && keyVaultId !== undefined;

  const ofControlPlane: [role: string, scope: string | undefined][] = [
    [roles.managedIdentityOperator, kubelet?.id],
    [networkContributor, existing?.nodeSubnetId],
    ...cluster.nodeGroups.map(({ subnetId }): [string, string | undefined] => [networkContributor, subnetId]),
    [networkContributor, existing?.podSubnetId],
    [networkContributor, inNetwork ? existing?.apiServerSubnetId : undefined],
    [networkContributor, egress?.type === "route-table" ? egress.routeTableId : undefined],
    [roles.privateDnsZoneContributor, dnsZone?.startsWith("/") ? dnsZone : undefined],
    [networkContributor, dnsZone && dnsZone !== "system" ? existing?.vnetId : undefined],
    // The versions of a key have one scope.
    [roles.keyVaultCryptoUser, isOwnKey ? `${keyVaultId}/keys/${keyId?.split("/")[4]}` : undefined],
    [roles.keyVaultContributor, isOwnKey && keyVaultIsPrivate ? keyVaultId : undefined],
    ...cluster.nodeGroups.map(({ placement }): [string, string | undefined] => [
      roles.contributor,
      placement?.capacityReservationGroupId,
    ]),
  ];
  const { buckets = [], readOnly } = storage?.object ?? {};
  const ofKubelet: [role: string, scope: string | undefined][] = [
    ...[...(aks.registries ?? []), registryId].map((id): [string, string | undefined] => [roles.acrPull, id]),
    ...buckets.map((id): [string, string | undefined] => [
      readOnly ? roles.storageBlobDataReader : roles.storageBlobDataContributor,
      id,
    ]),
  ];
  return [
    ["controlPlane", controlPlane, ofControlPlane] as const,
    ["kubelet", kubelet, ofKubelet] as const,
  ].flatMap(([name, identity, assigned]) =>
    identity === undefined || identity.rolesAssigned
      ? []
      : assigned.flatMap(([role, scope]) =>
          scope === undefined
            ? []
            : [
                {
                  path: ["aks", "identities", name],
                  key: `${role} ${scope} ${identity.principalId}`.toLowerCase(),
                  what: `${role} on ${scope}`,
                },
              ],
        ),
  );
}
