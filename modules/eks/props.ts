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
   * IPv4 range of a new VPC, /16 to /22. The subnets of six zones find room in it: for each zone a private one of an
   * eighth (nodes and pods: the VPC CNI gives every pod an address of its subnet), and a public and an intra one
   * (control-plane interfaces) of a 64th each.
   *
   * @default "10.0.0.0/16"
   */
  readonly cidr?: string;

  /**
   * Interface endpoints to make, by the short name of their service, e.g. `ecr.api`. They keep traffic to AWS inside
   * the VPC, and cost per zone and hour. The S3 gateway endpoint is always there; it is free.
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

  /** A VPC that is there already; then nothing else is said about the network but `serviceCidr`. */
  readonly existing?: EksExistingNetwork;
}

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
  | "ssm"
  | "ssmmessages"
  | "ec2messages"
  | "sts";

/** A VPC that is there already. Its subnets need routes to what nodes use, and tags for load balancers. */
export interface EksExistingNetwork {
  /** Id of the VPC. DNS support and DNS host names must be on. */
  readonly vpcId: string;

  /** IPv4 range of the VPC; checked against the service range when given. */
  readonly cidr?: string;

  /** Subnets of nodes and pods, in at least two zones. */
  readonly nodeSubnets: readonly EksExistingSubnet[];

  /** Ids of at least two subnets for the control plane's interfaces. Left out: the node subnets. */
  readonly controlPlaneSubnetIds?: readonly string[];
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

/** Workers of one kind: an EKS managed node group, or one per zone. */
export interface EksNodeGroupSpec extends NodeGroupSpec {
  /** System image of the nodes. */
  readonly image?: EksImageSpec;

  readonly disk?: EksDiskSpec;

  /**
   * What a node does when it first starts, beside joining the cluster. For `al2023`: a shell script (`#!…`), or a
   * `NodeConfig` document of `node.eks.aws`. For `bottlerocket`: TOML settings.
   *
   * Limits: 16 KiB with all that is added to it. Visible to anyone who may read launch templates: no secrets.
   */
  readonly userData?: string;
}

/** System image of the nodes. */
export interface EksImageSpec {
  /**
   * `al2023` is Amazon Linux 2023, `bottlerocket` a minimal system made for containers, changed through settings only.
   *
   * @default "al2023"
   */
  readonly family?: EksImageFamily;

  /** Processor architecture. Left out: that of the machine types. */
  readonly architecture?: EksArchitecture;

  /**
   * Release of the image, e.g. `1.35.0-20260120`; `latest` looks the newest one up at every plan, so that nodes are
   * replaced when AWS releases one. Left out: the release that this version of the library is pinned to.
   */
  readonly release?: string;
}

/** See {@link EksImageSpec.family}. */
export type EksImageFamily = "al2023" | "bottlerocket";

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

  /** ARN of an existing role for the nodes; a new one when left out. */
  readonly nodeRoleArn?: string;
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
