import type { TerraformProvider } from "cdktf";
import type {
  AccessSpec,
  ClusterSpec,
  DiskSpec,
  EncryptionSpec,
  NetworkSpec,
  NodeGroupSpec,
  ObservabilitySpec,
} from "../cluster/vocabulary";

/** An EKS cluster, as an environment file describes it. */
export interface EksClusterSpec extends ClusterSpec {
  /** Amazon Elastic Kubernetes Service. */
  readonly platform: "eks";

  readonly network?: EksNetworkSpec;
  readonly access: EksAccessSpec;
  readonly nodeGroups: readonly EksNodeGroupSpec[];
  readonly encryption?: EksEncryptionSpec;
  readonly observability?: EksObservabilitySpec;

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

/** Workers of one kind: an EKS managed node group, or one per zone. */
export interface EksNodeGroupSpec extends NodeGroupSpec {
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
   * Left out: the account's `aws/ebs` key.
   */
  readonly kmsKeyArn?: string;
}

/** Encryption of Kubernetes secrets with AWS KMS. */
export interface EksEncryptionSpec extends EncryptionSpec {
  /** ARN of an existing symmetric key in the cluster's region. Immutable. */
  readonly keyId?: string;

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
