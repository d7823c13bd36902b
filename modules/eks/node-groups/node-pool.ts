import type { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import type { EksNodeGroup as AwsEksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { ITerraformDependable } from "cdktf";
import type { NodePlacement } from "../../cluster/scaling";
import type { Autoscaling } from "../../cluster/vocabulary";
import type { NodeSubnet } from "../network/cluster-network";
import type { AmiType } from "./images";
import type { NodeRole } from "./roles";
import type { EksNodeGroupSpec } from "./spec";
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
export interface NodePoolProps extends EksNodeGroupProps {
  /** The kind of image that EKS chooses; undefined where the launch template has one. */
  readonly amiType?: AmiType;
  readonly launchTemplate: LaunchTemplate;
}

/** A group as AWS knows it, and which part of the whole it is. */
export interface NodePool extends NodePlacement {
  /** A managed node group, or the Auto Scaling group of a self-managed one. */
  readonly resource: AwsEksNodeGroup | AutoscalingGroup;

  /** Its name, a reference. */
  readonly name: string;

  /** Name of its Auto Scaling group, a reference. */
  readonly autoScalingGroupName: string;
}

/** A node group as the autoscaler and the termination handler see it. */
export interface ScalableGroup {
  readonly spec: EksNodeGroupSpec;
  readonly nodePools: readonly NodePool[];
}
