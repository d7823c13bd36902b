import type { ITerraformDependable } from "cdktf";

/** A subnet for nodes and pods. */
export interface NodeSubnet {
  readonly id: string;
  readonly zone: string;
  /** Identifies the subnet before it is created; a different value means another subnet. */
  readonly identity: string;
}

/** A subnet of pods only. */
export interface PodSubnet {
  readonly id: string;
  readonly zone: string;
}

/** The network as other components use it, new or existing. */
export interface ClusterNetwork {
  readonly vpcId: string;
  readonly nodeSubnets: readonly NodeSubnet[];
  readonly controlPlaneSubnetIds: readonly string[];

  /** Subnets of pods only; empty if pods use the node subnets. */
  readonly podSubnets: readonly PodSubnet[];

  /** Dependencies of nodes: resources for their network traffic. */
  readonly nodePrerequisites: readonly ITerraformDependable[];
}
