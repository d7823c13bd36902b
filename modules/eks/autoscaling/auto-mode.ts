import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import type { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { replacedWith } from "../access/access-entries";
import type { Compute } from "../node-groups/compute";
import { limits } from "../limits";
import { managedPolicyArn, trustPolicy } from "../../aws/policies";
import { ec2ServicePrincipal, partitionOf } from "../../aws/regions";

/**
 * Policies of the control plane for Auto Mode.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html
 */
const clusterPolicies = {
  cluster_role_compute_policy: "AmazonEKSComputePolicy",
  cluster_role_block_storage_policy: "AmazonEKSBlockStoragePolicy",
  cluster_role_load_balancing_policy: "AmazonEKSLoadBalancingPolicy",
  cluster_role_networking_policy: "AmazonEKSNetworkingPolicy",
} as const;

/**
 * Policies of the nodes.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-create-node-role.html
 */
const nodePolicies = {
  node_role_worker_policy: "AmazonEKSWorkerNodeMinimalPolicy",
  node_role_registry_policy: "AmazonEC2ContainerRegistryPullOnly",
} as const;

/** See {@link AutoMode}. */
export interface AutoModeProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  readonly region: string;
  /** The pools of Auto Mode, or `off` while it is removed. */
  readonly pools: NonNullable<Compute["autoMode"]>;
  /** The role of the control plane; undefined if an existing one is used, which must have the policies. */
  readonly clusterRole?: IamRole;
}

/**
 * EKS Auto Mode of a cluster: the roles, and the settings of the cluster that must be enabled together.
 *
 * The roles remain when Auto Mode is disabled: EKS needs them to terminate its machines.
 */
export class AutoMode extends Construct {
  /** Role of the nodes; its name is the `role` of a NodeClass. */
  readonly nodeRole: IamRole;

  /** Dependencies of the control plane. */
  readonly policies: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AutoModeProps,
  ) {
    super(scope, id);
    const { clusterRole } = props;

    this.nodeRole = this.createNodeRole();
    this.policies = [
      ...this.attachPolicies(this.nodeRole, nodePolicies),
      ...(clusterRole ? this.attachPolicies(clusterRole, clusterPolicies) : []),
    ];
  }

  /** Adds Auto Mode to the configuration of the cluster. EKS rejects different values for compute, storage and load balancing. */
  attach(cluster: AwsEksCluster): void {
    const pools = this.props.pools === "off" ? [] : this.props.pools;
    const enabled = this.props.pools !== "off";

    cluster.putComputeConfig({
      enabled,
      nodePools: [...pools],
      // EKS supports a role only with built-in pools. The provider can set and remove it later, but not change it
      // (validateAutoModeComputeConfigCustomizeDiff).
      nodeRoleArn: pools.length > 0 ? this.nodeRole.arn : undefined,
    });
    cluster.putStorageConfig({ blockStorage: { enabled } });
    cluster.putKubernetesNetworkConfig({
      ...cluster.kubernetesNetworkConfigInput,
      elasticLoadBalancing: { enabled },
    });

    if (enabled && pools.length === 0) this.createAccessEntry(cluster.id);
  }

  private createNodeRole(): IamRole {
    const { clusterName, region } = this.props;
    return new IamRole(this, "node_role", {
      name: boundedName([clusterName, region, "auto-node"], limits.roleName),
      description: `Auto Mode nodes of the EKS cluster ${clusterName}`,
      assumeRolePolicy: trustPolicy(ec2ServicePrincipal(region)),
    });
  }

  private attachPolicies(role: IamRole, policies: Readonly<Record<string, string>>): ITerraformDependable[] {
    return Object.entries(policies).map(
      ([id, policy]) =>
        new IamRolePolicyAttachment(this, id, {
          role: role.id,
          policyArn: managedPolicyArn(this.props.region, policy),
        }),
    );
  }

  /** With built-in pools EKS creates this entry itself, and a principal has only one. */
  private createAccessEntry(cluster: string): void {
    const entry = new EksAccessEntry(this, "node_access", {
      clusterName: cluster,
      principalArn: this.nodeRole.arn,
      type: "EC2",
    });
    new EksAccessPolicyAssociation(this, "node_access_policy", {
      clusterName: cluster,
      principalArn: entry.principalArn,
      policyArn: `arn:${partitionOf(this.props.region)}:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy`,
      accessScope: { type: "cluster" },
      lifecycle: replacedWith(entry),
    });
  }
}
