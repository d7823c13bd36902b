import { DescribeAutoScalingGroupsCommand } from "@aws-sdk/client-auto-scaling";
import { DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  DescribeAddressesCommand,
  DescribeFlowLogsCommand,
  DescribeInstancesCommand,
  DescribeInternetGatewaysCommand,
  DescribeLaunchTemplatesCommand,
  DescribeNatGatewaysCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVolumesCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
} from "@aws-sdk/client-ec2";
import { ListClustersCommand } from "@aws-sdk/client-eks";
import { ListInstanceProfilesCommand, ListPoliciesCommand, ListRolesCommand } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, ListAliasesCommand, ListKeysCommand } from "@aws-sdk/client-kms";
import { type AwsClients } from "./clients";

type Ids = Promise<(string | undefined)[]>;

/**
 * Where to look for each kind of thing that a cluster's stack, or EKS on its behalf, makes. Network interfaces are not
 * among them: moto keeps those of terminated instances and deleted NAT gateways.
 */
const KINDS = {
  "Auto Scaling groups": async ({ autoScaling }): Ids => {
    const { AutoScalingGroups: found = [] } = await autoScaling.send(
      new DescribeAutoScalingGroupsCommand({}),
    );
    return found.map((group) => group.AutoScalingGroupName);
  },
  "EKS clusters": async ({ eks }): Ids => (await eks.send(new ListClustersCommand({}))).clusters ?? [],
  "elastic IPs": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeAddressesCommand({}))).Addresses ?? []).map(
      (address) => address.AllocationId,
    ),
  "flow logs": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeFlowLogsCommand({}))).FlowLogs ?? []).map((log) => log.FlowLogId),
  "IAM policies": async ({ iam }): Ids =>
    ((await iam.send(new ListPoliciesCommand({ Scope: "Local" }))).Policies ?? []).map(
      (policy) => policy.PolicyName,
    ),
  "IAM roles": async ({ iam }): Ids =>
    ((await iam.send(new ListRolesCommand({}))).Roles ?? []).map((role) => role.RoleName),
  "instance profiles": async ({ iam }): Ids =>
    ((await iam.send(new ListInstanceProfilesCommand({}))).InstanceProfiles ?? []).map(
      (one) => one.InstanceProfileName,
    ),
  instances: async ({ ec2 }): Ids => {
    const { Reservations: reservations = [] } = await ec2.send(new DescribeInstancesCommand({}));
    return reservations
      .flatMap((reservation) => reservation.Instances!)
      .filter((instance) => instance.State?.Name !== "terminated")
      .map((instance) => instance.InstanceId);
  },
  "internet gateways": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeInternetGatewaysCommand({}))).InternetGateways ?? []).map(
      (one) => one.InternetGatewayId,
    ),
  "KMS aliases": async ({ kms }): Ids =>
    ((await kms.send(new ListAliasesCommand({}))).Aliases ?? [])
      .filter((alias) => !alias.AliasName!.startsWith("alias/aws/"))
      .map((alias) => alias.AliasName),
  // Keys can't be deleted at once; one that waits for its deletion is gone. AWS' own keys come with first use, to stay.
  "KMS keys": async ({ kms }): Ids => {
    const { Aliases: aliases = [] } = await kms.send(new ListAliasesCommand({}));
    const ofAws = aliases
      .filter((alias) => alias.AliasName!.startsWith("alias/aws/"))
      .map((alias) => alias.TargetKeyId);
    const { Keys: keys = [] } = await kms.send(new ListKeysCommand({}));
    const described = await Promise.all(keys.map(({ KeyId }) => kms.send(new DescribeKeyCommand({ KeyId }))));
    return described
      .map(({ KeyMetadata: key }) => key!)
      .filter((key) => key.KeyState !== "PendingDeletion" && !ofAws.includes(key.KeyId))
      .map((key) => key.KeyId);
  },
  "launch templates": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeLaunchTemplatesCommand({}))).LaunchTemplates ?? []).map(
      (one) => one.LaunchTemplateName,
    ),
  "log groups": async ({ logs }): Ids =>
    ((await logs.send(new DescribeLogGroupsCommand({}))).logGroups ?? []).map((group) => group.logGroupName),
  "NAT gateways": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeNatGatewaysCommand({}))).NatGateways ?? [])
      .filter((gateway) => gateway.State !== "deleted")
      .map((gateway) => gateway.NatGatewayId),
  "route tables": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeRouteTablesCommand({}))).RouteTables ?? []).map(
      (table) => table.RouteTableId,
    ),
  "security groups": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeSecurityGroupsCommand({}))).SecurityGroups ?? []).map(
      (group) => group.GroupId,
    ),
  subnets: async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeSubnetsCommand({}))).Subnets ?? []).map((subnet) => subnet.SubnetId),
  volumes: async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeVolumesCommand({}))).Volumes ?? []).map((volume) => volume.VolumeId),
  "VPC endpoints": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeVpcEndpointsCommand({}))).VpcEndpoints ?? [])
      .filter((endpoint) => (endpoint.State as string) !== "deleted")
      .map((endpoint) => endpoint.VpcEndpointId),
  VPCs: async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeVpcsCommand({}))).Vpcs ?? []).map((vpc) => vpc.VpcId),
} satisfies Readonly<Record<string, (aws: AwsClients) => Ids>>;

export type Kind = keyof typeof KINDS;

/** Ids or names of everything in the account and region, by kind. */
export type Inventory = Readonly<Record<Kind, readonly string[]>>;

export async function takeInventory(aws: AwsClients): Promise<Inventory> {
  const entries = await Promise.all(
    Object.entries(KINDS).map(async ([kind, find]) => [kind, await find(aws)]),
  );
  return Object.fromEntries(entries) as Inventory;
}

/** What is there now and was not before, as `kind: id`. */
export function added(before: Inventory, now: Inventory): string[] {
  return (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
    now[kind].filter((id) => !before[kind].includes(id)).map((id) => `${kind}: ${id}`),
  );
}
