import {
  AutoscalingGroup,
  type AutoscalingGroupConfig,
  type AutoscalingGroupMixedInstancesPolicy,
  type AutoscalingGroupMixedInstancesPolicyLaunchTemplateOverride,
  type AutoscalingGroupTag,
} from "@cdktf/provider-aws/lib/autoscaling-group";
import { AutoscalingLifecycleHook } from "@cdktf/provider-aws/lib/autoscaling-lifecycle-hook";
import { AutoscalingSchedule } from "@cdktf/provider-aws/lib/autoscaling-schedule";
import { Token } from "cdktf";
import type { Construct } from "constructs";
import { floorOf, largerOf, minus, plus, smallerOf } from "../../cluster/arithmetic";
import { replaceableName } from "../../cluster/names";
import { distributeEvenly, type NodePlacement } from "../../cluster/scaling";
import { autoscalerDiscoveryTags, nodeTemplateTags } from "../../aws/autoscaler-tags";
import { terminationHandlerTag } from "../autoscaling/discovery-tags";
import { defaults } from "../fields.generated";
import { limits } from "../limits";
import type { EksAutoScalingGroupSpec, EksBounds, EksMachineRequirements, EksNodeGroupSpec } from "../spec";
import { choosesMachines } from "./kinds";
import type { NodePool, NodePoolProps } from "./node-pool";
import { createsFirst } from "./replacement";

/** A placement, and its share of totals over all zones. */
interface Part extends NodePlacement {
  readonly share: (total: number) => number;
}

/** Auto Scaling groups of the cluster: nodes join through their user data, with the access entry of their role. */
export function createSelfManagedGroups(
  scope: Construct,
  props: NodePoolProps,
  placements: readonly NodePlacement[],
): NodePool[] {
  return placements.map((placement, i) => {
    const share = (total: number) => distributeEvenly(total, placements.length)[i];
    const resource = createAutoScalingGroup(scope, props, { ...placement, share });
    addSchedules(scope, props.spec, resource, { ...placement, share });
    addTerminationHook(scope, props.spec, resource, placement);
    return { ...placement, resource, name: resource.name, autoScalingGroupName: resource.id };
  });
}

function createAutoScalingGroup(scope: Construct, props: NodePoolProps, part: Part): AutoscalingGroup {
  const { spec, clusterName } = props;
  const {
    maxInstanceLifetimeDays,
    instanceRefresh = defaults["nodeGroups[].autoScalingGroup.instanceRefresh"],
  } = spec.autoScalingGroup ?? {};
  const parts = [clusterName, spec.name, ...(part.zone ? [part.zone] : [])];
  const pace = paceOf(spec, part);

  return new AutoscalingGroup(scope, part.zone ?? "Resource", {
    // Only the name of an Auto Scaling group is immutable, so that the hash contains nothing else and no change replaces the
    // group. The hash distinguishes `a-b` of `c` and `b-c` of `a`.
    name: replaceableName(parts, parts, limits.autoScalingGroupName),
    minSize: part.size.min,
    maxSize: part.size.max,
    desiredCapacity: part.size.desired,
    vpcZoneIdentifier: props.subnets
      .filter((subnet) => part.zones.includes(subnet.zone))
      .map((subnet) => subnet.id),
    ...machinesOf(props, part),
    // A machine is replaced before EC2 interrupts it.
    capacityRebalance: spec.capacity === "spot" ? true : undefined,
    healthCheckType: "EC2",
    suspendedProcesses: suspendedProcesses(spec, part),
    maxInstanceLifetime: maxInstanceLifetimeDays === undefined ? undefined : maxInstanceLifetimeDays * 86_400,
    instanceMaintenancePolicy: pace,
    instanceRefresh:
      instanceRefresh === "rolling"
        ? { strategy: "Rolling", preferences: { ...pace, skipMatching: true } }
        : undefined,
    warmPool: warmPool(spec.autoScalingGroup, part),
    ...timeArguments(spec),
    tag: tagsOf(props, part),
    lifecycle: {
      createBeforeDestroy: createsFirst(spec) || undefined,
      ignoreChanges: ignoredChanges(spec, part),
    },
    dependsOn: [...props.prerequisites],
  });
}

/** One type from the launch template, or a selection of types, which can mix spot and on-demand machines. */
function machinesOf(
  { spec, machineTypes, launchTemplate }: NodePoolProps,
  part: Part,
): Pick<AutoscalingGroupConfig, "launchTemplate" | "mixedInstancesPolicy"> {
  const version = Token.asString(launchTemplate.latestVersion);
  return choosesMachines(spec)
    ? {
        mixedInstancesPolicy: mixedInstancesPolicy(
          { ...spec, machineTypes },
          launchTemplate.id,
          version,
          part,
        ),
      }
    : { launchTemplate: { id: launchTemplate.id, version } };
}

function mixedInstancesPolicy(
  { capacity, machineTypes, machines, autoScalingGroup = {} }: EksNodeGroupSpec,
  launchTemplateId: string,
  version: string,
  { share }: Part,
): AutoscalingGroupMixedInstancesPolicy {
  const isSpot = capacity === "spot";
  const {
    onDemandBase = defaults["nodeGroups[].autoScalingGroup.onDemandBase"],
    onDemandPercent = defaults["nodeGroups[].autoScalingGroup.onDemandPercent"],
    spotAllocation = defaults["nodeGroups[].autoScalingGroup.spotAllocation"],
  } = autoScalingGroup;
  return {
    instancesDistribution: {
      // In the order of the machine types. Machines that are selected by requirements have no order.
      onDemandAllocationStrategy: machines ? "lowest-price" : "prioritized",
      onDemandBaseCapacity: isSpot ? share(onDemandBase) : 0,
      onDemandPercentageAboveBaseCapacity: isSpot ? onDemandPercent : 100,
      spotAllocationStrategy: isSpot ? spotAllocation : undefined,
    },
    launchTemplate: {
      launchTemplateSpecification: { launchTemplateId, version },
      override: machines
        ? [requirementsOf(machines, machineTypes)]
        : machineTypes.map((instanceType) => ({ instanceType })),
    },
  };
}

function requirementsOf(
  { vcpus, memoryGiB, burstable = defaults["nodeGroups[].machines.burstable"] }: EksMachineRequirements,
  machineTypes: readonly string[],
): AutoscalingGroupMixedInstancesPolicyLaunchTemplateOverride {
  const inMiB = ({ min, max }: EksBounds) => ({
    min: min * 1024,
    max: max === undefined ? undefined : max * 1024,
  });
  return {
    instanceRequirements: {
      allowedInstanceTypes: [...machineTypes],
      vcpuCount: { ...vcpus },
      memoryMib: inMiB(memoryGiB),
      burstablePerformance: burstable ? "included" : "excluded",
    },
  };
}

/**
 * Limits of the size of a group in percent while machines are replaced, from the pace of an upgrade, so that it has the same
 * meaning for both kinds of groups. A number of nodes becomes a percentage of the maximum size.
 */
function paceOf(
  { upgrade = {}, autoScalingGroup = {} }: EksNodeGroupSpec,
  { size }: Part,
): { minHealthyPercentage: number; maxHealthyPercentage: number } {
  const { maxUnavailable, maxUnavailablePercent = defaults["nodeGroups[].upgrade.maxUnavailablePercent"] } =
    upgrade;
  const percent =
    maxUnavailable === undefined
      ? maxUnavailablePercent
      : smallerOf(100, largerOf(1, floorOf(100 * maxUnavailable, size.max)));
  return autoScalingGroup.replacement === "terminate"
    ? { minHealthyPercentage: minus(100, percent), maxHealthyPercentage: 100 }
    : { minHealthyPercentage: 100, maxHealthyPercentage: plus(100, percent) };
}

function warmPool(
  { warmPool: pool }: EksAutoScalingGroupSpec = {},
  { share }: Part,
): AutoscalingGroupConfig["warmPool"] {
  if (!pool) return undefined;
  return {
    minSize: share(pool.size),
    poolState: pool.state === "running" ? "Running" : "Stopped",
    // A drained node is created again and not returned to the pool with its state.
    instanceReusePolicy: { reuseOnScaleIn: false },
  };
}

/** The creation of a group ends when it has its nodes. */
function timeArguments({
  timeoutHours,
}: EksNodeGroupSpec): Pick<AutoscalingGroupConfig, "timeouts" | "waitForCapacityTimeout"> {
  if (timeoutHours === undefined) return {};
  const time = `${timeoutHours}h`;
  return { waitForCapacityTimeout: time, timeouts: { update: time, delete: time } };
}

/** An autoscaler selects the nodes to remove: Auto Scaling must not move machines between zones. */
function suspendedProcesses(
  { repair = defaults["nodeGroups[].repair"] }: EksNodeGroupSpec,
  { size }: Part,
): string[] | undefined {
  const processes = [
    ...(size.owner === "autoscaler" ? ["AZRebalance"] : []),
    ...(repair ? [] : ["ReplaceUnhealthy"]),
  ];
  return processes.length > 0 ? processes : undefined;
}

/** Tags of the group; its machines have those of the launch template. */
function tagsOf(
  { spec, clusterName, autoscaling, ...props }: NodePoolProps,
  { size }: Part,
): AutoscalingGroupTag[] {
  const isAutoscaled = autoscaling === "cluster-autoscaler" && size.owner === "autoscaler";
  const own = { Name: `${clusterName}-${spec.name}`, ...props.tags, ...spec.tags };
  return [
    ...Object.entries(own).map(([key, value]) => ({ key, value, propagateAtLaunch: false })),
    // Controllers of the cluster find their machines by this tag.
    { key: `kubernetes.io/cluster/${clusterName}`, value: "owned", propagateAtLaunch: true },
    ...(props.drainsNodes ? [{ ...terminationHandlerTag, propagateAtLaunch: true }] : []),
    ...(isAutoscaled ? [...autoscalerDiscoveryTags(clusterName), ...nodeTemplateTags({ spec })] : []).map(
      ({ key, value }) => ({ key, value, propagateAtLaunch: false }),
    ),
  ];
}

/** Arguments that the autoscaler and the schedules change. */
function ignoredChanges({ autoScalingGroup }: EksNodeGroupSpec, { size }: Part): string[] | undefined {
  const ignored = [
    ...(size.owner === "autoscaler" ? ["desired_capacity"] : []),
    ...((autoScalingGroup?.schedules ?? []).length > 0 ? ["min_size", "max_size"] : []),
  ];
  return ignored.length > 0 ? ignored : undefined;
}

function addSchedules(
  scope: Construct,
  { autoScalingGroup }: EksNodeGroupSpec,
  group: AutoscalingGroup,
  { zone, share }: Part,
): void {
  for (const { name, recurrence, timeZone, size } of autoScalingGroup?.schedules ?? []) {
    new AutoscalingSchedule(scope, [zone, "schedule", name].filter(Boolean).join("_"), {
      scheduledActionName: name,
      autoscalingGroupName: group.id,
      recurrence,
      timeZone: timeZone ?? defaults["nodeGroups[].autoScalingGroup.schedules[].timeZone"],
      minSize: share(size.min),
      maxSize: share(size.max),
      // Keeps the current size within the new bounds. If omitted, the provider would set 0.
      desiredCapacity: -1,
    });
  }
}

/** A separate resource, because a hook inside the group is used only when the group is created. */
function addTerminationHook(
  scope: Construct,
  { autoScalingGroup }: EksNodeGroupSpec,
  group: AutoscalingGroup,
  { zone }: NodePlacement,
): void {
  const seconds = autoScalingGroup?.terminationWaitSeconds;
  if (seconds === undefined) return;
  new AutoscalingLifecycleHook(scope, [zone, "termination_hook"].filter(Boolean).join("_"), {
    name: "drain",
    autoscalingGroupName: group.id,
    lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
    heartbeatTimeout: seconds,
    defaultResult: "CONTINUE",
  });
}
