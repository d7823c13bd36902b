import type { Cloud } from "./cloud";

/** Maximum lengths of names in characters on AWS, from the API reference of each service, and of user data. */
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
  /** Files of the user that the user data has space for, next to those of this project. */
  softwareFiles: 5,
  /** Characters of the URLs and paths of these files. */
  softwareFileCharacters: 700,
  /** A label of a DNS name, which the name of the cluster and of its machines is. */
  dnsLabel: 63,
} as const;

/**
 * Least memory of a machine in GiB.
 *
 * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/install-kubeadm/#before-you-begin
 */
export const leastMemoryGiB = 2;

/** Sizes of system disks on a cloud in GiB: images and logs do not fit a smaller one. */
export const systemDiskSizes = (
  cloud: Cloud | undefined,
): { readonly least: number; readonly most: number } =>
  cloud?.machines.systemDisk ?? { least: 20, most: 16_384 };
