import { eksResources } from "../eks/resources";
import type { ResourceFacts } from "../platform";
import { blocks } from "../stack";
import {
  dnsZone,
  etcdDisk,
  fixedFieldsRecord,
  hours,
  machineGroup,
  machineTemplate,
  store,
} from "./machines";

/** Resources that exist within seconds. */
const quick: ResourceFacts = { minutes: 0.1 };
const ofControlPlane: ResourceFacts = { minutes: 0.1, step: "control plane" };
const autoScaling = "https://docs.aws.amazon.com/autoscaling/ec2/userguide";

/** Types that mean the same for EKS. */
const {
  aws_autoscaling_lifecycle_hook,
  aws_default_security_group,
  aws_eip,
  aws_iam_instance_profile,
  aws_iam_role,
  aws_iam_role_policy,
  aws_iam_role_policy_attachment,
  aws_internet_gateway,
  aws_nat_gateway,
  aws_route,
  aws_route_table,
  aws_route_table_association,
  aws_security_group,
  aws_subnet,
  aws_vpc,
  aws_vpc_endpoint,
  aws_vpc_security_group_egress_rule,
  aws_vpc_security_group_ingress_rule,
} = eksResources;

/** What is known of the resource types of kubeadm stacks on AWS. Times are estimates without a measurement. */
export const awsMachineResources: Readonly<Record<string, ResourceFacts>> = {
  terraform_data: fixedFieldsRecord,
  aws_autoscaling_lifecycle_hook,
  aws_default_security_group,
  aws_eip,
  aws_iam_instance_profile,
  aws_iam_role,
  aws_iam_role_policy,
  aws_iam_role_policy_attachment,
  aws_internet_gateway,
  aws_nat_gateway,
  aws_route,
  aws_route_table,
  aws_route_table_association,
  aws_security_group,
  aws_subnet,
  aws_vpc,
  aws_vpc_endpoint,
  aws_vpc_security_group_egress_rule,
  aws_vpc_security_group_ingress_rule,
  aws_autoscaling_group: machineGroup(`${autoScaling}/lifecycle-hooks.html`, {
    text: "Each machine completes the launching hook of its group when it works. Terraform waits for that.",
    source: `${autoScaling}/lifecycle-hooks.html`,
  }),
  aws_launch_template: machineTemplate(
    ({ block_device_mappings }) => blocks(blocks(block_device_mappings)[0]?.ebs)[0]?.volume_size,
  ),
  aws_ebs_volume: etcdDisk,
  aws_network_interface: quick,
  aws_lb: {
    minutes: 2.5,
    step: "control plane",
    timeSource:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-network-load-balancer.html",
    bills: [hours("network load balancer")],
    hidden: [
      {
        text: "AWS creates a network interface of the load balancer in each of its subnets.",
        source:
          "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html#availability-zones",
      },
    ],
  },
  aws_lb_listener: ofControlPlane,
  aws_lb_target_group: ofControlPlane,
  aws_lb_target_group_attachment: ofControlPlane,
  aws_route53_record: { minutes: 0.6, step: "control plane" },
  aws_route53_zone: dnsZone,
  aws_s3_bucket: store,
  aws_s3_bucket_lifecycle_configuration: quick,
  aws_s3_bucket_ownership_controls: quick,
  aws_s3_bucket_policy: quick,
  aws_s3_bucket_public_access_block: quick,
  aws_s3_bucket_server_side_encryption_configuration: quick,
  aws_s3_bucket_versioning: quick,
  aws_s3_object: quick,
};
