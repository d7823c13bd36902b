import type { ShippedCluster } from "../support/shipped";
import type { Arguments } from "../support/synthesized";
import { isUnscopable } from "../eks/identity/unscopable-actions";

/** Permissions that a stack grants to one identity. */
export interface EksGrant {
  readonly identity: string;
  readonly permission: string;
  readonly on: string;

  /** Why the permission holds for more than the cluster, its resources and what the file names. */
  readonly reason?: string;
}

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Principal?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** Names on the page, by the address of the role. */
const identities: readonly (readonly [RegExp, string])[] = [
  [/^add_ons_capabilities_/, "capabilities"],
  [/^add_ons_vpc_cni_/, "VPC CNI"],
  [/^autoscaling_cluster_autoscaler_/, "Cluster Autoscaler"],
  [/^autoscaling_karpenter_controller_/, "Karpenter"],
  [/^autoscaling_node_termination_handler_/, "Node Termination Handler"],
  [/^node_groups_fargate_profiles_/, "Fargate profiles"],
  [/^node_groups_hybrid_nodes_/, "hybrid nodes"],
  [/node_role/, "nodes"],
  [/^control_plane_role/, "control plane"],
  [/^network_flow_log_/, "flow logs"],
  [/^storage_backup_/, "AWS Backup"],
  [/^storage_block_/, "EBS driver"],
  [/^storage_file_mounter_/, "EFS driver on nodes"],
  [/^storage_file_/, "EFS driver"],
  [/^storage_lustre_/, "FSx driver"],
  [/^storage_object_/, "S3 driver"],
  [/^load_balancing_controller_/, "load balancer controller"],
  [/^load_balancing_external_dns_/, "ExternalDNS"],
  [/^identity_/, "workloads"],
];

/** Reasons by identity and `Sid`, first action or principal. */
export const eksReasons: Readonly<Record<string, string>> = {
  "AWS Backup: backup.amazonaws.com": "the account only; AWS Backup does not document the source",
  "capabilities: capabilities.eks.amazonaws.com":
    "EKS does not document the source; if it sends one, only the cluster and its capabilities",
  "EFS driver: ChangeOwnAccessPoints":
    "the tag of the driver has no name of a cluster; new access points are limited to the file system",
  "EFS driver: Look": "the driver reads each access point before it knows the file system",
  "flow logs: vpc-flow-logs.amazonaws.com":
    "all flow logs of the account in the region; the id is known afterwards",
  "hybrid nodes: ssm.amazonaws.com":
    "all activations of the account in the region: AWS documents no other source",
  "Karpenter: AllowInstanceProfileReadActions": "reads only: Karpenter's own policy",
  "Karpenter: AllowRegionalReadActions":
    "lists, in the region of the cluster: the actions support no resources",
  "Karpenter: AllowScopedEC2InstanceAccessActions":
    "Karpenter's own policy; machines need the tags of the cluster",
  "load balancer controller: LookInside":
    "reads only: annotations of services name certificates and user pools",
  "load balancer controller: ProtectLoadBalancers":
    "no condition on the load balancer; a web ACL also needs `SetWebAcl`, which is limited",
  "nodes: ec2.amazonaws.com": "EC2 sends neither the account nor the machine",
  "VPC CNI: GiveAddresses": "the policy that AWS documents for IPv6 has no condition",
};

const unsupported = "the actions support no resources";
const ofAws = "AWS defines the policy";

function identityOf(address: string): string {
  const found = identities.find(([pattern]) => pattern.test(address));
  if (found === undefined) throw new Error(`no name for the role ${address}`);
  return found[1];
}

const reasonOf = (identity: string, key: string): string =>
  eksReasons[`${identity}: ${key}`] ?? `no reason for ${identity}: ${key}`;

/** The text for a resource, and whether it is more than the cluster, its resources and what the file names. */
function resourceOf(resource: string, cluster: string): { label: string; isBroad: boolean } {
  const own = /\$\{aws_(\w+)\./.exec(resource)?.[1];
  if (own !== undefined) return { label: `its ${own.replaceAll("_", " ")}`, isBroad: false };
  if (resource === "*") return { label: "everything", isBroad: true };
  const [, , service, , , ...rest] = resource.split(":");
  const [type, ...names] = rest.join("/").split("/");
  if (names.includes(cluster)) return { label: `\`${type}\` of the cluster`, isBroad: false };
  if (names[0] === "aws") return { label: `\`${type}\` of AWS`, isBroad: false };
  if (names[0] === "aws-service-role") return { label: "service-linked role", isBroad: false };
  // A bucket or a queue has no type before its name.
  const isBroad =
    service !== "s3" &&
    names.length > 0 &&
    names.every((name) => /^(\*|app|net|regional|webacl|autoScalingGroupName)$/.test(name));
  return isBroad ? { label: `each \`${type}\``, isBroad } : { label: `\`${service}\` in the file`, isBroad };
}

/** Whether conditions limit a statement to the cluster, even where a service sends no source. */
function namesCluster({ Condition = {} }: Statement, cluster: string): boolean {
  const certain = Object.entries(Condition).filter(([operator]) => !operator.endsWith("IfExists"));
  const text = JSON.stringify(certain);
  return text.includes("${aws_eks_cluster.") || text.includes("oidc_provider_host") || nameIn(text, cluster);
}

/** The name of the cluster as a whole value, or as a whole step of an ARN or a tag. */
const nameIn = (text: string, cluster: string): boolean => text.split(/["/:]/).includes(cluster);

const listOf = (items: readonly string[]): string => [...new Set(items)].sort().join(", ");

function trustOf(address: string, statement: Statement, cluster: string): EksGrant {
  const identity = identityOf(address);
  const { Service } = statement.Principal as { Service?: string };
  const principal = Service ?? "OIDC provider of the cluster";
  const isLimited = namesCluster(statement, cluster);
  const isPods = Service === undefined || Service === "pods.eks.amazonaws.com";
  return {
    identity,
    permission: `trust of ${Service === undefined ? principal : `\`${principal}\``}`,
    on: !isLimited ? "more than the cluster" : isPods ? "one service account of the cluster" : "the cluster",
    reason: isLimited ? undefined : reasonOf(identity, principal),
  };
}

function grantOf(address: string, statement: Statement, cluster: string): EksGrant[] {
  const identity = identityOf(address);
  const { Sid, Action, Resource } = statement;
  const resources = Resource.map((one) => resourceOf(one, cluster));
  const isTagged = namesCluster(statement, cluster);
  const isBroad = !isTagged && resources.some((one) => one.isBroad);
  const isUnsupported = Resource.every((one) => one === "*") && Action.every(isUnscopable);
  const reason = !isBroad ? undefined : isUnsupported ? unsupported : reasonOf(identity, Sid ?? Action[0]);
  const on = `${listOf(resources.map(({ label }) => label))}${isTagged ? ", with the name of the cluster" : ""}`;
  return Action.map((action) => ({ identity, permission: `\`${action}\``, on, reason }));
}

function managedOf(address: string, arn: string): EksGrant {
  const identity = identityOf(address);
  const isOfFile = identity === "workloads" || !/^arn:[\w-]+:iam::aws:policy\//.test(arn);
  const permission = isOfFile ? "managed policies" : `\`${arn.split("/").at(-1)!}\``;
  return {
    identity,
    permission,
    on: isOfFile ? "policy in the file" : "policy of AWS",
    reason: isOfFile ? undefined : ofAws,
  };
}

const parse = (policy: string): Statement[] => (JSON.parse(policy) as { Statement: Statement[] }).Statement;

/** What the roles of a stack can do, and who can use them. */
export function grantsOfStack({ name, stack }: ShippedCluster): EksGrant[] {
  const of = (type: string) =>
    Object.entries((stack.terraform.resource[type] ?? {}) as Record<string, Arguments>);
  const roleOf = (role: string) => /^\$\{aws_iam_role\.(\w+)\./.exec(role)![1];
  return [
    ...of("aws_iam_role").flatMap(([address, role]) =>
      parse(role.assume_role_policy).map((one) => trustOf(address, one, name)),
    ),
    ...of("aws_iam_role_policy").flatMap(([, { role, policy }]) =>
      parse(policy)
        .filter(({ Effect }) => Effect === "Allow")
        .flatMap((one) => grantOf(roleOf(role), one, name)),
    ),
    ...of("aws_iam_role_policy_attachment").map(([, { role, policy_arn }]) =>
      managedOf(roleOf(role), policy_arn),
    ),
  ];
}

/** All permissions if they are few, otherwise their number for each service. */
function permissionsOf(permissions: ReadonlySet<string>): string {
  if (permissions.size <= 6) return listOf([...permissions]);
  const services = [...permissions].map((one) => one.split(":")[0]);
  return listOf(
    services.map((service) => {
      const count = services.filter((other) => other === service).length;
      return `${service}\` (${count} ${count === 1 ? "action" : "actions"})`;
    }),
  );
}

/** One row for each identity, resource and reason. */
export function eksRows(clusters: readonly ShippedCluster[]): string[][] {
  const rows = new Map<string, { first: EksGrant; permissions: Set<string> }>();
  for (const grant of clusters.flatMap(grantsOfStack)) {
    const key = JSON.stringify([
      grant.identity,
      grant.on,
      grant.reason,
      grant.permission.startsWith("trust"),
    ]);
    const row = rows.get(key) ?? { first: grant, permissions: new Set() };
    row.permissions.add(grant.permission);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ first: { identity, on, reason }, permissions }) => [
    identity,
    permissionsOf(permissions),
    on,
    reason === undefined ? "yes" : `no: ${reason}`,
  ]);
}
