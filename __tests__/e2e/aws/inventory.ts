import { DescribeAutoScalingGroupsCommand } from "@aws-sdk/client-auto-scaling";
import { DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import {
  DescribeAddressesCommand,
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeFlowLogsCommand,
  DescribeInstancesCommand,
  DescribeInternetGatewaysCommand,
  DescribeLaunchTemplatesCommand,
  DescribeNatGatewaysCommand,
  DescribePlacementGroupsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVolumesCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
} from "@aws-sdk/client-ec2";
import { ListClustersCommand } from "@aws-sdk/client-eks";
import {
  ListInstanceProfilesCommand,
  ListOpenIDConnectProvidersCommand,
  ListPoliciesCommand,
  ListRolesCommand,
} from "@aws-sdk/client-iam";
import { DescribeKeyCommand, ListAliasesCommand, ListKeysCommand } from "@aws-sdk/client-kms";
import { type AwsClients } from "./clients";
import { ask } from "./raw";

type Ids = Promise<(string | undefined)[]>;

/**
 * Lists each kind of resource that a cluster's stack or EKS creates. Network interfaces are omitted, because moto keeps those of
 * terminated instances and deleted NAT gateways.
 */
const KINDS = {
  "AWS Backup plans": async ({ endpoint }): Ids => {
    const call = { service: "backup", path: "/backup/plans/" };
    const { BackupPlansList: plans } = await ask<{ BackupPlansList: { BackupPlanName: string }[] }>(
      endpoint,
      call,
    );
    return plans.map((plan) => plan.BackupPlanName);
  },
  "AWS Backup vaults": async ({ endpoint }): Ids => {
    const call = { service: "backup", path: "/backup-vaults/" };
    const { BackupVaultList: vaults } = await ask<{ BackupVaultList: { BackupVaultName: string }[] }>(
      endpoint,
      call,
    );
    return vaults.map((vault) => vault.BackupVaultName);
  },
  "Auto Scaling groups": async ({ autoScaling }): Ids => {
    const { AutoScalingGroups: found = [] } = await autoScaling.send(
      new DescribeAutoScalingGroupsCommand({}),
    );
    return found.map((group) => group.AutoScalingGroupName);
  },
  "EFS file systems": async ({ endpoint }): Ids => {
    const call = { service: "elasticfilesystem", path: "/2015-02-01/file-systems" };
    const { FileSystems: found } = await ask<{ FileSystems: { FileSystemId: string }[] }>(endpoint, call);
    return found.map((fileSystem) => fileSystem.FileSystemId);
  },
  "egress-only internet gateways": async ({ ec2 }): Ids =>
    (
      (await ec2.send(new DescribeEgressOnlyInternetGatewaysCommand({}))).EgressOnlyInternetGateways ?? []
    ).map((one) => one.EgressOnlyInternetGatewayId),
  "EKS clusters": async ({ eks }): Ids => (await eks.send(new ListClustersCommand({}))).clusters ?? [],
  "elastic IPs": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeAddressesCommand({}))).Addresses ?? []).map(
      (address) => address.AllocationId,
    ),
  "EventBridge rules": async ({ endpoint }): Ids => {
    const call = { service: "events", operation: "AWSEvents.ListRules" };
    const { Rules: rules } = await ask<{ Rules: { Name: string }[] }>(endpoint, call);
    return rules.map((rule) => rule.Name);
  },
  "flow logs": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeFlowLogsCommand({}))).FlowLogs ?? []).map((log) => log.FlowLogId),
  "FSx file systems": async ({ endpoint }): Ids => {
    const call = { service: "fsx", operation: "AWSSimbaAPIService_v20180301.DescribeFileSystems" };
    const { FileSystems: found } = await ask<{ FileSystems: { FileSystemId: string }[] }>(endpoint, call);
    return found.map((fileSystem) => fileSystem.FileSystemId);
  },
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
  // A key with a scheduled deletion counts as deleted. AWS managed keys are created on first use, and stay.
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
  "OIDC providers": async ({ iam }): Ids =>
    ((await iam.send(new ListOpenIDConnectProvidersCommand({}))).OpenIDConnectProviderList ?? []).map(
      (provider) => provider.Arn,
    ),
  "placement groups": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribePlacementGroupsCommand({}))).PlacementGroups ?? []).map(
      (group) => group.GroupName,
    ),
  "route tables": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeRouteTablesCommand({}))).RouteTables ?? []).map(
      (table) => table.RouteTableId,
    ),
  "security groups": async ({ ec2 }): Ids =>
    ((await ec2.send(new DescribeSecurityGroupsCommand({}))).SecurityGroups ?? []).map(
      (group) => group.GroupId,
    ),
  "SQS queues": async ({ endpoint }): Ids => {
    const call = { service: "sqs", operation: "AmazonSQS.ListQueues" };
    return (await ask<{ QueueUrls?: string[] }>(endpoint, call)).QueueUrls ?? [];
  },
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

export const ALL_KINDS = Object.keys(KINDS) as Kind[];

/** The ids or names of all resources in the account and region, by kind. */
export type Inventory = Readonly<Record<Kind, readonly string[]>>;

export async function takeInventory(aws: AwsClients): Promise<Inventory> {
  const entries = await Promise.all(
    Object.entries(KINDS).map(async ([kind, find]) => [kind, await find(aws)]),
  );
  return Object.fromEntries(entries) as Inventory;
}

/** The resources that are only in the second inventory, as `kind: id`. */
export function added(before: Inventory, now: Inventory): string[] {
  return ALL_KINDS.flatMap((kind) =>
    now[kind].filter((id) => !before[kind].includes(id)).map((id) => `${kind}: ${id}`),
  );
}

/** The kind of a resource in the result of {@link added}. */
export const kindOf = (thing: string) => thing.split(": ")[0] as Kind;
