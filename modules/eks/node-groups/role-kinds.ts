import { defaults } from "../fields.generated";
import type { EksNodeGroupSpec } from "./spec";

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

/** What distinguishes the roles of nodes. */
export interface RoleKind {
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
export const roleKinds = {
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
export type NodeRoleKind = keyof typeof roleKinds;

/** The role of the nodes of a group. */
export function roleKindOf({ kind = defaults["nodeGroups[].kind"], image }: EksNodeGroupSpec): NodeRoleKind {
  return image?.family === "windows" ? `${kind}-windows` : kind;
}
