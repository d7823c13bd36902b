import type { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import type { Construct } from "constructs";
import { forAzurerm } from "./provider-arguments";

/** Parameters of `linkZone`. */
export interface ZoneLinkProps {
  readonly name: string;
  readonly zone: PrivateDnsZone;
  readonly vnetId: string;
}

/** Links a private DNS zone to a network, so that its clients resolve names of the zone. */
export function linkZone(
  scope: Construct,
  { name, zone, vnetId }: ZoneLinkProps,
): PrivateDnsZoneVirtualNetworkLink {
  const link = new PrivateDnsZoneVirtualNetworkLink(scope, "dns_zone_link", {
    name,
    resourceGroupName: zone.resourceGroupNameInput!,
    privateDnsZoneName: zone.name,
    virtualNetworkId: vnetId,
  });
  return forAzurerm(link, { private_dns_zone_id: zone.id });
}
