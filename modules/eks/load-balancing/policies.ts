import type { Conditions, Statement } from "../identity/spec";
import { partitionOf } from "../regions";

/** See {@link loadBalancerControllerStatements}. */
interface ControllerScope {
  readonly clusterName: string;
  readonly region: string;
  readonly vpcId: string;
}

/**
 * What the AWS Load Balancer Controller may do: look at everything, make what carries the tag of its cluster, and change what
 * carries it.
 *
 * Source of the actions: kubernetes-sigs/aws-load-balancer-controller v3, docs/install/iam_policy.json. That document asks
 * whether the tag is there; here it must name this cluster, so that clusters of one account leave each other's load
 * balancers alone. Resources are those of https://docs.aws.amazon.com/service-authorization/latest/reference/.
 */
export function loadBalancerControllerStatements({
  clusterName,
  region,
  vpcId,
}: ControllerScope): Statement[] {
  const partition = partitionOf(region);
  const arn = (service: string, resource: string) => `arn:${partition}:${service}:${region}:*:${resource}`;
  const balancing = (...resources: string[]) => resources.map((name) => arn("elasticloadbalancing", name));

  const securityGroups = arn("ec2", "security-group/*");
  const applicationLoadBalancers = balancing("loadbalancer/app/*");
  const loadBalancers = balancing("loadbalancer/app/*", "loadbalancer/net/*");
  const targetGroups = balancing("targetgroup/*");
  const listeners = balancing("listener/app/*", "listener/net/*");
  const listenerRules = balancing("listener-rule/app/*", "listener-rule/net/*");

  const clusterTag = "elbv2.k8s.aws/cluster";
  const madeForCluster = { [`aws:RequestTag/${clusterTag}`]: [clusterName] };
  const ofCluster = { [`aws:ResourceTag/${clusterTag}`]: [clusterName] };
  /** Tags may change, but for the one that says whose it is. */
  const keepingOwner: Conditions = {
    StringEquals: ofCluster,
    Null: { [`aws:RequestTag/${clusterTag}`]: ["true"] },
  };

  return [
    {
      sid: "MakeServiceLinkedRole",
      actions: ["iam:CreateServiceLinkedRole"],
      resources: [
        `arn:${partition}:iam::*:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing`,
      ],
      conditions: { StringEquals: { "iam:AWSServiceName": ["elasticloadbalancing.amazonaws.com"] } },
    },
    {
      sid: "Look",
      actions: [
        "ec2:DescribeAccountAttributes",
        "ec2:DescribeAddresses",
        "ec2:DescribeAvailabilityZones",
        "ec2:DescribeCoipPools",
        "ec2:DescribeInstances",
        "ec2:DescribeInternetGateways",
        "ec2:DescribeIpamPools",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeTags",
        "ec2:DescribeVpcPeeringConnections",
        "ec2:DescribeVpcs",
        "elasticloadbalancing:DescribeCapacityReservation",
        "elasticloadbalancing:DescribeListenerAttributes",
        "elasticloadbalancing:DescribeListenerCertificates",
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeLoadBalancerAttributes",
        "elasticloadbalancing:DescribeLoadBalancers",
        "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeSSLPolicies",
        "elasticloadbalancing:DescribeTags",
        "elasticloadbalancing:DescribeTargetGroupAttributes",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
        "elasticloadbalancing:DescribeTrustStores",
        "acm:ListCertificates",
        "iam:ListServerCertificates",
        "shield:GetSubscriptionState",
      ],
      resources: ["*"],
    },
    {
      sid: "LookInside",
      actions: [
        "acm:DescribeCertificate",
        "cognito-idp:DescribeUserPoolClient",
        "ec2:GetCoipPoolUsage",
        "ec2:GetSecurityGroupsForVpc",
        "iam:GetServerCertificate",
      ],
      resources: [
        arn("acm", "certificate/*"),
        arn("cognito-idp", "userpool/*"),
        arn("ec2", "coip-pool/*"),
        arn("ec2", `vpc/${vpcId}`),
        `arn:${partition}:iam::*:server-certificate/*`,
      ],
    },
    {
      sid: "ProtectLoadBalancers",
      actions: [
        "waf-regional:AssociateWebACL",
        "waf-regional:DisassociateWebACL",
        "waf-regional:GetWebACL",
        "waf-regional:GetWebACLForResource",
        "wafv2:AssociateWebACL",
        "wafv2:DisassociateWebACL",
        "wafv2:GetWebACL",
        "wafv2:GetWebACLForResource",
        "shield:CreateProtection",
        "shield:DeleteProtection",
        "shield:DescribeProtection",
      ],
      resources: [
        ...applicationLoadBalancers,
        arn("waf-regional", "webacl/*"),
        arn("wafv2", "regional/webacl/*"),
        `arn:${partition}:shield::*:protection/*`,
      ],
    },
    {
      // The group of the nodes, which carries the tag.
      sid: "OpenNodes",
      actions: ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"],
      resources: [securityGroups],
      conditions: { StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${clusterName}`]: ["owned"] } },
    },
    { sid: "MakeGroupsInVpc", actions: ["ec2:CreateSecurityGroup"], resources: [arn("ec2", `vpc/${vpcId}`)] },
    {
      sid: "MakeGroups",
      actions: ["ec2:CreateSecurityGroup"],
      resources: [securityGroups],
      conditions: { StringEquals: madeForCluster },
    },
    {
      sid: "TagNewGroups",
      actions: ["ec2:CreateTags"],
      resources: [securityGroups],
      conditions: { StringEquals: { "ec2:CreateAction": ["CreateSecurityGroup"], ...madeForCluster } },
    },
    {
      sid: "TagGroups",
      actions: ["ec2:CreateTags", "ec2:DeleteTags"],
      resources: [securityGroups],
      conditions: keepingOwner,
    },
    {
      sid: "ChangeGroups",
      actions: [
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:DeleteSecurityGroup",
        "ec2:RevokeSecurityGroupIngress",
      ],
      resources: [securityGroups],
      conditions: { StringEquals: ofCluster },
    },
    {
      sid: "Make",
      actions: ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"],
      resources: [...loadBalancers, ...targetGroups],
      conditions: { StringEquals: madeForCluster },
    },
    {
      sid: "TagNew",
      actions: ["elasticloadbalancing:AddTags"],
      resources: [...loadBalancers, ...targetGroups],
      conditions: {
        StringEquals: {
          "elasticloadbalancing:CreateAction": ["CreateLoadBalancer", "CreateTargetGroup"],
          ...madeForCluster,
        },
      },
    },
    {
      sid: "Tag",
      actions: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"],
      resources: [...loadBalancers, ...targetGroups],
      conditions: keepingOwner,
    },
    {
      sid: "Change",
      actions: [
        "elasticloadbalancing:DeleteLoadBalancer",
        "elasticloadbalancing:DeleteTargetGroup",
        "elasticloadbalancing:ModifyCapacityReservation",
        "elasticloadbalancing:ModifyIpPools",
        "elasticloadbalancing:ModifyLoadBalancerAttributes",
        "elasticloadbalancing:ModifyTargetGroup",
        "elasticloadbalancing:ModifyTargetGroupAttributes",
        "elasticloadbalancing:SetIpAddressType",
        "elasticloadbalancing:SetSecurityGroups",
        "elasticloadbalancing:SetSubnets",
        "elasticloadbalancing:ModifyListenerAttributes",
      ],
      resources: [...loadBalancers, ...targetGroups, ...listeners],
      conditions: { StringEquals: ofCluster },
    },
    {
      // The load balancer of a listener may be one that somebody else made, named by an annotation.
      sid: "Listen",
      actions: [
        "elasticloadbalancing:AddListenerCertificates",
        "elasticloadbalancing:AddTags",
        "elasticloadbalancing:CreateListener",
        "elasticloadbalancing:CreateRule",
        "elasticloadbalancing:DeleteListener",
        "elasticloadbalancing:DeleteRule",
        "elasticloadbalancing:ModifyListener",
        "elasticloadbalancing:ModifyRule",
        "elasticloadbalancing:RemoveListenerCertificates",
        "elasticloadbalancing:RemoveTags",
        "elasticloadbalancing:SetRulePriorities",
      ],
      resources: [...listeners, ...listenerRules],
    },
    {
      sid: "ListenOn",
      actions: ["elasticloadbalancing:CreateListener", "elasticloadbalancing:SetWebAcl"],
      resources: loadBalancers,
    },
    {
      // Target groups too, by a TargetGroupBinding.
      sid: "Register",
      actions: ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"],
      resources: targetGroups,
    },
  ];
}

/**
 * What ExternalDNS may do: see which zones there are, and write records into those that are named.
 * Source: kubernetes-sigs/external-dns, docs/tutorials/aws.md.
 */
export function externalDnsStatements(region: string, zoneIds: readonly string[]): Statement[] {
  return [
    { sid: "ListZones", actions: ["route53:ListHostedZones"], resources: ["*"] },
    {
      sid: "WriteRecords",
      actions: [
        "route53:ChangeResourceRecordSets",
        "route53:ListResourceRecordSets",
        "route53:ListTagsForResources",
      ],
      resources: zoneIds.map((id) => `arn:${partitionOf(region)}:route53:::hostedzone/${id}`),
    },
  ];
}
