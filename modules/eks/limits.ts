/** Longest names that AWS takes, in characters. Sources: the API reference of each service. */
export const limits = {
  /** IAM CreateRole. Roles are global in an account, so their names carry the region. */
  roleName: 64,
  /** EC2 CreateSecurityGroup. */
  securityGroupName: 255,
  /** EC2 CreateLaunchTemplate. */
  launchTemplateName: 128,
  /** EKS CreateNodegroup, as the Terraform provider checks it. */
  nodeGroupName: 63,
  /** EKS documents none for Fargate profiles; that of node groups. */
  fargateProfileName: 63,
  /** SQS CreateQueue. */
  queueName: 80,
  /** EventBridge PutRule. */
  eventRuleName: 64,
  /** IAM quotas: all inline policies of a role together, without white space. */
  inlinePolicies: 10240,
  /** Auto Scaling CreateAutoScalingGroup. */
  autoScalingGroupName: 255,
  /** EC2 CreatePlacementGroup. */
  placementGroupName: 255,
  /** IAM CreateInstanceProfile; global in an account, as roles are. */
  instanceProfileName: 128,
  /** EC2 RunInstances: user data before base64, in bytes. */
  userDataBytes: 16384,
} as const;
