import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import type { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import type { Compute } from "../node-groups/compute";
import { limits } from "../limits";
import { managedPolicyArn, trustPolicy } from "../identity/policies";
import { ec2ServicePrincipal, partitionOf } from "../regions";

/** What the control plane may do beside its own work. Source: EKS user guide, "Amazon EKS Auto Mode cluster IAM role". */
const clusterPolicies = {
  cluster_role_compute_policy: "AmazonEKSComputePolicy",
  cluster_role_block_storage_policy: "AmazonEKSBlockStoragePolicy",
  cluster_role_load_balancing_policy: "AmazonEKSLoadBalancingPolicy",
  cluster_role_networking_policy: "AmazonEKSNetworkingPolicy",
} as const;

/** What the nodes may do. Source: EKS user guide, "Amazon EKS Auto Mode node IAM role". */
const nodePolicies = {
  node_role_worker_policy: "AmazonEKSWorkerNodeMinimalPolicy",
  node_role_registry_policy: "AmazonEC2ContainerRegistryPullOnly",
} as const;

/** See {@link AutoMode}. */
export interface AutoModeProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  readonly region: string;
  /** The pools that it brings, or the end of it. */
  readonly pools: NonNullable<Compute["autoMode"]>;
  /** The control plane's role; undefined when an existing one was given, which must have the rights. */
  readonly clusterRole?: IamRole;
}

/**
 * EKS Auto Mode of a cluster: the roles, and the parts of the cluster's configuration that are on or off together.
 *
 * Switched off, the roles stay as they are: EKS needs their rights to end its machines.
 */
export class AutoMode extends Construct {
  /** Role of the nodes; its name is the `role` of a NodeClass. */
  readonly nodeRole: IamRole;

  /** What must stand before the control plane, and be torn down after it. */
  readonly rights: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AutoModeProps,
  ) {
    super(scope, id);
    const { clusterRole } = props;

    this.nodeRole = this.createNodeRole();
    this.rights = [
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
      // EKS takes it with pools of its own only. The provider can set it later and take it away, but not change it
      // (validateAutoModeComputeConfigCustomizeDiff).
      nodeRoleArn: pools.length > 0 ? this.nodeRole.arn : undefined,
    });
    cluster.putStorageConfig({ blockStorage: { enabled } });
    cluster.putKubernetesNetworkConfig({
      ...cluster.kubernetesNetworkConfigInput,
      elasticLoadBalancing: { enabled },
    });

    if (enabled && pools.length === 0) this.letNodesIn(cluster.name);
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
          role: role.name,
          policyArn: managedPolicyArn(this.props.region, policy),
        }),
    );
  }

  /** With pools of its own EKS makes this entry itself, and a principal can have but one. */
  private letNodesIn(clusterName: string): void {
    const entry = new EksAccessEntry(this, "node_access", {
      clusterName,
      principalArn: this.nodeRole.arn,
      type: "EC2",
    });
    new EksAccessPolicyAssociation(this, "node_access_policy", {
      clusterName,
      principalArn: entry.principalArn,
      policyArn: `arn:${partitionOf(this.props.region)}:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy`,
      accessScope: { type: "cluster" },
    });
  }
}
