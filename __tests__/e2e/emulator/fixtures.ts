import { CreateSubnetCommand, CreateVpcCommand } from "@aws-sdk/client-ec2";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { type AwsClients } from "../aws/clients";

/** Subnets in three zones of a new VPC. */
export async function createSubnets({ ec2 }: AwsClients, region: string): Promise<string[]> {
  const { Vpc: vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
  const subnets = ["a", "b", "c"].map(async (zone, index) => {
    const { Subnet: subnet } = await ec2.send(
      new CreateSubnetCommand({
        VpcId: vpc!.VpcId,
        CidrBlock: `10.0.${index}.0/24`,
        AvailabilityZone: region + zone,
      }),
    );
    return subnet!.SubnetId!;
  });
  return Promise.all(subnets);
}

/** A role that a service may assume. */
export async function createRole({ iam }: AwsClients, name: string, service: string): Promise<string> {
  const trust = {
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }],
  };
  const { Role: role } = await iam.send(
    new CreateRoleCommand({
      RoleName: name,
      AssumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", ...trust }),
    }),
  );
  return role!.Arn!;
}
