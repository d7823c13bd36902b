import type { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import type { EksNodeGroup as AwsEksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { ITerraformDependable } from "cdktf";
import type { NodePlacement } from "../../cluster/scaling";
import type { Autoscaling } from "../../cluster/vocabulary";
import type { NodeSubnet } from "../../networks/aws/cluster-network";
import type { AmiType } from "./images";
import type { NodeRole, NodeRoleSettings } from "./roles";
import type { EksNodeGroupSpec } from "./spec";
import type { Bootstrap } from "./user-data";

/** Settings that all groups of a cluster share. */
export interface NodeGroupContext extends NodeRoleSettings {
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
  /** ARN of an existing role for nodes; undefined if a new one is created. */
  readonly nodeRoleArn?: string;
  /** Tags of machines, disks and interfaces, which inherit none. */
  readonly tags: Readonly<Record<string, string>>;
  /** A termination handler drains the nodes of self-managed groups. */
  readonly drainsNodes: boolean;
  /** The connection to the cluster. */
  readonly bootstrap: Bootstrap;
  readonly autoscaling: Autoscaling;
}

/** See {@link EksNodeGroup}. */
export interface EksNodeGroupProps extends NodeGroupContext {
  readonly spec: EksNodeGroupSpec;
  readonly role: NodeRole;
  readonly securityGroupId: string;
  /** Dependencies of nodes. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** Settings of the node pools of a group. */
export interface NodePoolProps extends EksNodeGroupProps {
  /** The machine types as arguments get them; those of `spec` decide images and which resources exist. */
  readonly machineTypes: readonly string[];
  /** The AMI type that EKS uses; undefined if the launch template has an image. */
  readonly amiType?: AmiType;
  readonly launchTemplate: LaunchTemplate;
}

/** A node pool: a managed node group or an Auto Scaling group, in all zones or in one. */
export interface NodePool extends NodePlacement {
  /** The resource: a managed node group, or the Auto Scaling group of a self-managed group. */
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
