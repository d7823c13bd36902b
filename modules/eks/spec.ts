import type { TerraformProvider } from "cdktf";
import type { ClusterSpec } from "../cluster/vocabulary";
import type { EksAccessEntrySpec, EksAccessSpec } from "./access/spec";
import type { EksAddOnsSpec, EksCapabilitiesSpec } from "./add-ons/spec";
import type { EksAutoProvisioningSpec } from "./autoscaling/spec";
import type { EksControlPlaneTier, EksEncryptionSpec, EksUpgradesSpec } from "./control-plane/spec";
import type { EksWorkloadIdentitySpec } from "./identity/spec";
import type { EksDnsSpec, EksLoadBalancingSpec } from "./load-balancing/spec";
import type { EksNetworkSpec, EksRemoteNetworksSpec } from "./network/spec";
import type { EksNodeGroupSpec } from "./node-groups/spec";
import type { EksFargateProfileSpec } from "./node-groups/spec-fargate";
import type { EksObservabilitySpec } from "./observability/spec";
import type { EksStorageSpec } from "./storage/spec";

export type * from "./access/spec";
export type * from "./add-ons/spec";
export type * from "./autoscaling/spec";
export type * from "./control-plane/spec";
export type * from "./identity/spec";
export type * from "./load-balancing/spec";
export type * from "./network/spec";
export type * from "./node-groups/spec";
export type * from "./node-groups/spec-auto-scaling-group";
export type * from "./node-groups/spec-disks";
export type * from "./node-groups/spec-fargate";
export type * from "./observability/spec";
export type * from "./storage/spec";

/** An EKS cluster, as an environment file describes it. */
export interface EksClusterSpec extends ClusterSpec {
  /** Amazon Elastic Kubernetes Service. */
  readonly platform: "eks";

  /** @change in-place */
  readonly network?: EksNetworkSpec;

  /** @change in-place */
  readonly access: EksAccessSpec;

  /** @change in-place */
  readonly nodeGroups: readonly EksNodeGroupSpec[];

  /** @change in-place */
  readonly encryption?: EksEncryptionSpec;

  /** @change in-place */
  readonly observability?: EksObservabilitySpec;

  /** @change in-place */
  readonly storage?: EksStorageSpec;

  /** @change in-place */
  readonly loadBalancing?: EksLoadBalancingSpec;

  /** @change in-place */
  readonly dns?: EksDnsSpec;

  /** @change in-place */
  readonly workloadIdentities?: readonly EksWorkloadIdentitySpec[];

  /**
   * Support of the Kubernetes version.
   *
   * @change in-place
   */
  readonly upgrades?: EksUpgradesSpec;

  /**
   * Fields that only EKS has.
   *
   * @change in-place
   */
  readonly eks?: EksOptions;
}

/** Props of the `EksCluster` construct: the fields of an environment file except those of a second stack, and the provider. */
export interface EksClusterProps extends Omit<EksClusterSpec, "platform" | "workloads"> {
  /** Provider of each resource of the cluster. If omitted, the default AWS provider of the stack. */
  readonly provider?: TerraformProvider;
}

/** Fields that only EKS has. */
export interface EksOptions {
  /**
   * How principals get access. `API_AND_CONFIG_MAP` also reads the old `aws-auth` config map, for clusters that migrate from it.
   * `API` cannot be changed back.
   *
   * @default "API"
   * @change in-place
   */
  readonly authenticationMode?: "API" | "API_AND_CONFIG_MAP";

  /**
   * Allows AWS to move traffic away from an impaired zone.
   *
   * @default true
   * @change in-place
   */
  readonly zonalShift?: boolean;

  /**
   * Versions and settings of add-ons, by their names in EKS: those that the cluster installs itself (`vpc-cni`, `kube-proxy`, `coredns`,
   * `eks-pod-identity-agent`, `aws-ebs-csi-driver`, `aws-efs-csi-driver`, `aws-fsx-csi-driver`, `aws-mountpoint-s3-csi-driver`,
   * `snapshot-controller`), and any other, which is then installed.
   *
   * ```yaml
   * addOns:
   *   metrics-server: { version: v0.8.0-eksbuild.2 }
   * ```
   *
   * @change in-place
   * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
   */
  readonly addOns?: EksAddOnsSpec;

  /**
   * ARN of an existing role for the control plane. If omitted, a new one.
   *
   * @change refused it would replace the cluster
   */
  readonly clusterRoleArn?: string;

  /**
   * ARN of an existing role for the nodes of managed Linux groups. If omitted, a new one. Self-managed and Windows groups have
   * separate new roles: EKS supports one kind of node for a role.
   *
   * @change replace the node groups
   */
  readonly nodeRoleArn?: string;

  /**
   * Allows AWS Systems Manager to open shells on nodes (Session Manager): the roles of nodes, also of Karpenter's, get the policy
   * `AmazonSSMManagedInstanceCore`. It also allows pods that use the role of their node, such as those in the host network, to read all
   * parameters of the account (`ssm:GetParameters`). An existing role (`nodeRoleArn`) is not changed. Nodes of Auto Mode have no shell.
   * Without egress, `network.endpoints` needs `ssm` and `ssmmessages`.
   *
   * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
   * @default false
   * @literal
   * @change in-place
   */
  readonly sessionManager?: boolean;

  /**
   * ARNs of policies for the new roles of nodes, also of Karpenter's, in addition to those that nodes need: for agents on nodes. Pods in
   * the network of the host can use them. An existing role (`nodeRoleArn`) is not changed.
   *
   * @default []
   * @literal shape
   * @shown
   * @change in-place
   */
  readonly nodeRolePolicyArns?: readonly string[];

  /**
   * ARN of the policy that limits all new roles (permissions boundary).
   *
   * @shown
   * @change in-place
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   */
  readonly permissionsBoundaryArn?: string;

  /**
   * Path of all new roles and instance profiles in IAM, such as `/platform/`.
   *
   * @default "/"
   * @literal
   * @shown
   * @change refused it would replace the role of the control plane and the cluster
   */
  readonly rolePath?: string;

  /**
   * Principals with permissions that `access` does not express: Kubernetes groups of RBAC, or several access policies. A principal is
   * listed here or in `access`.
   *
   * @default []
   * @change in-place
   * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
   */
  readonly accessEntries?: readonly EksAccessEntrySpec[];

  /**
   * What creates nodes with `autoscaling: auto-provisioning`.
   *
   * @change in-place
   */
  readonly autoProvisioning?: EksAutoProvisioningSpec;

  /**
   * `off` removes EKS Auto Mode from a cluster that had it. Set it together with another value of `autoscaling`: if it is omitted,
   * Auto Mode stays as it is. EKS then terminates all nodes of Auto Mode and deletes its load balancers; volumes remain. The role of
   * its nodes exists as long as this field is set.
   *
   * @literal
   * @change in-place
   */
  readonly autoMode?: "off";

  /**
   * Pods that run on AWS Fargate, without nodes. The default quota of AWS is 10 profiles for a cluster.
   *
   * @default []
   * @change replace the profile
   */
  readonly fargateProfiles?: readonly EksFargateProfileSpec[];

  /**
   * Creates what the AWS Node Termination Handler needs to drain nodes of self-managed groups before EC2 terminates them: a queue of
   * EC2 events, a hook on each group, and a role. Install the program in the cluster, in queue mode, as
   * `kube-system/aws-node-termination-handler`. Managed node groups, Karpenter and Auto Mode drain nodes themselves.
   *
   * @default false
   * @literal
   * @change in-place
   */
  readonly nodeTerminationHandler?: boolean;

  /**
   * Networks of hybrid nodes: machines outside AWS that join the cluster.
   *
   * @change in-place
   */
  readonly remoteNetworks?: EksRemoteNetworksSpec;

  /**
   * Minimum capacity of the control plane. `standard` scales with the load. The other tiers are provisioned, with a price per hour
   * that is several times that of the tier before.
   *
   * `tier-8xl` is not supported: the provider accepts it since 6.39, and the supported versions start at 6.25.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_ControlPlaneScalingConfig.html
   * @default "standard"
   * @change in-place
   */
  readonly controlPlaneTier?: EksControlPlaneTier;

  /**
   * Controllers that EKS runs for the cluster, outside it.
   *
   * @change in-place
   */
  readonly capabilities?: EksCapabilitiesSpec;
}
