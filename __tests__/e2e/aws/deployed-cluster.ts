import {
  type AutoScalingGroup,
  paginateDescribeAutoScalingGroups,
  SetDesiredCapacityCommand,
} from "@aws-sdk/client-auto-scaling";
import {
  DescribeVolumesCommand,
  type Instance,
  paginateDescribeInstances,
  type Volume,
} from "@aws-sdk/client-ec2";
import {
  type AccessEntry,
  type Addon,
  type Cluster,
  DescribeAccessEntryCommand,
  DescribeAddonCommand,
  DescribeClusterCommand,
  DescribeNodegroupCommand,
  ListAccessEntriesCommand,
  ListAddonsCommand,
  ListAssociatedAccessPoliciesCommand,
  ListNodegroupsCommand,
  ListPodIdentityAssociationsCommand,
  type Nodegroup,
  type PodIdentityAssociationSummary,
} from "@aws-sdk/client-eks";
import { type AwsClients } from "./clients";

/** A cluster as the AWS API returns it. */
export interface DeployedCluster {
  readonly cluster: Cluster;
  readonly nodeGroups: readonly Nodegroup[];
  readonly addOns: readonly Addon[];
  /** Access entries, each with the names of its policies. */
  readonly accessEntries: readonly (AccessEntry & { readonly policies: readonly string[] })[];
  readonly podIdentities: readonly PodIdentityAssociationSummary[];
  /** The Auto Scaling groups behind the node groups. */
  readonly autoScalingGroups: readonly AutoScalingGroup[];
  /** The running instances of those groups, and their disks. */
  readonly workers: readonly Instance[];
  readonly disks: readonly Volume[];
}

export async function readDeployedCluster(aws: AwsClients, name: string): Promise<DeployedCluster> {
  const ofCluster = { clusterName: name };
  const { cluster } = await aws.eks.send(new DescribeClusterCommand({ name }));

  const { nodegroups: groupNames = [] } = await aws.eks.send(new ListNodegroupsCommand(ofCluster));
  const nodeGroups = await Promise.all(
    groupNames.map(async (nodegroupName) => {
      const { nodegroup } = await aws.eks.send(new DescribeNodegroupCommand({ ...ofCluster, nodegroupName }));
      return nodegroup!;
    }),
  );
  const { addons: addOnNames = [] } = await aws.eks.send(new ListAddonsCommand(ofCluster));
  const addOns = await Promise.all(
    addOnNames.map(async (addonName) => {
      const { addon } = await aws.eks.send(new DescribeAddonCommand({ ...ofCluster, addonName }));
      return addon!;
    }),
  );
  const { accessEntries: principals = [] } = await aws.eks.send(new ListAccessEntriesCommand(ofCluster));
  const accessEntries = await Promise.all(
    principals.map(async (principalArn) => {
      const entry = { ...ofCluster, principalArn };
      const { accessEntry } = await aws.eks.send(new DescribeAccessEntryCommand(entry));
      const { associatedAccessPolicies = [] } = await aws.eks.send(
        new ListAssociatedAccessPoliciesCommand(entry),
      );
      return {
        ...accessEntry!,
        policies: associatedAccessPolicies.map(({ policyArn }) => policyArn!.split("/").at(-1)!),
      };
    }),
  );
  const { associations: podIdentities = [] } = await aws.eks.send(
    new ListPodIdentityAssociationsCommand(ofCluster),
  );

  const groupsOfNodes = nodeGroups.flatMap(({ resources }) =>
    resources!.autoScalingGroups!.map((group) => group.name!),
  );
  const autoScalingGroups = await readAutoScalingGroups(aws, groupsOfNodes);
  const workers = await readWorkers(aws, autoScalingGroups);
  const disks = await readDisks(aws, workers);
  return {
    cluster: cluster!,
    nodeGroups,
    addOns,
    accessEntries,
    podIdentities,
    autoScalingGroups,
    workers,
    disks,
  };
}

/** Adds a node like an autoscaler. */
export async function scaleOut(aws: AwsClients, autoScalingGroup: string, desired: number): Promise<void> {
  await aws.autoScaling.send(
    new SetDesiredCapacityCommand({ AutoScalingGroupName: autoScalingGroup, DesiredCapacity: desired }),
  );
}

/** The running instances with a tag, by which controllers find the nodes of a cluster. */
export async function readTaggedWorkers(aws: AwsClients, tag: string): Promise<Instance[]> {
  const filters = [
    { Name: "instance-state-name", Values: ["running"] },
    { Name: "tag-key", Values: [tag] },
  ];
  const workers: Instance[] = [];
  for await (const page of paginateDescribeInstances({ client: aws.ec2 }, { Filters: filters })) {
    workers.push(...page.Reservations!.flatMap((reservation) => reservation.Instances!));
  }
  return workers;
}

/** The number of workers in each zone. */
export function workersByZone(workers: readonly Instance[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { Placement: placement } of workers) {
    const zone = placement!.AvailabilityZone!;
    counts[zone] = (counts[zone] ?? 0) + 1;
  }
  return counts;
}

async function readAutoScalingGroups(aws: AwsClients, names: string[]): Promise<AutoScalingGroup[]> {
  const groups: AutoScalingGroup[] = [];
  for await (const page of paginateDescribeAutoScalingGroups({ client: aws.autoScaling }, {})) {
    groups.push(...page.AutoScalingGroups!.filter((group) => names.includes(group.AutoScalingGroupName!)));
  }
  return groups;
}

async function readWorkers(aws: AwsClients, groups: readonly AutoScalingGroup[]): Promise<Instance[]> {
  const ids = new Set(groups.flatMap((group) => group.Instances!.map((instance) => instance.InstanceId!)));
  const running = { Filters: [{ Name: "instance-state-name", Values: ["running"] }] };
  const workers: Instance[] = [];
  for await (const page of paginateDescribeInstances({ client: aws.ec2 }, running)) {
    const instances = page.Reservations!.flatMap((reservation) => reservation.Instances!);
    workers.push(...instances.filter((instance) => ids.has(instance.InstanceId!)));
  }
  return workers;
}

async function readDisks(aws: AwsClients, workers: readonly Instance[]): Promise<Volume[]> {
  const ids = workers.flatMap((worker) => worker.BlockDeviceMappings!.map((disk) => disk.Ebs!.VolumeId!));
  if (ids.length === 0) return [];
  const { Volumes: volumes = [] } = await aws.ec2.send(new DescribeVolumesCommand({ VolumeIds: ids }));
  return volumes;
}
