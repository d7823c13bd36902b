import { randomInt } from "node:crypto";
import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
} from "@aws-sdk/client-ec2";
import { type EksBackend } from "./backend";

/**
 * The primary security group that EKS creates with a cluster: it allows itself and all egress, and has the tags of EKS.
 * https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html
 */
export async function createClusterSecurityGroup(
  eks: EksBackend,
  cluster: string,
  vpcId: string,
): Promise<string> {
  const name = `eks-cluster-sg-${cluster}-${randomInt(1e9)}`;
  const tags = {
    Name: name,
    "aws:eks:cluster-name": cluster,
    [`kubernetes.io/cluster/${cluster}`]: "owned",
  };
  const { GroupId: id } = await eks.aws.ec2.send(
    new CreateSecurityGroupCommand({
      GroupName: name,
      Description:
        "EKS created security group applied to ENI that is attached to EKS Control Plane master nodes, as well as any managed workloads.",
      VpcId: vpcId,
      TagSpecifications: [
        {
          ResourceType: "security-group",
          Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        },
      ],
    }),
  );
  await eks.aws.ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId: id,
      IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: id }] }],
    }),
  );
  return id!;
}

export async function deleteClusterSecurityGroup(eks: EksBackend, id: string): Promise<void> {
  await eks.aws.ec2.send(new DeleteSecurityGroupCommand({ GroupId: id }));
}
