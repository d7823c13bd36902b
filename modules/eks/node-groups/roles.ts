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
import type { EksNodeGroupSpec } from "../spec";
import { ec2ServicePrincipal } from "../regions";

/** What every node's role may do. The rights of the pod network are on its own role, not here. */
const nodePolicies = {
  role_worker_policy: "AmazonEKSWorkerNodePolicy",
  role_registry_policy: "AmazonEC2ContainerRegistryPullOnly",
  role_session_manager_policy: "AmazonSSMManagedInstanceCore",
} as const;

interface RoleKind {
  /** Of construct ids. Groups are called after their names, which have no underscore: ids of the room's own have one. */
  readonly prefix: string;
  /** End of the role's name. */
  readonly name: string;
  readonly nodes: string;
  /** Type of the access entry that lets nodes in; undefined where EKS makes it. */
  readonly entry?: "EC2_LINUX" | "EC2_WINDOWS";
}

/**
 * A role has one access entry in a cluster, of one type. EKS makes that of managed groups' roles, and its type is Linux or
 * Windows; so each kind of node has a role of its own.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html
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

/** Groups that share a role. */
export type NodeRoleKind = keyof typeof kinds;

export function roleKindOf({ kind = defaults["nodeGroups[].kind"], image }: EksNodeGroupSpec): NodeRoleKind {
  return image?.family === "windows" ? `${kind}-windows` : kind;
}

/** The role of a kind of node, and what lets its nodes into the cluster. */
export interface NodeRole {
  readonly arn: string;

  /** The role that was made; undefined when an existing one was given. */
  readonly role?: IamRole;

  /** Hands the role to machines; undefined where EKS does. */
  readonly instanceProfile?: IamInstanceProfile;

  /** Lets nodes into the cluster; undefined where EKS does. */
  readonly accessEntry?: EksAccessEntry;

  /** What must stand before the first node starts. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** See {@link createNodeRole}. */
export interface NodeRoleProps {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly region: string;
}

/** Makes the role of a kind of node, with all that its nodes need to join. */
export function createNodeRole(scope: Construct, kind: NodeRoleKind, props: NodeRoleProps): NodeRole {
  const { prefix, name, nodes, entry }: RoleKind = kinds[kind];
  const { clusterName, region } = props;
  const role = new IamRole(scope, `${prefix}role`, {
    name: boundedName([clusterName, region, name], limits.roleName),
    description: `${nodes} of the EKS cluster ${clusterName}`,
    assumeRolePolicy: trustPolicy(ec2ServicePrincipal(region)),
  });
  const rights = Object.entries(nodePolicies).map(
    ([id, policy]) =>
      new IamRolePolicyAttachment(scope, `${prefix}${id}`, {
        role: role.name,
        policyArn: managedPolicyArn(region, policy),
      }),
  );
  if (!entry) return { arn: role.arn, role, prerequisites: rights };

  const instanceProfile = new IamInstanceProfile(scope, `${prefix}instance_profile`, {
    name: boundedName([clusterName, region, name], limits.instanceProfileName),
    role: role.name,
  });
  const accessEntry = new EksAccessEntry(scope, `${prefix}access_entry`, {
    clusterName: props.cluster,
    principalArn: role.arn,
    type: entry,
  });
  return { arn: role.arn, role, instanceProfile, accessEntry, prerequisites: [...rights, accessEntry] };
}
