import type { EksNodeGroup as AwsEksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { placements, type NodePlacement } from "../../cluster/scaling";
import { amiTypeOf, nodeImages, type AmiType } from "../images";
import { architectureOf } from "../instance-types";
import type { NodeSubnet } from "../network";
import type { EksNodeGroupSpec } from "../props";
import { createLaunchTemplate } from "./launch-template";
import { createManagedGroups } from "./managed";

/** What all groups of a cluster have in common. */
export interface NodeGroupContext {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly region: string;
  readonly kubernetesVersion: string;
  readonly subnets: readonly NodeSubnet[];
  /** Zones of the network, in order. */
  readonly zones: readonly string[];
  /** ARN of an existing role for nodes, where one was given. */
  readonly nodeRoleArn?: string;
  /** Tags of machines, disks and interfaces, which inherit none. */
  readonly tags: Readonly<Record<string, string>>;
}

/** See {@link EksNodeGroup}. */
export interface EksNodeGroupProps extends NodeGroupContext {
  readonly spec: EksNodeGroupSpec;
  readonly roleArn: string;
  readonly securityGroupId: string;
  /** What must stand before the first node starts. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** What a kind of native group is made from. */
export interface NativeGroupProps extends EksNodeGroupProps {
  readonly amiType: AmiType;
  readonly launchTemplate: LaunchTemplate;
}

/** A group as AWS knows it, and which part of the whole it is. */
export interface NativeGroup extends NodePlacement {
  readonly resource: AwsEksNodeGroup;

  /** Name of its Auto Scaling group, a reference. */
  readonly autoScalingGroupName: string;
}

/** Workers of one kind: one native group over all zones or one in each, made from one launch template. */
export class EksNodeGroup extends Construct {
  readonly launchTemplate: LaunchTemplate;

  /** One group, or one for each zone. */
  readonly nativeGroups: readonly NativeGroup[];

  readonly spec: EksNodeGroupSpec;

  constructor(scope: Construct, id: string, props: EksNodeGroupProps) {
    super(scope, id);
    this.spec = props.spec;

    const amiType = amiTypeFor(props.spec);
    this.launchTemplate = createLaunchTemplate(this, {
      ...props,
      image: nodeImages[amiType],
      securityGroupIds: [props.securityGroupId, ...(props.spec.securityGroups ?? [])],
    });
    this.nativeGroups = createManagedGroups(
      this,
      { ...props, amiType, launchTemplate: this.launchTemplate },
      placements(props.spec, props.zones),
    );
  }
}

function amiTypeFor({ image = {}, machineTypes }: EksNodeGroupSpec): AmiType {
  const architecture = image.architecture ?? architectureOf(machineTypes[0]) ?? "x86_64";
  const family = image.family ?? "al2023";
  const amiType = amiTypeOf(family, architecture);
  if (!amiType) throw new RangeError(`there is no image of family ${family} for ${architecture}`);
  return amiType;
}
