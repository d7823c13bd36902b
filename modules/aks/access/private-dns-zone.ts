import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import type { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import type { Construct } from "constructs";
import { linkZone } from "../../azure/zone-link";
import type { ResourceGroupRef } from "../../azure/resource-group";

/** Parameters of `createPrivateDnsZone`. */
export interface PrivateDnsZoneProps {
  readonly clusterName: string;
  readonly region: string;
  readonly place: ResourceGroupRef;
  readonly vnetId: string;

  /** The API server has an address in the network, instead of a private endpoint. */
  readonly inNetwork: boolean;
}

/** Creates the zone with the private address of the API server, and links it to the network. */
export function createPrivateDnsZone(
  scope: Construct,
  props: PrivateDnsZoneProps,
): { readonly zone: PrivateDnsZone; readonly link: PrivateDnsZoneVirtualNetworkLink } {
  const { clusterName, region, place, vnetId, inNetwork } = props;
  const { resourceGroupName } = place;
  const zone = new PrivateDnsZone(scope, "dns_zone", {
    // Clients of Azure look up this name: https://learn.microsoft.com/azure/aks/private-clusters
    name: `${inNetwork ? "private" : "privatelink"}.${region}.azmk8s.io`,
    resourceGroupName,
  });
  return { zone, link: linkZone(scope, { name: clusterName, zone, vnetId }) };
}
