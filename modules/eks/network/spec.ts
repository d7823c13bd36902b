import type { NetworkSpec } from "../../cluster/vocabulary";

/** A new VPC, or an existing one. */
export interface EksNetworkSpec extends NetworkSpec {
  /**
   * IPv4 range of a new VPC, /16 to /22. Immutable: a cluster with another range is another cluster. The subnets of six
   * zones find room in it: for each zone a private one of an eighth (nodes and pods: the VPC CNI gives every pod an
   * address of its subnet), and a public and an intra one (control-plane interfaces) of a 64th each.
   *
   * @default "10.0.0.0/16"
   * @literal
   */
  readonly cidr?: string;

  /**
   * Interface endpoints to make, by the short name of their service, e.g. `ecr.api`. They keep traffic to AWS inside
   * the VPC, and cost per zone and hour. The S3 gateway endpoint is always there; it is free. A private network has those
   * that nodes, core add-ons and the load balancer controller need without their being named; these are added.
   *
   * @default []
   * @literal
   */
  readonly endpoints?: readonly EksEndpoint[];

  /**
   * Records of all traffic in the VPC, in CloudWatch Logs.
   *
   * @default true
   * @literal
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
   *
   * @literal
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
   * @literal
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
   * @literal
   */
  readonly nodeRules?: EksNodeRules;

  /**
   * TCP ports on which the control plane reaches pods: those of admission webhooks and aggregated APIs, such as 9443 (AWS
   * Load Balancer Controller), 8443 (Karpenter), 10251 (the metrics-server add-on), 15017 (Istio). A port that is open
   * anyway gets no rule of its own.
   *
   * @default []
   * @literal
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

  /**
   * IPv4 range of the VPC; checked against the service range when given.
   *
   * @literal
   */
  readonly cidr?: string;

  /** Subnets of nodes and pods, in at least two zones. */
  readonly nodeSubnets: readonly EksExistingSubnet[];

  /**
   * Ids of at least two subnets for the control plane's interfaces. Left out: the node subnets.
   *
   * @literal shape
   */
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
   * @literal
   */
  readonly tagSubnets?: boolean;
}

/** A subnet that is there already. */
export interface EksExistingSubnet {
  /** Id of the subnet, `subnet-…`. */
  readonly id: string;

  /**
   * Name of its zone, a literal: it decides the spread of node groups.
   *
   * @literal
   */
  readonly zone: string;

  /**
   * Its IPv4 range; when given, room for nodes and pods is checked.
   *
   * @literal
   */
  readonly cidr?: string;
}

/**
 * Networks of hybrid nodes, which must have a route to the VPC and back (VPN, Direct Connect). Ranges are private IPv4
 * ones, apart from the VPC's and the services'.
 */
export interface EksRemoteNetworksSpec {
  /**
   * IPv4 ranges of the machines, 1 to 15.
   *
   * @literal shape
   */
  readonly nodeCidrs: readonly string[];

  /**
   * IPv4 ranges of the pods on them, up to 15. Needed where the control plane calls pods there, such as webhooks.
   *
   * @default []
   * @literal shape
   */
  readonly podCidrs?: readonly string[];

  /**
   * `ssm` makes the role that AWS Systems Manager hands to machines which were activated with it, and lets it into the cluster:
   * `aws ssm create-activation --iam-role <stack's output hybrid_node_role_name> --tags Key=EKSClusterARN,Value=<cluster's ARN>`.
   * Left out, without {@link nodeRoleArn} either: no machine is let in.
   *
   * @literal
   */
  readonly credentials?: "ssm";

  /** ARN of an existing role of the machines to let in, e.g. one for IAM Roles Anywhere; in place of {@link credentials}. */
  readonly nodeRoleArn?: string;
}
