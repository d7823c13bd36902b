import type { Conditions, Config, Permission, StackView } from "./model";

/** The resources and conditions of a kind of resource. */
export interface Scope {
  /** If omitted, the name of the service: actions of one group share their resources. */
  readonly group?: string;
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
}

/** The kind of resource in the ARN of EC2, for types with tags. */
export const ec2Kinds: Readonly<Record<string, string>> = {
  aws_default_security_group: "security-group",
  aws_ebs_volume: "volume",
  aws_egress_only_internet_gateway: "egress-only-internet-gateway",
  aws_eip: "elastic-ip",
  aws_flow_log: "vpc-flow-log",
  aws_internet_gateway: "internet-gateway",
  aws_launch_template: "launch-template",
  aws_nat_gateway: "natgateway",
  aws_network_interface: "network-interface",
  aws_placement_group: "placement-group",
  aws_route_table: "route-table",
  aws_security_group: "security-group",
  aws_subnet: "subnet",
  aws_vpc: "vpc",
  aws_vpc_endpoint: "vpc-endpoint",
  aws_vpc_security_group_egress_rule: "security-group-rule",
  aws_vpc_security_group_ingress_rule: "security-group-rule",
};

/** Kinds whose resources have no tag Name, but those of the file. */
const withoutName: ReadonlySet<string> = new Set(["launch-template", "placement-group"]);

/** Patterns of the tag Name. EKS gives its security group a name too. */
const nameTags = (view: StackView): string[] => [...view.names, `eks-cluster-sg-${view.stack.name}-*`];

/** The tags that all resources of a type have with the same literal value. */
export function commonTags(all: readonly Config[]): Readonly<Record<string, string>> {
  const [first, ...others] = all.map(({ tags }) => (tags ?? {}) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    Object.entries(first ?? {})
      .filter((entry): entry is [string, string] => typeof entry[1] === "string" && !entry[1].includes("${"))
      .filter(([key]) => !key.startsWith("cdktf-clusters/") && key !== "Name")
      .filter(([key, value]) => others.every((tags) => tags[key] === value))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

type TagKey = "RequestTag" | "ResourceTag";

const tagConditions = (key: TagKey, tags: Readonly<Record<string, string>>): Conditions | undefined => {
  const entries = Object.entries(tags).map(([name, value]) => [`aws:${key}/${name}`, value]);
  return entries.length === 0
    ? undefined
    : { StringEquals: Object.fromEntries(entries) as Record<string, string> };
};

const typesOfKind = (kind: string): string[] =>
  Object.keys(ec2Kinds).filter((type) => ec2Kinds[type] === kind);

/** Whether a stack has resources of a kind. AWS creates security groups and network interfaces for others; machines have no types. */
export const hasKind = (view: StackView, kind: string): boolean =>
  kind === "security-group" ||
  kind === "network-interface" ||
  !Object.values(ec2Kinds).includes(kind) ||
  typesOfKind(kind).some((type) => view.of(type).length > 0);

/** Conditions on resources of EC2, whose ids are unknown: their names, or else the tags of the file. */
export function ec2Scope(view: StackView, kind: string, key: TagKey): Scope {
  const resources = [view.arn("ec2", `${kind}/*`)];
  if (kind === "security-group-rule") return { resources };
  if (!withoutName.has(kind)) {
    return { resources, conditions: { StringLike: { [`aws:${key}/Name`]: nameTags(view) } } };
  }
  const all = typesOfKind(kind).flatMap((type) => view.of(type));
  const scope = kind === "placement-group" ? view.arn("ec2", `${kind}/${view.stack.name}/*`) : resources[0];
  return { resources: [scope], conditions: tagConditions(key, commonTags(all)) ?? recordCondition(key, all) };
}

/** Without tags in the file, launch templates have only the tags that record their node group. All groups have this one. */
function recordCondition(key: TagKey, all: readonly Config[]): Conditions | undefined {
  const tag = "cdktf-clusters/node-pools";
  const isRecorded = all.length > 0 && all.every(({ tags }) => Object.hasOwn((tags ?? {}) as object, tag));
  return isRecorded ? { Null: { [`aws:${key}/${tag}`]: "false" } } : undefined;
}

/** Conditions on resources of other services whose ids are unknown. */
export function taggedScope(view: StackView, type: string, arn: string, key: TagKey): Scope {
  const all = view.of(type);
  const hasName = all.length > 0 && all.every(({ tags }) => (tags as Config | undefined)?.Name !== undefined);
  const conditions = hasName
    ? { StringLike: { [`aws:${key}/Name`]: [...view.names] } }
    : tagConditions(key, commonTags(all));
  return { resources: [arn], conditions };
}

/** Names of a type: the pattern of the cluster, or the name itself if it does not start with that of the cluster. */
export function namesOf(view: StackView, type: string, argument = "name"): string[] {
  const { name } = view.stack;
  const literal = view.of(type).map((config) => String(config[argument] ?? ""));
  const own = literal.some((one) => one === name || one.startsWith(`${name}-`));
  const others = literal.filter(
    (one) => one !== "" && !one.includes("${") && one !== name && !one.startsWith(`${name}-`),
  );
  return [...new Set([...(own ? view.names : []), ...others])];
}

/** The permissions for an action on scopes. */
export const permissionsOf = (
  group: string,
  action: string,
  { resources, conditions }: Scope,
): Permission[] => resources.map((resource) => ({ group, action, resource, conditions }));
