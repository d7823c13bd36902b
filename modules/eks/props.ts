import type { TerraformProvider } from "cdktf";
import type {
  AccessSpec,
  BackupSpec,
  BlockStorageSpec,
  ClusterSpec,
  DiskSpec,
  DnsSpec,
  EncryptionSpec,
  FileStorageSpec,
  LoadBalancingSpec,
  NetworkSpec,
  NodeGroupSpec,
  ObjectStorageSpec,
  ObservabilitySpec,
  SizeRange,
  StorageSpec,
  WorkloadIdentitySpec,
} from "../cluster/vocabulary";
import type { Statement } from "./policies";

/** An EKS cluster, as an environment file describes it. */
export interface EksClusterSpec extends ClusterSpec {
  /** Amazon Elastic Kubernetes Service. */
  readonly platform: "eks";

  readonly network?: EksNetworkSpec;
  readonly access: EksAccessSpec;
  readonly nodeGroups: readonly EksNodeGroupSpec[];
  readonly encryption?: EksEncryptionSpec;
  readonly observability?: EksObservabilitySpec;
  readonly storage?: EksStorageSpec;
  readonly loadBalancing?: EksLoadBalancingSpec;
  readonly dns?: EksDnsSpec;
  readonly workloadIdentities?: readonly EksWorkloadIdentitySpec[];

  /** How long this Kubernetes version may run. */
  readonly upgrades?: EksUpgradesSpec;

  /** What only EKS has. */
  readonly eks?: EksOptions;
}

/** Props of the `EksCluster` construct: the same words, and what only code can give. */
export interface EksClusterProps extends Omit<EksClusterSpec, "platform"> {
  /** Provider of every resource in the cluster; the stack's default AWS provider when left out. */
  readonly provider?: TerraformProvider;
}

/** A new VPC, or an existing one. */
export interface EksNetworkSpec extends NetworkSpec {
  /**
   * IPv4 range of a new VPC, /16 to /22. Immutable: a cluster with another range is another cluster. The subnets of six zones find room in it: for each zone a private one of an
   * eighth (nodes and pods: the VPC CNI gives every pod an address of its subnet), and a public and an intra one
   * (control-plane interfaces) of a 64th each.
   *
   * @default "10.0.0.0/16"
   */
  readonly cidr?: string;

  /**
   * Interface endpoints to make, by the short name of their service, e.g. `ecr.api`. They keep traffic to AWS inside
   * the VPC, and cost per zone and hour. The S3 gateway endpoint is always there; it is free. A private network has those
   * that nodes, core add-ons and the load balancer controller need without their being named; these are added.
   *
   * @default []
   */
  readonly endpoints?: readonly EksEndpoint[];

  /**
   * Records of all traffic in the VPC, in CloudWatch Logs.
   *
   * @default true
   */
  readonly flowLogs?: boolean;

  /**
   * A VPC that is there already; then its range, zones, gateways, endpoints and flow logs are its own matter, and nothing
   * is said of them here.
   */
  readonly existing?: EksExistingNetwork;

  /**
   * IPv4 range of pods, /16 to /25, added to a new VPC; of it each zone has an eighth. `100.64.0.0/16` fits beside every
   * VPC and is routed nowhere else. Pods then have no interface of their node's: it runs fewer of them, unless
   * `podAddresses` is `prefixes`. Takes effect on new nodes.
   */
  readonly podCidr?: string;

  /**
   * How the VPC CNI takes addresses for pods out of the subnet.
   *
   * - `secondary-ips`: one by one. The interfaces of a node hold few: 29 pods on a m7i.large.
   * - `prefixes`: sixteen at once, so that small nodes run as many pods as EKS allows (110, or 250 from 31 vCPUs). Needs
   *   Nitro machines and subnets that are not scattered with single addresses. Takes effect on new nodes.
   *
   * An IPv6 cluster has prefixes in any case.
   *
   * @default "secondary-ips"
   */
  readonly podAddresses?: EksPodAddresses;

  /**
   * What may reach the nodes.
   *
   * - `standard`: nodes reach each other on all ports, the control plane reaches them on 443 and from 1025 on.
   * - `restricted`: nodes reach each other on DNS and TCP from 1025 on; the control plane reaches kubelets (10250), 443, and
   *   what `webhookPorts` names.
   *
   * @default "standard"
   */
  readonly nodeRules?: EksNodeRules;

  /**
   * TCP ports on which the control plane reaches pods: those of admission webhooks and aggregated APIs, such as 9443 (AWS
   * Load Balancer Controller), 8443 (Karpenter), 10251 (the metrics-server add-on), 15017 (Istio). A port that is open
   * anyway gets no rule of its own.
   *
   * @default []
   */
  readonly webhookPorts?: readonly number[];
}

/** See {@link EksNetworkSpec.podAddresses}. */
export type EksPodAddresses = "secondary-ips" | "prefixes";

/** See {@link EksNetworkSpec.nodeRules}. */
export type EksNodeRules = "standard" | "restricted";

/** Services that nodes and core add-ons talk to, and that have interface endpoints. */
export type EksEndpoint =
  | "autoscaling"
  | "ec2"
  | "ecr.api"
  | "ecr.dkr"
  | "eks"
  | "eks-auth"
  | "elasticloadbalancing"
  | "kms"
  | "logs"
  | "sqs"
  | "ssm"
  | "ssmmessages"
  | "ec2messages"
  | "sts";

/**
 * A VPC that is there already. Its subnets need routes to what nodes use, and tags for load balancers; for an IPv6 cluster
 * also an IPv6 range each, and IPv6 addresses on creation.
 */
export interface EksExistingNetwork {
  /** Id of the VPC. DNS support and DNS host names must be on. */
  readonly vpcId: string;

  /** IPv4 range of the VPC; checked against the service range when given. */
  readonly cidr?: string;

  /** Subnets of nodes and pods, in at least two zones. */
  readonly nodeSubnets: readonly EksExistingSubnet[];

  /** Ids of at least two subnets for the control plane's interfaces. Left out: the node subnets. */
  readonly controlPlaneSubnetIds?: readonly string[];

  /**
   * Subnets of pods alone, one in each zone that has nodes (the VPC CNI's custom networking). Left out: pods have addresses
   * of the node subnets. Takes effect on new nodes.
   */
  readonly podSubnets?: readonly EksExistingSubnet[];

  /**
   * Puts the tag `kubernetes.io/cluster/<name>` = `shared` on the node subnets, by which load balancer controllers tell the
   * subnets of several clusters in one VPC apart. Whoever manages the subnets must leave this tag alone: in Terraform with
   * `ignore_tags` of the provider.
   *
   * @default false
   */
  readonly tagSubnets?: boolean;
}

/** A subnet that is there already. */
export interface EksExistingSubnet {
  /** Id of the subnet, `subnet-…`. */
  readonly id: string;

  /** Name of its zone, a literal: it decides the spread of node groups. */
  readonly zone: string;

  /** Its IPv4 range; when given, room for nodes and pods is checked. */
  readonly cidr?: string;
}

/** Who may reach the API server, and who may do what there; principals are ARNs of IAM roles or users. */
export interface EksAccessSpec extends AccessSpec {
  /** ARNs of IAM roles or users with all rights (AmazonEKSClusterAdminPolicy). `[]` says on purpose: nobody. */
  readonly admins: readonly string[];
}

/** Workers of one kind: an EKS managed node group or an Auto Scaling group of your own, one for all zones or one per zone. */
export interface EksNodeGroupSpec extends NodeGroupSpec {
  /**
   * Who runs the Auto Scaling group.
   *
   * - `managed`: EKS. It drains nodes before it takes them away, and replaces them when the image or the settings change.
   * - `self-managed`: you. What managed groups have not, is here: on-demand and spot machines mixed, machines chosen by
   *   what they have, warm pools, schedules. Machines go without a drain, unless a termination handler sees to it.
   *
   * All other fields mean the same for both. Another kind makes another group: the nodes are replaced.
   *
   * @default "managed"
   */
  readonly kind?: EksNodeGroupKind;

  /**
   * EC2 instance types, in order of preference. All of one processor architecture. Where {@link machines} says what they
   * must have, a whole family can be named as `m7i.*`.
   */
  readonly machineTypes: readonly string[];

  /** What machines must have, of all those that {@link machineTypes} names. Self-managed groups only. */
  readonly machines?: EksMachineRequirements;

  /** System image of the nodes. */
  readonly image?: EksImageSpec;

  readonly disk?: EksDiskSpec;

  /**
   * Ids of security groups that this group's nodes are in beside the nodes' own, at most 4 unless AWS raised your quota.
   * None may carry the tag `kubernetes.io/cluster/<name>`: load balancer controllers want exactly one group with it on an
   * interface.
   *
   * @default []
   */
  readonly securityGroups?: readonly string[];

  /**
   * What a node does when it first starts, beside joining the cluster. For `al2023`: a shell script (`#!…`), or a
   * `NodeConfig` document of `node.eks.aws`. For `bottlerocket`: TOML settings. For `windows`: PowerShell commands.
   *
   * Limits: 16 KiB with all that is added to it. Visible to anyone who may read launch templates: no secrets.
   */
  readonly userData?: string;

  /**
   * `raid0` joins the machine's own NVMe disks to one volume, on which containers and their scratch space live. The system
   * disk then needs little room. What is on such disks is lost with the machine. Not on Windows.
   *
   * @default "none"
   */
  readonly localStorage?: "none" | "raid0";

  /** Capacity that is reserved for this group's machines. */
  readonly reservation?: EksReservationSpec;

  /**
   * How the machines are placed on hardware, in a placement group of their own: `cluster` close together (one zone
   * alone), `partition` in sets that share no rack, `spread` each on a rack of its own (up to 7 in a zone).
   *
   * @default "none"
   */
  readonly placementGroup?: "none" | "cluster" | "partition" | "spread";

  /**
   * Elastic Fabric Adapters on all network cards, and a security group in which machines talk to each other by them. One
   * machine type, in one zone. The device plugin is yours to install.
   *
   * @default false
   */
  readonly efa?: boolean;

  /** What only a self-managed group can say of its Auto Scaling group. */
  readonly autoScalingGroup?: EksAutoScalingGroupSpec;
}

/** See {@link EksNodeGroupSpec.kind}. */
export type EksNodeGroupKind = "managed" | "self-managed";

/** What machines must have, for EC2 to choose among them (attribute-based instance type selection). */
export interface EksMachineRequirements {
  /** Number of vCPUs. */
  readonly vcpus: EksBounds;

  /** Memory in GiB. */
  readonly memoryGiB: EksBounds;

  /**
   * Machines with CPU credits, such as t3.
   *
   * @default false
   */
  readonly burstable?: boolean;
}

/** Bounds of a number; without `max` there is none. */
export interface EksBounds {
  /** At least. */
  readonly min: number;
  /** At most. */
  readonly max?: number;
}

/** Capacity that is reserved: by its id, or the group of reservations that it is in. */
export interface EksReservationSpec {
  /** Id of a capacity reservation or a Capacity Block, `cr-…`. */
  readonly id?: string;

  /** ARN of a resource group of capacity reservations. */
  readonly groupArn?: string;

  /**
   * `on-demand` for On-Demand Capacity Reservations; `capacity-block` for a Capacity Block for ML, which has an id, one
   * machine type and one zone. Before its time has come, the group must start with 0 nodes.
   *
   * @default "on-demand"
   */
  readonly type?: "on-demand" | "capacity-block";
}

/** What only a self-managed group can say of its Auto Scaling group. */
export interface EksAutoScalingGroupSpec {
  /**
   * Nodes of a spot group that are on demand before any spot one is taken: the total over all zones.
   *
   * @default 0
   */
  readonly onDemandBase?: number;

  /**
   * Percentage of on-demand nodes above the base in a spot group, 0 to 100.
   *
   * @default 0
   */
  readonly onDemandPercent?: number;

  /**
   * How EC2 chooses among the machine types of a spot group. `capacity-optimized-prioritized` heeds their order;
   * `lowest-price` is interrupted most.
   *
   * @default "price-capacity-optimized"
   */
  readonly spotAllocation?:
    "price-capacity-optimized" | "capacity-optimized" | "capacity-optimized-prioritized" | "lowest-price";

  /**
   * When the image, the user data or the machine types change: `rolling` replaces the nodes at the pace of `upgrade`;
   * `none` leaves them, so that only new ones have the change.
   *
   * @default "rolling"
   */
  readonly instanceRefresh?: "rolling" | "none";

  /**
   * What comes first when a machine is replaced: `launch` starts the new one while the old one runs, above the group's
   * size for a while; `terminate` never takes more machines than the group has, e.g. where they are reserved.
   *
   * @default "launch"
   */
  readonly replacement?: "launch" | "terminate";

  /** Days after which a machine is replaced, 1 to 365. Left out: never. */
  readonly maxInstanceLifetimeDays?: number;

  /**
   * Seconds that a machine waits before it goes, 30 to 7200, for something that drains its node. A termination handler
   * ends the wait earlier. Left out: it goes at once.
   */
  readonly terminationWaitSeconds?: number;

  /**
   * Machines that are started beforehand, so that a new node is there in seconds. They join the cluster while they are made
   * ready, and are seen there as nodes that are not ready. Not for spot.
   */
  readonly warmPool?: EksWarmPoolSpec;

  /** Other bounds of the group's size from given times on. The group needs a range, which holds until the first time. */
  readonly schedules?: readonly EksScheduleSpec[];
}

/** Machines that are started beforehand. */
export interface EksWarmPoolSpec {
  /** Machines in the pool at least: the total over all zones. */
  readonly size: number;

  /**
   * What they do meanwhile: `stopped` costs their disks only.
   *
   * @default "stopped"
   */
  readonly state?: "stopped" | "running";
}

/** Other bounds of a group's size, from a time on that comes again and again. */
export interface EksScheduleSpec {
  /** Name of the schedule, unique in its group: lower-case letters, digits and `-`, starting with a letter. */
  readonly name: string;

  /** When, as five fields of cron: minute, hour, day of month, month, day of week. */
  readonly recurrence: string;

  /**
   * Time zone of the recurrence, by its name in the IANA database.
   *
   * @default "Etc/UTC"
   */
  readonly timeZone?: string;

  /** The bounds from then on, over all zones. */
  readonly size: SizeRange;
}

/** System image of the nodes. */
export interface EksImageSpec {
  /**
   * `al2023` is Amazon Linux 2023, `bottlerocket` a minimal system made for containers, changed through settings only,
   * `windows` is Windows Server (the cluster needs a Linux group too, for what runs on Linux only).
   *
   * @default "al2023"
   */
  readonly family?: EksImageFamily;

  /**
   * What the image is made for. `standard`, `nvidia` (GPU drivers), `neuron` (Inferentia and Trainium; al2023 only, the
   * standard image of bottlerocket has the driver), `fips` (bottlerocket only: validated cryptography). For `windows` the
   * server's year, and `core`, or `full` with a desktop; 2025 in self-managed groups from Kubernetes 1.35 on.
   *
   * Left out: `nvidia` or `neuron` where the machine types have such accelerators, `standard` otherwise; `2022-core`.
   */
  readonly variant?: EksImageVariant;

  /** Processor architecture. Left out: that of the machine types. */
  readonly architecture?: EksArchitecture;

  /**
   * Release of the image, e.g. `1.35.0-20260120`; `latest` looks the newest one up at every plan, so that nodes are
   * replaced when AWS releases one. Left out: the release that this version of the library is pinned to. There is none for
   * `windows`, and a self-managed group can only have its `latest`.
   */
  readonly release?: string;

  /**
   * Id of an image of your own, `ami-…`, made from one of the family: it decides how nodes are told to join the cluster.
   * Then neither `variant` nor `release`.
   */
  readonly id?: string;
}

/** See {@link EksImageSpec.family}. */
export type EksImageFamily = "al2023" | "bottlerocket" | "windows";

/** See {@link EksImageSpec.variant}. */
export type EksImageVariant =
  | "standard"
  | "nvidia"
  | "neuron"
  | "fips"
  | "2019-core"
  | "2019-full"
  | "2022-core"
  | "2022-full"
  | "2025-core"
  | "2025-full";

/** See {@link EksImageSpec.architecture}. */
export type EksArchitecture = "x86_64" | "arm64";

/** System disk of a node: an EBS volume, always encrypted. On Bottlerocket the size is that of the data volume. */
export interface EksDiskSpec extends DiskSpec {
  /**
   * Volume type.
   *
   * @default "gp3"
   */
  readonly type?: "gp3" | "io1" | "io2";

  /** Provisioned operations a second. Left out: 3000 for gp3; required for io1 and io2. */
  readonly iops?: number;

  /** Provisioned throughput in MiB/s, gp3 only. Left out: 125. */
  readonly throughputMiBps?: number;

  /**
   * ARN of the key that encrypts the volume. Its policy must let the service-linked role of EC2 Auto Scaling use it.
   * Left out: the key of `encryption.disks`.
   */
  readonly kmsKeyArn?: string;
}

/** Encryption of Kubernetes secrets with AWS KMS. */
export interface EksEncryptionSpec extends EncryptionSpec {
  /** ARN of an existing symmetric key in the cluster's region. Immutable. */
  readonly keyId?: string;

  /**
   * ARN of an existing symmetric key in the cluster's region, for disks. Its policy must let IAM policies of the account use
   * it, and the service-linked role of EC2 Auto Scaling, which starts nodes.
   */
  readonly disksKeyId?: string;

  /**
   * Days between the deletion of a new key and its end, 7 to 30.
   *
   * @default 30
   */
  readonly deletionWindowDays?: number;
}

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

/** Persistent storage for workloads. */
export interface EksStorageSpec extends StorageSpec {
  readonly block?: boolean | EksBlockStorageSpec;
  readonly file?: boolean | EksFileStorageSpec;
  readonly object?: EksObjectStorageSpec;
  readonly backup?: boolean | EksBackupSpec;

  /** A Lustre file system for work that reads a lot at once: made here with Amazon FSx, with its driver. */
  readonly lustre?: EksLustreSpec;
}

/** EBS volumes for pods, through the EBS CSI driver. */
export interface EksBlockStorageSpec extends BlockStorageSpec {
  /**
   * The driver makes `ebs-csi-default-sc` and marks it as the default class. It is gp3 and takes no settings: its volumes are
   * encrypted only where the account encrypts EBS volumes by default, and never with the key of `encryption.disks`. For a
   * class that says both, see the stack's output `storage_manifests`.
   *
   * @default false
   */
  readonly defaultClass?: boolean;
}

/** An EFS file system with a mount target in each zone of the nodes. */
export interface EksFileStorageSpec extends FileStorageSpec {
  /** ARN of an existing symmetric key in the cluster's region; the account's `aws/elasticfilesystem` when left out. Immutable. */
  readonly keyId?: string;

  /** Doors into directories of the file system, by name; each acts as one POSIX user. */
  readonly accessPoints?: Readonly<Record<string, EksAccessPointSpec>>;
}

/** A door into a directory of a file system. All of it is immutable: an edit makes a new door into the same files. */
export interface EksAccessPointSpec {
  /** The directory, from the root: at most four levels and 100 characters. Made when it is not there. */
  readonly path: string;

  /** POSIX user that everyone acts as who comes in here, 0 to 4294967295. */
  readonly uid: number;

  /** POSIX group, likewise. */
  readonly gid: number;

  /**
   * Permissions of a directory that is made, as octal digits.
   *
   * @default "0750"
   */
  readonly permissions?: string;
}

/** S3 buckets as file systems, through Mountpoint for Amazon S3. */
export interface EksObjectStorageSpec extends ObjectStorageSpec {
  /** ARNs of general purpose buckets, e.g. `arn:aws:s3:::models`. At least one. */
  readonly buckets: readonly string[];

  /** ARNs of the keys that encrypt the buckets' objects, where these are keys of your account. */
  readonly keyIds?: readonly string[];
}

/** Copies of volumes and file systems with AWS Backup. */
export interface EksBackupSpec extends BackupSpec {
  /**
   * A `cron(…)` expression of AWS, in UTC.
   *
   * @default "cron(0 3 * * ? *)"
   */
  readonly schedule?: string;

  /** ARN of an existing symmetric key in the cluster's region; a new one when left out. Immutable. */
  readonly keyId?: string;
}

/**
 * An Amazon FSx for Lustre file system of the kind PERSISTENT_2 on SSDs. It lives in one zone; pods of other zones reach it,
 * slower and at a price.
 */
export interface EksLustreSpec {
  /** Size in GiB: 1200, or a multiple of 2400. It can grow. */
  readonly sizeGiB: number;

  /**
   * Throughput in MB/s for each TiB: 125, 250, 500 or 1000.
   *
   * @default 125
   */
  readonly throughputPerTiB?: number;

  /** Name of its zone, one of the nodes'. Left out: their first. Immutable. */
  readonly zone?: string;

  /** ARN of an existing symmetric key in the cluster's region; the account's `aws/fsx` when left out. Immutable. */
  readonly keyId?: string;

  /**
   * Days for which FSx keeps its daily backups, 0 (none) to 90.
   *
   * @default 7
   */
  readonly backupDays?: number;
}

/** Application and Network Load Balancers for Services and Ingresses. */
export interface EksLoadBalancingSpec extends LoadBalancingSpec {
  /**
   * The rights of the AWS Load Balancer Controller, for the service account `aws-load-balancer-controller` in `kube-system`,
   * limited to what it makes for this cluster. It must be installed with this cluster's name, region and VPC id: nodes do
   * not let pods ask for them.
   *
   * @default false
   */
  readonly controller?: boolean;

  /**
   * One security group for the side of all load balancers that faces the nodes, let in to nodes on all TCP ports. Without it
   * the controller makes one, and a rule for each port in the nodes' group. Give its id (a stack output) to the controller
   * as `backendSecurityGroup`.
   *
   * @default false
   */
  readonly sharedSecurityGroup?: boolean;
}

/** Records in Route 53, written by ExternalDNS. */
export interface EksDnsSpec extends DnsSpec {
  /**
   * Ids of hosted zones, e.g. `Z0123456789ABCDEFGHIJ`. The rights are those of the service account `external-dns` in the
   * namespace `external-dns`.
   */
  readonly zones: readonly string[];
}

/** Pods of one service account, and what they may do in AWS. Needs `policyArns` or `statements`. */
export interface EksWorkloadIdentitySpec extends WorkloadIdentitySpec {
  /** ARNs of policies, at most 10. */
  readonly policyArns?: readonly string[];

  /** Rights of its own, at most 10,240 characters together. */
  readonly statements?: readonly Statement[];

  /**
   * How pods get the role.
   *
   * - `pod-identity`: from the agent on the node; nothing is to be done in the cluster.
   * - `irsa`: with a token of the cluster's OIDC issuer, for what can't do the first, such as Fargate. The service account needs
   *   the annotation `eks.amazonaws.com/role-arn` with the role of the stack's output `workload_identity_role_arns`.
   *
   * @default "pod-identity"
   */
  readonly via?: "pod-identity" | "irsa";
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
   *   Fargate profiles then gets no add-ons.
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
  readonly role: "ADMIN" | "EDITOR" | "VIEWER";

  /** Ids of users in Identity Center. */
  readonly users?: readonly string[];

  /** Ids of groups in Identity Center. */
  readonly groups?: readonly string[];
}
