import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { defaults } from "../fields.generated";
import { limits } from "../limits";
import { managedPolicyArn, trustPolicy } from "../identity/policies";
import { idOf } from "../../cluster/references";
import type { EksNodeGroupSpec, EksOptions } from "../spec";
import { ec2ServicePrincipal } from "../regions";

/**
 * AWS managed policies of the roles of nodes, by the suffix of their construct id. A separate role has the policy of the pod
 * network.
 *
 * The last one is optional: it allows shells on the nodes, and `ssm:GetParameters` on all parameters of the account.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
 */
export function nodePolicies(sessionManager: boolean): [string, string][] {
  return Object.entries({
    role_worker_policy: "AmazonEKSWorkerNodePolicy",
    role_registry_policy: "AmazonEC2ContainerRegistryPullOnly",
    ...(sessionManager ? { role_session_manager_policy: "AmazonSSMManagedInstanceCore" } : {}),
  });
}

/** Settings of all new roles of nodes. */
export interface NodeRoleSettings {
  /** Session Manager opens shells on the nodes. */
  readonly sessionManager: boolean;
  /** ARNs of more policies. */
  readonly policyArns: readonly string[];
}

export function nodeRoleSettings({
  sessionManager = defaults["eks.sessionManager"],
  nodeRolePolicyArns: policyArns = defaults["eks.nodeRolePolicyArns"],
}: EksOptions = {}): NodeRoleSettings {
  return { sessionManager, policyArns };
}

/** Attaches the policies of nodes to a role. */
export function attachNodePolicies(
  scope: Construct,
  prefix: string,
  role: IamRole,
  { region, sessionManager, policyArns }: NodeRoleSettings & { readonly region: string },
): IamRolePolicyAttachment[] {
  const attach = (id: string, policyArn: string) =>
    new IamRolePolicyAttachment(scope, `${prefix}${id}`, { role: role.id, policyArn });
  return [
    ...nodePolicies(sessionManager).map(([id, policy]) => attach(id, managedPolicyArn(region, policy))),
    ...policyArns.map((arn) =>
      attach(`role_policy_${idOf(scope, arn.replace(/^arn:.*?:policy\//, ""))}`, arn),
    ),
  ];
}

interface RoleKind {
  /** Prefix of construct ids. Names of groups have no underscore; other ids have one. */
  readonly prefix: string;
  /** Suffix of the name of the role. */
  readonly name: string;
  readonly nodes: string;
  /** Type of the access entry of nodes; undefined if EKS creates it. */
  readonly entry?: "EC2_LINUX" | "EC2_WINDOWS";
}

/**
 * A role has one access entry in a cluster, of one type. EKS creates that of the roles of managed node groups, with the type
 * Linux or Windows, so that each kind of node has a separate role.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html
 */
const kinds = {
  managed: { prefix: "node_", name: "node", nodes: "Nodes" },
  "managed-windows": { prefix: "windows_node_", name: "windows-node", nodes: "Windows nodes" },
  "self-managed": {
    prefix: "self_managed_node_",
    name: "self-managed-node",
    nodes: "Self-managed nodes",
    entry: "EC2_LINUX",
  },
  "self-managed-windows": {
    prefix: "self_managed_windows_node_",
    name: "self-managed-windows-node",
    nodes: "Self-managed Windows nodes",
    entry: "EC2_WINDOWS",
  },
} as const satisfies Record<string, RoleKind>;

/** Groups with the same role. */
export type NodeRoleKind = keyof typeof kinds;

export function roleKindOf({ kind = defaults["nodeGroups[].kind"], image }: EksNodeGroupSpec): NodeRoleKind {
  return image?.family === "windows" ? `${kind}-windows` : kind;
}

/** The role of a kind of node, and the access of its nodes to the cluster. */
export interface NodeRole {
  readonly arn: string;

  /** The role; undefined if an existing one is used. */
  readonly role?: IamRole;

  /** The instance profile of machines; undefined if EKS creates it. */
  readonly instanceProfile?: IamInstanceProfile;

  /** The access entry of nodes; undefined if EKS creates it. */
  readonly accessEntry?: EksAccessEntry;

  /** Dependencies of nodes. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** See {@link createNodeRole}. */
export interface NodeRoleProps extends NodeRoleSettings {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly region: string;
}

/** Creates the role of a kind of node, with all resources that its nodes need to join. */
export function createNodeRole(scope: Construct, kind: NodeRoleKind, props: NodeRoleProps): NodeRole {
  const { prefix, name, nodes, entry }: RoleKind = kinds[kind];
  const { clusterName, region } = props;
  const role = new IamRole(scope, `${prefix}role`, {
    name: boundedName([clusterName, region, name], limits.roleName),
    description: `${nodes} of the EKS cluster ${clusterName}`,
    assumeRolePolicy: trustPolicy(ec2ServicePrincipal(region)),
  });
  const policies = attachNodePolicies(scope, prefix, role, props);
  if (!entry) return { arn: role.arn, role, prerequisites: policies };

  const instanceProfile = new IamInstanceProfile(scope, `${prefix}instance_profile`, {
    name: boundedName([clusterName, region, name], limits.instanceProfileName),
    role: role.id,
  });
  const accessEntry = new EksAccessEntry(scope, `${prefix}access_entry`, {
    clusterName: props.cluster,
    principalArn: role.arn,
    type: entry,
  });
  return { arn: role.arn, role, instanceProfile, accessEntry, prerequisites: [...policies, accessEntry] };
}
