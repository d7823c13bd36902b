import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import {
  EksNodeGroup as AwsEksNodeGroup,
  type EksNodeGroupNodeRepairConfig,
} from "@cdktf/provider-aws/lib/eks-node-group";
import { Fn, Token } from "cdktf";
import type { Construct } from "constructs";
import { derivedFrom, inputOf } from "../../cluster/inputs";
import { replaceableName } from "../../cluster/names";
import type { NodePlacement } from "../../cluster/scaling";
import type { NodeUpgradeSpec, Taint } from "../../cluster/vocabulary";
import { defaults } from "../fields.generated";
import { imageKind, type NodeImage, nodeImages, pinnedRelease, releaseParameter } from "./images";
import { limits } from "../limits";
import type { EksNodeGroupSpec } from "../spec";
import { capacityTypeOf } from "./kinds";
import type { NodePool, NodePoolProps } from "./node-pool";
import { createsFirst, immutableFields } from "./replacement";
import { asSet } from "../../cluster/sets";

/** Taint effects in the spelling of the EKS API. */
const taintEffects = {
  NoSchedule: "NO_SCHEDULE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
} as const satisfies Record<Taint["effect"], string>;

/** EKS managed node groups: EKS creates the Auto Scaling group, joins the nodes, and drains them for an upgrade. */
export function createManagedGroups(
  scope: Construct,
  props: NodePoolProps,
  placements: readonly NodePlacement[],
): NodePool[] {
  const releaseVersion = releaseOf(scope, props);
  return placements.map((placement) => {
    const resource = createManagedGroup(scope, props, placement, releaseVersion);
    const autoScalingGroupName = resource.resources.get(0).autoscalingGroups.get(0).name;
    return { ...placement, resource, name: resource.nodeGroupName, autoScalingGroupName };
  });
}

const version = "kubernetesVersion";

function createManagedGroup(
  scope: Construct,
  props: NodePoolProps,
  placement: NodePlacement,
  releaseVersion: string | undefined,
): AwsEksNodeGroup {
  const { spec, machineTypes, amiType, launchTemplate } = props;
  const subnets = props.subnets.filter((subnet) => placement.zones.includes(subnet.zone));
  const isBlock = spec.reservation?.type === "capacity-block";
  // The name contains a hash of all fields whose change replaces the group, so that the new group can exist next to the old one.
  const immutable = immutableFields(scope, props, subnets);

  return new AwsEksNodeGroup(scope, placement.zone ?? "Resource", {
    clusterName: props.cluster,
    nodeGroupName: replaceableName(
      placement.zone ? [spec.name, placement.zone] : [spec.name],
      immutable,
      limits.nodeGroupName,
    ),
    nodeRoleArn: props.role.arn,
    subnetIds: subnets.map((subnet) => subnet.id),
    amiType,
    capacityType: capacityTypeOf(spec),
    // EKS requires the type of a Capacity Block in the launch template, and only there.
    instanceTypes: isBlock ? undefined : [...machineTypes],
    // EKS supports no version with a custom image.
    version: amiType && inputOf(scope, version, props.kubernetesVersion),
    releaseVersion,
    launchTemplate: { id: launchTemplate.id, version: Token.asString(launchTemplate.latestVersion) },
    scalingConfig: {
      minSize: placement.size.min,
      maxSize: placement.size.max,
      desiredSize: placement.size.desired,
    },
    labels: spec.labels,
    taint: spec.taints?.map(({ key, value, effect }) => ({ key, value, effect: taintEffects[effect] })),
    forceUpdateVersion: spec.upgrade?.force,
    updateConfig: updateConfig(spec.upgrade),
    nodeRepairConfig: repairConfig(spec),
    timeouts: timeoutsOf(spec),
    tags: spec.tags,
    lifecycle: {
      createBeforeDestroy: createsFirst(spec) || undefined,
      ignoreChanges: placement.size.owner === "autoscaler" ? ["scaling_config[0].desired_size"] : undefined,
    },
    dependsOn: [...props.prerequisites],
  });
}

function releaseOf(
  scope: Construct,
  { spec, amiType, kubernetesVersion: minor }: NodePoolProps,
): string | undefined {
  if (!amiType) return undefined;
  if (spec.image?.release !== "latest") {
    const { family } = imageKind(spec);
    return spec.image?.release ?? derivedFrom(scope, version, minor, (one) => pinnedRelease(one, family));
  }
  const name = derivedFrom(scope, version, minor, (one) => releaseParameter(amiType, one));
  // Not `value`, which the provider hides in plans as a secret.
  const newest = new DataAwsSsmParameter(scope, "latest_release", { name }).insecureValue;
  const { releaseField }: NodeImage = nodeImages[amiType];
  return releaseField ? Token.asString(Fn.lookup(Fn.jsondecode(newest), releaseField)) : newest;
}

function repairConfig({
  repair = defaults["nodeGroups[].repair"],
  repairPolicy = {},
}: EksNodeGroupSpec): EksNodeGroupNodeRepairConfig {
  const { overrides = [] } = repairPolicy;
  return {
    enabled: repair,
    maxUnhealthyNodeThresholdCount: repairPolicy.stopAbove,
    maxUnhealthyNodeThresholdPercentage: repairPolicy.stopAbovePercent,
    maxParallelNodesRepairedCount: repairPolicy.maxParallel,
    maxParallelNodesRepairedPercentage: repairPolicy.maxParallelPercent,
    nodeRepairConfigOverrides:
      overrides.length === 0
        ? undefined
        : asSet(overrides).map(({ condition, reason, afterMinutes, action }) => ({
            nodeMonitoringCondition: condition,
            nodeUnhealthyReason: reason,
            minRepairWaitTimeMins: afterMinutes,
            repairAction: action,
          })),
  };
}

function timeoutsOf({ timeoutHours }: EksNodeGroupSpec) {
  const time = `${timeoutHours}h`;
  return timeoutHours === undefined ? undefined : { create: time, update: time, delete: time };
}

function updateConfig({ maxUnavailable, maxUnavailablePercent }: NodeUpgradeSpec = {}) {
  return maxUnavailable === undefined
    ? {
        maxUnavailablePercentage:
          maxUnavailablePercent ?? defaults["nodeGroups[].upgrade.maxUnavailablePercent"],
      }
    : { maxUnavailable };
}
