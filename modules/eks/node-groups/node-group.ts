import type { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import type { EksNodeGroup as AwsEksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { PlacementGroup } from "@cdktf/provider-aws/lib/placement-group";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { placements, type NodePlacement } from "../../cluster/scaling";
import type { Autoscaling } from "../../cluster/vocabulary";
import {
  amiTypeOf,
  amiTypeOfGroup,
  type AmiType,
  imageKind,
  imageParameter,
  type NodeImage,
  nodeImages,
  pinnedRelease,
} from "./images";
import type { NodeSubnet } from "../network";
import { onRequest } from "../on-request";
import type { EksNodeGroupSpec } from "../spec";
import { createPlacementGroup, FabricSecurity } from "./hardware";
import { choosesMachines, isSelfManaged, isToldByUs } from "./kinds";
import { createLaunchTemplate } from "./launch-template";
import { createManagedGroups } from "./managed";
import type { NodeRole } from "./roles";
import type { Bootstrap } from "./user-data";

/** What all groups of a cluster have in common. */
export interface NodeGroupContext {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly region: string;
  readonly kubernetesVersion: string;
  readonly vpcId: string;
  readonly subnets: readonly NodeSubnet[];
  /** Zones of the network, in order. */
  readonly zones: readonly string[];
  /** ARN of an existing role for nodes, where one was given. */
  readonly nodeRoleArn?: string;
  /** Tags of machines, disks and interfaces, which inherit none. */
  readonly tags: Readonly<Record<string, string>>;
  /** A termination handler drains the nodes of self-managed groups. */
  readonly drainsNodes: boolean;
  /** Where nodes find the cluster. */
  readonly bootstrap: Bootstrap;
  readonly autoscaling: Autoscaling;
}

/** See {@link EksNodeGroup}. */
export interface EksNodeGroupProps extends NodeGroupContext {
  readonly spec: EksNodeGroupSpec;
  readonly role: NodeRole;
  readonly securityGroupId: string;
  /** What must stand before the first node starts. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** What a kind of native group is made from. */
export interface NativeGroupProps extends EksNodeGroupProps {
  /** The kind of image that EKS chooses; undefined where the launch template has one. */
  readonly amiType?: AmiType;
  readonly launchTemplate: LaunchTemplate;
}

/** A group as AWS knows it, and which part of the whole it is. */
export interface NativeGroup extends NodePlacement {
  /** A managed node group, or the Auto Scaling group of a self-managed one. */
  readonly resource: AwsEksNodeGroup | AutoscalingGroup;

  /** Its name, a reference. */
  readonly name: string;

  /** Name of its Auto Scaling group, a reference. */
  readonly autoScalingGroupName: string;
}

/** Workers of one kind: one native group over all zones or one in each, made from one launch template. */
export class EksNodeGroup extends Construct {
  readonly launchTemplate: LaunchTemplate;

  /** One group, or one for each zone. */
  readonly nativeGroups: readonly NativeGroup[];

  /** The security group of its Elastic Fabric Adapters; undefined without. */
  readonly fabric?: FabricSecurity;

  readonly placementGroup?: PlacementGroup;

  readonly spec: EksNodeGroupSpec;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EksNodeGroupProps,
  ) {
    super(scope, id);
    const { spec, clusterName } = props;
    this.spec = spec;
    this.placementGroup = createPlacementGroup(this, clusterName, spec);
    if (spec.efa) {
      this.fabric = new FabricSecurity(this, "fabric", { ...props, groupName: spec.name });
    }
    this.launchTemplate = this.createLaunchTemplate();

    const native: NativeGroupProps = {
      ...props,
      amiType: spec.image?.id ? undefined : amiTypeFor(spec),
      launchTemplate: this.launchTemplate,
      prerequisites: [...props.prerequisites, ...(this.fabric?.rules ?? [])],
    };
    const parts = placements(spec, props.zones);
    this.nativeGroups = isSelfManaged(spec)
      ? onRequest.selfManaged().createSelfManagedGroups(this, native, parts)
      : createManagedGroups(this, native, parts);
  }

  private createLaunchTemplate(): LaunchTemplate {
    const { spec, role, securityGroupId, bootstrap, ...context } = this.props;
    const image = imageOf(spec);
    const isOneType = isSelfManaged(spec) && !choosesMachines(spec);
    const isBlock = spec.reservation?.type === "capacity-block";
    return createLaunchTemplate(this, {
      ...context,
      spec,
      image,
      securityGroupIds: [
        securityGroupId,
        ...(this.fabric ? [this.fabric.securityGroup.id] : []),
        ...(spec.securityGroups ?? []),
      ],
      imageId: spec.image?.id ?? (isSelfManaged(spec) ? this.lookUpImage() : undefined),
      machineType: isOneType || isBlock ? spec.machineTypes[0] : undefined,
      instanceProfileArn: role.instanceProfile?.arn,
      placementGroup: this.placementGroup?.name,
      bootstrap: isToldByUs(spec) ? bootstrap : undefined,
    });
  }

  /** A parameter of a pinned release never changes, so that a plan without an edit stays empty. */
  private lookUpImage(): string {
    const { spec, kubernetesVersion: minor } = this.props;
    const release = spec.image?.release ?? pinnedRelease(minor, imageKind(spec).family) ?? "latest";
    // Not `value`: the provider hides that one in plans as a secret, which it isn't.
    return new DataAwsSsmParameter(this, "image", { name: imageParameter(amiTypeFor(spec), minor, release) })
      .insecureValue;
  }
}

/** Disks and format of user data: of an own image those of its family. */
function imageOf(spec: EksNodeGroupSpec): NodeImage {
  const { family, architecture } = imageKind(spec);
  return nodeImages[(spec.image?.id && amiTypeOf(family, architecture)) || amiTypeFor(spec)];
}

function amiTypeFor(spec: EksNodeGroupSpec): AmiType {
  const amiType = amiTypeOfGroup(spec);
  if (amiType) return amiType;
  const { family, architecture, variant } = imageKind(spec);
  throw new RangeError(`there is no ${variant} image of family ${family} for ${architecture}`);
}
