import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { EksWorkloadIdentity, type IssuerOf } from "../identity/workload-identity";
import { InterruptionQueue } from "./interruption-queue";
import { karpenterAccount } from "../identity/service-accounts";
import { limits } from "../limits";
import { trustPolicy } from "../../aws/policies";
import { fillPolicy } from "../../aws/policy-template";
import type { Statement } from "../identity/spec";
import { attachNodePolicies, type NodeRoleSettings } from "../node-groups/roles";
import { volumeKeyStatements } from "../storage/drivers";
import { ec2ServicePrincipal } from "../../aws/regions";
import policy from "./karpenter-policy.json";

/** Resources that the policy of Karpenter names. */
export interface KarpenterScope {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  readonly region: string;
  readonly clusterArn: string;
  readonly nodeRoleArn: string;
  readonly queueArn: string;
}

/**
 * Permissions of Karpenter: it creates, tags and terminates machines with the tags of its cluster, lists machine types and
 * images, passes the role of the nodes to machines, and reads its queue.
 *
 * The statements have the ids of the managed policies in Karpenter's CloudFormation template, v1.14 (August 2026). Images and
 * snapshots have no account in their ARN. Some actions support no resources; a condition limits
 * `arc-zonal-shift:GetManagedResource`, whose service knows no ARNs of clusters.
 *
 * @see https://karpenter.sh/docs/reference/cloudformation/
 */
export function karpenterStatements({ clusterName, region, ...arns }: KarpenterScope): Statement[] {
  return fillPolicy(policy, region, { cluster: clusterName, ...arns });
}

/** See {@link Karpenter}. */
export interface KarpenterProps extends NodeRoleSettings {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly clusterArn: string;
  readonly region: string;
  readonly issuerOf: IssuerOf;
  /** ARN of the key of disks, for the `kmsKeyID` of an EC2NodeClass; undefined with the key of AWS. */
  readonly disksKeyArn?: string;
}

/**
 * Resources that Karpenter needs outside the cluster. It finds the subnets and the security group of nodes by the discovery
 * tag, which they always have.
 */
export class Karpenter extends Construct {
  /** Role of the nodes that Karpenter creates; its name is the `role` of an EC2NodeClass. */
  readonly nodeRole: IamRole;

  /**
   * Instance profile with that role, the `instanceProfile` of an EC2NodeClass. With `role` instead, Karpenter creates
   * instance profiles: it then needs access to IAM, which has no endpoint in a VPC, and must delete them before the role.
   */
  readonly instanceProfile: IamInstanceProfile;

  /** The value of `settings.interruptionQueue` of the chart is its name. */
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
    const policies = this.attachPolicies();
    this.instanceProfile = new IamInstanceProfile(this, "instance_profile", {
      name: this.nodeRole.name,
      role: this.nodeRole.id,
    });
    const entry = this.createAccessEntry(policies);
    this.queue = this.createQueue();

    this.controller = new EksWorkloadIdentity(this, "controller", {
      ...karpenterAccount,
      issuer: props.issuerOf(karpenterAccount),
      clusterName,
      cluster,
      clusterArn,
      region,
      statements: [
        ...karpenterStatements({
          clusterName,
          region,
          clusterArn,
          nodeRoleArn: this.nodeRole.arn,
          queueArn: this.queue.arn,
        }),
        // EC2 encrypts the disks of a machine with the permissions of the identity that starts it.
        // https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html#ebs-encryption-permissions
        ...(props.disksKeyArn ? volumeKeyStatements(region, props.disksKeyArn) : []),
      ],
    });
    // Karpenter creates nodes as soon as it has permissions: their access entry must exist before. With a token it has them when its
    // chart sets the role, which is after this deployment.
    const { association } = this.controller;
    if (association) association.dependsOn = [...(association.dependsOn ?? []), dependable(entry)];
  }

  private createNodeRole(): IamRole {
    const { clusterName, region } = this.props;
    return new IamRole(this, "node_role", {
      name: boundedName([clusterName, region, "karpenter-node"], limits.roleName),
      description: `Nodes that Karpenter makes in the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy(ec2ServicePrincipal(region)),
    });
  }

  private attachPolicies(): ITerraformDependable[] {
    return attachNodePolicies(this, "node_", this.nodeRole, this.props);
  }

  private createAccessEntry(dependsOn: ITerraformDependable[]): EksAccessEntry {
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
