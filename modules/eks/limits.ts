/** Maximum lengths of names in characters, from the API reference of each service. */
export const limits = {
  /** IAM CreateRole. Roles are global in an account, so that their names contain the region. */
  roleName: 64,
  /** IAM: all inline policies of a role together, without spaces and line breaks. */
  rolePolicies: 10240,
  /** IAM CreatePolicy, without spaces and line breaks. */
  managedPolicy: 6144,
  /** IAM: the trust policy of a role, unless the quota is raised. */
  trustPolicy: 2048,
  /** IAM: attached policies of a role, unless the quota is raised. */
  attachedPolicies: 10,
  /** AWS Backup CreateBackupVault and CreateBackupPlan. */
  backupName: 50,
  /** EC2 CreateSecurityGroup. */
  securityGroupName: 255,
  /** hashicorp/aws, aws_launch_template: EC2 supports 128 characters, the provider 125. */
  launchTemplateName: 125,
  /** EKS CreateNodegroup, as the Terraform provider checks it. */
  nodeGroupName: 63,
  /** EKS documents no limit for Fargate profiles; that of node groups. */
  fargateProfileName: 63,
  /** SQS CreateQueue. */
  queueName: 80,
  /** EventBridge PutRule. */
  eventRuleName: 64,
  /** Auto Scaling CreateAutoScalingGroup. */
  autoScalingGroupName: 255,
  /** EC2 CreatePlacementGroup. */
  placementGroupName: 255,
  /** IAM CreateInstanceProfile. Global in an account, as roles are. */
  instanceProfileName: 128,
  /** EC2 RunInstances: user data before base64, in bytes. */
  userDataBytes: 16384,
} as const;

/**
 * Pods of a node: with fewer, the pods of EKS do not fit; EKS supports no more on its largest machines.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html
 */
export const podBounds = { least: 10, most: 250 } as const;
