import {
  AutoscalingGroup,
  type AutoscalingGroupConfig,
  type AutoscalingGroupTag,
} from "@cdktf/provider-aws/lib/autoscaling-group";
import { AutoscalingLifecycleHook } from "@cdktf/provider-aws/lib/autoscaling-lifecycle-hook";
import { type ITerraformDependable, Token } from "cdktf";
import { Construct } from "constructs";
import { architectureOf } from "../../aws/machine-types";
import { autoscalerDiscoveryTags, nodeTemplateTags } from "../../aws/autoscaler-tags";
import { boundedName } from "../../cluster/names";
import { type NodePlacement, placements } from "../../cluster/scaling";
import type { ClusterSettings } from "../boot/settings";
import { defaults } from "../fields.generated";
import { limits } from "../limits";
import type { KubeadmNodeGroup, KubeadmNodePool } from "../node-groups/node-group";
import type { KubeadmAutoscaling, KubeadmNodeGroupSpec } from "../spec";
import { fileArchitecture } from "../software/architecture";
import { createLaunchTemplate } from "./launch-template";
import { hookOf, ignoredHook, leaveHook, readinessHook, readyHook } from "./readiness";
import { machineTags } from "./tags";

/** Minutes until a node is ready, unless the file sets hours. */
const defaultMinutes = 15;

/** See {@link NodePools}. */
export interface NodePoolsProps {
  readonly spec: KubeadmNodeGroupSpec;
  readonly settings: ClusterSettings;
  /** The private subnets, by zone. */
  readonly subnets: readonly { readonly zone: string; readonly id: string }[];
  readonly securityGroupId: string;
  readonly instanceProfileArn: string;
  readonly autoscaling: KubeadmAutoscaling;
  /** Tags of the cluster. */
  readonly tags: Readonly<Record<string, string>>;
  /** Dependencies of nodes: the control plane, and permissions. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** The node pools of a node group: one Auto Scaling group, or one in each zone. */
export class NodePools extends Construct implements KubeadmNodeGroup {
  readonly name: string;
  readonly nodePools: readonly KubeadmNodePool[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: NodePoolsProps,
  ) {
    super(scope, id);
    const { spec, subnets } = props;
    this.name = spec.name;
    this.nodePools = placements(
      spec,
      subnets.map(({ zone }) => zone),
    ).map((placement) => {
      const group = this.createPool(placement);
      return { ...placement, name: group.name };
    });
  }

  private createPool(placement: NodePlacement): AutoscalingGroup {
    const { spec, settings, subnets } = this.props;
    const zone = placement.zone ? [placement.zone] : [];
    // "/" separates two names that could be joined in two ways.
    const name = boundedName(
      [[settings.name, spec.name, ...zone].join("/")],
      limits.launchTemplateName,
    ).replaceAll("/", ".");
    const minutes = spec.timeoutHours === undefined ? defaultMinutes : spec.timeoutHours * 60;
    const { size } = placement;
    const group = new AutoscalingGroup(this, placement.zone ?? "group", {
      name,
      minSize: size.min,
      maxSize: size.max,
      desiredCapacity: size.desired,
      vpcZoneIdentifier: subnets.filter((one) => placement.zones.includes(one.zone)).map(({ id }) => id),
      ...this.machinesOf(name, placement),
      // A machine is replaced before EC2 interrupts it.
      capacityRebalance: spec.capacity === "spot" ? true : undefined,
      healthCheckType: "EC2",
      suspendedProcesses: suspendedProcesses(spec, placement),
      initialLifecycleHook: [readinessHook(minutes)],
      waitForCapacityTimeout: `${minutes}m`,
      timeouts:
        spec.timeoutHours === undefined ? undefined : { update: `${minutes}m`, delete: `${minutes}m` },
      ...paceOf(spec, placement),
      tag: this.tagsOf(placement),
      // The autoscaler owns the number of nodes between the bounds.
      lifecycle: {
        ignoreChanges: [ignoredHook, ...(size.owner === "autoscaler" ? ["desired_capacity"] : [])],
      },
      dependsOn: [...this.props.prerequisites],
    });
    const id = (hook: string) => [placement.zone, hook].filter(Boolean).join("_");
    new AutoscalingLifecycleHook(this, id("ready_hook"), readyHook(group, minutes));
    new AutoscalingLifecycleHook(this, id("leave_hook"), leaveHook(group));
    return group;
  }

  /** One machine type in the launch template, or a selection of types, which can be spot machines. */
  private machinesOf(
    name: string,
    placement: NodePlacement,
  ): Pick<AutoscalingGroupConfig, "launchTemplate" | "mixedInstancesPolicy"> {
    const { spec, settings } = this.props;
    const isMixed = spec.machineTypes.length > 1 || spec.capacity === "spot";
    const own = machineTags(settings.name, "node");
    const template = createLaunchTemplate(
      this,
      [placement.zone, "launch_template"].filter(Boolean).join("_"),
      {
        name,
        description: `Nodes of the group ${spec.name} of the cluster ${settings.name}`,
        machineType: spec.machineTypes[0],
        hasTypeInGroup: isMixed,
        image: spec.image,
        diskGiB: spec.disk?.sizeGiB ?? defaults["nodeGroups[].disk.sizeGiB"],
        instanceProfileArn: this.props.instanceProfileArn,
        network: {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [this.props.securityGroupId],
        },
        machineTags: { ...this.props.tags, ...spec.tags, ...own },
        settings: {
          cluster: settings,
          machine: {
            role: "worker",
            architecture: fileArchitecture(architectureOf(spec.machineTypes[0])),
            group: spec.name,
            hook: hookOf(name),
            labels: spec.labels,
            taints: spec.taints,
            maxPods: spec.maxPods ?? defaults["nodeGroups[].maxPods"],
          },
        },
      },
    );
    const version = Token.asString(template.latestVersion);
    if (!isMixed) return { launchTemplate: { id: template.id, version } };
    const isSpot = spec.capacity === "spot";
    return {
      mixedInstancesPolicy: {
        instancesDistribution: {
          onDemandAllocationStrategy: "prioritized",
          onDemandBaseCapacity: 0,
          onDemandPercentageAboveBaseCapacity: isSpot ? 0 : 100,
          spotAllocationStrategy: isSpot ? "price-capacity-optimized" : undefined,
        },
        launchTemplate: {
          launchTemplateSpecification: { launchTemplateId: template.id, version },
          override: spec.machineTypes.map((instanceType) => ({ instanceType })),
        },
      },
    };
  }

  /** Tags of the group; its machines have those of the launch template. */
  private tagsOf({ size }: NodePlacement): AutoscalingGroupTag[] {
    const { spec, settings, autoscaling, tags } = this.props;
    const isAutoscaled = autoscaling === "cluster-autoscaler" && size.owner === "autoscaler";
    const own = {
      Name: `${settings.name}-${spec.name}`,
      ...tags,
      ...spec.tags,
      ...machineTags(settings.name, "node"),
    };
    return [
      ...Object.entries(own).map(([key, value]) => ({ key, value })),
      ...(isAutoscaled ? [...autoscalerDiscoveryTags(settings.name), ...nodeTemplateTags({ spec })] : []),
    ].map(({ key, value }) => ({ key, value, propagateAtLaunch: false }));
  }
}

/** An autoscaler selects the nodes to remove: Auto Scaling must not move machines between zones. */
function suspendedProcesses(
  { repair = defaults["nodeGroups[].repair"] }: KubeadmNodeGroupSpec,
  { size }: NodePlacement,
): string[] | undefined {
  const processes = [
    ...(size.owner === "autoscaler" ? ["AZRebalance"] : []),
    ...(repair ? [] : ["ReplaceUnhealthy"]),
  ];
  return processes.length > 0 ? processes : undefined;
}

/** Machines are replaced when the launch template changes: new ones first, at most as many as may be unavailable at once. */
function paceOf(
  { upgrade = {} }: KubeadmNodeGroupSpec,
  { size }: NodePlacement,
): Pick<AutoscalingGroupConfig, "instanceRefresh" | "instanceMaintenancePolicy"> {
  const { maxUnavailable, maxUnavailablePercent = defaults["nodeGroups[].upgrade.maxUnavailablePercent"] } =
    upgrade;
  const percent =
    maxUnavailable === undefined
      ? maxUnavailablePercent
      : Math.min(100, Math.max(1, Math.floor((100 * maxUnavailable) / Math.max(1, size.max))));
  const pace = { minHealthyPercentage: 100, maxHealthyPercentage: 100 + percent };
  return {
    instanceMaintenancePolicy: pace,
    instanceRefresh: { strategy: "Rolling", preferences: { ...pace, skipMatching: true } },
  };
}
