import type { Config, StackView } from "./model";
import { actionsOf, has, provider, type ResourceActions } from "./resource-actions";

const ec2 = actionsOf("ec2");
const autoscaling = actionsOf("autoscaling");

const ec2Tags = ec2("CreateTags", "DeleteTags");

const groupRule = (source: string, direction: "Ingress" | "Egress"): ResourceActions => ({
  read: ec2("DescribeSecurityGroupRules"),
  create: [...ec2(`AuthorizeSecurityGroup${direction}`), ...ec2("CreateTags")],
  update: [...ec2("ModifySecurityGroupRules"), ...ec2Tags],
  delete: ec2(`RevokeSecurityGroup${direction}`),
  source,
});

/** Whether a launch template of the stack tags machines. */
export const machinesHaveTags = (_: Config, view: StackView): boolean =>
  view.of("aws_launch_template").some(has("tag_specifications"));

/** What Terraform calls for networks and machines. */
export const ec2Resources: Readonly<Record<string, ResourceActions>> = {
  aws_autoscaling_group: {
    read: autoscaling("DescribeAutoScalingGroups", "DescribeWarmPool"),
    create: [
      ...autoscaling(
        "CreateAutoScalingGroup",
        "CreateOrUpdateTags",
        "DescribeScalingActivities",
        "PutLifecycleHook",
        "PutWarmPool",
        "EnableMetricsCollection",
      ),
      ...autoscaling("SuspendProcesses"),
      ...ec2("RunInstances", "CreateTags"),
    ],
    update: autoscaling(
      "UpdateAutoScalingGroup",
      "DeleteTags",
      "DescribeWarmPool",
      "DeleteWarmPool",
      "ResumeProcesses",
      "StartInstanceRefresh",
      "CancelInstanceRefresh",
      "DescribeInstanceRefreshes",
      "DisableMetricsCollection",
    ),
    delete: autoscaling("DeleteAutoScalingGroup", "DeleteWarmPool", "UpdateAutoScalingGroup"),
    when: {
      "autoscaling:DeleteWarmPool": has("warm_pool"),
      "autoscaling:DescribeWarmPool": has("warm_pool"),
      "autoscaling:EnableMetricsCollection": has("enabled_metrics"),
      "autoscaling:PutLifecycleHook": has("initial_lifecycle_hook"),
      "autoscaling:PutWarmPool": has("warm_pool"),
      "autoscaling:SuspendProcesses": has("suspended_processes"),
      "ec2:CreateTags": machinesHaveTags,
    },
    source: `${provider}/autoscaling/group.go`,
  },
  aws_autoscaling_group_tag: {
    read: autoscaling("DescribeTags"),
    create: autoscaling("CreateOrUpdateTags"),
    delete: autoscaling("DeleteTags"),
    source: `${provider}/autoscaling/tag_gen.go`,
  },
  aws_autoscaling_lifecycle_hook: {
    read: autoscaling("DescribeLifecycleHooks"),
    create: autoscaling("PutLifecycleHook"),
    delete: autoscaling("DeleteLifecycleHook"),
    source: `${provider}/autoscaling/lifecycle_hook.go`,
  },
  aws_autoscaling_schedule: {
    read: autoscaling("DescribeScheduledActions"),
    create: autoscaling("PutScheduledUpdateGroupAction"),
    delete: autoscaling("DeleteScheduledAction"),
    source: `${provider}/autoscaling/schedule.go`,
  },
  aws_default_security_group: {
    read: ec2("DescribeSecurityGroups"),
    create: ec2(
      "DescribeSecurityGroupRules",
      "RevokeSecurityGroupIngress",
      "RevokeSecurityGroupEgress",
      "CreateTags",
    ),
    update: ec2Tags,
    source: `${provider}/ec2/vpc_default_security_group.go`,
  },
  aws_ec2_tag: {
    read: ec2("DescribeTags"),
    create: ec2("CreateTags"),
    delete: ec2("DeleteTags"),
    source: `${provider}/ec2/tag_gen.go`,
  },
  aws_egress_only_internet_gateway: {
    read: ec2("DescribeEgressOnlyInternetGateways"),
    create: ec2("CreateEgressOnlyInternetGateway", "CreateTags"),
    update: ec2Tags,
    delete: ec2("DeleteEgressOnlyInternetGateway"),
    source: `${provider}/ec2/vpc_egress_only_internet_gateway.go`,
  },
  aws_eip: {
    read: ec2("DescribeAddresses", "DescribeAddressesAttribute"),
    create: ec2("AllocateAddress", "CreateTags"),
    update: ec2Tags,
    delete: ec2("DisassociateAddress", "ReleaseAddress"),
    source: `${provider}/ec2/ec2_eip.go`,
  },
  aws_flow_log: {
    read: ec2("DescribeFlowLogs"),
    create: [...ec2("CreateFlowLogs", "CreateTags"), "iam:PassRole"],
    update: ec2Tags,
    delete: ec2("DeleteFlowLogs"),
    source: `${provider}/ec2/vpc_flow_log.go`,
  },
  aws_internet_gateway: {
    read: ec2("DescribeInternetGateways"),
    create: ec2("CreateInternetGateway", "AttachInternetGateway", "CreateTags"),
    update: ec2Tags,
    delete: ec2("DetachInternetGateway", "DeleteInternetGateway"),
    source: `${provider}/ec2/vpc_internet_gateway.go`,
  },
  aws_launch_template: {
    read: ec2("DescribeLaunchTemplates", "DescribeLaunchTemplateVersions"),
    create: ec2("CreateLaunchTemplate", "CreateTags"),
    update: [...ec2("CreateLaunchTemplateVersion", "ModifyLaunchTemplate"), ...ec2Tags],
    delete: ec2("DeleteLaunchTemplate"),
    source: `${provider}/ec2/ec2_launch_template.go`,
  },
  aws_nat_gateway: {
    read: ec2("DescribeNatGateways"),
    create: ec2("CreateNatGateway", "CreateTags"),
    update: ec2Tags,
    delete: ec2("DeleteNatGateway"),
    source: `${provider}/ec2/vpc_nat_gateway.go`,
  },
  aws_placement_group: {
    read: ec2("DescribePlacementGroups"),
    create: ec2("CreatePlacementGroup", "CreateTags"),
    update: ec2Tags,
    delete: ec2("DeletePlacementGroup"),
    source: `${provider}/ec2/ec2_placement_group.go`,
  },
  aws_route: {
    read: ec2("DescribeRouteTables"),
    create: ec2("CreateRoute"),
    update: ec2("ReplaceRoute"),
    delete: ec2("DeleteRoute"),
    source: `${provider}/ec2/vpc_route.go`,
  },
  aws_route_table: {
    read: ec2("DescribeRouteTables"),
    create: ec2("CreateRouteTable", "CreateTags"),
    update: ec2Tags,
    delete: ec2("DeleteRouteTable"),
    source: `${provider}/ec2/vpc_route_table.go`,
  },
  aws_route_table_association: {
    read: ec2("DescribeRouteTables"),
    create: ec2("AssociateRouteTable"),
    update: ec2("ReplaceRouteTableAssociation"),
    delete: ec2("DisassociateRouteTable"),
    source: `${provider}/ec2/vpc_route_table_association.go`,
  },
  aws_security_group: {
    read: ec2("DescribeSecurityGroups"),
    // The provider removes the rule to everywhere that EC2 adds to each new group.
    create: ec2("CreateSecurityGroup", "CreateTags", "RevokeSecurityGroupEgress"),
    update: ec2Tags,
    delete: ec2("DeleteSecurityGroup", "DescribeNetworkInterfaces"),
    source: `${provider}/ec2/vpc_security_group.go`,
  },
  aws_subnet: {
    read: ec2("DescribeSubnets"),
    create: ec2("CreateSubnet", "CreateTags"),
    // Also in a creation: CreateSubnet does not have each argument.
    update: [...ec2("ModifySubnetAttribute"), ...ec2Tags],
    delete: ec2("DeleteSubnet", "DescribeNetworkInterfaces"),
    source: `${provider}/ec2/vpc_subnet.go`,
  },
  aws_vpc: {
    read: ec2(
      "DescribeVpcs",
      "DescribeVpcAttribute",
      "DescribeNetworkAcls",
      "DescribeRouteTables",
      "DescribeSecurityGroups",
    ),
    create: ec2("CreateVpc", "ModifyVpcAttribute", "CreateTags"),
    update: ec2("AssociateVpcCidrBlock", "DisassociateVpcCidrBlock", "DeleteTags"),
    delete: ec2("DeleteVpc"),
    source: `${provider}/ec2/vpc_.go`,
  },
  aws_vpc_endpoint: {
    read: ec2("DescribeVpcEndpoints", "DescribePrefixLists", "DescribeNetworkInterfaces"),
    create: ec2("CreateVpcEndpoint", "CreateTags"),
    update: [...ec2("ModifyVpcEndpoint"), ...ec2Tags],
    delete: ec2("DeleteVpcEndpoints"),
    // The addresses of an interface endpoint are those of its network interfaces.
    when: { "ec2:DescribeNetworkInterfaces": ({ vpc_endpoint_type }) => vpc_endpoint_type === "Interface" },
    source: `${provider}/ec2/vpc_endpoint.go`,
  },
  aws_vpc_ipv4_cidr_block_association: {
    read: ec2("DescribeVpcs"),
    create: ec2("AssociateVpcCidrBlock"),
    delete: ec2("DisassociateVpcCidrBlock"),
    source: `${provider}/ec2/vpc_ipv4_cidr_block_association.go`,
  },
  aws_vpc_security_group_egress_rule: groupRule(
    `${provider}/ec2/vpc_security_group_egress_rule.go`,
    "Egress",
  ),
  aws_vpc_security_group_ingress_rule: groupRule(
    `${provider}/ec2/vpc_security_group_ingress_rule.go`,
    "Ingress",
  ),
};
