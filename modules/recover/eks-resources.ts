/**
 * How to find a resource in AWS. Names in braces are arguments of the resource, or values that `derivedOf` calculates from them; `{found}`
 * is an id that the command finds.
 */
export interface Search {
  /** Lists the candidates. The output is a JSON list of ids, an id, or null. */
  readonly find: string;

  /** Lists ids whose details the command in `find` asks for, one after the other, with the id as the last argument. */
  readonly list?: string;

  /** Lists further candidates, which are imported only if `find` lists none. */
  readonly findDuplicates?: string;

  /** For `terraform import ADDRESS ID`. */
  readonly importId: string;

  /** Delete a duplicate. Omitted for types with unique names. */
  readonly remove?: readonly string[];

  /** Objects that the cloud adds to a new resource, and that the provider deletes as a part of the creation. */
  readonly added?: Added;
}

/** Objects that the cloud adds to a resource. Names in braces are attributes of the resource, such as `id`. */
export interface Added {
  /** The type of the resources of the same kind. What is one of them is not removed. */
  readonly type: string;
  readonly find: string;
  readonly remove: readonly string[];
}

/** A type that needs no recovery, with the reason. */
export interface Repeatable {
  readonly repeatable: string;
}

const byName = (call: string, option: string, query: string) =>
  `aws ec2 ${call} --${option} "Name=tag:Name,Values={tags.Name}" --query "${query}"`;

const rule: Search = {
  find: `aws ec2 describe-security-group-rules --filters "Name=group-id,Values={security_group_id}" --query "SecurityGroupRules[?Description=='{description}'].SecurityGroupRuleId"`,
  importId: "{found}",
};

const same = "another apply sets the same values again";
const attached = "another apply attaches the same objects again";

/**
 * The resource types of EKS stacks, in the order in which duplicates can be deleted.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
export const eksResources: Readonly<Record<string, Search | Repeatable>> = {
  aws_nat_gateway: {
    find: byName(
      "describe-nat-gateways",
      "filter",
      "NatGateways[?State=='available' || State=='pending'].NatGatewayId",
    ),
    importId: "{found}",
    remove: ["aws ec2 delete-nat-gateway --nat-gateway-id {found}"],
  },
  aws_eip: {
    find: byName("describe-addresses", "filters", "Addresses[].AllocationId"),
    importId: "{found}",
    remove: ["aws ec2 release-address --allocation-id {found}"],
  },
  aws_vpc_endpoint: {
    find: byName(
      "describe-vpc-endpoints",
      "filters",
      "VpcEndpoints[?State!='deleted' && State!='deleting'].VpcEndpointId",
    ),
    importId: "{found}",
  },
  aws_route: {
    find: `aws ec2 describe-route-tables --filters "Name=route-table-id,Values={route_table_id}" "Name=route.destination-{derived.family},Values={derived.destination}" --query "RouteTables[].RouteTableId"`,
    importId: "{route_table_id}_{derived.destination}",
  },
  aws_route_table_association: {
    find: `aws ec2 describe-route-tables --filters "Name=association.subnet-id,Values={subnet_id}" "Name=route-table-id,Values={route_table_id}" --query "RouteTables[].RouteTableId"`,
    importId: "{subnet_id}/{route_table_id}",
  },
  aws_route_table: {
    find: byName("describe-route-tables", "filters", "RouteTables[].RouteTableId"),
    importId: "{found}",
    remove: ["aws ec2 delete-route-table --route-table-id {found}"],
  },
  aws_internet_gateway: {
    // A second gateway cannot be attached, so the attached one is that of the stack.
    find: `aws ec2 describe-internet-gateways --filters "Name=attachment.vpc-id,Values={vpc_id}" --query "InternetGateways[].InternetGatewayId"`,
    findDuplicates: byName("describe-internet-gateways", "filters", "InternetGateways[].InternetGatewayId"),
    importId: "{found}",
    remove: [
      "aws ec2 detach-internet-gateway --internet-gateway-id {found} --vpc-id {vpc_id}",
      "aws ec2 delete-internet-gateway --internet-gateway-id {found}",
    ],
  },
  aws_egress_only_internet_gateway: {
    find: byName(
      "describe-egress-only-internet-gateways",
      "filters",
      "EgressOnlyInternetGateways[].EgressOnlyInternetGatewayId",
    ),
    importId: "{found}",
    remove: ["aws ec2 delete-egress-only-internet-gateway --egress-only-internet-gateway-id {found}"],
  },
  aws_efs_mount_target: {
    find: `aws efs describe-mount-targets --file-system-id {file_system_id} --query "MountTargets[?SubnetId=='{subnet_id}'].MountTargetId"`,
    importId: "{found}",
  },
  aws_efs_access_point: {
    find: `aws efs describe-access-points --file-system-id {file_system_id} --query "AccessPoints[?Name=='{tags.Name}'].AccessPointId"`,
    importId: "{found}",
    remove: ["aws efs delete-access-point --access-point-id {found}"],
  },
  aws_efs_file_system_policy: { repeatable: same },
  aws_efs_file_system: {
    find: `aws efs describe-file-systems --query "FileSystems[?Name=='{tags.Name}'].FileSystemId"`,
    importId: "{found}",
    remove: ["aws efs delete-file-system --file-system-id {found}"],
  },
  aws_fsx_lustre_file_system: {
    find: `aws fsx describe-file-systems --query "FileSystems[?Tags[?Key=='Name' && Value=='{tags.Name}']].FileSystemId"`,
    importId: "{found}",
    remove: ["aws fsx delete-file-system --file-system-id {found}"],
  },
  aws_subnet: { find: byName("describe-subnets", "filters", "Subnets[].SubnetId"), importId: "{found}" },
  aws_vpc_security_group_ingress_rule: rule,
  aws_vpc_security_group_egress_rule: rule,
  aws_security_group: {
    find: byName("describe-security-groups", "filters", "SecurityGroups[].GroupId"),
    importId: "{found}",
    // Rules that allow all egress: https://docs.aws.amazon.com/vpc/latest/userguide/default-custom-security-groups.html
    added: {
      type: "aws_vpc_security_group_egress_rule",
      find: `aws ec2 describe-security-group-rules --filters "Name=group-id,Values={id}" --query "SecurityGroupRules[?IsEgress && IpProtocol=='-1' && (CidrIpv4=='0.0.0.0/0' || CidrIpv6=='::/0') && !Description].SecurityGroupRuleId"`,
      remove: ["aws ec2 revoke-security-group-egress --group-id {id} --security-group-rule-ids {found}"],
    },
  },
  aws_flow_log: {
    find: `aws ec2 describe-flow-logs --filter "Name=resource-id,Values={vpc_id}" --query "FlowLogs[].FlowLogId"`,
    importId: "{found}",
  },
  aws_vpc_ipv4_cidr_block_association: {
    find: `aws ec2 describe-vpcs --vpc-ids {vpc_id} --query "Vpcs[].CidrBlockAssociationSet[?CidrBlock=='{cidr_block}'][].AssociationId"`,
    importId: "{found}",
  },
  aws_vpc: {
    find: byName("describe-vpcs", "filters", "Vpcs[].VpcId"),
    importId: "{found}",
    remove: ["aws ec2 delete-vpc --vpc-id {found}"],
  },
  aws_kms_alias: {
    find: `aws kms list-aliases --query "Aliases[?AliasName=='{name}'].AliasName"`,
    importId: "{name}",
  },
  aws_kms_key: {
    list: `aws kms list-keys --query "Keys[].KeyId"`,
    find: `aws kms describe-key --query "[KeyMetadata][?Description=='{description}' && KeyState=='Enabled'].KeyId" --key-id`,
    importId: "{found}",
    remove: ["aws kms schedule-key-deletion --key-id {found}"],
  },
  aws_cloudwatch_log_group: {
    find: `aws logs describe-log-groups --log-group-name-prefix {name} --query "logGroups[?logGroupName=='{name}'].logGroupName"`,
    importId: "{name}",
  },
  aws_cloudwatch_event_rule: {
    find: `aws events describe-rule --name {name} --query "Name"`,
    importId: "{name}",
  },
  aws_cloudwatch_event_target: { repeatable: same },
  aws_sqs_queue: {
    find: `aws sqs get-queue-url --queue-name {name} --query "QueueUrl"`,
    importId: "{found}",
  },
  aws_sqs_queue_policy: { repeatable: same },
  aws_iam_role: {
    find: `aws iam get-role --role-name {name} --query "Role.RoleName"`,
    importId: "{name}",
  },
  aws_iam_role_policy: { repeatable: same },
  aws_iam_role_policy_attachment: { repeatable: attached },
  aws_iam_instance_profile: {
    find: `aws iam get-instance-profile --instance-profile-name {name} --query "InstanceProfile.InstanceProfileName"`,
    importId: "{name}",
  },
  aws_iam_openid_connect_provider: {
    find: `aws iam list-open-id-connect-providers --query "OpenIDConnectProviderList[?ends_with(Arn, '/{derived.issuer}')].Arn"`,
    importId: "{found}",
  },
  aws_autoscaling_lifecycle_hook: { repeatable: same },
  aws_autoscaling_schedule: { repeatable: same },
  aws_autoscaling_group_tag: { repeatable: same },
  aws_autoscaling_group: {
    find: `aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names {name} --query "AutoScalingGroups[].AutoScalingGroupName"`,
    importId: "{name}",
  },
  aws_launch_template: {
    find: `aws ec2 describe-launch-templates --launch-template-names {name} --query "LaunchTemplates[].LaunchTemplateId"`,
    importId: "{found}",
  },
  aws_placement_group: {
    find: `aws ec2 describe-placement-groups --group-names {name} --query "PlacementGroups[].GroupName"`,
    importId: "{name}",
  },
  aws_default_security_group: { repeatable: same },
  aws_ec2_tag: { repeatable: same },
  aws_eks_access_policy_association: { repeatable: same },
  aws_eks_pod_identity_association: {
    find: `aws eks list-pod-identity-associations --cluster-name {cluster_name} --namespace {namespace} --service-account {service_account} --query "associations[].associationId"`,
    importId: "{cluster_name},{found}",
  },
  aws_eks_access_entry: {
    find: `aws eks describe-access-entry --cluster-name {cluster_name} --principal-arn {principal_arn} --query "accessEntry.principalArn"`,
    importId: "{cluster_name}:{principal_arn}",
  },
  aws_eks_addon: {
    find: `aws eks describe-addon --cluster-name {cluster_name} --addon-name {addon_name} --query "addon.addonName"`,
    importId: "{cluster_name}:{addon_name}",
  },
  aws_eks_capability: {
    find: `aws eks describe-capability --cluster-name {cluster_name} --capability-name {capability_name} --query "capability.capabilityName"`,
    importId: "{cluster_name},{capability_name}",
  },
  aws_eks_fargate_profile: {
    find: `aws eks describe-fargate-profile --cluster-name {cluster_name} --fargate-profile-name {fargate_profile_name} --query "fargateProfile.fargateProfileName"`,
    importId: "{cluster_name}:{fargate_profile_name}",
  },
  aws_eks_node_group: {
    find: `aws eks describe-nodegroup --cluster-name {cluster_name} --nodegroup-name {node_group_name} --query "nodegroup.nodegroupName"`,
    importId: "{cluster_name}:{node_group_name}",
  },
  aws_eks_cluster: {
    find: `aws eks describe-cluster --name {name} --query "cluster.name"`,
    importId: "{name}",
  },
  aws_backup_selection: {
    find: `aws backup list-backup-selections --backup-plan-id {plan_id} --query "BackupSelectionsList[?SelectionName=='{name}'].SelectionId"`,
    importId: "{plan_id}|{found}",
  },
  aws_backup_plan: {
    find: `aws backup list-backup-plans --query "BackupPlansList[?BackupPlanName=='{name}'].BackupPlanId"`,
    importId: "{found}",
  },
  aws_backup_vault: {
    find: `aws backup list-backup-vaults --query "BackupVaultList[?BackupVaultName=='{name}'].BackupVaultName"`,
    importId: "{name}",
  },
};

export type Values = Readonly<Record<string, unknown>>;

/** Values for commands that no argument has: the destination of a route of either family, and the issuer without its protocol. */
export function derivedOf({ destination_cidr_block, destination_ipv6_cidr_block, url }: Values): Values {
  const isIpv4 = typeof destination_cidr_block === "string" && destination_cidr_block !== "";
  return {
    family: isIpv4 ? "cidr-block" : "ipv6-cidr-block",
    destination: isIpv4 ? destination_cidr_block : destination_ipv6_cidr_block,
    issuer: typeof url === "string" ? url.replace(/^https:\/\//, "") : undefined,
  };
}
