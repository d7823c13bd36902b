import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { replaceableName } from "../../cluster/names";
import { forHash } from "../../cluster/references";
import { limits } from "../limits";
import { linkZone } from "../../azure/zone-link";
import type { ResourceGroupRef } from "../../azure/resource-group";

/** Props of `RegistryEndpoint`. */
export interface RegistryEndpointProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;

  /** Id of the container registry. */
  readonly registryId: string;

  readonly vnetId: string;

  /** Id of the subnet of private endpoints. */
  readonly subnetId: string;
}

/** Private access to a registry: a private endpoint in the network, and the DNS zone with its address. */
export class RegistryEndpoint extends Construct {
  readonly endpoint: PrivateEndpoint;

  /** Resources that must exist before a node pulls an image. */
  readonly prerequisites: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: RegistryEndpointProps) {
    super(scope, id);
    const { clusterName, place, registryId, vnetId, subnetId } = props;
    // Clients of Azure look up this name: https://learn.microsoft.com/azure/private-link/private-endpoint-dns
    const zone = new PrivateDnsZone(this, "dns_zone", {
      name: "privatelink.azurecr.io",
      resourceGroupName: place.resourceGroupName,
    });
    const link = linkZone(this, { name: clusterName, zone, vnetId });
    this.endpoint = new PrivateEndpoint(this, "Resource", {
      ...place,
      // Another registry replaces the endpoint, and the new one is created first.
      name: replaceableName([clusterName, "registry"], [forHash(this, registryId)], limits.privateEndpoint),
      subnetId,
      privateServiceConnection: {
        name: "registry",
        privateConnectionResourceId: registryId,
        subresourceNames: ["registry"],
        isManualConnection: false,
      },
      privateDnsZoneGroup: { name: "registry", privateDnsZoneIds: [zone.id] },
    });
    this.prerequisites = [link, this.endpoint];
  }
}
