import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { limits } from "../limits";
import { accountOf, managedPolicyArn, policyDocument, trustPolicy } from "../../aws/policies";
import type { EksRemoteNetworksSpec } from "../spec";
import { partitionOf } from "../../aws/regions";

/**
 * AWS managed policies of the machines.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-creds.html
 */
const managedPolicies = {
  role_registry_policy: "AmazonEC2ContainerRegistryPullOnly",
  role_session_manager_policy: "AmazonSSMManagedInstanceCore",
} as const;

/** See {@link HybridNodes}. */
export interface HybridNodesProps extends Pick<EksRemoteNetworksSpec, "nodeRoleArn"> {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly clusterArn: string;
  readonly region: string;
}

/** Gives machines outside AWS access to the cluster, with an existing role or one for Systems Manager. */
export class HybridNodes extends Construct {
  /** The role of the machines; undefined if an existing one is used. */
  readonly role?: IamRole;

  readonly accessEntry: EksAccessEntry;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: HybridNodesProps,
  ) {
    super(scope, id);
    this.role = props.nodeRoleArn === undefined ? this.createRole() : undefined;
    this.accessEntry = new EksAccessEntry(this, "access_entry", {
      clusterName: props.cluster,
      principalArn: props.nodeRoleArn ?? this.role!.arn,
      type: "HYBRID_LINUX",
    });
  }

  /**
   * Trust policy, permissions and their conditions.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-creds.html
   */
  private createRole(): IamRole {
    const { clusterName, clusterArn, region } = this.props;
    const account = accountOf(this, clusterArn);
    const systemsManager = `arn:${partitionOf(region)}:ssm:${region}:${account}`;

    const role = new IamRole(this, "role", {
      name: boundedName([clusterName, region, "hybrid-node"], limits.roleName),
      description: `Hybrid nodes of the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy("ssm.amazonaws.com", {
        conditions: {
          StringEquals: { "aws:SourceAccount": [account] },
          ArnEquals: { "aws:SourceArn": [`${systemsManager}:*`] },
        },
      }),
    });
    for (const [id, policy] of Object.entries(managedPolicies)) {
      new IamRolePolicyAttachment(this, id, { role: role.id, policyArn: managedPolicyArn(region, policy) });
    }
    new IamRolePolicy(this, "role_statements", {
      name: "join-and-leave",
      role: role.id,
      policy: policyDocument([
        // To find the cluster, and for the permissions of pods.
        { actions: ["eks:DescribeCluster", "eks-auth:AssumeRoleForPodIdentity"], resources: [clusterArn] },
        // A machine can end only its own registration in this cluster.
        { actions: ["ssm:DescribeInstanceInformation"], resources: ["*"] },
        {
          actions: ["ssm:DeregisterManagedInstance"],
          resources: [`${systemsManager}:managed-instance/*`],
          conditions: { StringEquals: { "ssm:resourceTag/EKSClusterARN": [clusterArn] } },
        },
      ]),
    });
    return role;
  }
}
