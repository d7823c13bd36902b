import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { EksWorkloadIdentity } from "../identity/identity";
import { InterruptionQueue } from "./interruption-queue";
import { karpenterAccount } from "./karpenter-account";
import { limits } from "../limits";
import { managedPolicyArn, trustPolicy } from "../identity/policies";
import type { Statement } from "../identity/spec";
import { ec2ServicePrincipal, partitionOf } from "../regions";

/** What a node of Karpenter's may do. The rights of the pod network are on its own role, not here. */
const nodePolicies = {
  node_role_worker_policy: "AmazonEKSWorkerNodePolicy",
  node_role_registry_policy: "AmazonEC2ContainerRegistryPullOnly",
  node_role_session_manager_policy: "AmazonSSMManagedInstanceCore",
} as const;

/** What the statements speak of, beside the cluster's name. */
export interface KarpenterScope {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  readonly region: string;
  readonly clusterArn: string;
  readonly nodeRoleArn: string;
  readonly queueArn: string;
}

/**
 * What Karpenter may do: make, tag and end machines that carry its cluster's tags, look at what there is to choose from,
 * hand the nodes' role to machines, and read its queue.
 *
 * Source: the managed policies in Karpenter's CloudFormation template, v1.14 (August 2026), with the same ids.
 */
export function karpenterStatements({
  clusterName,
  region,
  clusterArn,
  nodeRoleArn,
  queueArn,
}: KarpenterScope): Statement[] {
  const partition = partitionOf(region);
  const ec2 = (...kinds: string[]) => kinds.map((kind) => `arn:${partition}:ec2:${region}:*:${kind}/*`);
  /** Images and snapshots belong to no account. */
  const shared = (...kinds: string[]) => kinds.map((kind) => `arn:${partition}:ec2:${region}::${kind}/*`);
  const made = [
    "fleet",
    "instance",
    "volume",
    "network-interface",
    "launch-template",
    "spot-instances-request",
  ];
  // An identity reaches no other account's profiles.
  const instanceProfiles = `arn:${partition}:iam::*:instance-profile/*`;

  const owned = { [`aws:ResourceTag/kubernetes.io/cluster/${clusterName}`]: ["owned"] };
  const toBeOwned = {
    [`aws:RequestTag/kubernetes.io/cluster/${clusterName}`]: ["owned"],
    "aws:RequestTag/eks:eks-cluster-name": [clusterName],
  };
  const ofNodePool = { "aws:ResourceTag/karpenter.sh/nodepool": ["*"] };
  const forNodePool = { "aws:RequestTag/karpenter.sh/nodepool": ["*"] };
  const ofNodeClass = { "aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass": ["*"] };
  const forNodeClass = { "aws:RequestTag/karpenter.k8s.aws/ec2nodeclass": ["*"] };
  const inRegion = { "aws:ResourceTag/topology.kubernetes.io/region": [region] };
  const forRegion = { "aws:RequestTag/topology.kubernetes.io/region": [region] };

  return [
    {
      sid: "AllowScopedEC2InstanceAccessActions",
      actions: ["ec2:RunInstances", "ec2:CreateFleet"],
      resources: [
        ...shared("image", "snapshot"),
        ...ec2("security-group", "subnet", "capacity-reservation", "placement-group"),
      ],
    },
    {
      sid: "AllowScopedEC2LaunchTemplateAccessActions",
      actions: ["ec2:RunInstances", "ec2:CreateFleet"],
      resources: ec2("launch-template"),
      conditions: { StringEquals: owned, StringLike: ofNodePool },
    },
    {
      sid: "AllowScopedEC2InstanceActionsWithTags",
      actions: ["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"],
      resources: ec2(...made),
      conditions: { StringEquals: toBeOwned, StringLike: forNodePool },
    },
    {
      sid: "AllowScopedResourceCreationTagging",
      actions: ["ec2:CreateTags"],
      resources: ec2(...made),
      conditions: {
        StringEquals: {
          ...toBeOwned,
          "ec2:CreateAction": ["RunInstances", "CreateFleet", "CreateLaunchTemplate"],
        },
        StringLike: forNodePool,
      },
    },
    {
      sid: "AllowScopedResourceTagging",
      actions: ["ec2:CreateTags"],
      resources: ec2("instance"),
      conditions: {
        StringEquals: owned,
        StringLike: ofNodePool,
        StringEqualsIfExists: { "aws:RequestTag/eks:eks-cluster-name": [clusterName] },
        "ForAllValues:StringEquals": {
          "aws:TagKeys": ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"],
        },
      },
    },
    {
      sid: "AllowScopedDeletion",
      actions: ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
      resources: ec2("instance", "launch-template"),
      conditions: { StringEquals: owned, StringLike: ofNodePool },
    },
    {
      sid: "AllowPassingInstanceRole",
      actions: ["iam:PassRole"],
      resources: [nodeRoleArn],
      conditions: {
        StringEquals: {
          "iam:PassedToService": [...new Set(["ec2.amazonaws.com", ec2ServicePrincipal(region)])],
        },
      },
    },
    {
      sid: "AllowScopedInstanceProfileCreationActions",
      actions: ["iam:CreateInstanceProfile"],
      resources: [instanceProfiles],
      conditions: { StringEquals: { ...toBeOwned, ...forRegion }, StringLike: forNodeClass },
    },
    {
      sid: "AllowScopedInstanceProfileTagActions",
      actions: ["iam:TagInstanceProfile"],
      resources: [instanceProfiles],
      conditions: {
        StringEquals: { ...owned, ...inRegion, ...toBeOwned, ...forRegion },
        StringLike: { ...ofNodeClass, ...forNodeClass },
      },
    },
    {
      sid: "AllowScopedInstanceProfileActions",
      actions: [
        "iam:AddRoleToInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile",
        "iam:DeleteInstanceProfile",
      ],
      resources: [instanceProfiles],
      conditions: { StringEquals: { ...owned, ...inRegion }, StringLike: ofNodeClass },
    },
    { sid: "AllowAPIServerEndpointDiscovery", actions: ["eks:DescribeCluster"], resources: [clusterArn] },
    {
      sid: "AllowInterruptionQueueActions",
      actions: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
      resources: [queueArn],
    },
    {
      sid: "AllowZonalShiftStatusReadOnly",
      actions: ["arc-zonal-shift:GetManagedResource"],
      // Scoped by the condition: the service knows no ARNs of clusters.
      resources: ["*"],
      conditions: { StringEquals: { "arc-zonal-shift:ResourceIdentifier": [clusterArn] } },
    },
    {
      sid: "AllowRegionalReadActions",
      actions: [
        "ec2:DescribeCapacityReservations",
        "ec2:DescribeImages",
        "ec2:DescribeInstances",
        "ec2:DescribeInstanceStatus",
        "ec2:DescribeInstanceTypeOfferings",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribePlacementGroups",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSpotPriceHistory",
        "ec2:DescribeSubnets",
      ],
      resources: ["*"],
      conditions: { StringEquals: { "aws:RequestedRegion": [region] } },
    },
    {
      sid: "AllowSSMReadActions",
      actions: ["ssm:GetParameter"],
      resources: [`arn:${partition}:ssm:${region}::parameter/aws/service/*`],
    },
    {
      // IAM and the price list take no resources for these.
      sid: "AllowUnscopedReadActions",
      actions: ["pricing:GetProducts", "iam:ListInstanceProfiles"],
      resources: ["*"],
    },
    {
      sid: "AllowInstanceProfileReadActions",
      actions: ["iam:GetInstanceProfile"],
      resources: [instanceProfiles],
    },
  ];
}

/** See {@link Karpenter}. */
export interface KarpenterProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly clusterArn: string;
  readonly region: string;
}

/**
 * What Karpenter needs outside the cluster. It finds the nodes' subnets and their one security group by the discovery tag,
 * which they have in any case.
 */
export class Karpenter extends Construct {
  /** Role of the nodes that Karpenter makes; its name is the `role` of an EC2NodeClass. */
  readonly nodeRole: IamRole;

  /**
   * Profile with that role, the `instanceProfile` of an EC2NodeClass. An alternative to `role`, with which Karpenter makes
   * profiles itself: it must then reach IAM, which has no endpoint in a VPC, and clean up before the role can go.
   */
  readonly instanceProfile: IamInstanceProfile;

  /** The `settings.interruptionQueue` of the chart is its name. */
  readonly queue: SqsQueue;

  /** Role and association of Karpenter itself. */
  readonly controller: EksWorkloadIdentity;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: KarpenterProps,
  ) {
    super(scope, id);
    const { clusterName, cluster, clusterArn, region } = props;

    this.nodeRole = this.createNodeRole();
    const rights = this.grantRights();
    this.instanceProfile = new IamInstanceProfile(this, "instance_profile", {
      name: this.nodeRole.name,
      role: this.nodeRole.name,
    });
    const entry = this.letNodesIn(rights);
    this.queue = this.createQueue();

    this.controller = new EksWorkloadIdentity(this, "controller", {
      ...karpenterAccount,
      clusterName,
      cluster,
      region,
      statements: karpenterStatements({
        clusterName,
        region,
        clusterArn,
        nodeRoleArn: this.nodeRole.arn,
        queueArn: this.queue.arn,
      }),
    });
    // Karpenter makes nodes as soon as it has rights: they must be let in by then.
    const association = this.controller.association!;
    association.dependsOn = [...(association.dependsOn ?? []), dependable(entry)];
  }

  private createNodeRole(): IamRole {
    const { clusterName, region } = this.props;
    return new IamRole(this, "node_role", {
      name: boundedName([clusterName, region, "karpenter-node"], limits.roleName),
      description: `Nodes that Karpenter makes in the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy(ec2ServicePrincipal(region)),
    });
  }

  private grantRights(): ITerraformDependable[] {
    return Object.entries(nodePolicies).map(
      ([id, policy]) =>
        new IamRolePolicyAttachment(this, id, {
          role: this.nodeRole.name,
          policyArn: managedPolicyArn(this.props.region, policy),
        }),
    );
  }

  private letNodesIn(dependsOn: ITerraformDependable[]): EksAccessEntry {
    return new EksAccessEntry(this, "node_access", {
      clusterName: this.props.cluster,
      principalArn: this.nodeRole.arn,
      type: "EC2_LINUX",
      dependsOn,
    });
  }

  private createQueue(): SqsQueue {
    return new InterruptionQueue(this, "queue", {
      clusterName: this.props.clusterName,
      reader: "karpenter",
      events: ["health", "spot_interruption", "rebalance", "state_change", "capacity_reservation"],
    }).queue;
  }
}
