import { error, type Path } from "../../../cluster/problem";
import { defineRules, entries, forEachGroup, isKnown, knownEntries } from "../../../cluster/rules/rule";
import { resourceIdFault, type ResourceKind } from "../../../azure/resource-ids";
import type { AksClusterProps } from "../../spec";

/** A field that contains an id. */
type Field = readonly [path: Path, kind: ResourceKind, id: string | undefined];

export const rules = defineRules<AksClusterProps>("aks/resource-group", {
  /**
   * Each id is of the expected kind. Terraform's provider parses ids and distinguishes upper and lower case.
   *
   * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/main/CHANGELOG.md
   */
  "resource-ids"(cluster) {
    return [
      ...networkIds(cluster),
      ...groupIds(cluster),
      ...gatewayIds(cluster),
      ...keyIds(cluster),
      ...optionIds(cluster),
    ].flatMap(([path, kind, id]) => {
      const fault = isKnown(id) ? resourceIdFault(kind, id) : undefined;
      return fault === undefined ? [] : [error(path, fault)];
    });
  },
});

function networkIds({ network = {} }: AksClusterProps): Field[] {
  const { existing, egress, peerings } = network;
  const at = (field: string): Path => ["network", "existing", field];
  return [
    ...(isKnown(existing)
      ? ([
          [at("vnetId"), "virtual network", existing.vnetId],
          [at("nodeSubnetId"), "subnet", existing.nodeSubnetId],
          [at("podSubnetId"), "subnet", existing.podSubnetId],
          [at("apiServerSubnetId"), "subnet", existing.apiServerSubnetId],
          [at("endpointSubnetId"), "subnet", existing.endpointSubnetId],
        ] as Field[])
      : []),
    ...(isKnown(egress) ? egressIds(egress) : []),
    ...knownEntries(peerings).map(([i, { networkId }]): Field => [
      ["network", "peerings", i, "networkId"],
      "virtual network",
      networkId,
    ]),
  ];
}

function egressIds(egress: NonNullable<NonNullable<AksClusterProps["network"]>["egress"]>): Field[] {
  const path = ["network", "egress"];
  switch (egress.type) {
    case "load-balancer":
      return [
        ...each([...path, "ipIds"], "public address", egress.ipIds),
        ...each([...path, "prefixIds"], "prefix of public addresses", egress.prefixIds),
      ];
    case "route-table":
      return [[[...path, "routeTableId"], "route table", egress.routeTableId]];
    case "none":
      return [[[...path, "registryId"], "container registry", egress.registryId]];
    default:
      return [];
  }
}

function groupIds(cluster: AksClusterProps): Field[] {
  const fields: Field[] = [];
  forEachGroup(cluster, ({ placement, publicAddress, snapshotId, subnetId }, group) => {
    const place = (field: string): Path => [...group, "placement", field];
    const address = [...group, "publicAddress"];
    fields.push(
      [place("proximityPlacementGroupId"), "proximity placement group", placement?.proximityPlacementGroupId],
      [
        place("capacityReservationGroupId"),
        "capacity reservation group",
        placement?.capacityReservationGroupId,
      ],
      [place("hostGroupId"), "group of dedicated hosts", placement?.hostGroupId],
      [[...address, "prefixId"], "prefix of public addresses", publicAddress?.prefixId],
      ...each(
        [...address, "applicationSecurityGroupIds"],
        "application security group",
        publicAddress?.applicationSecurityGroupIds,
      ),
      [[...group, "snapshotId"], "snapshot of a node pool", snapshotId],
      [[...group, "subnetId"], "subnet", subnetId],
    );
    return [];
  });
  return fields;
}

function gatewayIds({ loadBalancing }: AksClusterProps): Field[] {
  const path = ["loadBalancing", "applicationGateway"];
  const gateway = loadBalancing?.applicationGateway;
  return [
    [[...path, "gatewayId"], "application gateway", gateway?.gatewayId],
    [[...path, "subnetId"], "subnet", gateway?.subnetId],
  ];
}

function keyIds({ encryption = {}, observability }: AksClusterProps): Field[] {
  return [
    [["encryption", "keyVaultId"], "Key Vault", encryption.keyVaultId],
    [["encryption", "disksKeyVaultId"], "Key Vault", encryption.disksKeyVaultId],
    [["observability", "workspaceId"], "Log Analytics workspace", observability?.workspaceId],
  ];
}

function optionIds({ aks = {}, access }: AksClusterProps): Field[] {
  const { privateDnsZone: zone } = access;
  const identity = (which: "controlPlane" | "kubelet"): Field => [
    ["aks", "identities", which, "id"],
    "user-assigned identity",
    aks.identities?.[which]?.id,
  ];
  return [
    ...each(["aks", "registries"], "container registry", aks.registries),
    identity("controlPlane"),
    identity("kubelet"),
    ...(zone === "new" || zone === "system"
      ? []
      : ([[["access", "privateDnsZone"], "private DNS zone", zone]] as Field[])),
  ];
}

function each(path: Path, kind: ResourceKind, ids: readonly string[] | undefined): Field[] {
  return entries(ids).map(([i, id]) => [[...path, i], kind, id]);
}
