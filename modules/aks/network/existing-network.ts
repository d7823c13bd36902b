import type { Construct } from "constructs";
import type { ResourceGroupRef } from "../../azure/resource-group";
import type { AksEgress, AksExistingNetwork } from "../spec";
import type { ClusterNetwork } from "./cluster-network";
import { RegistryEndpoint } from "./registry-endpoint";

/** Parameters of `useExistingNetwork`. */
export interface ExistingNetworkProps {
  readonly clusterName: string;
  readonly place: ResourceGroupRef;
  readonly existing: AksExistingNetwork;

  /** Ids of the subnets that node groups use instead, each once. */
  readonly groupSubnetIds: readonly string[];
  readonly egress?: AksEgress;

  /** Creates the construct in which resources are created, if there are any. */
  readonly component: () => Construct;
}

/** Uses an existing network. The only new resource is the private endpoint of the registry, if a subnet for it is set. */
export function useExistingNetwork(props: ExistingNetworkProps): ClusterNetwork {
  const { clusterName, place, existing, groupSubnetIds, egress } = props;
  const { vnetId, endpointSubnetId } = existing;
  const registry =
    egress?.type === "none" && endpointSubnetId !== undefined
      ? new RegistryEndpoint(props.component(), "registry", {
          clusterName,
          place,
          registryId: egress.registryId,
          vnetId,
          subnetId: endpointSubnetId,
        })
      : undefined;
  return {
    vnetId,
    nodeSubnets: [{ id: existing.nodeSubnetId }, ...groupSubnetIds.map((id) => ({ id }))],
    podSubnetId: existing.podSubnetId,
    apiServerSubnetId: existing.apiServerSubnetId,
    endpointSubnetId,
    routeTableId: egress?.type === "route-table" ? egress.routeTableId : undefined,
    egressAddresses: [],
    nodePrerequisites: registry?.prerequisites ?? [],
  };
}
