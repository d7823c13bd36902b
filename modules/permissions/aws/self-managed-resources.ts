import { actionsOf, provider, type ResourceActions } from "./resource-actions";

const ec2 = actionsOf("ec2");
const elb = actionsOf("elasticloadbalancing");
const route53 = actionsOf("route53");
const s3 = actionsOf("s3");

const tags = {
  ec2: ec2("CreateTags", "DeleteTags"),
  elb: elb("AddTags", "RemoveTags"),
};

/** A part of the settings of a bucket that a separate resource manages. A deletion of some of them writes a default. */
const setting = (
  name: string,
  file: string,
  remove: readonly string[] = s3(`Put${name}`),
): ResourceActions => ({
  read: s3(`Get${name}`),
  create: s3(`Put${name}`),
  delete: remove,
  source: `${provider}/s3/${file}.go`,
});

/** What Terraform calls for clusters of kubeadm: fixed addresses, load balancers, names and the store. */
export const selfManagedResources: Readonly<Record<string, ResourceActions>> = {
  aws_ebs_volume: {
    read: ec2("DescribeVolumes"),
    create: [...ec2("CreateVolume"), "ec2:CreateTags"],
    update: [...ec2("ModifyVolume"), ...tags.ec2],
    delete: ec2("DeleteVolume"),
    source: `${provider}/ec2/ebs_volume.go`,
  },
  aws_lb: {
    read: elb(
      "DescribeCapacityReservation",
      "DescribeLoadBalancers",
      "DescribeLoadBalancerAttributes",
      "DescribeTags",
    ),
    create: [
      ...elb("CreateLoadBalancer", "ModifyLoadBalancerAttributes", "AddTags"),
      "iam:CreateServiceLinkedRole",
    ],
    update: [...elb("SetSecurityGroups", "SetSubnets"), ...tags.elb],
    delete: [...elb("DeleteLoadBalancer"), ...ec2("DescribeNetworkInterfaces")],
    source: `${provider}/elbv2/load_balancer.go`,
  },
  aws_lb_listener: {
    read: elb("DescribeListeners", "DescribeListenerAttributes", "DescribeTags"),
    create: elb("CreateListener", "AddTags"),
    update: [...elb("ModifyListener", "ModifyListenerAttributes"), ...tags.elb],
    delete: elb("DeleteListener"),
    source: `${provider}/elbv2/listener.go`,
  },
  aws_lb_target_group: {
    read: elb("DescribeTargetGroups", "DescribeTargetGroupAttributes", "DescribeTags"),
    create: elb("CreateTargetGroup", "ModifyTargetGroupAttributes", "AddTags"),
    update: [...elb("ModifyTargetGroup"), ...tags.elb],
    delete: elb("DeleteTargetGroup"),
    source: `${provider}/elbv2/target_group.go`,
  },
  aws_lb_target_group_attachment: {
    read: elb("DescribeTargetHealth"),
    create: elb("RegisterTargets"),
    delete: elb("DeregisterTargets"),
    source: `${provider}/elbv2/target_group_attachment.go`,
  },
  aws_network_interface: {
    read: ec2("DescribeNetworkInterfaces"),
    create: [...ec2("CreateNetworkInterface"), "ec2:CreateTags"],
    update: [...ec2("ModifyNetworkInterfaceAttribute"), ...tags.ec2],
    delete: ec2("DeleteNetworkInterface", "DetachNetworkInterface"),
    source: `${provider}/ec2/vpc_network_interface.go`,
  },
  aws_route53_record: {
    read: route53("GetHostedZone", "ListResourceRecordSets"),
    create: route53("ChangeResourceRecordSets", "GetChange"),
    delete: route53("ChangeResourceRecordSets", "GetChange"),
    source: `${provider}/route53/record.go`,
  },
  aws_route53_zone: {
    read: route53("GetHostedZone", "ListResourceRecordSets", "ListTagsForResource"),
    create: [...route53("CreateHostedZone", "ChangeTagsForResource", "GetChange"), "ec2:DescribeVpcs"],
    update: route53("UpdateHostedZoneComment", "AssociateVPCWithHostedZone", "DisassociateVPCFromHostedZone"),
    delete: route53("DeleteHostedZone", "GetChange"),
    source: `${provider}/route53/zone.go`,
  },
  // Since 6.23, the provider reads and writes tags with S3 Control, and with S3 if it may not.
  aws_s3_bucket: {
    read: s3(
      "GetAccelerateConfiguration",
      "GetBucketAcl",
      "GetBucketCORS",
      "GetBucketLogging",
      "GetBucketObjectLockConfiguration",
      "GetBucketPolicy",
      "GetBucketRequestPayment",
      "GetBucketTagging",
      "GetBucketVersioning",
      "GetBucketWebsite",
      "GetEncryptionConfiguration",
      "GetLifecycleConfiguration",
      "GetReplicationConfiguration",
      "ListBucket",
      "ListTagsForResource",
    ),
    create: s3("CreateBucket", "PutBucketTagging", "TagResource"),
    update: s3("PutBucketTagging", "TagResource", "UntagResource"),
    // A bucket without protection is emptied first.
    delete: s3("DeleteBucket", "ListBucketVersions", "DeleteObject", "DeleteObjectVersion"),
    source: `${provider}/s3/bucket.go`,
  },
  aws_s3_bucket_lifecycle_configuration: setting("LifecycleConfiguration", "bucket_lifecycle_configuration"),
  aws_s3_bucket_ownership_controls: setting("BucketOwnershipControls", "bucket_ownership_controls"),
  aws_s3_bucket_policy: setting("BucketPolicy", "bucket_policy", s3("DeleteBucketPolicy")),
  aws_s3_bucket_public_access_block: setting("BucketPublicAccessBlock", "bucket_public_access_block"),
  aws_s3_bucket_server_side_encryption_configuration: setting(
    "EncryptionConfiguration",
    "bucket_server_side_encryption_configuration",
  ),
  aws_s3_bucket_versioning: setting("BucketVersioning", "bucket_versioning"),
  aws_s3_object: {
    read: s3("GetObject", "GetObjectTagging"),
    create: s3("PutObject"),
    update: s3("PutObjectTagging"),
    delete: s3("ListBucketVersions", "DeleteObject", "DeleteObjectVersion"),
    source: `${provider}/s3/object.go`,
  },
};

/** What Terraform calls for data sources of clusters of kubeadm. */
export const selfManagedDataSources: Readonly<Record<string, ResourceActions>> = {
  aws_s3_object: {
    read: s3("GetObject", "GetObjectTagging", "GetObjectVersion"),
    source: `${provider}/s3/object_data_source.go`,
  },
};
