import type { Redundancy } from "./requirement";

/** Types of resources that open a path, grant a permission or admit a principal. */
export const eksRuleTypes = [
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
  "aws_route",
  "aws_route_table_association",
  "aws_nat_gateway",
  "aws_eip",
  "aws_internet_gateway",
  "aws_egress_only_internet_gateway",
  "aws_vpc_endpoint",
  "aws_iam_role_policy_attachment",
  "aws_iam_role_policy",
  "aws_iam_openid_connect_provider",
  "aws_eks_pod_identity_association",
  "aws_eks_access_entry",
  "aws_eks_access_policy_association",
  "aws_efs_mount_target",
  "aws_efs_file_system_policy",
  "aws_cloudwatch_event_rule",
  "aws_cloudwatch_event_target",
  "aws_sqs_queue_policy",
];

/** Lists inside resources, of which each item is a rule. */
export const eksRuleLists = ["aws_eks_node_group.taint", "aws_eks_addon.pod_identity_association"];

/** Rules that are there in each cluster, so that the end of the last Fargate profile does not interrupt nodes. */
export const eksRedundancies: readonly Redundancy[] = [
  {
    rule: /^aws_vpc_security_group_ingress_rule\.node_groups_security_group_(control_plane_from_nodes|nodes_from_control_plane)/,
    containedIn: /^aws_vpc_security_group_ingress_rule\.node_groups_pod_traffic_/,
    why: "pods on Fargate and in Auto Mode are in the group of the control plane, and reach nodes on all ports",
  },
];
