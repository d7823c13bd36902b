import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Fn, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { limits } from "../limits";
import { managedPolicyArn, policyDocument, trustPolicy } from "../identity/policies";
import type { EksRemoteNetworksSpec } from "../spec";
import { partitionOf } from "../regions";

/** What AWS manages of the machines' rights. Source: EKS user guide, "Prepare credentials for hybrid nodes". */
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

/** Lets machines outside of AWS into the cluster: by a role that is there, or one that Systems Manager hands to them. */
export class HybridNodes extends Construct {
  /** The role made for the machines; undefined when an existing one was given. */
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

  /** Trust, rights and their conditions: EKS user guide, "Prepare credentials for hybrid nodes". */
  private createRole(): IamRole {
    const { clusterName, clusterArn, region } = this.props;
    const account = new TerraformLocal(this, "account", Fn.element(Fn.split(":", clusterArn), 4)).asString;
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
      new IamRolePolicyAttachment(this, id, { role: role.name, policyArn: managedPolicyArn(region, policy) });
    }
    new IamRolePolicy(this, "role_statements", {
      name: "join-and-leave",
      role: role.name,
      policy: policyDocument([
        // Where the cluster is, and what pods may do on the node.
        { actions: ["eks:DescribeCluster", "eks-auth:AssumeRoleForPodIdentity"], resources: [clusterArn] },
        // A machine that leaves ends its registration, and no other cluster's.
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
