import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { minimal, synthesizeEks, synthesizePlain } from "../support/eks";
import { shippedClusters } from "../support/shipped";
import type { Arguments, Synthesized } from "../support/synthesized";

/**
 * The arguments of each type that must differ between two resources of one account, cluster or network. A type without such arguments
 * has none, and two of its resources can exist next to each other.
 *
 * A singleton is unique for its parent, whatever its arguments are.
 */
const uniqueArguments: Readonly<Record<string, readonly string[] | "singleton">> = {
  aws_autoscaling_group: ["name"],
  aws_autoscaling_group_tag: ["tag"],
  aws_autoscaling_lifecycle_hook: ["name"],
  aws_autoscaling_schedule: ["scheduled_action_name"],
  aws_backup_plan: [],
  aws_backup_selection: [],
  aws_backup_vault: ["name"],
  aws_cloudwatch_event_rule: ["name"],
  aws_cloudwatch_event_target: ["target_id"],
  aws_cloudwatch_log_group: ["name"],
  aws_default_security_group: "singleton",
  aws_ec2_tag: ["key"],
  aws_efs_access_point: [],
  aws_efs_file_system: ["creation_token"],
  aws_efs_file_system_policy: "singleton",
  aws_efs_mount_target: ["subnet_id"],
  aws_egress_only_internet_gateway: [],
  aws_eip: [],
  aws_eks_access_entry: ["principal_arn"],
  aws_eks_access_policy_association: ["policy_arn"],
  aws_eks_addon: ["addon_name"],
  aws_eks_capability: ["capability_name"],
  aws_eks_cluster: ["name"],
  aws_eks_fargate_profile: ["fargate_profile_name"],
  aws_eks_node_group: ["node_group_name"],
  aws_eks_pod_identity_association: ["service_account"],
  aws_flow_log: [],
  aws_fsx_lustre_file_system: [],
  aws_iam_instance_profile: ["name"],
  aws_iam_openid_connect_provider: ["url"],
  aws_iam_role: ["name"],
  aws_iam_role_policy: ["name"],
  aws_iam_role_policy_attachment: ["policy_arn"],
  aws_internet_gateway: "singleton",
  aws_kms_alias: ["name"],
  aws_kms_key: [],
  aws_launch_template: ["name"],
  aws_nat_gateway: ["allocation_id"],
  aws_placement_group: ["name"],
  aws_route: ["destination_cidr_block", "destination_ipv6_cidr_block"],
  aws_route_table: [],
  aws_route_table_association: ["subnet_id"],
  aws_security_group: ["name"],
  aws_sqs_queue: ["name"],
  aws_sqs_queue_policy: "singleton",
  aws_subnet: ["cidr_block"],
  aws_vpc: [],
  aws_vpc_endpoint: ["service_name"],
  aws_vpc_ipv4_cidr_block_association: ["cidr_block"],
  aws_vpc_security_group_egress_rule: ["ip_protocol"],
  aws_vpc_security_group_ingress_rule: ["ip_protocol"],
};

/** Arguments whose references follow a rename in place, or belong to what AWS keeps without its parent. */
const looseArguments = ["name", "placement", "launch_template", "target_vault_name"];

interface Resource {
  readonly address: `${string}.${string}`;
  readonly type: string;
  readonly config: Arguments;
}

function resourcesOf(stack: Synthesized): Resource[] {
  return Object.entries(stack.terraform.resource as Record<string, Record<string, Arguments>>).flatMap(
    ([type, named]) =>
      Object.entries(named).map(([name, config]) => ({ address: `${type}.${name}` as const, type, config })),
  );
}

/** The resources that Terraform creates before it destroys: those with the argument, and everything that they depend on. */
function createdFirst(stack: Synthesized): Resource[] {
  const all = resourcesOf(stack);
  const { graph } = stack;
  const own = all.filter(({ config }) => config.lifecycle?.create_before_destroy);
  return all.filter((one) =>
    own.some(({ address }) => address === one.address || graph.isOrdered(one.address, address)),
  );
}

const hasFixedName = ({ type, config }: Resource): boolean => {
  const names = uniqueArguments[type];
  return names === "singleton" || names.some((name) => config[name] !== undefined);
};

/** References to a value that stays known while Terraform plans a replacement of its resource. */
function knownReferences(stack: Synthesized): string[] {
  const names = new Set<string>(
    resourcesOf(stack).flatMap(({ address, type }) => {
      const unique = uniqueArguments[type];
      return unique === "singleton" ? [] : unique.map((name) => `${address}.${name}`);
    }),
  );
  return resourcesOf(stack).flatMap(({ address, config }) =>
    Object.entries(config)
      .filter(([name]) => !looseArguments.includes(name))
      .filter(([, value]) => typeof value === "string" && /^\$\{[^}]*\}$/.test(value))
      .filter(([, value]) => names.has((value as string).slice(2, -1)))
      // What is replaced by a condition does not need an unknown value.
      .filter(() => config.lifecycle?.replace_triggered_by === undefined)
      .map(([name, value]) => `${address}.${name} = ${value as string}`),
  );
}

const stacks = shippedClusters()
  .filter(({ cluster }) => cluster.platform === "eks")
  .map(({ name, stack }) => [name, stack] as const);

describe.each(stacks)("6.1: replacements in %s (terraform-aws-eks #1516, pulumi-eks #294)", (_, stack) => {
  test("every type has an entry in the table of unique arguments", () => {
    expect(resourcesOf(stack).filter(({ type }) => !(type in uniqueArguments))).toEqual([]);
  });

  test("nothing with a fixed name is created before its predecessor is destroyed", () => {
    const fixed = createdFirst(stack).filter(hasFixedName);
    expect(fixed.map(({ address }) => address)).toEqual([]);
  });

  test("parts of a resource are replaced with it", () => {
    expect(knownReferences(stack)).toEqual([]);
  });
});

test("the search finds inherited order", () => {
  const nodeGroups = [{ ...minimal.nodeGroups[0], replacement: "blue-green" as const }];
  const found = createdFirst(synthesizeEks({ nodeGroups })).filter(hasFixedName);
  expect(found.map(({ address }) => address)).toEqual(
    expect.arrayContaining([
      "aws_eks_cluster.control_plane",
      "aws_launch_template.node_groups_workers_launch_template",
    ]),
  );
});

test("the search finds references to a name, and not to an id", () => {
  const stack = synthesizePlain((scope) => {
    const role = new IamRole(scope, "role", { name: "nodes", assumeRolePolicy: "{}" });
    const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    new IamRolePolicyAttachment(scope, "by_name", { role: role.name, policyArn });
    new IamRolePolicyAttachment(scope, "by_id", { role: role.id, policyArn });
  });
  expect(knownReferences(stack)).toEqual([
    "aws_iam_role_policy_attachment.by_name.role = ${aws_iam_role.role.name}",
  ]);
});
