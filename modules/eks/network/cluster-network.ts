import type { ITerraformDependable } from "cdktf";
import type { PodSubnet } from "./pod-network";

/** A subnet for nodes and pods. */
export interface NodeSubnet {
  readonly id: string;
  readonly zone: string;
  /** Changes when the subnet is replaced by another one; known before it is made. */
  readonly identity: string;
}

/** What the other rooms need of a network, new or existing. */
export interface ClusterNetwork {
  readonly vpcId: string;
  readonly nodeSubnets: readonly NodeSubnet[];
  readonly controlPlaneSubnetIds: readonly string[];

  /** Subnets of pods alone; none when pods share those of the nodes. */
  readonly podSubnets: readonly PodSubnet[];

  /** What must stand before a node can reach anything, and be torn down after the last one is gone. */
  readonly nodePrerequisites: readonly ITerraformDependable[];
}
