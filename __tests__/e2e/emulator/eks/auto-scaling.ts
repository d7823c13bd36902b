import {
  AttachInstancesCommand,
  type AutoScalingGroup,
  CreateAutoScalingGroupCommand,
  DeleteAutoScalingGroupCommand,
  DescribeAutoScalingGroupsCommand,
  type MixedInstancesPolicy,
  TerminateInstanceInAutoScalingGroupCommand,
  UpdateAutoScalingGroupCommand,
} from "@aws-sdk/client-auto-scaling";
import {
  DescribeLaunchTemplateVersionsCommand,
  DescribeSubnetsCommand,
  RunInstancesCommand,
  type RunInstancesCommandInput,
} from "@aws-sdk/client-ec2";
import { type EksBackend } from "./backend";

/** The launch settings of an Auto Scaling group: the template of EKS, instance types, on demand or spot. */
export interface Launch {
  readonly templateId: string;
  readonly templateVersion: string;
  readonly instanceTypes: string[];
  readonly spot: boolean;
  readonly tags: Record<string, string>;
}

export interface Size {
  readonly min: number;
  readonly max: number;
  readonly desired: number;
}

/**
 * moto launches all instances of a group in its first subnet. AWS distributes them over the zones, which the tests check. So groups
 * are initially empty, and instances are launched in each subnet and attached.
 */
export async function createGroup(
  eks: EksBackend,
  name: string,
  subnets: string[],
  size: Size,
  launch: Launch,
): Promise<void> {
  await eks.aws.autoScaling.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: name,
      MinSize: 0,
      MaxSize: size.max,
      DesiredCapacity: 0,
      VPCZoneIdentifier: subnets.join(","),
      MixedInstancesPolicy: instancesPolicy(launch),
      Tags: Object.entries(launch.tags).map(([Key, Value]) => ({ Key, Value, PropagateAtLaunch: true })),
    }),
  );
  await resizeGroup(eks, name, size, launch);
}

export async function resizeGroup(eks: EksBackend, name: string, size: Size, launch: Launch): Promise<void> {
  const limits = (min: number) =>
    eks.aws.autoScaling.send(
      new UpdateAutoScalingGroupCommand({
        AutoScalingGroupName: name,
        MinSize: min,
        MaxSize: size.max,
        MixedInstancesPolicy: instancesPolicy(launch),
      }),
    );
  // moto launches instances below the minimum, so the minimum is set last.
  const group = await describeGroup(eks, name);
  if (size.max >= group.Instances!.length) await limits(0);
  await terminateSurplus(eks, group, size.desired);
  await launchMissing(eks, group, size.desired, launch);
  await limits(size.min);
}

/** Replaces every instance, like a complete rolling update. */
export async function replaceInstances(
  eks: EksBackend,
  name: string,
  size: Size,
  launch: Launch,
): Promise<void> {
  await resizeGroup(eks, name, { ...size, min: 0, desired: 0 }, launch);
  await resizeGroup(eks, name, size, launch);
}

export async function deleteGroup(eks: EksBackend, name: string): Promise<void> {
  await eks.aws.autoScaling.send(
    new DeleteAutoScalingGroupCommand({ AutoScalingGroupName: name, ForceDelete: true }),
  );
}

export async function describeGroup(eks: EksBackend, name: string): Promise<AutoScalingGroup> {
  const { AutoScalingGroups: [group] = [] } = await eks.aws.autoScaling.send(
    new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] }),
  );
  if (!group) throw new Error(`The Auto Scaling group ${name} does not exist in the emulator.`);
  return group;
}

/** The number of instances per zone, distributed evenly: 10 over 3 zones are 4, 3 and 3. */
export function spread(total: number, zones: number): number[] {
  return Array.from(
    { length: zones },
    (_, zone) => Math.floor(total / zones) + (zone < total % zones ? 1 : 0),
  );
}

async function terminateSurplus(eks: EksBackend, group: AutoScalingGroup, desired: number): Promise<void> {
  const byZone = groupBy(group.Instances ?? [], (instance) => instance.AvailabilityZone!);
  for (let surplus = group.Instances!.length - desired; surplus > 0; surplus--) {
    const fullest = [...byZone.values()].sort((a, b) => b.length - a.length)[0];
    await eks.aws.autoScaling.send(
      new TerminateInstanceInAutoScalingGroupCommand({
        InstanceId: fullest.pop()!.InstanceId,
        ShouldDecrementDesiredCapacity: true,
      }),
    );
  }
}

async function launchMissing(
  eks: EksBackend,
  group: AutoScalingGroup,
  desired: number,
  launch: Launch,
): Promise<void> {
  const missing = desired - group.Instances!.length;
  if (missing <= 0) return;
  const subnets = await subnetsByZone(eks, group);
  const present = subnets.map(
    ({ zone }) => group.Instances!.filter((i) => i.AvailabilityZone === zone).length,
  );
  const wanted = spread(desired, subnets.length);
  const repeated = await repeatedFromTemplate(eks, launch);
  for (const [index, { subnetId }] of subnets.entries()) {
    const count = wanted[index] - present[index];
    if (count <= 0) continue;
    const { Instances: instances = [] } = await eks.aws.ec2.send(
      new RunInstancesCommand({
        LaunchTemplate: { LaunchTemplateId: launch.templateId, Version: launch.templateVersion },
        SubnetId: subnetId,
        MinCount: count,
        MaxCount: count,
        ...repeated,
        ...(launch.spot ? { InstanceMarketOptions: { MarketType: "spot" } } : {}),
      }),
    );
    await eks.aws.autoScaling.send(
      new AttachInstancesCommand({
        AutoScalingGroupName: group.AutoScalingGroupName,
        InstanceIds: instances.map(({ InstanceId }) => InstanceId!),
      }),
    );
  }
}

async function subnetsByZone(eks: EksBackend, group: AutoScalingGroup) {
  const ids = group.VPCZoneIdentifier!.split(",");
  const { Subnets: subnets = [] } = await eks.aws.ec2.send(new DescribeSubnetsCommand({ SubnetIds: ids }));
  const zones = groupBy(subnets, (subnet) => subnet.AvailabilityZone!);
  return [...zones].sort().map(([zone, [subnet]]) => ({ zone, subnetId: subnet.SubnetId! }));
}

/** The settings that moto reads from the request only, not from a launch template. */
async function repeatedFromTemplate(
  eks: EksBackend,
  launch: Launch,
): Promise<Partial<RunInstancesCommandInput>> {
  const { LaunchTemplateVersions: [version] = [] } = await eks.aws.ec2.send(
    new DescribeLaunchTemplateVersionsCommand({
      LaunchTemplateId: launch.templateId,
      Versions: [launch.templateVersion],
    }),
  );
  const { BlockDeviceMappings, MetadataOptions, TagSpecifications } = version!.LaunchTemplateData!;
  return { BlockDeviceMappings, MetadataOptions, TagSpecifications } as Partial<RunInstancesCommandInput>;
}

function instancesPolicy(launch: Launch): MixedInstancesPolicy {
  return {
    LaunchTemplate: {
      LaunchTemplateSpecification: { LaunchTemplateId: launch.templateId, Version: launch.templateVersion },
      Overrides: launch.instanceTypes.map((InstanceType) => ({ InstanceType })),
    },
    InstancesDistribution: {
      OnDemandAllocationStrategy: "prioritized",
      OnDemandBaseCapacity: 0,
      OnDemandPercentageAboveBaseCapacity: launch.spot ? 0 : 100,
      SpotAllocationStrategy: "price-capacity-optimized",
    },
  };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
