import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { defaults } from "../fields.generated";
import { limits } from "../limits";
import { managedPolicyArn, trustPolicy } from "../../aws/policies";
import { idOf } from "../../cluster/references";
import type { EksOptions } from "../spec";
import { ec2ServicePrincipal } from "../../aws/regions";
import { nodePolicies, type NodeRoleKind, type RoleKind, roleKinds } from "./role-kinds";

/** Settings of all new roles of nodes. */
export interface NodeRoleSettings {
  /** Session Manager opens shells on the nodes. */
  readonly sessionManager: boolean;
  /** ARNs of more policies. */
  readonly policyArns: readonly string[];
}

/** The settings, with defaults. */
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
  const { prefix, name, nodes, entry }: RoleKind = roleKinds[kind];
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
