import type { ObservabilitySpec } from "../../cluster/vocabulary";

/** What the control plane writes down. */
export interface EksObservabilitySpec extends ObservabilitySpec {
  /**
   * Logs of the control plane.
   *
   * @default ["api", "audit", "authenticator"]
   */
  readonly logTypes?: readonly EksLogType[];

  /**
   * Days for which logs are kept, one of those that CloudWatch Logs knows.
   *
   * @default 90
   */
  readonly retentionDays?: number;
}

/** See {@link EksObservabilitySpec.logTypes}. */
export type EksLogType = "api" | "audit" | "authenticator" | "controllerManager" | "scheduler";

/** How long a Kubernetes version may run. */
export interface EksUpgradesSpec {
  /**
   * `standard`: when standard support ends, AWS upgrades the control plane. `extended`: the version may stay for twelve
   * more months, at six times the price of the control plane.
   *
   * @default "standard"
   */
  readonly support?: "standard" | "extended";
}

/** What only EKS has. */
export interface EksOptions {
  /**
   * How principals get in. `API_AND_CONFIG_MAP` also reads the old `aws-auth` config map; for clusters on their way
   * from it. It can't be taken back from `API`.
   *
   * @default "API"
   */
  readonly authenticationMode?: "API" | "API_AND_CONFIG_MAP";

  /**
   * Lets AWS move traffic away from an impaired zone.
   *
   * @default true
   */
  readonly zonalShift?: boolean;

  /** Versions and settings of the core add-ons. */
  readonly addOns?: EksAddOnsSpec;

  /** ARN of an existing role for the control plane; a new one when left out. Immutable. */
  readonly clusterRoleArn?: string;

  /**
   * ARN of an existing role for the nodes of managed Linux groups; a new one when left out. Self-managed and Windows groups
   * have new ones: EKS takes one kind of node for a role.
   */
  readonly nodeRoleArn?: string;

  /** What makes nodes with `autoscaling: auto-provisioning`. */
  readonly autoProvisioning?: EksAutoProvisioningSpec;

  /**
   * `off` takes EKS Auto Mode from a cluster that had it. Say it together with another `autoscaling`: a cluster that says
   * nothing of Auto Mode leaves it as it is. EKS then ends all nodes of Auto Mode and deletes its load balancers; volumes
   * stay. The role of its nodes stays as long as this word does.
   */
  readonly autoMode?: "off";

  /**
   * Pods that run on AWS Fargate, without nodes. AWS' quota is 10 profiles for a cluster.
   *
   * @default []
   */
  readonly fargateProfiles?: readonly EksFargateProfileSpec[];

  /**
   * What the AWS Node Termination Handler needs to drain nodes of self-managed groups before EC2 takes them: a queue of
   * EC2's events, a hook on each group, and a role. The program itself is installed in the cluster, in queue mode, as
   * `kube-system/aws-node-termination-handler`. Managed node groups, Karpenter and Auto Mode drain their nodes themselves.
   *
   * @default false
   */
  readonly nodeTerminationHandler?: boolean;

  /** Networks of hybrid nodes: machines outside of AWS that join the cluster. */
  readonly remoteNetworks?: EksRemoteNetworksSpec;

  /**
   * Capacity that the control plane always has. `standard` grows and shrinks with its load; the others are provisioned,
   * each costs several times more than the one before, by the hour. Can be changed at any time.
   *
   * Source: EKS API, ControlPlaneScalingConfig; its `tier-8xl` is newer than the providers that these constructs work with.
   *
   * @default "standard"
   */
  readonly controlPlaneTier?: EksControlPlaneTier;

  /** Controllers that EKS runs outside the cluster for it. */
  readonly capabilities?: EksCapabilitiesSpec;
}

/** The core add-ons, by the names that EKS gives them. */
export interface EksAddOnsSpec {
  /** Network interface for pods. */
  readonly "vpc-cni"?: EksAddOnSpec;
  /** Service networking on every node. */
  readonly "kube-proxy"?: EksAddOnSpec;
  /** Names inside the cluster. */
  readonly coredns?: EksAddOnSpec;
  /** Credentials for pods. */
  readonly "eks-pod-identity-agent"?: EksAddOnSpec;
  /** EBS volumes for pods; there while `storage.block` is. */
  readonly "aws-ebs-csi-driver"?: EksAddOnSpec;
  /** EFS file systems for pods; there while `storage.file` is. */
  readonly "aws-efs-csi-driver"?: EksAddOnSpec;
  /** Lustre file systems for pods; there while `storage.lustre` is. */
  readonly "aws-fsx-csi-driver"?: EksAddOnSpec;
  /** S3 buckets for pods; there while `storage.object` is. */
  readonly "aws-mountpoint-s3-csi-driver"?: EksAddOnSpec;
  /** Snapshots of volumes; there while `storage.snapshots` is. */
  readonly "snapshot-controller"?: EksAddOnSpec;
}

/** An add-on, by the name that EKS gives it. */
export type EksAddOnName = keyof EksAddOnsSpec;

/** Version and settings of an add-on. */
export interface EksAddOnSpec {
  /**
   * Version, e.g. `v1.21.1-eksbuild.1`; `latest` looks the newest compatible one up at every plan. Left out: the
   * version that this version of the library is pinned to.
   */
  readonly version?: string;

  /** Settings, as the add-on's own schema has them (`aws eks describe-addon-configuration`). */
  readonly configuration?: Readonly<Record<string, unknown>>;
}

/** What makes nodes for pods that wait for one. */
export interface EksAutoProvisioningSpec {
  /**
   * - `karpenter`: Karpenter, which you install in the cluster as `kube-system/karpenter`. Its roles, its queue and the
   *   tags by which it finds subnets and security group are made here; subnets of an existing network must have the tag
   *   `karpenter.sh/discovery: <cluster's name>`. Karpenter itself needs a place: a small node group (best with the label
   *   `karpenter.sh/controller: "true"`, for the chart's `nodeSelector`) or a Fargate profile for `kube-system`. Delete its
   *   NodePools before the cluster, so that it ends its machines.
   * - `auto-mode`: EKS Auto Mode. EKS runs Karpenter, pod network, DNS, block storage and load balancing itself, and ends
   *   each node after at most 21 days. It costs a share of each machine's price. A cluster without node groups and
   *   Fargate profiles then gets no add-ons but those of `storage`.
   *
   * @default "karpenter"
   */
  readonly by?: EksAutoProvisioner;

  /**
   * Node pools that Auto Mode brings: `general-purpose`, and `system` for add-ons that tolerate `CriticalAddonsOnly`. They
   * are in the private subnets, which are then the control plane's too: its interfaces move there when Auto Mode is switched
   * on later, and EKS then takes no zone more. `[]` for pools of your own alone: the role of their nodes is let into the
   * cluster.
   *
   * @default ["general-purpose", "system"]
   */
  readonly pools?: readonly EksAutoModePool[];

  /**
   * Nodes to find room for, over all zones: as many as the limits of all NodePools together allow, which are objects in the
   * cluster. Subnets and quotas are checked for so many, evenly spread over the zones; nothing is made of it. Left out: these
   * nodes are in no sum, as `validate --plan` says.
   */
  readonly roomForNodes?: number;

  /**
   * The EC2 instance type of these nodes that takes the most addresses, for {@link roomForNodes}. Left out: one that takes as
   * many as the larger common ones do.
   */
  readonly largestMachineType?: string;
}

/** See {@link EksAutoProvisioningSpec.by}. */
export type EksAutoProvisioner = "karpenter" | "auto-mode";

/** See {@link EksAutoProvisioningSpec.pools}. */
export type EksAutoModePool = "general-purpose" | "system";

/** Pods that run on Fargate: those that any selector matches, in the private subnets. A change replaces the profile. */
export interface EksFargateProfileSpec {
  /**
   * Name of the profile, unique in its cluster: lower-case letters, digits and `-`, starting with a letter, but not with
   * `eks-`; at most 54 characters. EKS sees it with a hash of what can't be changed after it.
   */
  readonly name: string;

  /** Which pods; one to five selectors. */
  readonly selectors: readonly EksFargateSelector[];

  /**
   * Pods to find room for at the same time, each of which takes an address of the private subnets. They are counted evenly
   * spread over the zones; nothing is made of it. Left out: these pods are in no sum, as `validate --plan` says.
   */
  readonly roomForPods?: number;
}

/** Pods of a namespace, or of one that a pattern matches. */
export interface EksFargateSelector {
  /** A namespace, or a pattern: `*` stands for any run of characters, `?` for one. */
  readonly namespace: string;

  /** Labels that the pods must have, all of them; left out: all pods of the namespace. */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Networks of hybrid nodes, which must have a route to the VPC and back (VPN, Direct Connect). Ranges are private IPv4
 * ones, apart from the VPC's and the services'.
 */
export interface EksRemoteNetworksSpec {
  /** IPv4 ranges of the machines, 1 to 15. */
  readonly nodeCidrs: readonly string[];

  /**
   * IPv4 ranges of the pods on them, up to 15. Needed where the control plane calls pods there, such as webhooks.
   *
   * @default []
   */
  readonly podCidrs?: readonly string[];

  /**
   * `ssm` makes the role that AWS Systems Manager hands to machines which were activated with it, and lets it into the cluster:
   * `aws ssm create-activation --iam-role <stack's output hybrid_node_role_name> --tags Key=EKSClusterARN,Value=<cluster's ARN>`.
   * Left out, without {@link nodeRoleArn} either: no machine is let in.
   */
  readonly credentials?: "ssm";

  /** ARN of an existing role of the machines to let in, e.g. one for IAM Roles Anywhere; in place of {@link credentials}. */
  readonly nodeRoleArn?: string;
}

/** See {@link EksOptions.controlPlaneTier}. */
export type EksControlPlaneTier = "standard" | "tier-xl" | "tier-2xl" | "tier-4xl";

/**
 * EKS capabilities: controllers that run in AWS' own account and act in the cluster. Each gets a role of its own. What
 * a controller made in the cluster stays when its capability is removed.
 */
export interface EksCapabilitiesSpec {
  /** AWS Controllers for Kubernetes: AWS resources as Kubernetes objects. */
  readonly ack?: EksCapabilitySpec;

  /** Kube Resource Orchestrator: several objects as one. */
  readonly kro?: EksCapabilitySpec;

  /** Argo CD: what is in Git comes into the cluster. People sign in through AWS IAM Identity Center. */
  readonly argocd?: EksArgoCdSpec;
}

/** A capability of EKS. */
export interface EksCapabilitySpec {
  /**
   * ARNs of policies for the capability's role: what the controller may do in AWS.
   *
   * @default []
   */
  readonly policyArns?: readonly string[];
}

/** Argo CD as a capability of EKS. */
export interface EksArgoCdSpec extends EksCapabilitySpec {
  /** ARN of the instance of IAM Identity Center, `arn:aws:sso:::instance/ssoins-…`. Immutable. */
  readonly identityCenterArn: string;

  /** Region of the instance. Left out: the cluster's. Immutable. */
  readonly identityCenterRegion?: string;

  /**
   * Namespace of Argo CD's objects. Immutable.
   *
   * @default "argocd"
   */
  readonly namespace?: string;

  /**
   * Ids of users and groups in Identity Center, by their role in Argo CD. Nobody has one by default.
   *
   * @default []
   */
  readonly access?: readonly EksArgoCdAccess[];

  /** Ids of VPC endpoints through which alone Argo CD can be reached. Left out: it is public, behind the sign-in. */
  readonly vpcEndpointIds?: readonly string[];
}

/** Who has a role in Argo CD; at least one user or group. */
export interface EksArgoCdAccess {
  /** What they may do, as Argo CD names it. */
  readonly role: "ADMIN" | "EDITOR" | "VIEWER";

  /** Ids of users in Identity Center. */
  readonly users?: readonly string[];

  /** Ids of groups in Identity Center. */
  readonly groups?: readonly string[];
}
