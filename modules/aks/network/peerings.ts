import type { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { VirtualNetworkPeering } from "@cdktf/provider-azurerm/lib/virtual-network-peering";
import type { Construct } from "constructs";
import { addressPart, boundedName, shortHash } from "../../cluster/names";
import { forHash } from "../../cluster/references";
import { defaults } from "../fields.generated";
import { limits } from "../limits";
import { partIn } from "../../azure/resource-ids";
import type { AksPeeringSpec } from "../spec";

/** Parameters of `createPeering`. */
export interface PeeringProps {
  readonly clusterName: string;
  readonly vnet: VirtualNetwork;
  readonly peering: AksPeeringSpec;
}

/** Connects the network with another one, in both directions unless the owner of the other network does that. */
export function createPeering(
  scope: Construct,
  { clusterName, vnet, peering }: PeeringProps,
): VirtualNetworkPeering[] {
  const { name, networkId } = peering;
  const remoteGateways = peering.remoteGateways ?? defaults["network.peerings[].remoteGateways"];
  const id = `peering_${addressPart(name)}`;
  const back =
    (peering.returnPeering ?? defaults["network.peerings[].returnPeering"])
      ? new VirtualNetworkPeering(scope, `${id}_return`, {
          name: boundedName([clusterName, name], limits.peering),
          resourceGroupName: partIn(networkId, 4),
          virtualNetworkName: partIn(networkId, 8),
          remoteVirtualNetworkId: vnet.id,
          allowForwardedTraffic: true,
          allowGatewayTransit: remoteGateways,
        })
      : undefined;
  const own = new VirtualNetworkPeering(scope, id, {
    // Another network replaces the peering, and the new one is created first.
    name: `${name}-${shortHash(forHash(scope, networkId))}`,
    resourceGroupName: vnet.resourceGroupName,
    virtualNetworkName: vnet.name,
    remoteVirtualNetworkId: networkId,
    // Answers from the internet come through the appliance of the other network, with addresses outside its range.
    allowForwardedTraffic: true,
    useRemoteGateways: remoteGateways,
    // The gateways of the other network can be used when it allows that.
    dependsOn: back && [back],
  });
  return back ? [back, own] : [own];
}
