/**
 * What is there in AWS, and Terraform does not know of it: how it is found, and how it is brought back. Words in braces are
 * arguments of the resource, `{found}` is what the command finds.
 */
export interface Mending {
  readonly type: string;
  /** A part of what Terraform says when it is applied again; without, it says nothing and makes a second one. */
  readonly says?: string;
  /** Lists the things that may be it. */
  readonly find: string;
  /** For `terraform import ADDRESS ID`. */
  readonly importId: string;
  /** Lists what is in its way, where that is something else than a second one. */
  readonly findOthers?: string;
  /** Takes a second one away, of things whose names need not differ; or what stands in the way of another. */
  readonly remove?: readonly string[];
  /** What is in its way makes it fail for good, so that it has to be replaced; others are whole when Terraform holds them for half made. */
  readonly fails?: true;
}

/** An error of Terraform. */
export interface Said {
  /** Of which resource, where it is of one. */
  readonly address?: string;
  readonly text: string;
}

/** The errors in what Terraform put out. */
export function errorsIn(output: string): Said[] {
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

const rule = (type: "ingress" | "egress"): Mending => ({
  type: `aws_vpc_security_group_${type}_rule`,
  says: "InvalidPermission.Duplicate",
  find: rulesWith("Description=='{description}'"),
  importId: "{found}",
});

/** For a state whose lock nobody will give back. */
export const UNLOCK = "terraform force-unlock ID";

/** For a thing that Terraform holds for half made, and that is in the way of the one that shall take its place. */
export const UNTAINT = "terraform untaint ADDRESS";

/** For a thing that stands in the way of the one that was made in its place. */
export const FORGET = "terraform state rm ADDRESS";

/** In the order in which second ones can be removed. */
export const MENDINGS: readonly Mending[] = [
  {
    type: "aws_nat_gateway",
    says: "is already associated",
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
    says: "RouteAlreadyExists",
    find: byName("describe-vpc-endpoints", "filters", "VpcEndpoints[?State=='available'].VpcEndpointId"),
    importId: "{found}",
  },
  {
    type: "aws_route",
    says: "RouteAlreadyExists",
    find: `aws ec2 describe-route-tables --filters Name=route-table-id,Values={route_table_id} Name=route.destination-cidr-block,Values={destination_cidr_block} --query "RouteTables[].RouteTableId"`,
    importId: "{route_table_id}_{destination_cidr_block}",
  },
  {
    type: "aws_route_table_association",
    says: "Resource.AlreadyAssociated",
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
    says: "already has an internet gateway attached",
    find: `aws ec2 describe-internet-gateways --filters Name=attachment.vpc-id,Values={vpc_id} --query "InternetGateways[].InternetGatewayId"`,
    importId: "{found}",
    findOthers: byName("describe-internet-gateways", "filters", "InternetGateways[].InternetGatewayId"),
    remove: [
      "aws ec2 detach-internet-gateway --internet-gateway-id {found} --vpc-id {vpc_id}",
      "aws ec2 delete-internet-gateway --internet-gateway-id {found}",
    ],
  },
  {
    type: "aws_subnet",
    says: "InvalidSubnet.Conflict",
    find: byName("describe-subnets", "filters", "Subnets[].SubnetId"),
    importId: "{found}",
  },
  rule("ingress"),
  {
    ...rule("egress"),
    // A security group begins with a rule of AWS' own that lets everything out; the provider takes it away first.
    findOthers: rulesWith("CidrIpv4=='{cidr_ipv4}' && IpProtocol=='{ip_protocol}'"),
    remove: [
      "aws ec2 revoke-security-group-egress --group-id {security_group_id} --security-group-rule-ids {found}",
    ],
  },
  {
    type: "aws_security_group",
    says: "InvalidGroup.Duplicate",
    find: byName("describe-security-groups", "filters", "SecurityGroups[].GroupId"),
    importId: "{found}",
  },
  {
    type: "aws_flow_log",
    says: "FlowLogAlreadyExists",
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
    says: "AlreadyExistsException",
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
    says: "ResourceAlreadyExistsException",
    find: `aws logs describe-log-groups --log-group-name-prefix {name} --query "logGroups[?logGroupName=='{name}'].logGroupName"`,
    importId: "{name}",
  },
  {
    type: "aws_iam_role",
    says: "EntityAlreadyExists",
    find: `aws iam get-role --role-name {name} --query "Role.RoleName"`,
    importId: "{name}",
  },
  {
    type: "aws_launch_template",
    says: "InvalidLaunchTemplateName.AlreadyExistsException",
    find: `aws ec2 describe-launch-templates --launch-template-names {name} --query "LaunchTemplates[].LaunchTemplateId"`,
    importId: "{found}",
  },
  {
    type: "aws_eks_cluster",
    says: "ResourceInUseException",
    find: `aws eks describe-cluster --name {name} --query "cluster.name"`,
    importId: "{name}",
  },
  {
    type: "aws_eks_node_group",
    says: "ResourceInUseException",
    find: `aws eks describe-nodegroup --cluster-name {cluster_name} --nodegroup-name {node_group_name} --query "nodegroup.nodegroupName"`,
    importId: "{cluster_name}:{node_group_name}",
  },
  {
    type: "aws_eks_addon",
    says: "ResourceInUseException",
    find: `aws eks describe-addon --cluster-name {cluster_name} --addon-name {addon_name} --query "addon.addonName"`,
    importId: "{cluster_name}:{addon_name}",
  },
  {
    type: "aws_eks_access_entry",
    says: "ResourceInUseException",
    find: `aws eks describe-access-entry --cluster-name {cluster_name} --principal-arn {principal_arn} --query "accessEntry.principalArn"`,
    importId: "{cluster_name}:{principal_arn}",
  },
  {
    type: "aws_eks_pod_identity_association",
    says: "ResourceInUseException",
    find: `aws eks list-pod-identity-associations --cluster-name {cluster_name} --namespace {namespace} --service-account {service_account} --query "associations[].associationId"`,
    importId: "{cluster_name},{found}",
  },
];

/** What can be made again though it is there: the call says what shall be, and not that it be made. */
export const MADE_AGAIN: readonly string[] = [
  "aws_autoscaling_group_tag",
  "aws_default_security_group",
  "aws_eks_access_policy_association",
  "aws_iam_role_policy",
  "aws_iam_role_policy_attachment",
];

/** What Terraform says besides of which type, and why that needs no row in the table. */
export const ALSO_SAID: readonly { readonly type: string; readonly says: string; readonly why: string }[] = [
  {
    type: "aws_internet_gateway",
    says: "Resource.AlreadyAssociated",
    why: "It was attached and the answer lost, so the call came again: it is whole, and untainted.",
  },
  {
    type: "aws_default_security_group",
    says: "InvalidPermission.NotFound",
    why: "A rule was revoked and the answer lost, so the call came again: it is whole, and untainted.",
  },
];

/** What of that which Terraform said is neither in the table nor known besides, of its own type. */
export function unforeseenIn(said: readonly Said[]): string[] {
  return said
    .filter(({ address, text }) => {
      const type = address?.split(".")[0];
      return ![...MENDINGS, ...ALSO_SAID].some(
        (one) => one.type === type && one.says !== undefined && text.includes(one.says),
      );
    })
    .map(({ address, text }) => `${address ?? "no address"}: ${text}`);
}

/** The ids of things in a state. That a route table's routes speak of a gateway does not mean that the gateway is in it. */
export function idsOf(
  things: readonly { readonly attributes: Readonly<Record<string, unknown>> }[],
): Set<unknown> {
  return new Set(things.map(({ attributes }) => attributes.id));
}

/** Fills in what is in braces; undefined when a value is not known yet. */
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
