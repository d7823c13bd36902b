/**
 * How to find and recover a resource that exists in AWS and is not in the state. Names in braces are arguments of the resource;
 * `{found}` is the id that the command finds.
 */
export interface RecoveryStep {
  readonly type: string;
  /** A part of the error of another apply. If omitted, another apply creates a duplicate without an error. */
  readonly error?: string;
  /** Lists the candidates. */
  readonly find: string;
  /** For `terraform import ADDRESS ID`. */
  readonly importId: string;
  /** Lists the objects that block the resource, if they are not duplicates of it. */
  readonly findDuplicates?: string;
  /** Deletes a duplicate, for types whose names need not be unique, or an object that blocks the resource. */
  readonly remove?: readonly string[];
  /** If blocked, the resource fails permanently and must be replaced. Tainted resources of other types are complete. */
  readonly fails?: true;
}

/** An error of Terraform. */
export interface TerraformError {
  /** The resource, if the error belongs to one. */
  readonly address?: string;
  readonly text: string;
}

/** The errors in the output of Terraform. */
export function errorsIn(output: string): TerraformError[] {
  const blocks = output.split(/^Error: /m).slice(1);
  return blocks.map((block) => ({
    address: /^\s+with (\S+),$/m.exec(block)?.[1],
    text: block.replace(/\s+/g, " ").trim().slice(0, 1500),
  }));
}

const byName = (call: string, option: string, query: string) =>
  `aws ec2 ${call} --${option} Name=tag:Name,Values={tags.Name} --query "${query}"`;

const rulesWith = (condition: string) =>
  `aws ec2 describe-security-group-rules --filters Name=group-id,Values={security_group_id} --query "SecurityGroupRules[?${condition}].SecurityGroupRuleId"`;

const rule = (type: "ingress" | "egress"): RecoveryStep => ({
  type: `aws_vpc_security_group_${type}_rule`,
  error: "InvalidPermission.Duplicate",
  find: rulesWith("Description=='{description}'"),
  importId: "{found}",
});

/** For a state that an ended process has locked. */
export const UNLOCK = "terraform force-unlock ID";

/** For a tainted resource that blocks its replacement. */
export const UNTAINT = "terraform untaint ADDRESS";

/** For a deposed object that blocks its replacement. */
export const FORGET = "terraform state rm ADDRESS";

/** In the order in which duplicates can be removed. */
export const RECOVERY_STEPS: readonly RecoveryStep[] = [
  {
    type: "aws_nat_gateway",
    error: "is already associated",
    find: byName("describe-nat-gateways", "filter", "NatGateways[?State=='available'].NatGatewayId"),
    importId: "{found}",
    remove: ["aws ec2 delete-nat-gateway --nat-gateway-id {found}"],
    fails: true,
  },
  {
    type: "aws_eip",
    find: byName("describe-addresses", "filters", "Addresses[].AllocationId"),
    importId: "{found}",
    remove: ["aws ec2 release-address --allocation-id {found}"],
  },
  {
    type: "aws_vpc_endpoint",
    error: "RouteAlreadyExists",
    find: byName("describe-vpc-endpoints", "filters", "VpcEndpoints[?State=='available'].VpcEndpointId"),
    importId: "{found}",
  },
  {
    type: "aws_route",
    error: "RouteAlreadyExists",
    find: `aws ec2 describe-route-tables --filters Name=route-table-id,Values={route_table_id} Name=route.destination-cidr-block,Values={destination_cidr_block} --query "RouteTables[].RouteTableId"`,
    importId: "{route_table_id}_{destination_cidr_block}",
  },
  {
    type: "aws_route_table_association",
    error: "Resource.AlreadyAssociated",
    find: `aws ec2 describe-route-tables --filters Name=association.subnet-id,Values={subnet_id} --query "RouteTables[].RouteTableId"`,
    importId: "{subnet_id}/{route_table_id}",
  },
  {
    type: "aws_route_table",
    find: byName("describe-route-tables", "filters", "RouteTables[].RouteTableId"),
    importId: "{found}",
    remove: ["aws ec2 delete-route-table --route-table-id {found}"],
  },
  {
    type: "aws_internet_gateway",
    error: "already has an internet gateway attached",
    find: `aws ec2 describe-internet-gateways --filters Name=attachment.vpc-id,Values={vpc_id} --query "InternetGateways[].InternetGatewayId"`,
    importId: "{found}",
    findDuplicates: byName("describe-internet-gateways", "filters", "InternetGateways[].InternetGatewayId"),
    remove: [
      "aws ec2 detach-internet-gateway --internet-gateway-id {found} --vpc-id {vpc_id}",
      "aws ec2 delete-internet-gateway --internet-gateway-id {found}",
    ],
  },
  {
    type: "aws_subnet",
    error: "InvalidSubnet.Conflict",
    find: byName("describe-subnets", "filters", "Subnets[].SubnetId"),
    importId: "{found}",
  },
  rule("ingress"),
  {
    ...rule("egress"),
    // AWS creates a security group with a rule that allows all egress. The provider deletes it first.
    findDuplicates: rulesWith("CidrIpv4=='{cidr_ipv4}' && IpProtocol=='{ip_protocol}'"),
    remove: [
      "aws ec2 revoke-security-group-egress --group-id {security_group_id} --security-group-rule-ids {found}",
    ],
  },
  {
    type: "aws_security_group",
    error: "InvalidGroup.Duplicate",
    find: byName("describe-security-groups", "filters", "SecurityGroups[].GroupId"),
    importId: "{found}",
  },
  {
    type: "aws_flow_log",
    error: "FlowLogAlreadyExists",
    find: `aws ec2 describe-flow-logs --filter Name=resource-id,Values={vpc_id} --query "FlowLogs[].FlowLogId"`,
    importId: "{found}",
  },
  {
    type: "aws_vpc",
    find: byName("describe-vpcs", "filters", "Vpcs[].VpcId"),
    importId: "{found}",
    remove: ["aws ec2 delete-vpc --vpc-id {found}"],
  },
  {
    type: "aws_kms_alias",
    error: "AlreadyExistsException",
    find: `aws kms list-aliases --query "Aliases[?AliasName=='{name}'].AliasName"`,
    importId: "{name}",
  },
  {
    type: "aws_kms_key",
    find: `aws kms list-keys --query "Keys[].KeyId" --output text | xargs -n1 aws kms describe-key --query "[KeyMetadata][?Description=='{description}' && KeyState=='Enabled'].KeyId" --output text --key-id`,
    importId: "{found}",
    remove: ["aws kms schedule-key-deletion --key-id {found}"],
  },
  {
    type: "aws_cloudwatch_log_group",
    error: "ResourceAlreadyExistsException",
    find: `aws logs describe-log-groups --log-group-name-prefix {name} --query "logGroups[?logGroupName=='{name}'].logGroupName"`,
    importId: "{name}",
  },
  {
    type: "aws_iam_role",
    error: "EntityAlreadyExists",
    find: `aws iam get-role --role-name {name} --query "Role.RoleName"`,
    importId: "{name}",
  },
  {
    type: "aws_launch_template",
    error: "InvalidLaunchTemplateName.AlreadyExistsException",
    find: `aws ec2 describe-launch-templates --launch-template-names {name} --query "LaunchTemplates[].LaunchTemplateId"`,
    importId: "{found}",
  },
  {
    type: "aws_eks_cluster",
    error: "ResourceInUseException",
    find: `aws eks describe-cluster --name {name} --query "cluster.name"`,
    importId: "{name}",
  },
  {
    type: "aws_eks_node_group",
    error: "ResourceInUseException",
    find: `aws eks describe-nodegroup --cluster-name {cluster_name} --nodegroup-name {node_group_name} --query "nodegroup.nodegroupName"`,
    importId: "{cluster_name}:{node_group_name}",
  },
  {
    type: "aws_eks_addon",
    error: "ResourceInUseException",
    find: `aws eks describe-addon --cluster-name {cluster_name} --addon-name {addon_name} --query "addon.addonName"`,
    importId: "{cluster_name}:{addon_name}",
  },
  {
    type: "aws_eks_access_entry",
    error: "ResourceInUseException",
    find: `aws eks describe-access-entry --cluster-name {cluster_name} --principal-arn {principal_arn} --query "accessEntry.principalArn"`,
    importId: "{cluster_name}:{principal_arn}",
  },
  {
    type: "aws_eks_pod_identity_association",
    error: "ResourceInUseException",
    find: `aws eks list-pod-identity-associations --cluster-name {cluster_name} --namespace {namespace} --service-account {service_account} --query "associations[].associationId"`,
    importId: "{cluster_name},{found}",
  },
];

/** Types that can be created again although they exist, because the call sets a value. */
export const IDEMPOTENT_TYPES: readonly string[] = [
  "aws_autoscaling_group_tag",
  "aws_default_security_group",
  "aws_eks_access_policy_association",
  "aws_iam_role_policy",
  "aws_iam_role_policy_attachment",
];

/** Other errors of a type, and why they need no row in the table. */
export const OTHER_ERRORS: readonly {
  readonly type: string;
  readonly error: string;
  readonly why: string;
}[] = [
  {
    type: "aws_internet_gateway",
    error: "Resource.AlreadyAssociated",
    why: "It was attached and the answer was lost, so the call was repeated. The gateway is complete; untaint it.",
  },
  {
    type: "aws_default_security_group",
    error: "InvalidPermission.NotFound",
    why: "A rule was revoked and the answer was lost, so the call was repeated. The group is complete; untaint it.",
  },
];

/** The errors that neither {@link RECOVERY_STEPS} nor {@link OTHER_ERRORS} has for their type. */
export function unexpectedIn(errors: readonly TerraformError[]): string[] {
  return errors
    .filter(({ address, text }) => {
      const type = address?.split(".")[0];
      return ![...RECOVERY_STEPS, ...OTHER_ERRORS].some(
        (one) => one.type === type && one.error !== undefined && text.includes(one.error),
      );
    })
    .map(({ address, text }) => `${address ?? "no address"}: ${text}`);
}

/** The ids of the resources in a state. A gateway that only a route refers to is not in the state. */
export function idsOf(
  resources: readonly { readonly attributes: Readonly<Record<string, unknown>> }[],
): Set<unknown> {
  return new Set(resources.map(({ attributes }) => attributes.id));
}

/** Replaces the names in braces; undefined if a value is not known yet. */
export function fill(template: string, values: Readonly<Record<string, unknown>>): string | undefined {
  let complete = true;
  const text = template.replace(/\{([\w.]+)\}/g, (_, path: string) => {
    const value = path
      .split(".")
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], values);
    if (typeof value !== "string") complete = false;
    return String(value);
  });
  return complete ? text : undefined;
}
