/** Longest names that AWS takes, in characters. Sources: the API reference of each service. */
export const limits = {
  /** IAM CreateRole. Roles are global in an account, so their names carry the region. */
  roleName: 64,
  /** IAM: all policies that are written into a role, together; blanks and line breaks don't count. */
  rolePolicies: 10240,
  /** IAM CreatePolicy; likewise. */
  managedPolicy: 6144,
  /** IAM: a role's trust policy, unless the account's quota is raised. */
  trustPolicy: 2048,
  /** IAM: policies attached to a role, unless the account's quota is raised. */
  attachedPolicies: 10,
  /** AWS Backup CreateBackupVault and CreateBackupPlan. */
  backupName: 50,
  /** EC2 CreateSecurityGroup. */
  securityGroupName: 255,
  /** hashicorp/aws, aws_launch_template: of 128 characters that EC2 takes, the provider lets 125. */
  launchTemplateName: 125,
  /** EKS CreateNodegroup, as the Terraform provider checks it. */
  nodeGroupName: 63,
  /** EKS documents none for Fargate profiles; that of node groups. */
  fargateProfileName: 63,
  /** SQS CreateQueue. */
  queueName: 80,
  /** EventBridge PutRule. */
  eventRuleName: 64,
  /** Auto Scaling CreateAutoScalingGroup. */
  autoScalingGroupName: 255,
  /** EC2 CreatePlacementGroup. */
  placementGroupName: 255,
  /** IAM CreateInstanceProfile; global in an account, as roles are. */
  instanceProfileName: 128,
  /** EC2 RunInstances: user data before base64, in bytes. */
  userDataBytes: 16384,
} as const;
