import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { Fn, TerraformIterator, Token, type TerraformResourceLifecycle } from "cdktf";
import type { Construct } from "constructs";
import { grantsOf, type PrincipalGrant } from "../../cluster/inputs";
import { idOf } from "../../cluster/references";
import { isUnresolved } from "../../cluster/tokens";
import { partitionOf } from "../../aws/regions";
import type { EksAccessEntrySpec, EksAccessSpec } from "./spec";

/**
 * The access policy of EKS for each level of permissions.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html
 */
const accessPolicies = {
  admin: "AmazonEKSClusterAdminPolicy",
  editor: "AmazonEKSEditPolicy",
  viewer: "AmazonEKSViewPolicy",
} as const;

/** See {@link createAccessEntries}. */
export interface AccessEntriesProps {
  /** The cluster's name, as a reference to the cluster. */
  readonly cluster: string;
  readonly region: string;
  readonly access: EksAccessSpec;
  /** Principals with Kubernetes groups or several policies. */
  readonly accessEntries: readonly EksAccessEntrySpec[];
}

/** See {@link createAccessEntries}. */
export interface AccessEntries {
  /** The entries by principal ARN. */
  readonly entries: ReadonlyMap<string, EksAccessEntry>;

  /**
   * The permissions of admins. Node groups can depend on them, but not on those of others: during a change with
   * `replacement: blue-green` Terraform also creates the dependencies of a node group before it destroys the old ones. To EKS the old
   * and the new permission with another scope are the same, and the destruction of the old one would remove both.
   */
  readonly adminPolicies: readonly EksAccessPolicyAssociation[];
}

/** Creates an access entry for each principal, with the access policy of its level. */
export function createAccessEntries(scope: Construct, props: AccessEntriesProps): AccessEntries {
  const entries = new Map<string, EksAccessEntry>();
  const adminPolicies: EksAccessPolicyAssociation[] = [];
  for (const grant of grantsOf(scope, props.access)) {
    const policy = createGrant(scope, props, entries, grant);
    if (grant.level === "admin") adminPolicies.push(policy);
  }
  for (const spec of props.accessEntries) entries.set(spec.principal, createEntry(scope, props, spec));
  return { entries, adminPolicies };
}

function createEntry(
  scope: Construct,
  { cluster, region }: AccessEntriesProps,
  { principal, groups, policies = [], userName }: EksAccessEntrySpec,
): EksAccessEntry {
  const id = entryId(scope, principal);
  const entry = new EksAccessEntry(scope, id, {
    clusterName: cluster,
    principalArn: principal,
    type: "STANDARD",
    ...explicitSubject(principal, groups, userName),
  });
  for (const { policy, namespaces } of policies) {
    new EksAccessPolicyAssociation(scope, `${id}_${policy}`, {
      clusterName: cluster,
      principalArn: entry.principalArn,
      policyArn: policyArn(region, policy),
      accessScope: scopeOf(namespaces),
      lifecycle: replacedWith(entry),
    });
  }
  return entry;
}

const entryId = (scope: Construct, principal: string): string =>
  idOf(scope, principal.replace(/^arn:[^:]+:iam::/, ""));

const policyArn = (region: string, name: string): string =>
  `arn:${partitionOf(region)}:eks::aws:cluster-access-policy/${name}`;

const scopeOf = (namespaces: readonly string[] | undefined) =>
  namespaces ? { type: "namespace", namespaces: [...namespaces] } : { type: "cluster" };

function createGrant(
  scope: Construct,
  { cluster, region }: AccessEntriesProps,
  entries: Map<string, EksAccessEntry>,
  { level, principal, namespaces, each }: PrincipalGrant,
): EksAccessPolicyAssociation {
  // The id is the principal's, not the level's: EKS keeps one entry for a principal, and Terraform could not create a second
  // one before it destroys the first.
  const id = each?.id ?? entryId(scope, principal);
  const entry = new EksAccessEntry(scope, id, {
    clusterName: cluster,
    principalArn: principal,
    type: "STANDARD",
    ...explicitSubject(principal),
    forEach: each?.iterator,
  });
  entries.set(principal, entry);
  const ofAll = each && TerraformIterator.fromResources(entry);
  return new EksAccessPolicyAssociation(scope, `${id}_${level}`, {
    clusterName: cluster,
    principalArn: ofAll?.getString("principal_arn") ?? entry.principalArn,
    forEach: ofAll,
    policyArn: policyArn(region, accessPolicies[level]),
    accessScope: scopeOf(namespaces),
    lifecycle: replacedWith(entry, each && "each.key"),
  });
}

/**
 * Groups and user name, also if the file sets none: the provider keeps the old ones if the arguments are omitted. The name is the one
 * that EKS generates.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html
 */
function explicitSubject(
  principal: string,
  groups: readonly string[] = [],
  userName: string | undefined = generatedName(principal),
): { readonly kubernetesGroups: string[]; readonly userName?: string } {
  return { kubernetesGroups: [...groups], userName };
}

/** The name that EKS gives sessions of a role, or a user. */
function generatedName(principal: string): string | undefined {
  // Terraform computes the name of a reference. It keeps a principal that is no role, so a user has its ARN as name.
  if (isUnresolved(principal)) {
    const role = "/^arn:([^:]+):iam::([^:]+):role/(?:.*/)?([^/]+)$/";
    return Token.asString(Fn.replace(principal, role, "arn:$1:sts::$2:assumed-role/$3/{{SessionName}}"));
  }
  const [, start, account, role] =
    /^arn:([^:]+):iam::([^:]+):role\/(?:[^]*\/)?([^/]+)$/.exec(principal) ?? [];
  if (role) return `arn:${start}:sts::${account}:assumed-role/${role}/{{SessionName}}`;
  return /^arn:[^:]+:iam::[^:]+:user\//.test(principal) ? principal : undefined;
}

/** EKS deletes the policies of an access entry with it: they are replaced together. */
export function replacedWith(entry: EksAccessEntry, key?: string): TerraformResourceLifecycle {
  // Not `fqn`, which is an expression: Terraform expects a reference.
  const address = `${entry.terraformResourceType}.${entry.friendlyUniqueId}`;
  const instance = key === undefined ? address : `${address}[${key}]`;
  return { replaceTriggeredBy: [`${instance}.access_entry_arn`] };
}
