import {
  AssociateVpcCidrBlockCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeVpcsCommand,
} from "@aws-sdk/client-ec2";
import { CreatePolicyCommand } from "@aws-sdk/client-iam";
import { type AwsClients } from "../aws/clients";

/** Id in the example -> id of the stand-in in the emulator. */
type Ids = Record<string, string>;

/**
 * Some examples require existing resources. The tests create stand-ins for them. An unused stand-in fails
 * the test.
 */
const STAND_INS: Readonly<Record<string, (aws: AwsClients) => Promise<Ids>>> = {
  "existing-vpc-shop": (aws) => createVpc(aws, NODE_SUBNETS),
  "existing-vpc-search": (aws) => createVpc(aws, [...NODE_SUBNETS, ...POD_SUBNETS]),
  "hybrid-main": createPolicy,
  // EC2 requires it in the VPC of the cluster, which does not exist before the deploy. moto does not check this.
  "private-ledger": createSecurityGroup,
};

/** Stacks that have stand-ins. */
export const STACKS_WITH_STAND_INS: readonly string[] = Object.keys(STAND_INS);

/** Creates the stand-ins of a stack. */
export async function createStandIns(aws: AwsClients, stack: string): Promise<Ids> {
  return (await STAND_INS[stack]?.(aws)) ?? {};
}

/** The subnets of examples/existing-vpc.yaml. The ranges of control plane subnets are not in the example. */
const NODE_SUBNETS = [
  { id: "subnet-0a1b2c3d4e5f60001", zone: "eu-central-1a", cidr: "10.70.0.0/20" },
  { id: "subnet-0a1b2c3d4e5f60002", zone: "eu-central-1b", cidr: "10.70.16.0/20" },
  { id: "subnet-0a1b2c3d4e5f60011", zone: "eu-central-1a", cidr: "10.70.240.0/28" },
  { id: "subnet-0a1b2c3d4e5f60012", zone: "eu-central-1b", cidr: "10.70.240.16/28" },
];
const POD_SUBNETS = [
  { id: "subnet-0a1b2c3d4e5f60021", zone: "eu-central-1a", cidr: "100.64.0.0/18" },
  { id: "subnet-0a1b2c3d4e5f60022", zone: "eu-central-1b", cidr: "100.64.64.0/18" },
];

async function createVpc({ ec2 }: AwsClients, subnets: typeof NODE_SUBNETS): Promise<Ids> {
  const { Vpc: vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.70.0.0/16" }));
  const VpcId = vpc!.VpcId!;
  await ec2.send(new AssociateVpcCidrBlockCommand({ VpcId, CidrBlock: "100.64.0.0/16" }));
  const ids: Ids = { "vpc-0a1b2c3d4e5f67890": VpcId };
  for (const { id, zone, cidr } of subnets) {
    const { Subnet: subnet } = await ec2.send(
      new CreateSubnetCommand({ VpcId, AvailabilityZone: zone, CidrBlock: cidr }),
    );
    ids[id] = subnet!.SubnetId!;
  }
  return ids;
}

async function createSecurityGroup({ ec2 }: AwsClients): Promise<Ids> {
  const { Vpcs: [vpc] = [] } = await ec2.send(new DescribeVpcsCommand({}));
  const { GroupId: id } = await ec2.send(
    new CreateSecurityGroupCommand({
      VpcId: vpc.VpcId,
      GroupName: "ledger-clients",
      Description: "Clients of the ledger's database",
    }),
  );
  return { "sg-0a1b2c3d4e5f60718": id! };
}

async function createPolicy({ iam }: AwsClients): Promise<Ids> {
  const document = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:CreateBucket", Resource: "*" }],
  };
  const { Policy: policy } = await iam.send(
    new CreatePolicyCommand({ PolicyName: "AckBuckets", PolicyDocument: JSON.stringify(document) }),
  );
  return { "arn:aws:iam::111122223333:policy/AckBuckets": policy!.Arn! };
}
