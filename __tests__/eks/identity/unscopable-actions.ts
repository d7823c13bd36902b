/**
 * Actions that AWS grants on everything or not at all: they take no resource.
 * Source: the column "Resource types" of https://docs.aws.amazon.com/service-authorization/latest/reference/, per service.
 */
export const unscopableActions: Readonly<Record<string, readonly string[]>> = {
  acm: ["ListCertificates"],
  autoscaling: [
    "DescribeAutoScalingGroups",
    "DescribeAutoScalingInstances",
    "DescribeLaunchConfigurations",
    "DescribeScalingActivities",
    "DescribeTags",
  ],
  ec2: [
    "DescribeAccountAttributes",
    "DescribeAddresses",
    "DescribeAvailabilityZones",
    "DescribeCoipPools",
    "DescribeImages",
    "DescribeInstanceTypes",
    "DescribeInstances",
    "DescribeInternetGateways",
    "DescribeIpamPools",
    "DescribeLaunchTemplateVersions",
    "DescribeNetworkInterfaces",
    "DescribeRouteTables",
    "DescribeSecurityGroups",
    "DescribeSubnets",
    "DescribeTags",
    "DescribeVpcPeeringConnections",
    "DescribeVpcs",
    "GetInstanceTypesFromInstanceRequirements",
  ],
  elasticloadbalancing: [
    "DescribeCapacityReservation",
    "DescribeListenerAttributes",
    "DescribeListenerCertificates",
    "DescribeListeners",
    "DescribeLoadBalancerAttributes",
    "DescribeLoadBalancers",
    "DescribeRules",
    "DescribeSSLPolicies",
    "DescribeTags",
    "DescribeTargetGroupAttributes",
    "DescribeTargetGroups",
    "DescribeTargetHealth",
    "DescribeTrustStores",
  ],
  // Karpenter looks for its instance profiles: https://karpenter.sh, CloudFormation reference.
  iam: ["ListInstanceProfiles", "ListServerCertificates"],
  // Takes a log group by its documentation; VPC flow logs asks for all of them: VPC user guide, "IAM role for publishing flow logs".
  logs: ["DescribeLogGroups"],
  pricing: ["GetProducts"],
  route53: ["ListHostedZones"],
  shield: ["GetSubscriptionState"],
  ssm: ["DescribeInstanceInformation"],
};

/** Whether an action, `service:Action`, takes no resource. */
export function isUnscopable(action: string): boolean {
  const [service, name] = action.split(":");
  return unscopableActions[service]?.includes(name) ?? false;
}
