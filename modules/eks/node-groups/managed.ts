import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { EksNodeGroup as AwsEksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { Token } from "cdktf";
import type { Construct } from "constructs";
import { replaceableName } from "../../cluster/names";
import { withReferences } from "../../cluster/references";
import type { NodePlacement } from "../../cluster/scaling";
import type { NodeUpgradeSpec, Taint } from "../../cluster/vocabulary";
import { releaseParameter } from "../images";
import { limits } from "../limits";
import { kubernetesVersion } from "../versions";
import type { NativeGroup, NativeGroupProps } from "./node-group";

/** Kubernetes' spelling of taint effects, and that of the EKS API. */
const taintEffects = {
  NoSchedule: "NO_SCHEDULE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
} as const satisfies Record<Taint["effect"], string>;

/** EKS managed node groups: EKS makes the Auto Scaling group, joins the nodes, and drains them for an upgrade. */
export function createManagedGroups(
  scope: Construct,
  props: NativeGroupProps,
  placements: readonly NodePlacement[],
): NativeGroup[] {
  const releaseVersion = releaseOf(scope, props);
  return placements.map((placement) => {
    const resource = createManagedGroup(scope, props, placement, releaseVersion);
    const autoScalingGroupName = resource.resources.get(0).autoscalingGroups.get(0).name;
    return { ...placement, resource, autoScalingGroupName };
  });
}

function createManagedGroup(
  scope: Construct,
  { spec, amiType, launchTemplate, ...props }: NativeGroupProps,
  placement: NodePlacement,
  releaseVersion: string | undefined,
): AwsEksNodeGroup {
  const subnets = props.subnets.filter((subnet) => placement.zones.includes(subnet.zone));
  const capacityType = spec.capacity === "spot" ? "SPOT" : "ON_DEMAND";
  // What EKS cannot change in place (the provider replaces the group): part of the name, so that the new group stands
  // before the old one goes.
  const immutable = withReferences(scope, {
    amiType,
    capacityType,
    machineTypes: spec.machineTypes,
    subnets: subnets.map((subnet) => subnet.identity),
    role: props.nodeRoleArn ?? "own",
  });

  return new AwsEksNodeGroup(scope, placement.zone ?? "Resource", {
    clusterName: props.cluster,
    nodeGroupName: replaceableName(
      placement.zone ? [spec.name, placement.zone] : [spec.name],
      immutable,
      limits.nodeGroupName,
    ),
    nodeRoleArn: props.roleArn,
    subnetIds: subnets.map((subnet) => subnet.id),
    amiType,
    capacityType,
    instanceTypes: [...spec.machineTypes],
    version: props.kubernetesVersion,
    releaseVersion,
    launchTemplate: { id: launchTemplate.id, version: Token.asString(launchTemplate.latestVersion) },
    scalingConfig: {
      minSize: placement.size.min,
      maxSize: placement.size.max,
      desiredSize: placement.size.desired,
    },
    labels: spec.labels,
    taint: spec.taints?.map(({ key, value, effect }) => ({ key, value, effect: taintEffects[effect] })),
    updateConfig: updateConfig(spec.upgrade),
    nodeRepairConfig: { enabled: spec.repair ?? true },
    tags: spec.tags,
    lifecycle: {
      createBeforeDestroy: true,
      ignoreChanges: placement.size.owner === "autoscaler" ? ["scaling_config[0].desired_size"] : undefined,
    },
    dependsOn: [...props.prerequisites],
  });
}

function releaseOf(
  scope: Construct,
  { spec, amiType, kubernetesVersion: minor }: NativeGroupProps,
): string | undefined {
  const { family = "al2023", release } = spec.image ?? {};
  if (release !== "latest") return release ?? kubernetesVersion(minor)?.images[family];
  // Not `value`: the provider hides that one in plans as a secret, which it isn't.
  return new DataAwsSsmParameter(scope, "latest_release", { name: releaseParameter(amiType, minor) })
    .insecureValue;
}

function updateConfig({ maxUnavailable, maxUnavailablePercent }: NodeUpgradeSpec = {}) {
  return maxUnavailable === undefined
    ? { maxUnavailablePercentage: maxUnavailablePercent ?? 33 }
    : { maxUnavailable };
}
