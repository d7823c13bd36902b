import { Ec2Tag } from "@cdktf/provider-aws/lib/ec2-tag";
import type { Construct } from "constructs";
import { idOf } from "../../cluster/references";
import type { EksExistingNetwork } from "../spec";
import type { ClusterNetwork } from "../../networks/aws/cluster-network";

/** An existing VPC, in which no network resources are created. */
export function existingNetwork(existing: EksExistingNetwork): ClusterNetwork {
  return {
    vpcId: existing.vpcId,
    nodeSubnets: existing.nodeSubnets.map(({ id, zone }) => ({ id, zone, identity: id })),
    controlPlaneSubnetIds: existing.controlPlaneSubnetIds ?? existing.nodeSubnets.map((subnet) => subnet.id),
    podSubnets: existing.podSubnets ?? [],
    nodePrerequisites: [],
  };
}

/** Tags subnets of a VPC with several clusters, so that load balancer controllers of this cluster use them. */
export function shareSubnets(
  scope: Construct,
  clusterName: string,
  { nodeSubnets }: EksExistingNetwork,
): void {
  for (const { id } of nodeSubnets) {
    new Ec2Tag(scope, `tag_${idOf(scope, id)}`, {
      resourceId: id,
      key: `kubernetes.io/cluster/${clusterName}`,
      value: "shared",
    });
  }
}
