import { eksResources, type Search } from "../../../modules/recover/eks-resources";

/** How to recover a resource that exists in AWS and is not in the state. */
export interface RecoveryStep extends Search, Failure {
  readonly type: string;
}

/** What happens if another apply creates the resource again. */
interface Failure {
  /** A part of the error. If omitted, the apply creates a duplicate without an error. */
  readonly error?: string;

  /** The resource fails permanently and must be replaced. Tainted resources of other types are complete. */
  readonly fails?: true;

  /** Finds and deletes an object that blocks the resource, and is not a duplicate of it. */
  readonly blocker?: Required<Pick<Search, "findDuplicates" | "remove">>;
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

/** For a state that an ended process has locked. */
export const UNLOCK = "terraform force-unlock ID";

/** For a tainted resource that blocks its replacement. */
export const UNTAINT = "terraform untaint ADDRESS";

/** For a deposed object that blocks its replacement. */
export const FORGET = "terraform state rm ADDRESS";

const inUse: Failure = { error: "ResourceInUseException" };

const failures: Readonly<Record<string, Failure>> = {
  aws_nat_gateway: { error: "is already associated", fails: true },
  aws_eip: {},
  aws_vpc_endpoint: { error: "RouteAlreadyExists" },
  aws_route: { error: "RouteAlreadyExists" },
  aws_route_table_association: { error: "Resource.AlreadyAssociated" },
  aws_route_table: {},
  aws_internet_gateway: { error: "already has an internet gateway attached" },
  aws_subnet: { error: "InvalidSubnet.Conflict" },
  aws_vpc_security_group_ingress_rule: { error: "InvalidPermission.Duplicate" },
  aws_vpc_security_group_egress_rule: {
    error: "InvalidPermission.Duplicate",
    // AWS creates a security group with a rule that allows all egress. The provider deletes it first.
    blocker: {
      findDuplicates: `aws ec2 describe-security-group-rules --filters "Name=group-id,Values={security_group_id}" --query "SecurityGroupRules[?CidrIpv4=='{cidr_ipv4}' && IpProtocol=='{ip_protocol}'].SecurityGroupRuleId"`,
      remove: [
        "aws ec2 revoke-security-group-egress --group-id {security_group_id} --security-group-rule-ids {found}",
      ],
    },
  },
  aws_security_group: { error: "InvalidGroup.Duplicate" },
  aws_flow_log: { error: "FlowLogAlreadyExists" },
  aws_vpc: {},
  aws_kms_alias: { error: "AlreadyExistsException" },
  aws_kms_key: {},
  aws_cloudwatch_log_group: { error: "ResourceAlreadyExistsException" },
  aws_iam_role: { error: "EntityAlreadyExists" },
  aws_launch_template: { error: "InvalidLaunchTemplateName.AlreadyExistsException" },
  aws_eks_pod_identity_association: inUse,
  aws_eks_access_entry: inUse,
  aws_eks_addon: inUse,
  aws_eks_node_group: inUse,
  aws_eks_cluster: inUse,
};

/** The types of the reference stack that can need a recovery, in the order in which duplicates can be removed. */
export const RECOVERY_STEPS: readonly RecoveryStep[] = Object.entries(eksResources).flatMap(([type, row]) => {
  if (!("find" in row) || !Object.hasOwn(failures, type)) return [];
  const failure = failures[type];
  return [{ type, ...row, find: shellCommand(row), ...failure, ...failure.blocker }];
});

/** One command for a shell. */
function shellCommand({ list, find }: Search): string {
  return list === undefined ? find : `${list} --output text | xargs -n1 ${find}`;
}

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
