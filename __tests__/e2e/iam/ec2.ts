import { type AccessRequest } from "../../../modules/permissions/iam";
import { type Access, allowed, type Caller, passed, requestTags, resourceTags } from "./request";
import { type Tags } from "./account";
import { type Operation, type Parameters } from "./operations";

/** What a call of EC2 creates, and the parameters with the ids of what it uses. */
interface Row {
  readonly creates?: string;

  /** What a call creates on which EC2 decides only if the call tags it: the reference has no asterisk. */
  readonly tags?: string;
  readonly uses?: readonly string[];
}

/**
 * The resources on which EC2 decides. Ids in other parameters are not checked, such as the target of a route.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
const rows: Readonly<Record<string, Row>> = {
  AllocateAddress: { creates: "elastic-ip" },
  AssociateRouteTable: { uses: ["RouteTableId", "SubnetId"] },
  AssociateVpcCidrBlock: { uses: ["VpcId"] },
  AttachInternetGateway: { uses: ["InternetGatewayId", "VpcId"] },
  AuthorizeSecurityGroupEgress: { tags: "security-group-rule", uses: ["GroupId"] },
  AuthorizeSecurityGroupIngress: { tags: "security-group-rule", uses: ["GroupId"] },
  CreateEgressOnlyInternetGateway: { creates: "egress-only-internet-gateway", uses: ["VpcId"] },
  CreateFlowLogs: { creates: "vpc-flow-log", uses: ["ResourceId"] },
  CreateInternetGateway: { creates: "internet-gateway" },
  CreateLaunchTemplate: { creates: "launch-template" },
  CreateLaunchTemplateVersion: { uses: ["LaunchTemplateId"] },
  CreateNatGateway: { creates: "natgateway", uses: ["AllocationId", "SubnetId"] },
  CreatePlacementGroup: { creates: "placement-group" },
  CreateRoute: { uses: ["RouteTableId"] },
  CreateRouteTable: { creates: "route-table", uses: ["VpcId"] },
  CreateSecurityGroup: { creates: "security-group", uses: ["VpcId"] },
  CreateSubnet: { creates: "subnet", uses: ["VpcId"] },
  CreateTags: { uses: ["ResourceId"] },
  CreateVpc: { creates: "vpc" },
  CreateVpcEndpoint: {
    creates: "vpc-endpoint",
    uses: ["VpcId", "RouteTableId", "SubnetId", "SecurityGroupId"],
  },
  DeleteEgressOnlyInternetGateway: { uses: ["EgressOnlyInternetGatewayId"] },
  DeleteFlowLogs: { uses: ["FlowLogId"] },
  DeleteInternetGateway: { uses: ["InternetGatewayId"] },
  DeleteLaunchTemplate: { uses: ["LaunchTemplateId"] },
  DeleteNatGateway: { uses: ["NatGatewayId"] },
  DeletePlacementGroup: { uses: ["GroupName"] },
  DeleteRoute: { uses: ["RouteTableId"] },
  DeleteRouteTable: { uses: ["RouteTableId"] },
  DeleteSecurityGroup: { uses: ["GroupId"] },
  DeleteSubnet: { uses: ["SubnetId"] },
  DeleteTags: { uses: ["ResourceId"] },
  DeleteVpc: { uses: ["VpcId"] },
  DeleteVpcEndpoints: { uses: ["VpcEndpointId"] },
  DetachInternetGateway: { uses: ["InternetGatewayId", "VpcId"] },
  DisassociateAddress: { uses: ["AssociationId"] },
  DisassociateRouteTable: { uses: ["AssociationId"] },
  DisassociateVpcCidrBlock: { uses: ["AssociationId"] },
  ModifyLaunchTemplate: { uses: ["LaunchTemplateId"] },
  ModifySecurityGroupRules: { uses: ["GroupId", "SecurityGroupRuleId"] },
  ModifySubnetAttribute: { uses: ["SubnetId"] },
  ModifyVpcAttribute: { uses: ["VpcId"] },
  ModifyVpcEndpoint: { uses: ["VpcEndpointId", "AddSubnetId", "AddSecurityGroupId", "AddRouteTableId"] },
  ReleaseAddress: { uses: ["AllocationId"] },
  ReplaceRoute: { uses: ["RouteTableId"] },
  RevokeSecurityGroupEgress: { uses: ["GroupId"] },
  RevokeSecurityGroupIngress: { uses: ["GroupId"] },
};

/** The kinds of resources by the prefix of their ids. */
const kinds: Readonly<Record<string, string>> = {
  eigw: "egress-only-internet-gateway",
  eipalloc: "elastic-ip",
  eni: "network-interface",
  fl: "vpc-flow-log",
  igw: "internet-gateway",
  lt: "launch-template",
  nat: "natgateway",
  rtb: "route-table",
  sg: "security-group",
  sgr: "security-group-rule",
  subnet: "subnet",
  vpc: "vpc",
  vpce: "vpc-endpoint",
};

export const ec2Access: Access = async ({ name, parameters }, caller) => {
  const row = rows[name];
  if (!row) throw new Error(`no row for ec2:${name}`);
  const action = `ec2:${name}`;
  const isTagging = name === "CreateTags";
  const tags = isTagging ? requestTags(parameters.tags("Tag")) : {};
  const ids = (row.uses ?? []).flatMap((parameter) => parameters.all(parameter));
  const used = (await Promise.all(ids.map((id) => usedBy(id, name, caller)))).flat();
  return [
    ...createdBy({ name, parameters }, row, caller),
    ...used.map(({ resource, context }) => allowed(action, resource, { ...context, ...tags })),
  ];
};

/** The new resource with its tags, and the tags. */
function createdBy(
  { name, parameters }: Pick<Operation, "name" | "parameters">,
  row: Row,
  caller: Caller,
): AccessRequest[] {
  const creates = row.creates ?? row.tags;
  if (creates === undefined) return [];
  const all = parameters.objects("TagSpecification");
  const found = all.find((one) => one.one("ResourceType") === creates)?.tags("Tag");
  if (row.creates === undefined && found === undefined) return [];
  const group = creates === "placement-group" ? parameters.one("GroupName") : undefined;
  const resource = caller.arn("ec2", `${creates}/${group ?? "*"}`);
  const tags = requestTags(found ?? {});
  const role = parameters.one("DeliverLogsPermissionArn");
  return [
    allowed(`ec2:${name}`, resource, tags),
    ...(found ? [allowed("ec2:CreateTags", resource, { ...tags, "ec2:CreateAction": name })] : []),
    ...(role === undefined ? [] : [passed(role, "vpc-flow-logs")]),
  ];
}

type Used = Pick<AccessRequest, "resource" | "context">;

async function usedBy(id: string, operation: string, caller: Caller): Promise<Used[]> {
  const { account, arn } = caller;
  if (id.includes("assoc-")) {
    const targets = await account.associated(id);
    return (await Promise.all(targets.map((one) => usedBy(one, operation, caller)))).flat();
  }
  const isGroup = operation.endsWith("PlacementGroup");
  const kind = isGroup ? "placement-group" : kinds[id.split("-")[0]];
  if (kind === undefined) throw new Error(`unknown kind of ${id} in ec2:${operation}`);
  const tags = isGroup ? await account.placementGroupTags(id) : await account.ec2Tags(id);
  return [{ resource: arn("ec2", `${kind}/${id}`), context: resourceTags(tags) }];
}

/** The machines that a service starts from a launch template, with the permissions of the caller. */
export async function machinesOf(
  template: Parameters,
  subnets: readonly string[],
  { account, arn }: Caller,
): Promise<AccessRequest[]> {
  const id =
    template.one("LaunchTemplateId") ??
    template.one("id") ??
    (await account.templateId(template.one("LaunchTemplateName") ?? template.one("name") ?? ""));
  if (id === undefined) throw new Error("a group of machines without a launch template");
  const resource = arn("ec2", `launch-template/${id}`);
  const context = { "ec2:LaunchTemplate": resource };
  const { tagged, profile } = await account.template(id);
  const role = profile === undefined ? undefined : await account.roleOfProfile(profile);
  // Images and snapshots of AWS have no account.
  const others = [
    ...["instance", "network-interface", "volume", "security-group"].map((kind) => arn("ec2", `${kind}/*`)),
    ...subnets.map((one) => arn("ec2", `subnet/${one}`)),
  ];
  return [
    allowed("ec2:RunInstances", resource, { ...resourceTags(await account.ec2Tags(id)), ...context }),
    ...others.map((one) => allowed("ec2:RunInstances", one, context)),
    ...[...tagged].map(([kind, tags]: [string, Tags]) =>
      allowed("ec2:CreateTags", arn("ec2", `${kind}/*`), {
        ...requestTags(tags),
        "ec2:CreateAction": "RunInstances",
      }),
    ),
    ...(role === undefined ? [] : [passed(role, "ec2")]),
  ];
}
