import { patternOfName, type Permission, type StackView } from "./model";
import { passedRoles, serviceLinkedRoles } from "./roles";
import { selfManagedScopes } from "./self-managed-scopes";
import { ec2Kinds, ec2Scope, hasKind, namesOf, permissionsOf, type Scope, taggedScope } from "./scopes";

/** The kinds of resources that EC2 checks for an action: those it creates, and those it uses or changes. */
const ec2Actions: Readonly<Record<string, { readonly creates?: string; readonly uses?: readonly string[] }>> =
  {
    AllocateAddress: { creates: "elastic-ip" },
    AssociateRouteTable: { uses: ["route-table", "subnet"] },
    AssociateVpcCidrBlock: { uses: ["vpc"] },
    AttachInternetGateway: { uses: ["internet-gateway", "vpc"] },
    AuthorizeSecurityGroupEgress: { uses: ["security-group", "security-group-rule"] },
    AuthorizeSecurityGroupIngress: { uses: ["security-group", "security-group-rule"] },
    CreateEgressOnlyInternetGateway: { creates: "egress-only-internet-gateway", uses: ["vpc"] },
    CreateFlowLogs: { creates: "vpc-flow-log", uses: ["vpc"] },
    CreateInternetGateway: { creates: "internet-gateway" },
    CreateLaunchTemplate: { creates: "launch-template" },
    CreateLaunchTemplateVersion: { uses: ["launch-template"] },
    CreateNetworkInterface: { creates: "network-interface" },
    CreateNatGateway: { creates: "natgateway", uses: ["elastic-ip", "subnet"] },
    CreatePlacementGroup: { creates: "placement-group" },
    CreateRoute: { uses: ["route-table"] },
    CreateRouteTable: { creates: "route-table", uses: ["vpc"] },
    CreateSecurityGroup: { creates: "security-group", uses: ["vpc"] },
    CreateSubnet: { creates: "subnet", uses: ["vpc"] },
    CreateVolume: { creates: "volume" },
    CreateVpc: { creates: "vpc" },
    CreateVpcEndpoint: { creates: "vpc-endpoint", uses: ["route-table", "security-group", "subnet", "vpc"] },
    DeleteEgressOnlyInternetGateway: { uses: ["egress-only-internet-gateway"] },
    DeleteFlowLogs: { uses: ["vpc-flow-log"] },
    DeleteInternetGateway: { uses: ["internet-gateway"] },
    DeleteLaunchTemplate: { uses: ["launch-template"] },
    DeleteNatGateway: { uses: ["natgateway"] },
    DeletePlacementGroup: { uses: ["placement-group"] },
    DeleteRoute: { uses: ["route-table"] },
    DeleteRouteTable: { uses: ["route-table"] },
    DeleteSecurityGroup: { uses: ["security-group"] },
    DeleteSubnet: { uses: ["subnet"] },
    DeleteVolume: { uses: ["volume"] },
    DeleteVpc: { uses: ["vpc"] },
    DeleteVpcEndpoints: { uses: ["vpc-endpoint"] },
    DetachNetworkInterface: { uses: ["instance", "network-interface"] },
    DetachInternetGateway: { uses: ["internet-gateway", "vpc"] },
    DisassociateAddress: { uses: ["elastic-ip", "network-interface"] },
    DisassociateRouteTable: { uses: ["route-table", "subnet"] },
    DisassociateVpcCidrBlock: { uses: ["vpc"] },
    ModifyLaunchTemplate: { uses: ["launch-template"] },
    ModifySecurityGroupRules: { uses: ["security-group", "security-group-rule"] },
    ModifySubnetAttribute: { uses: ["subnet"] },
    ModifyVolume: { uses: ["volume"] },
    ModifyVpcAttribute: { uses: ["vpc"] },
    ModifyVpcEndpoint: { uses: ["route-table", "security-group", "subnet", "vpc-endpoint"] },
    ReleaseAddress: { uses: ["elastic-ip"] },
    ReplaceRoute: { uses: ["route-table"] },
    ReplaceRouteTableAssociation: { uses: ["route-table", "subnet"] },
    RevokeSecurityGroupEgress: { uses: ["security-group"] },
    RevokeSecurityGroupIngress: { uses: ["security-group"] },
  };

/** Network interfaces of EFS have no known id and no tags when EFS creates them for the caller. Those of NAT gateways belong to AWS. */
const interfaceActions: ReadonlySet<string> = new Set([
  "CreateNetworkInterface",
  "DeleteNetworkInterface",
  "ModifyNetworkInterfaceAttribute",
]);

/** Actions that accept no resource, or only `*`. */
const withoutResource =
  /^(?:ec2:Describe\w+|autoscaling:Describe\w+|elasticloadbalancing:Describe\w+|logs:DescribeLogGroups|kms:ListAliases|eks:DescribeAddonVersions|elasticfilesystem:Describe\w+|fsx:Describe\w+|backup-storage:MountCapsule)$/;

/**
 * The permissions for an action in a stack.
 *
 * @param types - the types of resources that need the action
 * @throws Error if it is unknown on which resources IAM checks the action
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function authorize(view: StackView, action: string, types: ReadonlySet<string>): Permission[] {
  if (withoutResource.test(action)) {
    return [{ group: "Read", action, resource: "*" }];
  }
  if (action === "iam:PassRole") return passedRoles(view);
  if (action === "iam:CreateServiceLinkedRole") return serviceLinkedRoles(view);
  const [service, name] = action.split(":");
  if (service === "ec2") return ec2Permissions(view, name, types);
  const scopesOf = services[service];
  if (scopesOf === undefined) throw new Error(`no resources for ${action}`);
  return scopesOf(view, name, types).flatMap((scope) => permissionsOf(scope.group ?? service, action, scope));
}

/** A permission for all resources of a kind in the region, whose ids and tags are not known. */
const anyOf = (view: StackView, kind: string, action: string): Permission => ({
  group: "Interfaces",
  action,
  resource: view.arn("ec2", `${kind}/*`),
});

function ec2Permissions(view: StackView, name: string, types: ReadonlySet<string>): Permission[] {
  const action = `ec2:${name}`;
  const existingIn = (all: Iterable<string>) =>
    view.existingIdsIn(all).map((id) => ({
      group: "Existing",
      action,
      resource: view.arn("ec2", `${kindOfId[id.split("-")[0]]}/${id}`),
    }));
  if (name === "RunInstances") return runInstances(view);
  if (name === "CreateTags" || name === "DeleteTags") {
    return [...tagging(view, name, types), ...(types.has("aws_ec2_tag") ? existingIn(["aws_ec2_tag"]) : [])];
  }
  if (interfaceActions.has(name)) {
    return ["network-interface", "subnet", "security-group"].map((kind) => anyOf(view, kind, action));
  }
  if (!Object.hasOwn(ec2Actions, name)) throw new Error(`no resources for ${action}`);
  const { creates, uses = [] } = ec2Actions[name];
  const created = creates
    ? permissionsOf(`Create ${creates}`, action, ec2Scope(view, creates, "RequestTag"))
    : [];
  // An existing network has no name of this cluster.
  const own = uses.filter((kind) => hasKind(view, kind));
  const used = own.flatMap((kind) =>
    kind === "network-interface"
      ? anyOf(view, kind, action)
      : permissionsOf(
          `Use ${kind === "security-group-rule" ? kind : ""}`,
          action,
          ec2Scope(view, kind, "ResourceTag"),
        ),
  );
  const kinds = new Set(uses);
  return [
    ...created,
    ...used,
    ...existingIn(types).filter(({ resource }) => kinds.has(/:([\w-]+)\/[^/]+$/.exec(resource)![1])),
  ];
}

const kindOfId: Readonly<Record<string, string>> = {
  vpc: "vpc",
  subnet: "subnet",
  sg: "security-group",
  rtb: "route-table",
  eipalloc: "elastic-ip",
};

/** The default security group of a new VPC has no tags. The provider tags it before it removes its rules. */
const untagged = (view: StackView, action: string): Permission => ({
  group: "Default group",
  action,
  resource: view.arn("ec2", "security-group/*"),
  conditions: { Null: { "aws:ResourceTag/Name": "true" } },
});

/** Tags while a resource is created, and tags of resources of the cluster. */
function tagging(
  view: StackView,
  name: "CreateTags" | "DeleteTags",
  types: ReadonlySet<string>,
): Permission[] {
  const action = `ec2:${name}`;
  const tagged = [...types].filter((type) => Object.hasOwn(ec2Kinds, type));
  const kinds = [...new Set(tagged.map((type) => ec2Kinds[type]))];
  const changed = kinds.flatMap((kind) =>
    permissionsOf(
      `Use ${kind === "security-group-rule" ? kind : ""}`,
      action,
      ec2Scope(view, kind, "ResourceTag"),
    ),
  );
  if (name === "DeleteTags") return changed;
  const creating = Object.entries(ec2Actions)
    .filter(([, { creates }]) => creates !== undefined && kinds.includes(creates))
    .map(([one]) => one);
  if (kinds.includes("security-group-rule")) {
    creating.push("AuthorizeSecurityGroupEgress", "AuthorizeSecurityGroupIngress");
  }
  if (view.of("aws_eks_node_group").length > 0 || view.of("aws_autoscaling_group").length > 0) {
    creating.push("RunInstances");
  }
  return [
    ...changed,
    {
      group: "Tag new",
      action,
      resource: view.arn("ec2", "*/*"),
      conditions: { StringEquals: { "ec2:CreateAction": creating.sort() } },
    },
    ...(view.of("aws_default_security_group").length > 0 ? [untagged(view, action)] : []),
  ];
}

/** What a machine consists of, and uses. */
const machineKinds = [
  "capacity-reservation",
  "image",
  "instance",
  "key-pair",
  "network-interface",
  "placement-group",
  "security-group",
  "snapshot",
  "subnet",
  "volume",
];

/** Machines start from launch templates of the stack only: the template itself is not one of the other resources. */
function runInstances(view: StackView): Permission[] {
  const action = "ec2:RunInstances";
  const template = ec2Scope(view, "launch-template", "ResourceTag");
  const used = machineKinds.map((kind) => view.arn("ec2", `${kind}/*`));
  const templates = JSON.stringify(view.of("aws_launch_template"));
  if (templates.includes("capacity_reservation_resource_group_arn")) {
    used.push(view.arn("resource-groups", "group/*"));
  }
  return [
    ...permissionsOf("Use ", action, template),
    ...used.map((resource) => ({
      group: "Machines",
      action,
      resource,
      conditions: { ArnLike: { "ec2:LaunchTemplate": view.arn("ec2", "launch-template/*") } },
    })),
  ];
}

const isCreate = (name: string): boolean => /^(?:Create|TagResource)/.test(name);
const requestOr = (name: string): "RequestTag" | "ResourceTag" =>
  name.startsWith("Create") ? "RequestTag" : "ResourceTag";

/** While the tags of a new resource are set, either the request or the resource has them. */
const both = (name: string, scopeOf: (key: "RequestTag" | "ResourceTag") => Scope): Scope[] =>
  name === "TagResource" ? [scopeOf("RequestTag"), scopeOf("ResourceTag")] : [scopeOf(requestOr(name))];

type Scopes = (view: StackView, name: string, types: ReadonlySet<string>) => Scope[];

const services: Readonly<Record<string, Scopes>> = {
  ...selfManagedScopes,
  autoscaling: (view, _, types) => {
    const group = (name: string) =>
      view.arn("autoscaling", `autoScalingGroup:*:autoScalingGroupName/${name}`);
    const own = namesOf(view, "aws_autoscaling_group").map(group);
    const ofEks = {
      resources: [group("eks-*")],
      conditions: { StringEquals: { "aws:ResourceTag/eks:cluster-name": view.stack.name } },
    };
    const isOfEks = types.has("aws_autoscaling_group_tag");
    return [
      ...(own.length > 0 && types.size > (isOfEks ? 1 : 0) ? [{ resources: own }] : []),
      ...(isOfEks ? [ofEks] : []),
    ];
  },
  backup: (view, name) => {
    if (/Vault/.test(name)) return [{ resources: backupVaults(view) }];
    const plan = view.arn("backup", "backup-plan:*");
    const plans = both(name, (key) =>
      taggedScope(view, "aws_backup_plan", plan, name === "CreateBackupSelection" ? "ResourceTag" : key),
    );
    const isShared = name.endsWith("TagResource") || name === "ListTags";
    return isShared ? [...plans, { resources: backupVaults(view) }] : plans;
  },
  eks: (view) => {
    const { name } = view.stack;
    const children = [
      "nodegroup",
      "addon",
      "access-entry",
      "podidentityassociation",
      "fargateprofile",
      "capability",
    ];
    return [
      {
        resources: [
          view.arn("eks", `cluster/${name}`),
          ...children.map((kind) => view.arn("eks", `${kind}/${name}/*`)),
        ],
      },
    ];
  },
  elasticfilesystem: (view, name) => {
    const isPoint = name.includes("AccessPoint");
    const system = view.arn("elasticfilesystem", "file-system/*");
    const scopes = both(name, (key) =>
      taggedScope(
        view,
        "aws_efs_file_system",
        system,
        name === "CreateFileSystem" ||
          (key === "RequestTag" && isCreate(name) && !/AccessPoint|MountTarget/.test(name))
          ? key
          : "ResourceTag",
      ),
    );
    const point = view.arn("elasticfilesystem", "access-point/*");
    const points = both(name === "TagResource" ? name : "", (key) =>
      taggedScope(view, "aws_efs_access_point", point, key),
    );
    return isPoint || name.endsWith("agResource") ? [...scopes, ...points] : scopes;
  },
  events: (view) => [
    { resources: namesOf(view, "aws_cloudwatch_event_rule").map((one) => view.arn("events", `rule/${one}`)) },
  ],
  fsx: (view, name) =>
    both(name, (key) =>
      taggedScope(view, "aws_fsx_lustre_file_system", view.arn("fsx", "file-system/*"), key),
    ),
  iam: (view, name) => {
    if (name.includes("OpenIDConnectProvider")) {
      const issuer = `oidc-provider/oidc.eks.${view.stack.region}.*`;
      return [{ resources: [view.arn("iam", issuer)] }];
    }
    if (/InstanceProfile$/.test(name)) {
      const names = [...new Set([...namesOf(view, "aws_iam_instance_profile"), ...view.names])];
      return [{ resources: names.map((one) => view.arn("iam", `instance-profile/${one}`)) }];
    }
    return [{ resources: roleArns(view) }];
  },
  kms: (view, name) => {
    const alias = namesOf(view, "aws_kms_alias").map((one) => view.arn("kms", one));
    const key = view.arn("kms", "key/*");
    const existing = view.existingArns.filter((one) => one.includes(":kms:"));
    const isUse = ["DescribeKey", "CreateGrant", "GenerateDataKey", "Decrypt", "RetireGrant"].includes(name);
    return [
      ...(view.of("aws_kms_key").length === 0
        ? []
        : name === "CreateKey"
          ? // A separate statement: its resource would hold for the other actions with these conditions too.
            [{ ...taggedScope(view, "aws_kms_key", "*", "RequestTag"), group: "Create key" }]
          : both(name, (tag) =>
              taggedScope(
                view,
                "aws_kms_key",
                key,
                name.endsWith("Alias")
                  ? "ResourceTag"
                  : tag === "RequestTag" && name !== "TagResource"
                    ? "ResourceTag"
                    : tag,
              ),
            )),
      ...(name.endsWith("Alias") ? [{ resources: alias }] : []),
      ...(isUse && existing.length > 0 ? [{ resources: existing }] : []),
    ];
  },
  logs: (view) => {
    const groups = namesOf(view, "aws_cloudwatch_log_group").map((one) =>
      view.arn("logs", `log-group:${one}`),
    );
    return [{ resources: groups.flatMap((one) => [one, `${one}:*`]) }];
  },
  sqs: (view) => [{ resources: namesOf(view, "aws_sqs_queue").map((one) => view.arn("sqs", one)) }],
  ssm: (view) => {
    const names = (view.dataSources.get("aws_ssm_parameter") ?? []).map(({ name }) =>
      patternOfName(String(name)),
    );
    // AWS owns public parameters, whose ARNs have no account.
    return [
      {
        resources: names.map((one) => view.arn("ssm", `parameter${one}`, one.startsWith("/aws/") ? "" : "*")),
      },
    ];
  },
};

const backupVaults = (view: StackView): string[] =>
  namesOf(view, "aws_backup_vault").map((one) => view.arn("backup", `backup-vault:${one}`));

/** Roles of the cluster. Roles of removed components have names with the same start. */
function roleArns(view: StackView): string[] {
  const paths = view.of("aws_iam_role").map(({ path }) => String(path ?? "/"));
  const names = namesOf(view, "aws_iam_role");
  const own = [...new Set(paths)].flatMap((path) => names.map((one) => view.arn("iam", `role${path}${one}`)));
  return [...own, ...view.existingArns.filter((one) => one.includes(":role/") && passes(view, one))];
}

/** Whether a role of the file is passed to a service, and not a principal with access. */
const passes = (view: StackView, arn: string): boolean =>
  [...view.resources].some(
    ([type, all]) =>
      type !== "aws_eks_access_entry" &&
      all.some((config) =>
        Object.entries(config).some(([key, value]) => key.endsWith("role_arn") && value === arn),
      ),
  );
