import type { ITerraformDependable } from "cdktf";

/** A subnet of nodes. */
export interface NodeSubnet {
  readonly id: string;

  /** The only zone of its nodes; undefined if they are in all zones. */
  readonly zone?: string;
}

/** The parts of a network, new or existing, that a cluster uses. */
export interface ClusterNetwork {
  readonly vnetId: string;
  readonly nodeSubnets: readonly NodeSubnet[];
  readonly podSubnetId?: string;
  readonly apiServerSubnetId?: string;
  readonly endpointSubnetId?: string;

  /** Id of the route table of the subnet of nodes, which the cluster's identity changes with kubenet. */
  readonly routeTableId?: string;

  /** Public source addresses of connections from nodes. Empty if Azure or an existing network assigns them. */
  readonly egressAddresses: readonly string[];

  /** Resources that must exist before the first node is created. */
  readonly nodePrerequisites: readonly ITerraformDependable[];
}
