import type { NetworkSpec } from "../../cluster/vocabulary";

/** A new VPC, or an existing one. */
export interface EksNetworkSpec extends NetworkSpec {
  /**
   * IPv4 range of a new VPC, /16 to /22. It is large enough for the subnets of six zones. Each zone has a private subnet of an eighth
   * of the range for nodes and pods (the VPC CNI gives each pod an address of its subnet), and a public and an intra subnet of a
   * 64th each. The interfaces of the control plane are in the intra subnets.
   *
   * @default "10.0.0.0/16"
   * @literal
   * @change refused it would replace the VPC and the cluster
   */
  readonly cidr?: string;

  /**
   * Interface endpoints, by the short name of their service, such as `ecr.api`. They keep traffic to AWS inside the VPC, and have
   * a price per zone and hour. The S3 gateway endpoint always exists and is free. A private network also has the endpoints that
   * nodes, core add-ons and the programs that this file asks for need.
   *
   * @default []
   * @literal
   * @change in-place
   */
  readonly endpoints?: readonly EksEndpoint[];

  /**
   * Records all traffic of the VPC in CloudWatch Logs.
   *
   * @default true
   * @literal
   * @change in-place
   */
  readonly flowLogs?: boolean;

  /**
   * An existing VPC. Its range, zones, gateways, endpoints and flow logs are managed outside this file, so that their fields must
   * be omitted.
   *
   * @change refused it would replace the cluster
   */
  readonly existing?: EksExistingNetwork;

  /**
   * IPv4 range of pods, /16 to /25, added to a new VPC. Each zone has a subnet of an eighth of it. `100.64.0.0/16` is possible in
   * each VPC and is not routed outside it. The first interface of a node then has no pods, so that a node runs fewer of them
   * unless `podAddresses` is `prefixes`.
   *
   * @literal
   * @change replace the subnets of pods; new nodes use the new ones
   */
  readonly podCidr?: string;

  /**
   * How the VPC CNI takes addresses for pods from the subnet.
   *
   * - `secondary-ips`: one address at a time. The interfaces of a node hold few: 29 pods on an m7i.large.
   * - `prefixes`: 16 addresses at a time, so that small nodes run as many pods as EKS supports (110, or 250 from 31 vCPUs). Needs
   *   machine types of the Nitro system, and subnets with contiguous free addresses.
   *
   * An IPv6 cluster always uses prefixes.
   *
   * @default "secondary-ips"
   * @literal
   * @change in-place new nodes use it
   */
  readonly podAddresses?: EksPodAddresses;

  /**
   * Traffic that the security group of the nodes allows.
   *
   * - `standard`: nodes reach each other on all ports, the control plane reaches nodes on 443 and from 1025.
   * - `restricted`: nodes reach each other on DNS and TCP from 1025. The control plane reaches kubelets (10250), 443, the webhooks
   *   of the AWS Load Balancer Controller and Karpenter if the file asks for them, and the ports of `webhookPorts`.
   *
   * @default "standard"
   * @literal
   * @change in-place
   */
  readonly nodeRules?: EksNodeRules;

  /**
   * TCP ports on which the control plane reaches pods: those of admission webhooks and aggregated APIs, such as 10251
   * (metrics-server add-on), 15017 (Istio). Those of the AWS Load Balancer Controller and Karpenter follow from other fields. A port that `nodeRules` already allows
   * gets no separate rule.
   *
   * @default []
   * @literal
   * @change in-place
   */
  readonly webhookPorts?: readonly number[];
}

/** Values of `network.podAddresses`. */
export type EksPodAddresses = "secondary-ips" | "prefixes";

/** Values of `network.nodeRules`. */
export type EksNodeRules = "standard" | "restricted";

/** Services that nodes and core add-ons use, and that have interface endpoints. */
export type EksEndpoint =
  | "autoscaling"
  | "ec2"
  | "ecr.api"
  | "ecr.dkr"
  | "eks"
  | "eks-auth"
  | "elasticfilesystem"
  | "elasticloadbalancing"
  | "fsx"
  | "kms"
  | "logs"
  | "monitoring"
  | "secretsmanager"
  | "sqs"
  | "ssm"
  | "ssmmessages"
  | "ec2messages"
  | "sts";

/**
 * An existing VPC. Its subnets need routes to the services that nodes use, and tags for load balancers. For an IPv6 cluster each
 * subnet also needs an IPv6 range and IPv6 addresses on creation.
 */
export interface EksExistingNetwork {
  /**
   * Id of the VPC. DNS support and DNS host names must be enabled.
   *
   * @shown
   */
  readonly vpcId: string;

  /**
   * IPv4 range of the VPC, to check other ranges against.
   *
   * @literal
   * @checksOnly other ranges are checked against it
   */
  readonly cidr?: string;

  /**
   * Subnets of nodes and pods, in at least two zones. Add new subnets at the end of the list.
   *
   * @change replace node groups
   * @ordered the first subnet of each zone contains the mount target of file storage, and the first zone contains FSx for Lustre
   */
  readonly nodeSubnets: readonly EksExistingSubnet[];

  /**
   * Ids of at least two subnets for the interfaces of the control plane. If omitted, the node subnets.
   *
   * @literal shape
   * @change in-place subnets of the same zones only
   */
  readonly controlPlaneSubnetIds?: readonly string[];

  /**
   * Subnets of pods only, one in each zone that has nodes (custom networking of the VPC CNI). If omitted, pods have addresses of
   * the node subnets.
   *
   * @shown
   * @change in-place new nodes use them
   */
  readonly podSubnets?: readonly EksExistingSubnet[];

  /**
   * Sets the tag `kubernetes.io/cluster/<name>` = `shared` on the node subnets. Load balancer controllers distinguish the subnets
   * of several clusters in one VPC by it. The owner of the subnets must not remove the tag: in Terraform with `ignore_tags` of the
   * provider.
   *
   * @default false
   * @literal
   * @change in-place
   */
  readonly tagSubnets?: boolean;
}

/** An existing subnet. */
export interface EksExistingSubnet {
  /** Id of the subnet, `subnet-…`. */
  readonly id: string;

  /**
   * Name of its zone, from which the distribution of node groups follows.
   *
   * @literal
   */
  readonly zone: string;

  /**
   * Its IPv4 range. If set, the capacity plan checks that nodes and pods have addresses.
   *
   * @literal
   * @checksOnly the capacity plan reads it
   */
  readonly cidr?: string;
}

/**
 * Networks of hybrid nodes. They need a route to the VPC and back (VPN, Direct Connect). Their ranges are private IPv4 ranges
 * that do not overlap those of the VPC and of services.
 */
export interface EksRemoteNetworksSpec {
  /**
   * IPv4 ranges of the machines, 1 to 15.
   *
   * @literal shape
   */
  readonly nodeCidrs: readonly string[];

  /**
   * IPv4 ranges of the pods on them, at most 15. Needed if the control plane calls these pods, such as webhooks.
   *
   * @default []
   * @literal shape
   */
  readonly podCidrs?: readonly string[];

  /**
   * `ssm` creates the role of machines that AWS Systems Manager activates, and its access entry:
   * `aws ssm create-activation --iam-role <stack's output hybrid_node_role_name> --tags Key=EKSClusterARN,Value=<cluster's ARN>`.
   * If this and `nodeRoleArn` are omitted, no machine has access.
   *
   * @literal
   * @change in-place
   */
  readonly credentials?: "ssm";

  /**
   * ARN of an existing role of the machines, such as one for IAM Roles Anywhere. It replaces `credentials`.
   *
   * @change replace the access entry
   */
  readonly nodeRoleArn?: string;
}
