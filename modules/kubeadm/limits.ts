/** Maximum lengths of names in characters on AWS, from the API reference of each service. */
export const limits = {
  /** IAM CreateRole. Roles are global in an account, so that their names contain the region. */
  roleName: 64,
  /** IAM CreateInstanceProfile. Global in an account, as roles are. */
  instanceProfileName: 128,
  /** EC2 CreateSecurityGroup. */
  securityGroupName: 255,
  /** hashicorp/aws, aws_launch_template: EC2 supports 128 characters, the provider 125. */
  launchTemplateName: 125,
  /** Auto Scaling CreateAutoScalingGroup. */
  autoScalingGroupName: 255,
  /** Elastic Load Balancing CreateLoadBalancer and CreateTargetGroup. */
  loadBalancerName: 32,
  /** hashicorp/aws, aws_s3_bucket: the prefix of a bucket's name. */
  bucketPrefix: 37,
  /** A label of a DNS name, which the name of the cluster and of its machines is. */
  dnsLabel: 63,
} as const;
