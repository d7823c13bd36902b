import { eksResources, type Repeatable, type Search } from "./eks-resources";

const same = "another apply sets the same values again";

/**
 * The resource types of stacks with kubeadm clusters on AWS: those of EKS stacks, and more. Duplicates can be deleted in this order.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
export const kubeadmResources: Readonly<Record<string, Search | Repeatable>> = {
  aws_lb_listener: {
    find: `aws elbv2 describe-listeners --load-balancer-arn {load_balancer_arn} --query "Listeners[?Port==\`{port}\`].ListenerArn"`,
    importId: "{found}",
  },
  aws_lb: {
    find: `aws elbv2 describe-load-balancers --names {name} --query "LoadBalancers[].LoadBalancerArn"`,
    importId: "{found}",
  },
  aws_lb_target_group: {
    find: `aws elbv2 describe-target-groups --names {name} --query "TargetGroups[].TargetGroupArn"`,
    importId: "{found}",
  },
  aws_lb_target_group_attachment: { repeatable: "another apply registers the same targets again" },
  aws_route53_record: {
    find: `aws route53 list-resource-record-sets --hosted-zone-id {zone_id} --query "ResourceRecordSets[?Name=='{name}.' && Type=='{type}'].Name"`,
    importId: "{zone_id}_{name}_{type}",
  },
  aws_route53_zone: {
    find: `aws route53 list-hosted-zones-by-name --dns-name {name} --query "HostedZones[?Name=='{name}.'].Id"`,
    importId: "{found}",
  },
  ...eksResources,
  aws_network_interface: {
    find: `aws ec2 describe-network-interfaces --filters "Name=tag:Name,Values={tags.Name}" --query "NetworkInterfaces[].NetworkInterfaceId"`,
    importId: "{found}",
    remove: ["aws ec2 delete-network-interface --network-interface-id {found}"],
  },
  aws_ebs_volume: {
    find: `aws ec2 describe-volumes --filters "Name=tag:Name,Values={tags.Name}" --query "Volumes[].VolumeId"`,
    importId: "{found}",
  },
  aws_s3_bucket: {
    find: `aws s3api list-buckets --query "Buckets[?starts_with(Name, '{bucket_prefix}')].Name"`,
    importId: "{found}",
  },
  aws_s3_bucket_lifecycle_configuration: { repeatable: same },
  aws_s3_bucket_ownership_controls: { repeatable: same },
  aws_s3_bucket_policy: { repeatable: same },
  aws_s3_bucket_public_access_block: { repeatable: same },
  aws_s3_bucket_server_side_encryption_configuration: { repeatable: same },
  aws_s3_bucket_versioning: { repeatable: same },
  aws_s3_object: { repeatable: same },
};
